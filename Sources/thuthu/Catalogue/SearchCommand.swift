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
      "words",
      vi: "Các từ; từ cuối, và từ có dấu *, có thể là phần đầu của một từ; \"...\" là cả cụm.",
      en: "Words; the last, and one with a *, may be the beginning of one; \"...\" is a phrase."))
  var words: [String]

  @Option(
    name: .customLong("in"),
    help: .say(
      "field", vi: "any, title, author, subject, isbn hoặc callno.",
      en: "any, title, author, subject, isbn or callno."))
  var field: SearchField = .any

  @Option(
    help: .say(
      "order", vi: "relevance (mặc định), title, author hoặc year.",
      en: "relevance (as a rule), title, author or year."))
  var sort: HitOrder = .relevance

  @OptionGroup var filing: Filing
  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    let found = try CatalogueSearch(session.desk.file).find(
      words.joined(separator: " "), in: field, sortedBy: sort, filing: filing.order,
      limit: page.limit, offset: page.offset)
    if session.isJSON {
      for hit in found.hits { session.output.line(JSONValue(hit)) }
    } else {
      for line in session.words.lines(found, page) { session.output.line(line) }
    }
    return .done
  }
}

/// In which order texts are listed.
struct Filing: ParsableArguments {
  @Option(
    help: .say(
      "order", vi: "Thứ tự chữ: catalogue hay cldr; không có thì theo thiết lập của thư viện.",
      en: "The order of texts: catalogue or cldr; without it as the library has set."))
  var order: FilingOrder?
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
    let first = page.offset + 1
    let last = page.offset + found.hits.count
    let total =
      switch found.total {
      case .exactly(let count): "\(count)"
      case .moreThan(let count): "> \(count)"
      }
    return list(found.hits)
      + [say(vi: "\(first)–\(last) trong \(total)", en: "\(first)–\(last) of \(total)")]
  }

  /// Titles as a table.
  func list(_ hits: [TitleHit]) -> [String] {
    var table = TextTable([
      TextTable.Column(heading: say(vi: "Số", en: "No."), isNumber: true),
      TextTable.Column(heading: say(vi: "Nhan đề", en: "Title"), givesWay: true),
      TextTable.Column(heading: say(vi: "Tác giả", en: "Author"), givesWay: true),
      TextTable.Column(heading: say(vi: "Năm", en: "Year")),
      TextTable.Column(heading: say(vi: "Có/bản", en: "In/copies"), isNumber: true),
    ])
    table.rows = hits.map { hit in
      [
        "\(hit.id)", hit.title, hit.author ?? "", hit.year ?? "",
        "\(hit.copiesIn)/\(hit.copies)",
      ]
    }
    return table.lines()
  }
}
