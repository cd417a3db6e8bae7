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
    guard barcodes.isEmpty == (file != nil), file == nil || !onSite,
      receiver == nil || file != nil
    else {
      throw ValidationError(
        .say(
          vi:
            "Cho mã vạch hoặc --file; --file không đi với --on-site; --receiver đi với --file.",
          en:
            "Give barcodes or --file; --file does not go with --on-site; --receiver goes with --file."
        ))
    }
  }

  func run(in session: LibrarySession) throws -> ExitStatus {
    if let file { return try lendBox(file, session) }
    var status = ExitStatus.done
    func tell(_ outcome: CheckoutOutcome) {
      session.answer(outcome.json, session.words.lines(outcome))
      status = status.or(outcome.status)
    }
    if dryRun {
      for outcome in try rehearsed(session.desk) { tell(outcome) }
    } else {
      for barcode in barcodes { tell(try lend(barcode, session.desk)) }
    }
    return status
  }

  private func lend(_ barcode: String, _ desk: Desk, dryRun: Bool = false) throws
    -> CheckoutOutcome
  {
    try desk.checkOut(
      barcode, to: patron, due: due, onSite: onSite, override: override, dryRun: dryRun)
  }

  /// What each copy would come to after those before it: the last loan a reader may have is there once.
  private func rehearsed(_ desk: Desk) throws -> [CheckoutOutcome] {
    try desk.rehearse { desk in
      try barcodes.map { barcode in
        let outcome = try lend(barcode, desk, dryRun: true)
        if case .lent = outcome { _ = try lend(barcode, desk) }
        return outcome
      }
    }.value
  }

  /// Lends every copy of the file together, then writes the list that goes with the box.
  private func lendBox(_ file: String, _ session: LibrarySession) throws -> ExitStatus {
    let list = try BoxList(file: file, session)
    let lendAll = { (desk: Desk) in
      try desk.checkOutAll(
        list.lines.map(\.barcode), to: patron, receiver: receiver, due: due, override: override)
    }
    let rehearsed = dryRun ? try session.desk.rehearse(lendAll) : nil
    guard
      case .each(let outcomes, let borrower, let box) = try rehearsed?.value
        ?? lendAll(session.desk)
    else {
      let unknown = CheckoutOutcome.unknownPatron(patron)
      session.answer(unknown.json, session.words.lines(unknown))
      return .refused
    }
    guard !session.isJSON else {
      for outcome in outcomes {
        session.output.line(outcome.json.forgetting { rehearsed?.made($0) ?? false })
      }
      if let box, !dryRun {
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
    let refused = outcomes.count - lent.count
    session.output.line(
      dryRun
        ? words.say(
          vi: "Sẽ cho mượn \(lent.count), không được \(refused); chưa ghi gì",
          en: "Would lend \(lent.count), refuse \(refused); nothing was written")
        : words.say(
          vi: "Đã cho mượn \(lent.count), không được \(refused)",
          en: "Lent \(lent.count), refused \(refused)"))
    if let box, !dryRun, let sent = try session.desk.box(box.id) {
      session.output.line(words.boxState(sent))
    }
    return outcomes.reduce(.done) { $0.or($1.status) }
  }
}
