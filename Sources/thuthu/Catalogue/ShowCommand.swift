import ArgumentParser
import LibraryCore

/// Shows everything known of one thing.
struct ShowCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: .say(
      vi: "Cho xem mọi điều về một đối tượng.", en: "Show all that is known of one thing."))

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case record
    case item
    case patron
    case loan
  }

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say("kind", vi: "record, item, patron hoặc loan.", en: "record, item, patron or loan."))
  var kind: Kind

  @Argument(
    help: .say(
      "id",
      vi: "Số biểu ghi, mã vạch, số thẻ; lượt mượn: mã vạch đang mượn hoặc số của việc cho mượn.",
      en:
        "The record's number, the barcode, the card; of a loan the barcode on loan or the action's number."
    ))
  var key: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    let found = try Showing(session.desk).find(kind, key)
    session.answer(found.json, found.lines(session.words))
    return found.isFound ? .done : .refused
  }
}
