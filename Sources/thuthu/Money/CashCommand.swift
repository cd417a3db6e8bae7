import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The drawers: opening a shift, putting money in or taking it out, counting and closing.
struct CashCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cash",
    abstract: .say(
      vi: "Ngăn tiền: mở ca, đếm tiền, khoá sổ.", en: "Drawers: open a shift, count, close."),
    subcommands: [Open.self, Move.self, Close.self, List.self, Show.self])

  struct Open: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract: .say(vi: "Mở ca thu ở một ngăn.", en: "Open a shift at a drawer."))

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: .say(
        "drawer", vi: "Ngăn tiền; mặc định ngăn thường dùng.",
        en: "The drawer; by default the usual one."))
    var drawer: String?
    @Option(help: .say("amount", vi: "Tiền đầu ca, đồng.", en: "The float in đồng."))
    var float: Money = .zero

    func run(in session: LibrarySession) throws -> ExitStatus {
      try session.answerShift(session.desk.openCash(drawer, float: float), "opened")
    }
  }

  struct Move: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "move",
      abstract: .say(
        vi: "Bỏ thêm tiền vào ngăn hoặc lấy ra, như nộp quỹ.",
        en: "Put money into a drawer, or take some out."))

    enum Way: String, ExpressibleByArgument, CaseIterable {
      case put = "in"
      case take = "out"
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("way", vi: "in (bỏ vào) hoặc out (lấy ra).", en: "in or out."))
    var way: Way
    @Argument(help: .say("amount", vi: "Số tiền, đồng.", en: "The amount in đồng."))
    var amount: Money
    @Option(help: .say("text", vi: "Lý do.", en: "Why."))
    var reason: String
    @Option(help: .say("drawer", vi: "Ngăn tiền.", en: "The drawer."))
    var drawer: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      try session.answerShift(
        session.desk.moveCash(
          way == .put ? amount : .zero - amount, reason: reason, drawer: drawer), "moved")
    }
  }

  struct Close: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract: .say(vi: "Đếm tiền và khoá sổ ca.", en: "Count a drawer and close its shift."))

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("amount", vi: "Số tiền đếm được.", en: "What was counted."))
    var counted: Money
    @Option(help: .say("text", vi: "Vì sao lệch, nếu lệch.", en: "Why it differs, if it does."))
    var explain: String?
    @Option(help: .say("drawer", vi: "Ngăn tiền.", en: "The drawer."))
    var drawer: String?

    func run(in session: LibrarySession) throws -> ExitStatus {
      try session.answerShift(
        session.desk.closeCash(counted: counted, explanation: explain, drawer: drawer), "closed")
    }
  }

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(vi: "Các ca thu, mới trước.", en: "The shifts, newest first."))

    @OptionGroup var global: GlobalOptions
    @Option(
      help: .say("day", vi: "Từ ngày; mặc định 92 ngày nay.", en: "From; by default 92 days back."))
    var from: CalendarDay?
    @Option(
      help: .say("day", vi: "Đến hết ngày; mặc định hôm nay.", en: "Until; by default today."))
    var to: CalendarDay?

    func run(in session: LibrarySession) throws -> ExitStatus {
      let shifts = try session.desk.shifts(from: from, to: to)
      if session.isJSON {
        for shift in shifts { session.output.line(JSONValue(shift)) }
        return .done
      }
      let words = session.words
      for shift in shifts {
        let end =
          shift.difference.map(words.cashDifference) ?? words.say(vi: "đang mở", en: "open")
        session.output.line(
          "\(shift.id)  \(shift.drawer)  \(words.moment(shift.openedAt))  \(shift.openedBy)  "
            + "\(words.money(shift.expected))  \(end)")
      }
      return .done
    }
  }

  struct Show: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: .say(
        vi: "Một ca với mọi phiếu của nó; mặc định ca đang mở.",
        en: "A shift with every receipt in it; by default the open one."))

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("shift", vi: "Số của ca.", en: "The number of the shift."))
    var shift: EntityID?

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let page = try ShiftPage(shift, at: session.desk) else { return answerNone(session) }
      let words = session.words
      if session.isJSON {
        session.output.line(JSONValue(page.shift))
        for line in page.entriesJSON + page.movesJSON { session.output.line(line) }
        return .done
      }
      for line in words.cashPage(page.shift) { session.output.line(line) }
      for (patron, line) in page.lines {
        session.output.line(
          "\(line.at.clock)  \(line.receipt?.text ?? "")  \(words.money(line.effect.cash))  "
            + "\(patron?.name ?? "")  \(words.accountLine(line))")
      }
      for move in page.moves {
        session.output.line(
          "\(move.at.clock)  \(words.money(move.amount))  \(move.staff)  \(words.cashMove(move))")
      }
      return .done
    }

    /// Says that there is no such shift, or that none is open to the acting staff.
    private func answerNone(_ session: LibrarySession) -> ExitStatus {
      if let shift { return session.answer(.unknown(shift.description), .shift, done: "") }
      session.answer(
        .unknown("shift", ""),
        session.words.say(
          vi: "Mình chưa mở ca thu nào; các ca đã có: thuthu cash list",
          en: "No shift of yours is open; thuthu cash list shows those there are"))
      return .refused
    }
  }
}

extension LibrarySession {
  /// Answers for what was done at a drawer, with the shift as it is now.
  func answerShift(_ outcome: SaveOutcome, _ name: String) throws -> ExitStatus {
    guard case .saved(let id, _) = outcome, let shift = try desk.cashShift(id) else {
      return answer(outcome, .shift, done: "")
    }
    return answer(
      outcome, Saving(outcome: name, key: "shift", unknown: "shift"), JSONValue(shift),
      done: words.cashPage(shift).joined(separator: "\n"))
  }
}

extension JSONValue {
  init(_ move: CashMoveLine) {
    self = [
      "kind": "cashMoved", "op": .op(move.op), "at": .moment(move.at),
      "amount": .money(move.amount), "reason": .text(move.reason), "staff": .text(move.staff),
      "stands": .bool(move.stands),
    ]
  }

  init(_ shift: CashShift) {
    self = [
      "shift": .entity(shift.id), "drawer": .text(shift.drawer),
      "openedAt": .moment(shift.openedAt), "openedBy": .text(shift.openedBy),
      "float": .money(shift.float), "taken": .money(shift.taken),
      "handedBack": .money(shift.handedBack), "moved": .money(shift.moved),
      "expected": .money(shift.expected), "closedAt": .optional(shift.closed?.at.iso),
      "closedBy": .optional(shift.closed?.by), "counted": .money(shift.closed?.counted),
      "difference": .money(shift.difference), "explanation": .optional(shift.closed?.explanation),
    ]
  }
}
