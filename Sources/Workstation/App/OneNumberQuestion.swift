import LibraryCore
import LibraryStore
import Terminal

/// Asks whether a card and a copy are meant to bear the same number, by a key that no scanner sends.
enum OneNumberQuestion {
  /// The question; nil where something stands against the saving that no yes lifts.
  static func screen(_ workplace: Workplace, _ reasons: [Refusal]) -> (any Screen)? {
    guard !reasons.isEmpty, reasons.allSatisfy(\.isQuestion) else { return nil }
    let words = workplace.wording
    return DialogScreen(
      Dialog(
        title: words.say(vi: "Thẻ và sách cùng một số?", en: "One number on a card and a copy?"),
        message: reasons.map { StyledText(words.refusal($0)) },
        choices: [
          Dialog.Choice(
            .dialogYes, label: words.say(vi: "Vẫn dùng số này", en: "Use it all the same")),
          Dialog.Choice(.cancel, label: words.say(vi: "Sửa số", en: "Change the number")),
        ], isDanger: true, language: workplace.language), keys: workplace.keyMap)
  }
}

extension FormScreen.Outcome {
  /// The outcome of a saving verb that gives somebody a number: asks first where the other side has it.
  static func sharing(
    _ workplace: Workplace, note: String? = nil,
    field: @escaping (Refusal) -> String? = { _ in nil },
    _ save: @escaping (Desk) throws -> SaveOutcome
  ) throws -> FormScreen.Outcome {
    let words = workplace.wording
    let outcome = try save(workplace.desk)
    if case .refused(let reasons) = outcome,
      let question = OneNumberQuestion.screen(workplace, reasons)
    {
      return .asks(question) {
        .of(try save(workplace.desk.sharingNumbers()), words, note: note, field: field)
      }
    }
    return .of(outcome, words, note: note, field: field)
  }
}
