import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Adds a copy to a record.
struct ItemAddCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: .say(vi: "Thêm bản cho biểu ghi.", en: "Add a copy to a record."))

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

  @OptionGroup var fields: ItemFields

  func run(in session: LibrarySession) throws -> ExitStatus {
    let outcome = try session.desk.addItem(
      ItemDraft(
        record: record, barcode: barcode, series: series, callNumber: fields.callNumber,
        location: fields.location, type: fields.type, price: fields.price,
        copyNumber: fields.copyNumber, note: fields.note))
    let label = try session.desk.barcode(of: outcome)
    return session.answer(
      outcome, .newItem, ["barcode": .optional(label)],
      done: session.words.say(vi: "Đã thêm bản \(label ?? "")", en: "Added copy \(label ?? "")"))
  }
}
