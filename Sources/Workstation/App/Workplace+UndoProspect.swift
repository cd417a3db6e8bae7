import LibraryCore
import LibraryStore
import Terminal

extension Workplace {
  /// Shows what would be taken back and asks; the op is the one that a yes takes back, nil where there is nothing to ask.
  func askToUndo(_ choice: UndoChoice) -> (op: OpID?, effects: [Effect]) {
    var effects: [Effect] = []
    guard let prospect = attempt(&effects, { try desk.prospect(of: choice) }) else {
      return (nil, effects)
    }
    guard case .action(let entry, let reasons) = prospect else {
      return (nil, refused([.nothingToUndo]))
    }
    guard reasons.isEmpty else {
      return (
        nil,
        bad(
          wording.say(vi: "Không hoàn tác được ", en: "Not undone: ") + wording.undoneAction(entry)
            + ": " + reasons.map(wording.refusal).joined(separator: "; "))
      )
    }
    let dialog = Dialog(
      title: wording.say(vi: "Hoàn tác việc này?", en: "Take this back?"),
      message: [
        StyledText(wording.undoneAction(entry), role: .heading, hangingIndent: 2),
        StyledText("\(wording.moment(entry.op.moment))  \(entry.staff)"),
      ],
      choices: [
        Dialog.Choice(.dialogYes, label: wording.say(vi: "Hoàn tác", en: "Take it back")),
        Dialog.Choice(.cancel, label: wording.say(vi: "Để nguyên", en: "Leave it")),
      ], language: language)
    return (entry.op.id, [.push(DialogScreen(dialog, keys: keyMap))])
  }

  /// Takes the action back that was asked about, if the answer was yes.
  func undo(_ op: OpID, answered value: (any Sendable)?) -> [Effect] {
    guard let answer = value as? Dialog.Answer, answer.command == .dialogYes else { return [] }
    var effects: [Effect] = []
    let outcome = attempt(&effects) { try desk.undo(op) }
    return effects + (outcome.map(told) ?? [])
  }
}
