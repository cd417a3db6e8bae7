import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Searches the catalogue.
struct SearchCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: .say(
      vi: "Tìm nhan đề, có dấu hay không dấu.", en: "Search the catalogue, with tones or without."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "words", vi: "Các từ; từ cuối có thể là phần đầu của một từ.",
      en: "Words; the last may be the beginning of one."))
  var words: [String]

  @Option(
    name: .customLong("in"),
    help: .say(
      "field", vi: "any, title, author, subject, isbn hoặc callno.",
      en: "any, title, author, subject, isbn or callno."))
  var field: SearchField = .any

  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    let found = try CatalogueSearch(session.desk.file).find(
      words.joined(separator: " "), in: field, limit: page.limit, offset: page.offset)
    if session.isJSON {
      for hit in found.hits { session.output.line(JSONValue(hit)) }
    } else {
      for line in session.words.lines(found, page) { session.output.line(line) }
    }
    return .done
  }
}

extension JSONValue {
  init(_ hit: TitleHit) {
    self = [
      "record": .entity(hit.id), "title": .text(hit.title), "author": .optional(hit.author),
      "publisher": .optional(hit.publisher), "year": .optional(hit.year),
      "classMark": .optional(hit.classMark), "material": .text(hit.brief.material.rawValue),
      "copies": .count(hit.copies), "copiesIn": .count(hit.copiesIn),
    ]
  }

  /// The answer of the desk's `search`.
  init(_ page: SearchPage) {
    let isExact = if case .exactly = page.total { true } else { false }
    self = [
      "outcome": "found", "total": .count(page.total.count), "exact": .bool(isExact),
      "hits": .list(page.hits.map { JSONValue($0) }),
    ]
  }
}

extension Wording {
  fileprivate func lines(_ found: SearchPage, _ page: Page) -> [String] {
    guard !found.hits.isEmpty else {
      return [say(vi: "Không tìm thấy nhan đề nào", en: "No titles found")]
    }
    var table = TextTable([
      TextTable.Column(heading: say(vi: "Số", en: "No."), isNumber: true),
      TextTable.Column(heading: say(vi: "Nhan đề", en: "Title"), givesWay: true),
      TextTable.Column(heading: say(vi: "Tác giả", en: "Author"), givesWay: true),
      TextTable.Column(heading: say(vi: "Năm", en: "Year")),
      TextTable.Column(heading: say(vi: "Có/bản", en: "In/copies"), isNumber: true),
    ])
    table.rows = found.hits.map { hit in
      [
        "\(hit.id)", hit.title, hit.author ?? "", hit.year ?? "",
        "\(hit.copiesIn)/\(hit.copies)",
      ]
    }
    let first = page.offset + 1
    let last = page.offset + found.hits.count
    let total =
      switch found.total {
      case .exactly(let count): "\(count)"
      case .moreThan(let count): "> \(count)"
      }
    return table.lines()
      + [say(vi: "\(first)–\(last) trong \(total)", en: "\(first)–\(last) of \(total)")]
  }
}
