import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Lists the batches.
struct ImportListCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say(vi: "Liệt kê các đợt nhập.", en: "List the batches."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("n", vi: "Nhiều nhất bấy nhiêu dòng.", en: "At most this many."))
  var limit = 100

  func run(in session: LibrarySession) throws -> ExitStatus {
    for batch in try session.desk.batches(limit: max(0, limit)) {
      session.answer(JSONValue(batch), session.words.batch(batch))
    }
    return .done
  }
}

/// Takes a whole batch back.
struct ImportUndoCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: .say(vi: "Huỷ cả một đợt nhập.", en: "Take a whole batch back."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("batch", vi: "Số đợt.", en: "The batch."))
  var batch: EntityID

  func run(in session: LibrarySession) throws -> ExitStatus {
    let bar = ProgressLine(isQuiet: session.isJSON)
    let total = try session.desk.batch(batch).map { $0.counts.records + $0.counts.items } ?? 0
    let outcome = try session.desk.undoBatch(batch) { done in
      bar.show(done, of: total, "\(done)")
      return true
    }
    bar.end()
    session.answer(outcome.json, session.words.lines(outcome))
    return outcome.status
  }
}

/// Closes a batch that was broken off, as it is.
struct ImportCloseCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: .say(
      vi: "Đóng một đợt nhập bị ngắt, giữ những gì đã nhập.",
      en: "Close a batch that was broken off, as it is."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("batch", vi: "Số đợt.", en: "The batch."))
  var batch: EntityID

  func run(in session: LibrarySession) throws -> ExitStatus {
    let outcome = try session.desk.closeBatch(batch)
    session.answer(outcome.json, session.words.lines(outcome))
    return outcome.status
  }
}

extension JSONValue {
  fileprivate init(_ batch: Batch) {
    let head: JSONValue = [
      "batch": .entity(batch.id), "kind": .text(batch.kind), "source": .text(batch.source),
      "openedAt": .moment(batch.openedAt), "status": .text(batch.status.rawValue),
    ]
    self = head.adding(JSONValue(batch.counts))
  }
}

extension BatchOutcome {
  var json: JSONValue {
    switch self {
    case .undone(let taken, let kept, let op):
      [
        "outcome": "undone", "taken": .count(taken), "kept": .list(kept.map { .entity($0) }),
        "op": .op(op),
      ]
    case .stopped(let taken): ["outcome": "stopped", "taken": .count(taken)]
    case .closed(let counts, let op):
      JSONValue(counts).adding(["op": .op(op)]).with("outcome", "closed")
    case .refused(let reasons): .refused(reasons)
    case .unknown(let typed): .unknown("batch", typed)
    }
  }

  var status: ExitStatus {
    switch self {
    case .undone, .stopped, .closed: .done
    case .refused, .unknown: .refused
    }
  }
}

extension Wording {
  fileprivate func batch(_ batch: Batch) -> String {
    "\(batch.id)  \(moment(batch.openedAt))  \(batchStatus(batch.status))  \(batch.source): \(batchCounts(batch.counts))"
  }

  func lines(_ outcome: BatchOutcome) -> [String] {
    if case .refused(let reasons) = outcome { return lines(reasons) }
    return [batchOutcome(outcome)]
  }
}
