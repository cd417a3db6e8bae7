import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Patrons' accounts: what they owe and why, what they paid, what the library holds of theirs.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: .say(
      vi: "Tài khoản bạn đọc: nợ, đã nộp, tiền cược.",
      en: "Patrons' accounts: debts, payments, deposits."),
    subcommands: [
      Show.self, ChargeCommand.self, Waive.self, Refund.self, Deposit.self, Void.self,
      ReceiptCommand.self,
    ])

  struct Show: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: .say(
        vi: "Mọi dòng của một tài khoản, cũ trước.", en: "Every line of an account, oldest first."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
    var patron: String

    @Flag(help: .say(vi: "Chỉ những khoản chưa trả.", en: "Only debts that are still open."))
    var open = false

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard let facts = try session.desk.patron(patron) else {
        return session.answer(.unknown(patron), .payment, done: "")
      }
      let account = try session.desk.account(of: facts.patron.id)
      let lines = open ? account.openDebts : account.lines
      if session.isJSON {
        for line in lines { session.output.line(JSONValue(line)) }
        session.output.line([
          "balance": .money(account.owed), "held": .money(account.held),
          "patron": JSONValue(PatronLine(facts.patron)),
        ])
        return .done
      }
      let words = session.words
      var table = TextTable([
        TextTable.Column(heading: words.say(vi: "Số", en: "No."), isNumber: true),
        TextTable.Column(heading: words.say(vi: "Ngày", en: "Day")),
        TextTable.Column(heading: words.say(vi: "Khoản", en: "What"), givesWay: true),
        TextTable.Column(heading: words.say(vi: "Số tiền", en: "Amount"), isNumber: true),
        TextTable.Column(heading: words.say(vi: "Chưa trả", en: "Open"), isNumber: true),
        TextTable.Column(heading: words.say(vi: "Số phiếu", en: "Receipt")),
      ])
      table.rows = lines.map { line in
        [
          line.debt.description, words.day(line.at.day), words.accountLine(line),
          words.accountAmount(line), words.accountRest(line), line.receipt?.text ?? "",
        ]
      }
      for line in table.lines() { session.output.line(line) }
      session.output.line(words.accountSums(owed: account.owed, held: account.held))
      return .done
    }
  }

  struct Waive: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "waive",
      abstract: .say(vi: "Miễn hoặc giảm nợ.", en: "Let a patron off a debt."))

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
    var patron: String
    @Argument(help: .say("amount", vi: "Số tiền, đồng.", en: "The amount in đồng."))
    var amount: Money
    @Option(help: .say("text", vi: "Lý do.", en: "Why."))
    var reason: String
    @Option(
      parsing: .singleValue,
      help: .say("debt", vi: "Trừ vào khoản này trước.", en: "Settle this debt first."))
    var charge: [OpID] = []

    func run(in session: LibrarySession) throws -> ExitStatus {
      let entry = AccountEntry(.waiver, amount, note: reason, toward: charge)
      return try session.answer(
        session.desk.enter(entry, for: patron), .waiver, of: patron)
    }
  }

  struct Refund: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "refund",
      abstract: .say(vi: "Trả lại số nộp thừa.", en: "Hand back what was paid too much."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var handed: HandedMoney

    func run(in session: LibrarySession) throws -> ExitStatus {
      try handed.enter(.refund, .refund, session)
    }
  }

  struct Deposit: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "deposit",
      abstract: .say(
        vi: "Nhận, trả lại hoặc trừ tiền cược.", en: "Take, return or use a deposit."))

    enum Way: String, ExpressibleByArgument, CaseIterable {
      case take
      case giveBack = "return"
      case use

      var kind: AccountEntry.Kind {
        switch self {
        case .take: .depositTaken
        case .giveBack: .depositReturned
        case .use: .depositUsed
        }
      }
    }

    @OptionGroup var global: GlobalOptions
    @Argument(
      help: .say(
        "what", vi: "take, return hoặc use (trừ vào nợ).",
        en: "take, return, or use (set it against debts)."))
    var way: Way
    @OptionGroup var handed: HandedMoney

    func run(in session: LibrarySession) throws -> ExitStatus {
      try handed.enter(way.kind, .deposit, session)
    }
  }

  struct Void: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "void",
      abstract: .say(
        vi: "Huỷ một phiếu ghi sai; cả hai phiếu đều còn.",
        en: "Void a wrong entry; both stay on record."))

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("op", vi: "Số việc của phiếu.", en: "The action that made the entry."))
    var entry: OpID
    @Option(help: .say("text", vi: "Lý do.", en: "Why."))
    var reason: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      try session.answer(session.desk.void(entry, reason: reason))
    }
  }
}

