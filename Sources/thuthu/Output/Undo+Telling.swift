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

extension UndoChoice {
  init(op: OpID?, account: String?, drawer: String?) {
    self =
      account.map { .account(card: $0) } ?? drawer.map { .drawer($0) } ?? op.map { .op($0) }
      ?? .last
  }
}

extension UndoProspect {
  /// The answer of a dry run, or where nothing can be done.
  var json: JSONValue {
    switch self {
    case .action(let entry, let reasons) where reasons.isEmpty:
      ["outcome": "undone", "undone": .op(entry.op.id), "op": .null, "action": JSONValue(entry)]
    case .action(let entry, let reasons):
      JSONValue.refused(reasons).adding(["action": JSONValue(entry)])
    case .nothing: .refused([.nothingToUndo])
    case .unknownOp(let op): UndoOutcome.unknownOp(op).json
    case .unknownPatron(let typed): .unknown("patron", typed)
    case .unknownDrawer(let typed): .unknown("drawer", typed)
    }
  }

  /// What is to be taken back, where it can be.
  var op: OpID? {
    if case .action(let entry, let reasons) = self, reasons.isEmpty { entry.op.id } else { nil }
  }
}

extension Desk {
  /// Takes the chosen action back, or only says what it is.
  func undone(_ choice: UndoChoice, dryRun: Bool) throws -> JSONValue {
    if choice == .last, !dryRun { return try telling(undo()) }
    let prospect = try prospect(of: choice)
    guard !dryRun, let op = prospect.op else { return prospect.json }
    return try telling(undo(op))
  }
}

extension LibrarySession {
  /// Takes the chosen action back, or only says what it is.
  func undo(_ choice: UndoChoice, dryRun: Bool) throws -> ExitStatus {
    if choice == .last, !dryRun { return try answer(desk.undo()) }
    let prospect = try desk.prospect(of: choice)
    guard !dryRun, let op = prospect.op else {
      answer(prospect.json, words.lines(prospect))
      return prospect.op == nil ? .refused : .done
    }
    return try answer(desk.undo(op))
  }

  /// Answers for an action that was taken back, or was not.
  func answer(_ outcome: UndoOutcome) throws -> ExitStatus {
    let action = try desk.actionUndone(outcome)
    let notices = try desk.notices(ofUndone: outcome).map { "  • " + words.notice($0) }
    let json = try desk.telling(outcome)
    answer(json, words.lines(outcome, action) + notices)
    return outcome.status
  }
}

extension Wording {
  fileprivate func lines(_ prospect: UndoProspect) -> [String] {
    switch prospect {
    case .action(let entry, let reasons):
      [
        (reasons.isEmpty
          ? say(vi: "Sẽ hoàn tác: ", en: "Would take back: ")
          : say(vi: "KHÔNG hoàn tác được: ", en: "NOT undone: ")) + logEntry(entry)
      ] + lines(reasons)
    case .nothing: lines(UndoOutcome.refused([.nothingToUndo]))
    case .unknownOp(let op): lines(UndoOutcome.unknownOp(op))
    case .unknownPatron(let typed): [unknownPatron(typed)]
    case .unknownDrawer(let typed):
      [say(vi: "Chưa mở ca nào ở ngăn «\(typed)»", en: "No shift was opened at drawer “\(typed)”")]
    }
  }

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
