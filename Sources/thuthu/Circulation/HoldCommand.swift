import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Who waits for what: placing, changing and ending holds, and what the house has to do about them.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: .say(vi: "Giữ chỗ: ai chờ sách nào.", en: "Holds: who waits for what."),
    subcommands: [
      Place.self, List.self, Pull.self, Shelf.self, Edit.self, Cancel.self, Clear.self,
    ])

  struct Place: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "place",
      abstract: .say(
        vi: "Đặt giữ chỗ một nhan đề, một trong nhiều nhan đề, hay đúng một bản.",
        en: "Hold a title, any of several titles, or one copy."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("card", vi: "Số thẻ của người chờ.", en: "The card of who waits."))
    var patron: String

    @Option(
      help: .say(
        "number", vi: "Số biểu ghi; ghi nhiều lần thì nhan đề nào cũng được.",
        en: "A record; given several times, any of them will do."))
    var record: [EntityID] = []

    @Option(help: .say("barcode", vi: "Đúng bản này.", en: "This very copy."))
    var item: String?

    @Option(
      help: .say("library", vi: "Lấy ở đâu; mặc định tại đây.", en: "Where; here by default."))
    var pickup: String?

    @Option(help: .say("day", vi: "Chờ đến hết ngày.", en: "The last day it is wanted."))
    var until: CalendarDay?

    @Option(
      name: .customLong("freeze-until"),
      help: .say("day", vi: "Tạm dừng đến hết ngày.", en: "Pass it over through that day."))
    var freezeUntil: CalendarDay?

    @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
    var note: String?

    @Option(
      help: .say(
        "reason", vi: "Vẫn giữ dù bị chặn, với lý do này; cần quyền.",
        en: "Place it against refusals, for this reason; needs the permission."))
    var override: String?

    @Flag(
      name: .customLong("dry-run"),
      help: .say(vi: "Chỉ trả lời, không ghi.", en: "Decide and answer; write nothing."))
    var dryRun = false

    func validate() throws {
      guard record.isEmpty == (item == nil) else { return }
      throw ValidationError(
        .say(vi: "Cho --record hoặc --item, một trong hai.", en: "Give --record or --item."))
    }

    func run(in session: LibrarySession) throws -> ExitStatus {
      let outcome = try session.desk.placeHold(
        HoldRequest(
          card: patron, records: record, item: item, pickup: pickup, expiresOn: until,
          frozenUntil: freezeUntil, note: note), override: override, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome))
      return outcome.status
    }
  }

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(
        vi: "Giữ chỗ của một bạn đọc, hay hàng chờ của một nhan đề.",
        en: "The holds of a patron, or the queue for a title."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("card", vi: "Của bạn đọc này.", en: "Of this patron."))
    var patron: String?

    @Option(help: .say("number", vi: "Của biểu ghi này.", en: "For this record."))
    var record: EntityID?

    @Flag(help: .say(vi: "Cả những giữ chỗ đã xong.", en: "Also those that have ended."))
    var all = false

    func validate() throws {
      guard (patron == nil) == (record == nil) else {
        guard all, record != nil else { return }
        throw ValidationError(
          .say(
            vi:
              "--all đi với --patron; hàng chờ của một biểu ghi chỉ có những giữ chỗ còn hiệu lực.",
            en: "--all goes with --patron; the queue of a record has the holds that stand."))
      }
      throw ValidationError(
        .say(vi: "Cho --patron hoặc --record, một trong hai.", en: "Give --patron or --record."))
    }

    func run(in session: LibrarySession) throws -> ExitStatus {
      if let record {
        session.list(try session.desk.queue(onTitle: record))
        return .done
      }
      guard let facts = try session.desk.patron(patron ?? "") else {
        let outcome = HoldOutcome.unknownPatron(patron ?? "")
        session.answer(outcome.json, session.words.lines(outcome))
        return .refused
      }
      session.list(try session.desk.queue(of: facts.patron.id, includeEnded: all))
      return .done
    }
  }

  struct Pull: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "pull",
      abstract: .say(
        vi: "Sách cần lấy trên giá cho người chờ, theo thứ tự giá.",
        en: "What to fetch for those who wait, in shelf order."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.list(try session.desk.pullList())
      return .done
    }
  }

  struct Shelf: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "shelf",
      abstract: .say(vi: "Giá giữ chỗ.", en: "The hold shelf."))

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: .say(
        vi: "Chỉ những giữ chỗ hết hạn: không đến lấy, hoặc hết hạn chờ.",
        en: "Only the expired: not collected, or no longer wanted."))
    var expired = false

    @Flag(
      help: .say(
        vi: "Phiếu cài trong sách, không lộ họ tên: đuôi số thẻ, chữ đầu của tên.",
        en: "Slips for the copies that hide who it is: the end of the card, an initial."))
    var slips = false

    func run(in session: LibrarySession) throws -> ExitStatus {
      let holds =
        try expired ? session.desk.expiredHolds() : session.desk.holdShelf()
      guard slips else {
        session.list(holds.map { QueueLine(hold: $0, forecast: nil) })
        return .done
      }
      for hold in holds {
        let kept = SetAside(hold: hold.id, patron: hold.patron, until: hold.shelfUntil)
        session.answer(
          [
            "barcode": .optional(hold.copy?.barcode.text),
            "reader": .text(MaskedReader(hold.patron).text), "until": .day(hold.shelfUntil),
          ],
          [hold.copy?.barcode.text, session.words.holdSlip(kept)].compactMap { $0 }
            .joined(separator: "  "))
      }
      return .done
    }
  }

  struct Edit: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit",
      abstract: .say(
        vi: "Sửa giữ chỗ: nơi lấy, hạn chờ, tạm dừng, ghi chú; để trống thì xoá.",
        en: "Change where, until when, freezing and note of a hold; empty clears."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("hold", vi: "Số giữ chỗ.", en: "The hold's number."))
    var hold: EntityID

    @Option(help: .say("library", vi: "Nơi lấy.", en: "Where it is to be fetched."))
    var pickup: String?

    @Option(help: .say("day", vi: "Chờ đến hết ngày.", en: "The last day it is wanted."))
    var until: String?

    @Option(
      name: .customLong("freeze-until"),
      help: .say("day", vi: "Tạm dừng đến hết ngày.", en: "Pass it over through that day."))
    var freezeUntil: String?

    @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
    var note: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      var changes: [HoldField: String?] = [:]
      let typed: [(HoldField, String?)] = [
        (.pickup, pickup), (.expiresOn, until), (.frozenUntil, freezeUntil), (.note, note),
      ]
      for case (let field, let text?) in typed {
        changes[field] = .some(text.isEmpty ? nil : text)
      }
      return session.answer(
        try session.desk.editHold(hold, changes), .hold,
        done: session.words.say(vi: "Đã sửa giữ chỗ", en: "Changed the hold"))
    }
  }

  struct Cancel: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "cancel", abstract: .say(vi: "Bỏ giữ chỗ.", en: "Cancel holds."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("hold", vi: "Số giữ chỗ.", en: "The holds' numbers."))
    var holds: [EntityID]

    @Option(help: .say("text", vi: "Vì sao.", en: "Why."))
    var reason: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      var status = ExitStatus.done
      for hold in holds {
        let outcome = try session.desk.endHold(hold, reason: reason)
        session.answer(outcome.json, session.words.lines(outcome))
        status = status.or(outcome.status)
      }
      return status
    }
  }

  struct Clear: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "clear",
      abstract: .say(
        vi: "Bỏ mọi giữ chỗ hết hạn và nói bản nào phải cất khỏi giá giữ chỗ.",
        en: "End every expired hold, and say which copies to take off the hold shelf."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      var status = ExitStatus.done
      for outcome in try session.desk.clearExpiredHolds() {
        session.answer(outcome.json, session.words.lines(outcome))
        status = status.or(outcome.status)
      }
      return status
    }
  }
}

