import Terminal

extension CommandID {
  static let selfCheckOpen = CommandID("selfCheck.open")
  static let selfCheckSwitch = CommandID("selfCheck.switch")
}

extension KeyContext {
  static let selfCheck: [KeyContext] = [
    KeyContext(
      "selfCheck",
      title: LocalizedText(vi: "Ở trang máy tự mượn trả", en: "On the page of self-check machines"))
  ]
}

extension Command {
  static let selfCheck: [Command] = [
    Command(
      .selfCheckOpen, label: LocalizedText(vi: "Máy tự mượn trả", en: "Self-check machines"),
      summary: LocalizedText(
        vi: "Phục vụ máy tự mượn trả (SIP2) từ máy này và xem chúng làm gì",
        en: "Serve self-check machines (SIP2) from here and see what they do"),
      contexts: [KeyContext.global], permission: "rules.manage"),
    Command(
      .selfCheckSwitch, label: LocalizedText(vi: "Bật/Tắt", en: "On/Off"),
      summary: LocalizedText(
        vi: "Bật hay tắt phục vụ máy tự mượn trả", en: "Let self-check machines in, or no more"),
      contexts: ["selfCheck"], flags: .keyBar),
  ]
}
