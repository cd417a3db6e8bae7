import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Lists copies by status and place.
struct ItemListCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say(vi: "Liệt kê các bản.", en: "List copies."))

  @OptionGroup var global: GlobalOptions

  @Option(
    help: .say(
      "status", vi: "Chỉ những bản có tình trạng này.", en: "Only copies with this status."))
  var status: ItemStatus?

  @Option(
    help: .say(
      "code", vi: "Chỉ kho này.", en: "Only this location."))
  var location: String?

  @Option(
    help: .say("record", vi: "Chỉ các bản của biểu ghi này.", en: "Only the copies of this record.")
  )
  var record: EntityID?

  @Option(
    help: .say(
      "order", vi: "shelf (từng kho, theo ký hiệu xếp giá), barcode hoặc entered (lúc nhập).",
      en: "shelf (place by place, by call number), barcode or entered."))
  var sort: ItemOrder = .shelf

  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    let items =
      try record.map { try session.desk.items(of: $0) }
      ?? session.desk.items(
        status: status, location: location, sortedBy: sort, limit: page.limit, offset: page.offset)
    if session.isJSON {
      for item in items { session.output.line(JSONValue(item)) }
    } else {
      for line in session.words.list(items) { session.output.line(line) }
    }
    return .done
  }
}
