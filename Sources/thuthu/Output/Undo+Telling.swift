import LibraryCore
import LibraryStore
import Workstation

extension Desk {
  /// The outcome of taking an action back, with the action itself.
  func telling(_ outcome: UndoOutcome) throws -> JSONValue {
    guard let action = try actionUndone(outcome) else { return outcome.json }
    return outcome.json.adding([
      "action": JSONValue(action),
      "notices": .list(try notices(ofUndone: outcome).map { JSONValue($0) }),
    ])
  }

  /// What was taken back; nil where nothing was.
  fileprivate func actionUndone(_ outcome: UndoOutcome) throws -> LogEntry? {
    guard case .undone(let undone, _) = outcome else { return nil }
    return try logEntry(undone)
  }
}

extension LibrarySession {
  /// Answers for an action that was taken back, or was not.
  func answer(_ outcome: UndoOutcome) throws -> ExitStatus {
    let action = try desk.actionUndone(outcome)
    let notices = try desk.notices(ofUndone: outcome).map { "  • " + words.notice($0) }
    answer(try desk.telling(outcome), words.lines(outcome, action) + notices)
    return outcome.status
  }
}

extension Wording {
  func lines(_ outcome: UndoOutcome, _ action: LogEntry? = nil) -> [String] {
    switch outcome {
    case .undone(let undone, let op):
      [
        say(
          vi: "Đã hoàn tác việc số \(undone) (bằng việc số \(op))",
          en: "Undone: action \(undone) (by action \(op))")
          + (action.map { ": " + undoneAction($0) } ?? "")
      ]
    case .refused(let reasons):
      [say(vi: "KHÔNG hoàn tác được", en: "NOT undone")] + lines(reasons)
    case .unknownOp(let op):
      [say(vi: "Không có việc số \(op)", en: "There is no action \(op)")]
    }
  }
}
