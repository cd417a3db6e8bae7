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
      "code", vi: "Chỉ kho này, theo thứ tự trên giá.", en: "Only this location, in shelf order."))
  var location: String?

  @Option(
    help: .say("record", vi: "Chỉ các bản của biểu ghi này.", en: "Only the copies of this record.")
  )
  var record: EntityID?

  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    let items =
      try record.map { try session.desk.items(of: $0) }
      ?? session.desk.items(
        status: status, location: location, limit: page.limit, offset: page.offset)
    if session.isJSON {
      for item in items { session.output.line(JSONValue(item)) }
    } else {
      for line in session.words.list(items) { session.output.line(line) }
    }
    return .done
  }
}
