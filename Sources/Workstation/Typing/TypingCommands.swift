import Terminal

extension CommandID {
  static let typingSwitch = CommandID("typing.switch")
  static let typingHabit = CommandID("typing.habit")
}

extension Command {
  static let typing: [Command] = [
    Command(
      .typingSwitch, label: LocalizedText(vi: "Bộ gõ", en: "Typing"),
      summary: LocalizedText(
        vi: "Bật hoặc tắt gõ tiếng Việt", en: "Turn typing Vietnamese on or off"),
      contexts: ["field"]),
    Command(
      .typingHabit, label: LocalizedText(vi: "Gõ tiếng Việt", en: "Typing Vietnamese"),
      summary: LocalizedText(
        vi: "Kiểu gõ của bạn: Telex, VNI, VIQR; chỗ đặt dấu; chừa từ nước ngoài",
        en: "How you type: Telex, VNI, VIQR; place of tones; foreign words"),
      contexts: [KeyContext.global]),
  ]
}
