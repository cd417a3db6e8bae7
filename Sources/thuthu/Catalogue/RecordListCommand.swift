import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Lists the titles of the catalogue from A to Z.
struct RecordListCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: .say(
      vi: "Liệt kê nhan đề từ A đến Z, theo nhan đề hay theo tác giả.",
      en: "List the titles from A to Z, by title or by author."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("order", vi: "title hoặc author.", en: "title or author."))
  var sort: Drawer = .title

  @OptionGroup var filing: Filing

  @Option(
    help: .say(
      "text", vi: "Bắt đầu từ chỗ của những chữ này, có dấu hay không.",
      en: "Begin at these words, with tones or without."))
  var from: String?

  @OptionGroup var page: Page

  func validate() throws {
    guard from == nil || filing.order == nil else {
      throw ValidationError(
        .say(
          vi: "--from chỉ dùng với thứ tự đã đặt cho thư viện, không cùng --order",
          en: "--from goes with the library's own order, not with --order"))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    let hits = try read(session.desk)
    if session.isJSON {
      for hit in hits { session.output.line(JSONValue(hit)) }
    } else {
      for line in session.words.list(hits) { session.output.line(line) }
    }
    return .done
  }

  private func read(_ desk: Desk) throws -> [TitleHit] {
    if let from {
      let (sum, isTooMany) = page.limit.addingReportingOverflow(page.offset)
      let filed = try desk.filed(in: sort, .from(from), limit: isTooMany ? .max : sum)
      return filed.dropFirst(page.offset).map(\.hit)
    }
    let order = try filing.order ?? desk.houseConfiguration().filingOrder
    return try desk.listed(in: sort, order, limit: page.limit, offset: page.offset)
  }
}
