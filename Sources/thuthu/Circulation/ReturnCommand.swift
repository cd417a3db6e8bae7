import ArgumentParser
import LibraryStore

/// Takes copies back.
struct ReturnCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: .say(vi: "Ghi trả.", en: "Take copies back."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("barcode", vi: "Mã vạch các bản.", en: "The copies' barcodes."))
  var barcodes: [String]

  @Flag(
    name: .customLong("drop-box"),
    help: .say(
      vi: "Lấy từ thùng trả sách: tính như trả lúc thư viện đóng cửa lần trước.",
      en: "From the drop box: counts as returned when the library last closed."))
  var dropBox = false

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ trả lời, không ghi.", en: "Decide and answer; write nothing."))
  var dryRun = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    var status = ExitStatus.done
    for barcode in barcodes {
      let outcome = try session.desk.takeBack(barcode, dropBox: dropBox, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome))
      status = status.or(outcome.status)
    }
    return status
  }
}
