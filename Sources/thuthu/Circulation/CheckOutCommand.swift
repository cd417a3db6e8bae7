import ArgumentParser
import LibraryCore
import LibraryStore

/// Lends copies to a patron.
struct CheckOutCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkout",
    abstract: .say(vi: "Ghi mượn.", en: "Lend copies to a patron."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("card", vi: "Số thẻ của người mượn.", en: "The borrower's card."))
  var patron: String

  @Argument(help: .say("barcode", vi: "Mã vạch các bản.", en: "The copies' barcodes."))
  var barcodes: [String]

  @Option(
    help: .say(
      "reason", vi: "Vẫn cho mượn dù bị chặn, với lý do này; cần quyền.",
      en: "Lend against refusals, for this reason; needs the permission."))
  var override: String?

  @Option(
    help: .say(
      "day", vi: "Hạn trả thay cho quy định; cần quyền.",
      en: "The due date instead of the rules' own; needs the permission."))
  var due: CalendarDay?

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ trả lời, không ghi.", en: "Decide and answer; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    var status = ExitStatus.done
    for barcode in barcodes {
      let outcome = try session.desk.checkOut(
        barcode, to: patron, due: due, override: override, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome))
      status = status.or(outcome.status)
    }
    return status
  }
}
