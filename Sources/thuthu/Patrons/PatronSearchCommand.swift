import ArgumentParser
import LibraryStore

/// Finds patrons by card, name in any order, birth year or telephone.
struct PatronSearchCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: .say(
      vi: "Tìm bạn đọc theo thẻ, tên có dấu hay không, năm sinh, điện thoại.",
      en: "Find patrons by card, name with tones or without, birth year, telephone."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("words", vi: "Các từ cần tìm.", en: "The words to look for."))
  var words: [String]

  @OptionGroup var filter: PatronFilterOptions
  @OptionGroup var page: Page

  func run(in session: LibrarySession) throws -> ExitStatus {
    let found = try session.desk.findPatrons(
      words.joined(separator: " "), among: filter.filter(session), limit: page.limit,
      offset: page.offset)
    session.answer(found, page)
    return .done
  }
}
