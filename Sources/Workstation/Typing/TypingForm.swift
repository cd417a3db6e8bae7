import Terminal
import VietnameseText

/// How this person types on this machine: asked once, changed whenever they like.
enum TypingForm {
  static func screen(_ workplace: Workplace, isQuestion: Bool = false) -> any Screen {
    let words = workplace.wording
    func key(_ command: CommandID, _ context: String) -> String {
      workplace.keyMap.keys(for: command, in: context).first?.label ?? ""
    }
    let house = key(.houseOpen, "circulation")
    let lead =
      isQuestion
      ? words.say(
        vi: "Máy này đã có bộ gõ tiếng Việt (Unikey, IBus…) thì chọn «không». "
          + "Chỉ hỏi một lần này; sửa được ở \(house), Gõ tiếng Việt.",
        en: "If this machine has an input method already (Unikey, IBus…), choose “no”. "
          + "Asked this once; to be changed at \(house), Typing Vietnamese.")
      : words.say(
        vi: "Dùng cho riêng bạn trên máy này. Mã quét, mã gõ tay, số và ngày không bao giờ bị đổi.",
        en: "For you on this machine. Scans, codes, numbers and dates are never changed.")
    return FormScreen(
      workplace: workplace, title: words.say(vi: "GÕ TIẾNG VIỆT", en: "TYPING VIETNAMESE"),
      lead: [StyledText(lead)],
      items: items(shown(workplace.keyboard, isQuestion), words, save: key(.formSave, "form"))
    ) { form in
      let isKept = workplace.keyboard.adopt(habit(form))
      return .saved(nil, note: note(isKept, workplace))
    }
  }

  /// What the form begins with: a bare console is proposed our typing.
  private static func shown(_ keyboard: Keyboard, _ isQuestion: Bool) -> TypingHabit {
    var habit = keyboard.habit
    if isQuestion { habit.startsOn = keyboard.isBareConsole }
    return habit
  }

  private static func items(_ habit: TypingHabit, _ words: Wording, save: String) -> [Form.Item] {
    func choice(
      _ id: String, _ label: String, _ choices: [(String, String)], _ value: String, _ hint: String
    ) -> Form.Item {
      Form.Item(
        id, label: label,
        field: Field(.choice(choices.map { FieldChoice($0, label: $1) }), text: value), width: 44,
        hint: hint)
    }
    let arrows = words.say(
      vi: "Phím ← → để chọn, \(save) để lưu", en: "Choose with ← →, save with \(save)")
    return [
      choice(
        "start", words.say(vi: "Bật sẵn", en: "On at the start"),
        [
          ("on", words.say(vi: "có, gõ bằng Thủ Thư", en: "yes, type with Thủ Thư")),
          ("off", words.say(vi: "không, máy có bộ gõ rồi", en: "no, the machine has one")),
        ], habit.startsOn ? "on" : "off", arrows),
      choice(
        "method", words.say(vi: "Kiểu gõ", en: "Method"),
        TypingMethod.allCases.map { ($0.rawValue, words.typingMethod($0)) }, habit.method.rawValue,
        words.say(
          vi: "Telex đơn giản: w, [ và ] là chính nó", en: "Simple Telex: w, [ and ] are themselves"
        )),
      choice(
        "style", words.say(vi: "Đặt dấu", en: "Tones"),
        [
          ("old", words.say(vi: "hòa, khỏe, thúy (kiểu cũ)", en: "hòa, khỏe, thúy (old)")),
          ("new", words.say(vi: "hoà, khoẻ, thuý (kiểu mới)", en: "hoà, khoẻ, thuý (new)")),
        ], habit.placement.rawValue, arrows),
      choice(
        "spell", words.say(vi: "Từ nước ngoài", en: "Foreign words"),
        [
          ("on", words.say(vi: "chừa ra, giữ như đã gõ", en: "leave them as typed")),
          ("off", words.say(vi: "cũng bỏ dấu", en: "mark them too")),
        ], habit.checksSpelling ? "on" : "off", arrows),
    ]
  }

  private static func habit(_ form: Form) -> TypingHabit {
    var habit = TypingHabit()
    habit.startsOn = form["start"]?.text == "on"
    habit.method = (form["method"]?.text).flatMap(TypingMethod.init(rawValue:)) ?? habit.method
    habit.placement =
      (form["style"]?.text).flatMap(TonePlacement.init(rawValue:)) ?? habit.placement
    habit.checksSpelling = form["spell"]?.text != "off"
    return habit
  }

  private static func note(_ isKept: Bool, _ workplace: Workplace) -> String {
    isKept
      ? workplace.typingState
      : workplace.wording.say(
        vi: "\(workplace.typingState); không ghi nhớ được cho lần sau",
        en: "\(workplace.typingState); it could not be kept for next time")
  }
}

extension Workplace {
  /// Turns typing on or off and says which.
  func switchTyping() -> [Effect] {
    keyboard.toggle()
    return good(typingState)
  }

  /// Asks how the person types, the first time this screen is opened on the machine.
  func askAboutTyping() -> [Effect] {
    keyboard.takeQuestion() ? [.push(TypingForm.screen(self, isQuestion: true))] : []
  }

  /// In words: on with a method, or off.
  var typingState: String {
    keyboard.rules.map { rules in
      wording.say(
        vi: "Gõ tiếng Việt: \(wording.typingMethod(rules.method))",
        en: "Typing Vietnamese: \(wording.typingMethod(rules.method))")
    } ?? wording.say(vi: "Gõ tiếng Việt: tắt", en: "Typing Vietnamese: off")
  }
}

extension Wording {
  func typingMethod(_ method: TypingMethod) -> String {
    switch method {
    case .telex: "Telex"
    case .simpleTelex: say(vi: "Telex đơn giản", en: "Simple Telex")
    case .vni: "VNI"
    case .viqr: "VIQR"
    }
  }
}
