import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The register of boxes lent to institutions.
struct BoxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "box",
    abstract: .say(
      vi: "Sổ luân chuyển: thùng gửi tủ sách, trường, điểm phục vụ.",
      en: "Boxes lent to reading rooms, schools and other institutions."),
    discussion: .say(
      vi:
        "Gửi cả thùng: checkout --file; nhận về: return --file; lượt báo về của cả thùng: tally outside --box.",
      en:
        "A whole box is lent by checkout --file and taken back by return --file; tally outside --box counts uses."
    ),
    subcommands: [List.self, Show.self, Pack.self])

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: .say(vi: "Xem sổ luân chuyển.", en: "Show the register."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("card", vi: "Chỉ của nơi này.", en: "Only of this institution."))
    var patron: String?

    @Flag(help: .say(vi: "Chỉ thùng chưa về đủ.", en: "Only boxes that are not all back."))
    var out = false

    @Option(help: .say("day", vi: "Gửi từ ngày này.", en: "Sent from this day on."))
    var from: CalendarDay?

    @Option(help: .say("day", vi: "Gửi đến hết ngày này.", en: "Sent through this day."))
    var to: CalendarDay?

    func validate() throws {
      guard let from, let to, to < from else { return }
      throw ValidationError(.say(vi: "--to trước --from", en: "--to lies before --from"))
    }

    func run(in session: LibrarySession) throws -> ExitStatus {
      var institution: EntityID?
      if let patron {
        guard let known = try session.desk.patron(patron) else {
          let unknown = CheckoutOutcome.unknownPatron(patron)
          session.answer(unknown.json, session.words.lines(unknown))
          return .refused
        }
        institution = known.patron.id
      }
      let boxes = try session.desk.boxes(
        of: institution, onlyOut: out, from: from, through: to)
      if session.isJSON {
        for box in boxes { session.output.line(JSONValue(box)) }
        return .done
      }
      let words = session.words
      var table = TextTable([
        TextTable.Column(heading: words.say(vi: "Số", en: "No.")),
        TextTable.Column(heading: words.say(vi: "Ngày gửi", en: "Sent")),
        TextTable.Column(heading: words.say(vi: "Nơi nhận", en: "To"), givesWay: true),
        TextTable.Column(heading: words.fieldName("receiver")),
        TextTable.Column(heading: words.say(vi: "Số bản", en: "Copies"), isNumber: true),
        TextTable.Column(heading: words.say(vi: "Chưa về", en: "Out"), isNumber: true),
        TextTable.Column(heading: words.say(vi: "Ngày về", en: "Back")),
        TextTable.Column(heading: words.say(vi: "Lượt", en: "Uses"), isNumber: true),
      ])
      table.rows = boxes.map { box in
        [
          "\(box.id)", words.day(box.sentAt.day), box.patron.name, box.receiver ?? "",
          "\(box.copies)", "\(box.out)",
          box.isBack ? box.returnedAt.map { words.day($0.day) } ?? "" : "", "\(box.uses)",
        ]
      }
      for line in table.lines() { session.output.line(line) }
      return .done
    }
  }

  struct Show: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: .say(vi: "Xem một thùng và từng bản.", en: "Show a box and each copy of it."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("box", vi: "Số thùng.", en: "The box's number."))
    var box: EntityID

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let found = try session.desk.box(box) else {
        session.answer(
          .unknown("box", box.description),
          session.words.say(vi: "Không có thùng số \(box)", en: "There is no box \(box)"))
        return .refused
      }
      let copies = try session.desk.copies(of: box)
      session.answer(
        JSONValue(found).adding(["copyLines": .list(copies.map { JSONValue($0) })]),
        [session.words.boxName(found)] + session.words.boxPage(found, copies))
      return .done
    }
  }

  struct Pack: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "pack",
      abstract: .say(
        vi: "Ghi các bản cho nơi này mượn hôm nay thành một thùng.",
        en: "Make what was lent to an institution today one box."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("card", vi: "Thẻ của nơi nhận.", en: "The institution's card."))
    var patron: String

    @Option(help: .say("name", vi: "Người nhận thùng.", en: "Who takes the box over."))
    var receiver: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      let outcome = try session.desk.packBox(for: patron, receiver: receiver)
      let box: Box? =
        if case .saved(let id, _) = outcome { try session.desk.box(id) } else { nil }
      return session.answer(outcome, .box, done: box.map(session.words.boxState) ?? "")
    }
  }
}

extension BoxList {
  /// Reads a file of barcodes; one with a line that cannot be read is not taken at all.
  init(file: String, _ session: LibrarySession) throws {
    let bytes = try InputFile.contents(of: file)
    self.init(reading: String(decoding: bytes, as: UTF8.self))
    if let fault = session.words.boxListFault(self) {
      throw CommandFault.badInput("\(file): \(fault)")
    }
  }
}

extension JSONValue {
  init(_ box: Box) {
    self = [
      "box": .entity(box.id), "patron": JSONValue(box.patron),
      "receiver": .optional(box.receiver), "sentAt": .text(box.sentAt.iso),
      "copies": .count(box.copies), "out": .count(box.out),
      "returnedAt": .optional(box.isBack ? box.returnedAt?.iso : nil), "uses": .count(box.uses),
    ]
  }

  init(_ copy: BoxCopy) {
    self = [
      "item": JSONValue(copy.item), "dueOn": .day(copy.due.day),
      "dueAt": .optional(copy.due.time?.text), "returnedAt": .optional(copy.returnedAt?.iso),
      "uses": .count(copy.uses),
    ]
  }
}
