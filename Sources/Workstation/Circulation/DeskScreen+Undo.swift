import LibraryCore
import LibraryStore
import Terminal

/// Taking back at the desk.
extension DeskScreen {
  /// Takes back the action of the chosen row, else this desk's own last.
  ///
  /// Where it did nothing that stands, what its account did last is asked about: that may have been done at another desk, with a
  /// reader who stands there.
  func undo() -> [Effect] {
    var effects: [Effect] = []
    let row = hasChosenRow ? selectedRow?.op : nil
    if row == nil, let ops = answer?.takenBack, !ops.isEmpty { return bringVisitBack(ops) }
    let own = row == nil ? workplace.attempt(&effects, workplace.desk.lastOwnAction) ?? nil : nil
    guard let op = row ?? own else {
      let asked = workplace.askToUndo(.last)
      askedToUndo = asked.op
      return effects + asked.effects
    }
    return effects + takeBack(op)
  }

  /// What a question about an action of another desk was answered.
  func takeBack(_ op: OpID, answered value: (any Sendable)?) -> [Effect] {
    askedToUndo = nil
    return (value as? Dialog.Answer)?.command == .dialogYes ? takeBack(op) : []
  }

  private func takeBack(_ op: OpID) -> [Effect] {
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.undo(op) }) else {
      return effects
    }
    let answer = undoAnswer(outcome)
    self.answer = answer
    isStale = true
    return effects + answer.effects
  }

  private func undoAnswer(_ outcome: UndoOutcome) -> DeskAnswer {
    switch outcome {
    case .undone(let op, _):
      DeskAnswer(
        tone: .good, headline: words.say(vi: "ĐÃ HOÀN TÁC", en: "UNDONE"),
        lines: [workplace.undoneAction(op)] + workplace.undoneNotices(outcome))
    case .refused(let reasons):
      DeskAnswer(
        tone: .bad, headline: words.say(vi: "KHÔNG HOÀN TÁC ĐƯỢC", en: "NOT UNDONE"),
        lines: reasons.map { "• " + words.refusal($0) })
    case .unknownOp(let op):
      DeskAnswer(
        tone: .bad, headline: words.say(vi: "KHÔNG HOÀN TÁC ĐƯỢC", en: "NOT UNDONE"),
        lines: [words.say(vi: "Không có việc số \(op)", en: "There is no action \(op)")])
    }
  }
}
