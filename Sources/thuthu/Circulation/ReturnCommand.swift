import ArgumentParser
import LibraryCore
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

  @Option(
    help: .say(
      "note", vi: "Bản hỏng: hỏng thế nào; bản được để riêng.",
      en: "The copy is damaged: how; it is set aside."))
  var damaged: String?

  @Option(
    help: .say(
      "amount", vi: "Tiền bạn đọc đền cho chỗ hỏng (với --damaged).",
      en: "What the reader pays for the damage (with --damaged)."))
  var charge: Money?

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ trả lời, không ghi.", en: "Decide and answer; write nothing."))
  var dryRun = false

  func validate() throws {
    guard charge == nil || damaged != nil, damaged == nil || barcodes.count == 1 else {
      throw ValidationError(
        .say(
          vi: "--damaged đi với một bản; --charge đi với --damaged.",
          en: "--damaged goes with one copy; --charge goes with --damaged."))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    let damage = damaged.map { Damage($0, charge: charge ?? .zero) }
    var status = ExitStatus.done
    for barcode in barcodes {
      let outcome = try session.desk.takeBack(
        barcode, dropBox: dropBox, damage: damage, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome))
      status = status.or(outcome.status)
    }
    return status
  }
}
