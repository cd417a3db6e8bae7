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

/// Shows the texts that an import changed, as they were received.
struct ImportReceivedCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "received",
    abstract: .say(
      vi: "Xem chữ gốc của những trường mà một đợt nhập đã đổi bảng mã hay sửa dấu.",
      en: "Show the texts that an import decoded or repaired, as they were received."))

  private static let pageLength = 1000

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("batch", vi: "Số đợt.", en: "The batch."))
  var batch: EntityID

  func run(in session: LibrarySession) throws -> ExitStatus {
    var offset = 0
    while true {
      let page = try session.desk.textsMended(
        by: batch, limit: ImportReceivedCommand.pageLength, offset: offset)
      for texts in page {
        for field in texts.fields {
          session.answer(
            JSONValue(field, of: texts), session.words.receivedText(field, of: texts))
        }
      }
      offset += page.count
      if page.isEmpty { break }
    }
    guard offset == 0, try session.desk.batch(batch) == nil else { return .done }
    session.answer(
      .unknown("batch", batch.description),
      session.words.batchOutcome(.unknown(batch.description)))
    return .refused
  }
}

extension JSONValue {
  fileprivate init(_ field: TextsMended.Field, of texts: TextsMended) {
    self = [
      "file": .text(texts.file), "place": .count(texts.place), "field": .text(field.name),
      "received": .text(field.shown), "bytes": .text(hexadecimal(field.received)),
      "encoding": .optional(field.encoding), "confidence": .share(Double(field.confidence) / 100),
      "guesses": .list(field.guesses.map { .text($0) }),
    ]
  }
}

extension Wording {
  /// How to see what an import was given.
  func receivedTexts(_ batch: EntityID) -> String {
    say(
      vi: "Chữ gốc còn giữ: thuthu import received \(batch)",
      en: "The texts as received are kept: thuthu import received \(batch)")
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
    "\(batch.id)  \(moment(batch.openedAt))  \(batchStatus(batch.status))  \(batchSubject(kind: batch.kind, source: batch.source)): \(batchResult(batch))"
  }

  func lines(_ outcome: BatchOutcome) -> [String] {
    if case .refused(let reasons) = outcome { return lines(reasons) }
    return [batchOutcome(outcome)]
  }
}
