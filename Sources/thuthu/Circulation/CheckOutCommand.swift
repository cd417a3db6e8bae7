import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Lends copies to a patron.
struct CheckOutCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkout",
    abstract: .say(vi: "Ghi mượn.", en: "Lend copies to a patron."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("card", vi: "Số thẻ của người mượn.", en: "The borrower's card."))
  var patron: String

  @Argument(help: .say("barcode", vi: "Mã vạch các bản.", en: "The copies' barcodes."))
  var barcodes: [String] = []

  @Option(
    help: .say(
      "file", vi: "Tệp mã vạch, mỗi dòng một mã: cả thùng luân chuyển ghi mượn một lượt.",
      en: "A file of barcodes, one a line: a whole box lent at once."))
  var file: String?

  @Option(
    help: .say(
      "name", vi: "Người nhận thùng luân chuyển (với --file).",
      en: "Who takes the box over (with --file)."))
  var receiver: String?

  @Flag(
    name: .customLong("on-site"),
    help: .say(vi: "Đọc tại chỗ, trả trong ngày.", en: "For reading here, due today."))
  var onSite = false

  @Option(
    help: .say(
      "reason", vi: "Vẫn cho mượn dù bị chặn, với lý do này; cần quyền.",
      en: "Lend against refusals, for this reason; needs the permission."))
  var override: String?

  @Option(
    help: .say(
      "day", vi: "Hạn trả thay cho quy định, có thể kèm giờ (\"2026-12-03 15:00\"); cần quyền.",
      en:
        "The due date instead of the rules' own, maybe with a time (\"2026-12-03 15:00\"); needs the permission."
    ))
  var due: RequestedDue?

  @Flag(
    name: .customLong("dry-run"),
    help: .say(vi: "Chỉ trả lời, không ghi.", en: "Decide and answer; write nothing."))
  var dryRun = false

  func validate() throws {
    guard barcodes.isEmpty == (file != nil), file == nil || !onSite && !dryRun,
      receiver == nil || file != nil
    else {
      throw ValidationError(
        .say(
          vi:
            "Cho mã vạch hoặc --file; --file không đi với --on-site và --dry-run; --receiver đi với --file.",
          en:
            "Give barcodes or --file; --file goes with neither --on-site nor --dry-run; --receiver goes with --file."
        ))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    if let file { return try lendBox(file, session) }
    var status = ExitStatus.done
    for barcode in barcodes {
      let outcome = try session.desk.checkOut(
        barcode, to: patron, due: due, onSite: onSite, override: override, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome))
      status = status.or(outcome.status)
    }
    return status
  }

  /// Lends every copy of the file together, then writes the list that goes with the box.
  private func lendBox(_ file: String, _ session: LibrarySession) throws -> ExitStatus {
    let list = try BoxList(file: file, session)
    let outcome = try session.desk.checkOutAll(
      list.lines.map(\.barcode), to: patron, receiver: receiver, due: due, override: override)
    guard case .each(let outcomes, let borrower, let box) = outcome else {
      let unknown = CheckoutOutcome.unknownPatron(patron)
      session.answer(unknown.json, session.words.lines(unknown))
      return .refused
    }
    guard !session.isJSON else {
      for outcome in outcomes { session.output.line(outcome.json) }
      if let box {
        session.output.line(["outcome": "boxSent", "box": .entity(box.id), "op": .op(box.op)])
      }
      return outcomes.reduce(.done) { $0.or($1.status) }
    }
    let words = session.words
    var table = TextTable([
      TextTable.Column(heading: "#", isNumber: true),
      TextTable.Column(heading: words.fieldName("barcode")),
      TextTable.Column(heading: words.say(vi: "Nhan đề", en: "Title"), givesWay: true),
      TextTable.Column(heading: words.say(vi: "Hạn trả", en: "Due")),
    ])
    let lent = outcomes.compactMap { if case .lent(let lent) = $0 { lent } else { nil } }
    table.rows = lent.enumerated().map { place, lent in
      ["\(place + 1)", lent.item.barcode.text, lent.item.title, words.due(lent.due.due)]
    }
    session.output.line(words.label(borrower))
    for line in table.lines() { session.output.line(line) }
    for outcome in outcomes where outcome.status != .done {
      for line in words.lines(outcome) { session.output.line(line) }
    }
    session.output.line(
      words.say(
        vi: "Đã cho mượn \(lent.count), không được \(outcomes.count - lent.count)",
        en: "Lent \(lent.count), refused \(outcomes.count - lent.count)"))
    if let box, let sent = try session.desk.box(box.id) {
      session.output.line(words.boxState(sent))
    }
    return outcomes.reduce(.done) { $0.or($1.status) }
  }
}