extension LibrarySession {
  fileprivate func list(_ holds: [QueueLine]) {
    let today = desk.today
    guard !isJSON else {
      for line in holds { output.line(JSONValue(line, today: today)) }
      return
    }
    var table = TextTable(
      [
        (words.say(vi: "Số", en: "No."), true, false),
        (words.say(vi: "Bạn đọc", en: "Patron"), false, true),
        (words.say(vi: "Nhan đề", en: "Title"), false, true),
        (words.say(vi: "Mã bản", en: "Copy"), false, false),
        (words.say(vi: "Tình trạng", en: "State"), false, false),
      ].map { TextTable.Column(heading: $0.0, isNumber: $0.1, givesWay: $0.2) })
    table.rows = holds.map { line in
      let hold = line.hold
      return [
        hold.id.description, "\(hold.patron.name) (\(hold.patron.card))",
        words.holdWanted(hold.wanted), hold.copy?.barcode.text ?? "",
        words.queueState(line, on: today),
      ]
    }
    for line in table.lines() { output.line(line) }
  }

  fileprivate func list(_ lines: [PullLine]) {
    guard !isJSON else {
      for line in lines { output.line(JSONValue(line, today: desk.today)) }
      return
    }
    var table = TextTable(
      [
        (words.fieldName("location"), false), (words.fieldName("callNumber"), false),
        (words.fieldName("barcode"), false), (words.say(vi: "Nhan đề", en: "Title"), true),
        (words.say(vi: "Bạn đọc", en: "Patron"), true), (words.fieldName("pickup"), true),
      ].map { TextTable.Column(heading: $0.0, givesWay: $0.1) })
    table.rows = lines.map { line in
      [
        line.location ?? "", line.item.callNumber ?? "", line.item.barcode.text, line.item.title,
        "\(line.hold.patron.name) (\(line.hold.patron.card))", line.pickup,
      ]
    }
    for line in table.lines() { output.line(line) }
  }
}
