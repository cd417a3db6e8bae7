import LibraryCore
import LibraryStore
import Terminal

/// Asks a person about a clock that is far from the last action, before anything is written by it.
enum ClockQuestion {
  static func screen(
    _ doubt: ClockDoubt, _ words: Wording, keys: KeyMap
  ) -> any Screen {
    let dialog = Dialog(
      title: words.say(vi: "GIỜ MÁY CÓ ĐÚNG KHÔNG?", en: "IS THE CLOCK RIGHT?"),
      message: [
        StyledText(words.clockDoubt(doubt), role: .heading),
        StyledText(
          words.say(
            vi: "Giờ sai thì mọi hạn trả đều sai. Thoát ra để chỉnh giờ, hoặc nhận là giờ đúng.",
            en: "With a wrong clock every due date is wrong. Leave and set it, or say it is right.")
        ),
      ],
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Giờ đúng", en: "It is right")),
        Dialog.Choice(.cancel, label: words.say(vi: "Thoát để chỉnh", en: "Leave and set it")),
      ], isDanger: true, language: words.language)
    return DialogScreen(dialog, keys: keys)
  }
}

extension Workplace {
  /// The question about the clock, where it is in doubt.
  func askAboutClock() -> (any Screen)? {
    guard let doubt = try? desk.clockDoubt() else { return nil }
    return ClockQuestion.screen(doubt, wording, keys: keyMap)
  }

  /// Goes on by the clock, or ends the program so that it can be set.
  func answerAboutClock(_ reply: Dialog.Answer) -> [Effect] {
    guard reply.command == .dialogYes else { return [.quit] }
    var effects: [Effect] = []
    _ = attempt(&effects) { try desk.confirmClock() }
    return effects
  }
}
