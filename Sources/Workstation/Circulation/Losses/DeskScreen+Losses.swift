import LibraryCore
import LibraryStore
import Terminal

/// What went wrong with the copy in hand, from the counter.
extension DeskScreen {
  /// About the copy of the last answer, or of the selected row.
  func reportLoss() -> [Effect] {
    let code = codeInHand
    var effects: [Effect] = []
    let looked = code.flatMap { code in
      workplace.attempt(&effects) { try workplace.desk.look(code, preferring: .label) }
    }
    guard case .item(let facts)? = looked else {
      return effects
        + workplace.bad(words.say(vi: "Hãy chọn hoặc quét một bản", en: "Choose or scan a copy"))
    }
    return effects + [
      .push(LossForm.screen(workplace, facts.item.barcode.text, facts.title))
    ]
  }

  /// What was typed, or the copy of a row that a person chose, or that of the last answer; never that of the row that happens to be
  /// on top, which may be another reader's.
  var codeInHand: String? {
    guard line.isEmpty else { return line.text }
    if hasChosenRow { return selectedRow?.code }
    return answer?.subject?.item
  }
}
