import ArgumentParser
import LibraryStore

/// Lets loans run on.
struct RenewCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: .say(vi: "Gia hạn.", en: "Renew loans."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("barcode", vi: "Mã vạch các bản.", en: "The copies' barcodes."))
  var barcodes: [String] = []

  @Option(
    help: .say(
      "card", vi: "Mọi bản bạn đọc này đang mượn, như khi gọi điện thoại.",
      en: "Everything this patron has on loan, as over the telephone."))
  var all: String?

  @Option(
    help: .say(
      "reason", vi: "Vẫn gia hạn dù bị chặn, với lý do này; cần quyền.",
      en: "Renew against refusals, for this reason; needs the permission."))
  var override: String?

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ trả lời, không ghi.", en: "Decide and answer; write nothing."))
  var dryRun = false

  func validate() throws {
    guard barcodes.isEmpty == (all != nil) else {
      throw ValidationError(
        .say(vi: "Cho mã vạch hoặc --all, một trong hai.", en: "Give barcodes or --all."))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    if let all {
      let outcome = try session.desk.renewAll(all, override: override, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome))
      return outcome.status
    }
    var status = ExitStatus.done
    for barcode in barcodes {
      let outcome = try session.desk.renew(barcode, override: override, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome))
      status = status.or(outcome.status)
    }
    return status
  }
}
