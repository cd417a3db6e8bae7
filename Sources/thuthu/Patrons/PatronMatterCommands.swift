import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// What surrounds a patron: remarks, cards, family, class, consent.
struct PatronDetailsCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "details",
    abstract: .say(
      vi: "Hạn chế, lời nhắn, các thẻ, gia đình, lớp của một bạn đọc; hoặc một thẻ cũ là của ai.",
      en: "A patron's restrictions, messages, cards, family and class; or whose an old card was."))

  @OptionGroup var global: GlobalOptions

  @Argument(help: .say("card", vi: "Số thẻ, kể cả thẻ đã mất.", en: "The card, also a lost one."))
  var card: String

  func run(in session: LibrarySession) throws -> ExitStatus {
    let desk = session.desk
    guard let patron = try desk.patron(card)?.patron,
      let details = try desk.patronDetails(patron.id)
    else {
      guard let former = try desk.otherCard(card) else {
        return session.answer(.unknown(card), .patron, done: "")
      }
      session.answer(JSONValue(former), session.words.formerCard(former))
      return .refused
    }
    let house = try desk.houseConfiguration()
    session.answer(
      JSONValue.found("patron", JSONValue(patron)).adding(JSONValue(details)),
      ["\(patron.name) (\(patron.card))"]
        + session.words.lines(details, house, today: desk.today))
    return .done
  }
}

/// Other cards of a patron.
struct PatronCardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: .say(vi: "Thẻ mất, thẻ thay, thẻ thêm.", en: "Cards lost, replaced and added."),
    subcommands: [Replace.self, Add.self, Retire.self])

  struct Replace: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "replace",
      abstract: .say(
        vi: "Cấp thẻ mới thay thẻ đang dùng; thẻ cũ vẫn được nhớ.",
        en: "Give a new card for the one in use, which stays known."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("card", vi: "Số thẻ đang dùng.", en: "The card in use."))
    var card: String

    @Option(
      help: .say(
        "card", vi: "Số thẻ mới; không có thì lấy số tiếp theo.",
        en: "The new card; the next number otherwise."))
    var new: String?

    @Option(
      help: .say(
        "why", vi: "Vì sao: lost (mất), damaged (hỏng), replaced (đổi).",
        en: "Why: lost, damaged, replaced."))
    var because: PatronCard.Standing = .lost

    @OptionGroup var shared: OneNumberOption

    func validate() throws {
      guard because != .good else {
        throw ValidationError(
          .say(
            vi: "--because là lost, damaged hoặc replaced",
            en: "--because is lost, damaged or replaced"))
      }
    }

    func run(in session: LibrarySession) throws -> ExitStatus {
      let outcome = try shared.applied(to: session.desk).replaceCard(
        card, with: new, because: because)
      guard case .saved(let id, _) = outcome, let patron = try session.desk.patron(id: id)?.patron
      else { return session.answer(outcome, .patron, done: "") }
      return session.answer(
        outcome, .patron, JSONValue(PatronLine(patron)),
        done: session.words.say(
          vi: "\(patron.name): thẻ mới \(patron.card)",
          en: "\(patron.name): new card \(patron.card)"))
    }
  }

  struct Add: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: .say(vi: "Thêm một thẻ dùng song song.", en: "Add a card that is good as well."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("card", vi: "Số thẻ đang dùng.", en: "The card in use."))
    var card: String

    @Argument(help: .say("new", vi: "Số thẻ thêm.", en: "The further card."))
    var new: String

    @OptionGroup var shared: OneNumberOption

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try shared.applied(to: session.desk).addCard(new, to: card), .patron,
        done: session.words.say(vi: "Đã thêm thẻ \(new)", en: "Added card \(new)"))
    }
  }

  struct Retire: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "retire",
      abstract: .say(vi: "Thôi dùng một thẻ thêm.", en: "Take a further card out of use."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("card", vi: "Số thẻ thêm.", en: "The further card."))
    var card: String

    @Option(
      help: .say(
        "why", vi: "lost, damaged, replaced; good là dùng lại.",
        en: "lost, damaged, replaced; good takes it into use again."))
    var because: PatronCard.Standing = .lost

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.retireCard(card, because: because), .patron,
        done: session.words.say(
          vi: "Thẻ \(card): \(session.words.cardStanding(because))",
          en: "Card \(card): \(session.words.cardStanding(because))"))
    }
  }
}

/// Restrictions and messages.
struct PatronRemarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remark",
    abstract: .say(
      vi: "Hạn chế có thời hạn và lời nhắn.", en: "Restrictions for a time, and messages."),
    subcommands: [Restrict.self, Message.self, Lift.self, Read.self])

  struct Restrict: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "restrict",
      abstract: .say(
        vi: "Ngăn cho mượn trong một thời gian.", en: "Stand against loans for a time."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
    var card: String

    @Argument(help: .say("reason", vi: "Lý do.", en: "The reason."))
    var reason: String

    @Option(help: .say("day", vi: "Từ ngày.", en: "The first day."))
    var from: CalendarDay?

    @Option(help: .say("day", vi: "Đến hết ngày, rồi tự hết.", en: "The last day."))
    var until: CalendarDay?

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.remark(
          RemarkRequest(
            card: card, kind: .restriction, text: reason, from: from, until: until)),
        .newRemark, done: session.words.say(vi: "Đã ghi hạn chế", en: "Restricted"))
    }
  }

  struct Message: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "message",
      abstract: .say(
        vi: "Để lại lời nhắn cho người phục vụ bạn đọc.",
        en: "Leave a message for whoever serves the patron."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
    var card: String

    @Argument(help: .say("text", vi: "Lời nhắn.", en: "The message."))
    var text: String

    @Option(help: .say("day", vi: "Đến hết ngày.", en: "The last day."))
    var until: CalendarDay?

    @Flag(
      name: .customLong("must-be-read"),
      help: .say(vi: "Hiện ra ở quầy đến khi có người đọc.", en: "Show it until it was read."))
    var mustBeRead = false

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.remark(
          RemarkRequest(
            card: card, kind: .message, text: text, until: until, mustBeRead: mustBeRead)),
        .newRemark, done: session.words.say(vi: "Đã ghi lời nhắn", en: "Message left"))
    }
  }

  struct Lift: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "lift",
      abstract: .say(vi: "Bỏ một hạn chế hay lời nhắn.", en: "Lift a restriction or message."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("number", vi: "Số của nó.", en: "Its number."))
    var remark: EntityID

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.liftRemark(remark), .remark,
        done: session.words.say(vi: "Đã bỏ", en: "Lifted"))
    }
  }

  struct Read: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "read",
      abstract: .say(vi: "Ghi là lời nhắn đã được đọc.", en: "Note that a message was read."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("number", vi: "Số của nó.", en: "Its number."))
    var remark: EntityID

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.readRemark(remark), .remark,
        done: session.words.say(vi: "Đã đọc", en: "Read"))
    }
  }
}

extension Saving {
  static let remark = Saving(key: "remark", unknown: "remark")

  static let newRemark = Saving(key: "remark", unknown: "patron")
}
