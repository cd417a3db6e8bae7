import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Adds one copy or several to a record.
struct ItemAddCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: .say(vi: "Thêm bản cho biểu ghi.", en: "Add copies to a record."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("record", vi: "Số biểu ghi.", en: "The record's number."))
  var record: EntityID

  @Option(
    help: .say(
      "barcode", vi: "Mã vạch; không có thì lấy số tiếp theo.",
      en: "The barcode; the next number otherwise."))
  var barcode: String?

  @Option(
    help: .say(
      "prefix", vi: "Dãy số tự động, như VV.", en: "The series of running numbers, as in VV."))
  var series: String?

  @Option(
    help: .say(
      "n", vi: "Thêm n bản một lượt, số chạy tiếp; một lần hoàn tác bỏ cả lượt.",
      en: "Add n copies at once, their numbers running on; one undo takes them back."))
  var count: Int?

  @Flag(
    help: .say(
      vi: "Ký hiệu xếp giá và giá lấy từ biểu ghi nếu không ghi.",
      en: "Take call number and price from the record where none is given."))
  var fromRecord = false

  @OptionGroup var fields: ItemFields

  @OptionGroup var shared: OneNumberOption
  func validate() throws {
    guard let count else { return }
    guard (1...Desk.copiesMaximum).contains(count) else {
      throw ValidationError(
        .say(
          vi: "--count từ 1 đến \(Desk.copiesMaximum)",
          en: "--count is from 1 to \(Desk.copiesMaximum)"))
    }
    guard barcode == nil else {
      throw ValidationError(
        .say(
          vi: "--count và --barcode không đi cùng", en: "--count and --barcode exclude each other")
      )
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    var draft = ItemDraft(
      record: record, barcode: barcode, series: series, callNumber: fields.callNumber,
      location: fields.location, type: fields.type, price: fields.price,
      copyNumber: fields.copyNumber, note: fields.note, source: fields.source,
      document: fields.document, acquiredOn: fields.acquired, library: fields.owner)
    if fromRecord, let stored = try session.desk.record(record) {
      draft = draft.filled(from: stored.record)
    }
    let notices = try session.desk.houseConfiguration().notices(of: draft.fields)
    guard let count else {
      let outcome = try shared.applied(to: session.desk).addItem(draft)
      let label = try session.desk.barcode(of: outcome)
      let barcode: JSONValue = ["barcode": .optional(label)]
      return session.answer(
        outcome, .newItem, barcode.adding(.notices(notices)),
        done: session.words.done(
          session.words.say(vi: "Đã thêm bản \(label ?? "")", en: "Added copy \(label ?? "")"),
          notices))
    }
    let desk = shared.applied(to: session.desk)
    return answer(try desk.addItems(draft, count: count), notices, session)
  }

  private func answer(
    _ outcome: CopiesOutcome, _ notices: [EntryNotice], _ session: LibrarySession
  ) -> ExitStatus {
    switch outcome {
    case .added(let batch, let op, let barcodes):
      let added: JSONValue = [
        "outcome": "added", "batch": .entity(batch), "op": .op(op),
        "barcodes": .list(barcodes.map { .text($0) }),
      ]
      session.answer(
        added.adding(.notices(notices)),
        session.words.done(session.words.copiesAdded(barcodes), notices))
      return .done
    case .refused(let reasons):
      session.output.answer(reasons, isJSON: session.isJSON, session.words)
      return .refused
    case .unknown(let code):
      session.answer(.unknown("record", code), session.words.lines(.unknown(code), ""))
      return .refused
    }
  }
}
