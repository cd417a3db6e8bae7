import LibraryCore
import Workstation

extension VisitUndoOutcome {
  var json: JSONValue {
    switch self {
    case .undone(let undo): JSONValue.object([]).adding(["outcome": "undone"]).adding(undo.json)
    case .refused(let undo):
      JSONValue.refused(undo.blocked.flatMap(\.reasons)).adding(undo.json)
    case .nothing(let patron):
      JSONValue.refused([.nothingToUndo]).adding(["patron": JSONValue(patron)])
    case .unknownPatron(let typed): .unknown("patron", typed)
    }
  }

  var status: ExitStatus { if case .undone = self { .done } else { .refused } }
}

extension VisitUndo {
  fileprivate var json: JSONValue {
    [
      "patron": JSONValue(patron),
      "actions": .list(
        lines.map { line in
          [
            "action": JSONValue(line.entry), "op": .op(line.undone),
            "reasons": .list(line.reasons.map { JSONValue($0) }),
          ]
        }),
    ]
  }
}

extension Wording {
  func lines(_ outcome: VisitUndoOutcome, isDryRun: Bool) -> [String] {
    switch outcome {
    case .undone(let undo) where isDryRun:
      [say(vi: "Sẽ hoàn tác, việc mới nhất trước:", en: "Would take back, the newest first:")]
        + lines(undo)
    case .undone(let undo), .refused(let undo):
      [visitUndoHeadline(outcome, .visit)] + lines(undo)
    case .nothing(let patron):
      [
        say(
          vi: "Không có việc nào để hoàn tác với \(label(patron))",
          en: "There is nothing to take back with \(label(patron))")
      ]
    case .unknownPatron(let typed): [unknownPatron(typed)]
    }
  }

  private func lines(_ undo: VisitUndo) -> [String] {
    undo.lines.flatMap { line in
      ["  " + logEntry(line.entry)] + line.reasons.map { "    • " + refusal($0) }
    }
  }
}