/// Money that goes over the counter: whose, how much, how, and what is to be said of it.
struct HandedMoney: ParsableArguments {
  @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
  var patron: String
  @Argument(help: .say("amount", vi: "Số tiền, đồng.", en: "The amount in đồng."))
  var amount: Money
  @Option(help: .say("how", vi: "cash, transfer hoặc inKind.", en: "cash, transfer or inKind."))
  var method: PaymentMethod = .cash
  @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
  var note: String?

  /// Writes the entry; where a deposit is set against debts, nothing goes over the counter.
  func enter(
    _ kind: AccountEntry.Kind, _ saving: Saving, _ session: LibrarySession
  ) throws -> ExitStatus {
    let entry = AccountEntry(
      kind, amount, method: kind == .depositUsed ? nil : method, note: note)
    return try session.answer(session.desk.enter(entry, for: patron), saving, of: patron)
  }
}

/// Charges a patron for something.
struct ChargeCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "charge",
    abstract: .say(
      vi: "Ghi nợ: đền sách, làm thẻ, sao chụp….",
      en: "Charge a patron: lost or damaged items, cards, photocopies …."))

  @OptionGroup var global: GlobalOptions
  @Argument(help: .say("card", vi: "Số thẻ.", en: "The card."))
  var patron: String
  @Argument(
    help: .say(
      "kind", vi: "Về khoản: lostItem, damage, processing, card, photocopy hoặc other.",
      en: "For what: lostItem, damage, processing, card, photocopy or other."))
  var kind: ChargeKind
  @Argument(help: .say("amount", vi: "Số tiền, đồng.", en: "The amount in đồng."))
  var amount: Money
  @Option(help: .say("barcode", vi: "Bản tài liệu liên quan.", en: "The copy it is about."))
  var item: String?
  @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
  var note: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let entry = AccountEntry(.charge, amount, charge: kind, note: note)
    return try session.answer(
      session.desk.enter(entry, for: patron, item: item), .charge, of: patron)
  }
}

/// Writes one entry out again as its receipt.
struct ReceiptCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt",
    abstract: .say(vi: "In lại một phiếu.", en: "Write a receipt again."))

  @OptionGroup var global: GlobalOptions
  @Argument(help: .say("op", vi: "Số việc của phiếu.", en: "The action that made the entry."))
  var entry: OpID

  func run(in session: LibrarySession) throws -> ExitStatus {
    guard let (patron, line) = try session.desk.accountLine(entry) else {
      return try session.answer(.unknownOp(entry))
    }
    let library = try session.desk.houseConfiguration().libraryName
    session.answer(
      .receipt(line, of: patron, session.words),
      session.words.accountPage(line, of: patron, library: library).joined(separator: "\n"))
    return .done
  }
}

extension JSONValue {
  /// An entry as its receipt has it: with whose it is, and the amount in words.
  static func receipt(_ line: AccountLine, of patron: PatronLine, _ words: Wording) -> JSONValue {
    JSONValue(line).adding([
      "patron": JSONValue(patron), "amountInWords": .text(words.moneyInWords(line.amount)),
    ])
  }

  init(_ line: AccountLine) {
    let kind =
      switch line.kind {
      case .entry(let kind): kind.rawValue
      case .overdue: "overdue"
      }
    self = [
      "kind": .text(kind), "op": .op(line.op), "debt": .op(line.debt), "at": .moment(line.at),
      "amount": .money(line.amount), "charge": .optional(line.charge?.rawValue),
      "method": .optional(line.method?.rawValue), "note": .optional(line.note),
      "item": .optional(line.item), "receipt": .optional(line.receipt?.text),
      "staff": .text(line.staff), "voids": .op(line.voids),
      "voidedReceipt": .optional(line.voidedReceipt?.text), "voidedBy": .op(line.voidedBy),
      "owed": .money(line.effect.owed), "held": .money(line.effect.held),
      "cash": .money(line.effect.cash), "open": .money(line.open), "unused": .money(line.unused),
      "balance": .money(line.balance),
    ]
  }
}
