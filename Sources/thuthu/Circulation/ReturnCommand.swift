import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Takes copies back.
struct ReturnCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: .say(vi: "Ghi trả.", en: "Take copies back."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("barcode", vi: "Mã vạch các bản.", en: "The copies' barcodes."))
  var barcodes: [String] = []

  @Option(
    help: .say(
      "file",
      vi: "Tệp mã vạch của cả thùng, mỗi dòng một mã, sau mã có thể có số lượt cơ sở báo về.",
      en: "A file of barcodes of a whole box, behind each the uses reported of it."))
  var file: String?

  @Option(
    help: .say(
      "count", vi: "Số lượt luân chuyển cơ sở báo về của bản này.",
      en: "The uses an institution reports of this copy."))
  var uses: Int?

  @Option(
    help: .say(
      "who", vi: "Người đọc ở cơ sở: adult hoặc child.",
      en: "Who read there: adult or child."))
  var audience: Audience = .adult

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
    guard charge == nil || damaged != nil, damaged == nil && uses == nil || barcodes.count == 1
    else {
      throw ValidationError(
        .say(
          vi: "--damaged và --uses đi với một bản; --charge đi với --damaged.",
          en: "--damaged and --uses go with one copy; --charge goes with --damaged."))
    }
    guard barcodes.isEmpty == (file != nil), file == nil || !dryRun else {
      throw ValidationError(
        .say(
          vi: "Cho mã vạch hoặc --file; --file không đi với --dry-run.",
          en: "Give barcodes or --file; --file does not go with --dry-run."))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    if let file { return try takeBox(file, session) }
    let damage = damaged.map { Damage($0, charge: charge ?? .zero) }
    var status = ExitStatus.done
    for barcode in barcodes {
      let outcome = try session.desk.takeBack(
        barcode, dropBox: dropBox, damage: damage, uses: uses, readBy: audience, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome))
      status = status.or(outcome.status)
    }
    return status
  }

  /// Takes every copy of the file back together, then tells how the boxes stand that they came from.
  private func takeBox(_ file: String, _ session: LibrarySession) throws -> ExitStatus {
    let list = try BoxList(file: file, session)
    let outcome = try session.desk.takeBackAll(list.lines, dropBox: dropBox, readBy: audience)
    var status = ExitStatus.done
    for back in outcome.outcomes {
      session.answer(back.json, session.words.lines(back))
      status = status.or(back.status)
    }
    for box in outcome.boxes {
      session.answer(JSONValue(box).adding(["outcome": "box"]), session.words.boxState(box))
    }
    return status
  }
}
