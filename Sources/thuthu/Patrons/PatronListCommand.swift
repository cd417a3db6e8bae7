import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Lists patrons by given name or by card.
struct PatronListCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .say(vi: "Liệt kê bạn đọc.", en: "List the patrons."))

  @OptionGroup var global: GlobalOptions

  @Option(
    help: .say(
      "order", vi: "given-name (tên, rồi họ, rồi đệm) hoặc card (số thẻ).",
      en: "given-name (then family name, then the rest) or card."))
  var sort: PatronOrder = .givenName

  @OptionGroup var filter: PatronFilterOptions
  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    session.answer(
      try session.desk.patrons(
        sortedBy: sort, among: filter.filter(session), limit: page.limit, offset: page.offset),
      page)
    return .done
  }
}

/// Which part of a long list to show.
struct Page: ParsableArguments {
  @Option(help: .say("n", vi: "Nhiều nhất bấy nhiêu dòng.", en: "At most this many."))
  var limit = 20

  @Option(help: .say("n", vi: "Bỏ qua bấy nhiêu dòng đầu.", en: "Leave out this many first."))
  var offset = 0

  func validate() throws {
    guard limit >= 0, offset >= 0 else {
      throw ValidationError(
        .say(
          vi: "--limit và --offset không được âm", en: "--limit and --offset may not be negative"))
    }
  }
}

extension LibrarySession {
  func answer(_ found: PatronHits, _ page: Page) {
    if isJSON {
      for hit in found.hits { output.line(JSONValue(hit)) }
      return
    }
    for line in words.list(found.hits) { output.line(line) }
    guard found.total > found.hits.count || !found.isComplete else { return }
    let total = found.isComplete ? "\(found.total)" : "> \(found.total)"
    let first = page.offset + 1
    let last = page.offset + found.hits.count
    output.line(
      words.say(vi: "\(first)–\(last) trong \(total)", en: "\(first)–\(last) of \(total)"))
  }
}
