import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// What happened to a copy, to a patron, or on a day, the newest last.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: .say(
      vi: "Lịch sử một bản, một bạn đọc hay một ngày, việc mới ở cuối.",
      en: "The history of a copy, a patron or a day, the newest last."),
    subcommands: [Item.self, Patron.self, Day.self])

  struct Item: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "item", abstract: .say(vi: "Lịch sử một bản.", en: "The history of a copy."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String

    @Option(help: .say("n", vi: "Nhiều nhất bấy nhiêu việc.", en: "At most this many."))
    var limit = 200

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard case .item(let facts) = try session.desk.look(barcode, preferring: .label) else {
        session.answer(
          .unknown("item", barcode), session.words.lines(CheckoutOutcome.unknownItem(barcode)))
        return .refused
      }
      session.tell(try session.desk.history(of: facts.item.id, limit: max(0, limit)))
      return .done
    }
  }

  struct Patron: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "patron",
      abstract: .say(
        vi: "Lịch sử một bạn đọc: hồ sơ, mượn trả, giữ chỗ, tiền, nhắc.",
        en: "The history of a patron: data, loans, holds, money, reminders."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
    var card: String

    @Flag(
      help: .say(
        vi: "Ghi đủ mọi mục lúc cấp thẻ.", en: "Tell every field of the enrolment."))
    var whole = false

    @Option(help: .say("n", vi: "Nhiều nhất bấy nhiêu việc.", en: "At most this many."))
    var limit = 200

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let facts = try session.desk.patron(card) else {
        session.answer(
          .unknown("patron", card), session.words.lines(CheckoutOutcome.unknownPatron(card)))
        return .refused
      }
      session.tell(
        try session.desk.history(ofPatron: facts.patron.id, limit: max(0, limit)), whole: whole)
      return .done
    }
  }

  struct Day: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "day",
      abstract: .say(
        vi: "Mọi việc ở quầy trong một ngày.", en: "Everything done at the desk on a day."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("day", vi: "Ngày; mặc định hôm nay.", en: "The day; by default today."))
    var day: CalendarDay?

    @Option(help: .say("n", vi: "Nhiều nhất bấy nhiêu việc.", en: "At most this many."))
    var limit = 1000

    func run(in session: LibrarySession) throws -> ExitStatus {
      let shown = day ?? session.desk.today
      for entry in try session.desk.history(ofDay: shown, limit: max(0, limit)).reversed() {
        session.answer(JSONValue(entry), session.words.dayEntry(entry, of: shown))
      }
      return .done
    }
  }
}

extension LibrarySession {
  fileprivate func tell(_ newestFirst: [LogEntry], whole: Bool = false) {
    for entry in newestFirst.reversed() {
      answer(JSONValue(entry), whole ? words.wholeLogEntry(entry) : words.logEntry(entry))
    }
  }
}

extension ExplainCommand {
  struct Fine: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "fine",
      abstract: .say(
        vi: "Tiền quá hạn của bản này từ đâu ra: từng ngày tính, quy định nào.",
        en: "How a copy's overdue charge comes about: the days counted, the rules."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let fine = try session.desk.explainFine(barcode) else {
        session.answer(
          .unknown("item", barcode),
          session.words.say(
            vi:
              "Không có bản «\(session.words.visible(barcode))», hoặc bản chưa được mượn lần nào.",
            en: "There is no copy “\(session.words.visible(barcode))”, or it was never lent."))
        return .refused
      }
      session.answer(JSONValue(fine), session.words.explanation(fine))
      return .done
    }
  }
}

extension JSONValue {
  init(_ fine: FineExplanation) {
    self = [
      "outcome": "explained", "item": JSONValue(fine.item), "patron": JSONValue(fine.patron),
      "dueOn": .day(fine.dueOn), "dueAt": .optional(fine.dueAt?.text),
      "lateHours": .count(fine.lateHours), "countedTo": .day(fine.countedTo),
      "returned": .bool(fine.isReturned), "lateDays": .count(fine.lateDays),
      "charge": .money(fine.charge), "suspendedUntil": .optional(fine.suspendedUntil?.iso),
      "termsOfLoan": .bool(fine.areTermsOfLoan),
      "days": .list(
        fine.days.map { ["day": .day($0.day), "counted": .bool($0.closure == nil)] }),
      "rules": .list(fine.values.map { JSONValue($0) }),
    ]
  }
}

extension JSONValue {
  init(_ entry: DayEntry) {
    self = [
      "op": .op(entry.op), "moment": .moment(entry.at),
      "statedMoment": entry.statedAt.map { .moment($0) } ?? .null,
      "action": .text(entry.action.rawValue),
      "item": entry.item.map { JSONValue($0) } ?? .null, "title": .optional(entry.title),
      "patron": entry.patron.map { JSONValue($0) } ?? .null,
      "dueOn": .optional(entry.due?.day.iso), "dueAt": .optional(entry.due?.time?.text),
      "amount": .money(entry.amount),
      "loans": JSONValue(entry.loans), "loansTotal": entry.loans.map { .count($0.total) } ?? .null,
      "staff": .text(entry.staff), "undone": .bool(entry.isUndone),
      "override": JSONValue(entry.override),
    ]
  }
}
