import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Copies that are lost, damaged, or claimed by their readers to be elsewhere.
struct LossCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loss",
    abstract: .say(
      vi: "Mất, hỏng, khiếu nại, quá hạn lâu.", en: "Lost, damaged, claimed and long overdue."),
    subcommands: [
      Declare.self, Claim.self, Believe.self, Damage.self, Replace.self, Overdue.self,
    ])

  struct Declare: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "declare",
      abstract: .say(
        vi: "Ghi mất một bản đang mượn; bạn đọc phải đền.",
        en: "Declare a copy on loan lost; its reader pays for it."))

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String
    @Option(
      help: .say(
        "amount", vi: "Giá của bản, nếu sổ chưa có.", en: "Its price, where none is known."))
    var price: Money?
    @Flag(help: .say(vi: "Chỉ cho biết sẽ thu bao nhiêu.", en: "Only tell what would be charged."))
    var dryRun = false

    func run(in session: LibrarySession) throws -> ExitStatus {
      let outcome = try session.desk.declareLost(barcode, price: price, dryRun: dryRun)
      session.answer(outcome.json, session.words.lines(outcome).joined(separator: "\n"))
      return outcome.status
    }
  }

  struct Claim: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "claim",
      abstract: .say(
        vi: "Ghi lời bạn đọc: đã trả, không mượn; hoặc rút lại.",
        en: "Note what the reader says: returned, never had; or give the claim up."))

    enum Saying: String, ExpressibleByArgument, CaseIterable {
      case returned
      case neverHad
      case none

      var claim: LoanClaim? { LoanClaim(rawValue: rawValue) }
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String
    @Argument(
      help: .say("claim", vi: "returned, neverHad hoặc none.", en: "returned, neverHad or none."))
    var saying: Saying

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.claim(barcode, saying.claim), .item,
        done: session.words.say(vi: "Đã ghi", en: "Noted"))
    }
  }

  struct Believe: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "believe",
      abstract: .say(
        vi: "Chấp nhận khiếu nại: hết lượt mượn, bản ghi là không thấy.",
        en: "Believe the reader: the loan ends and the copy is missing."))

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.acceptClaim(barcode), .item,
        done: session.words.say(vi: "Đã kết thúc lượt mượn", en: "The loan is ended"))
    }
  }

  struct Damage: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "damage",
      abstract: .say(
        vi: "Ghi hỏng, và thu tiền của người mượn gần nhất.",
        en: "Report a copy damaged, and charge who had it last."))

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String
    @Option(help: .say("text", vi: "Hỏng thế nào.", en: "What is wrong with it."))
    var note: String
    @Option(help: .say("amount", vi: "Tiền đền.", en: "What to charge."))
    var charge: Money = .zero

    func run(in session: LibrarySession) throws -> ExitStatus {
      let report = try session.desk.reportDamage(barcode, note: note, charging: charge)
      let charged =
        (report.charged.map { "; " + session.words.damageCharge($0, charge) } ?? "")
        + (report.waitsAgain.map { "; " + session.words.waitsAgain($0) } ?? "")
      return session.answer(
        report.outcome, .item, report.chargedJSON(charge),
        done: session.words.say(vi: "Đã ghi hỏng, để riêng", en: "Reported; set it aside")
          + charged)
    }
  }

  struct Replace: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "replace",
      abstract: .say(
        vi: "Nhận bản đền thay cho bản mất.", en: "Take another copy in place of a lost one."))

    @OptionGroup var global: GlobalOptions
    @Argument(help: .say("barcode", vi: "Bản mất.", en: "The lost copy."))
    var lost: String
    @Argument(
      help: .say("barcode", vi: "Bản đền, đã đăng ký cá biệt.", en: "The new copy, registered."))
    var replacement: String

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.replaceLost(lost, with: replacement), .item,
        done: session.words.say(vi: "Đã nhận sách đền", en: "Took the replacement"))
    }
  }

  struct Overdue: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "overdue",
      abstract: .say(
        vi: "Những lượt quá hạn mà quy định coi là lâu, là mất.",
        en: "The overdue loans that the rules give up."))

    @OptionGroup var global: GlobalOptions
    @Flag(
      help: .say(
        vi: "Ghi cả loạt: một việc, hoàn tác được cả.",
        en: "Mark them all, as one action that can be undone."))
    var mark = false
    @Option(
      parsing: .singleValue,
      help: .say("loan", vi: "Chỉ lượt mượn này; lặp lại được.", en: "Only this loan; repeatable."))
    var loan: [OpID] = []

    func run(in session: LibrarySession) throws -> ExitStatus {
      let words = session.words
      if mark {
        let outcome = try session.desk.markOverdues(loan.isEmpty ? nil : Set(loan))
        session.answer(outcome.json, words.overdues(outcome))
        return outcome.status
      }
      for proposal in try session.desk.overdueProposals(among: loan.isEmpty ? nil : loan) {
        session.answer(
          JSONValue(proposal),
          "\(proposal.loan.id)  \(proposal.item.barcode)  \(proposal.item.title)  "
            + "\(proposal.loan.patronName)  \(proposal.daysOverdue)  \(words.overdueStep(proposal))"
        )
      }
      return .done
    }
  }
}

extension Desk {
  /// The loans that the rules give up, of all that are open or of these alone.
  func overdueProposals(among loans: [OpID]?) throws -> [OverdueProposal] {
    try overdueProposals().filter { loans?.contains($0.loan.id) ?? true }
  }
}

extension LossOutcome {
  var json: JSONValue {
    switch self {
    case .lost(let loss):
      [
        "outcome": "lost", "item": JSONValue(loss.item), "patron": JSONValue(loss.patron),
        "lateDays": .count(loss.late.lateDays), "lateCharge": .money(loss.late.charge),
        "charge": .money(loss.charge), "fee": .money(loss.fee), "total": .money(loss.total),
        "op": .op(loss.op),
      ]
    case .refused(let reasons, let item):
      JSONValue.refused(reasons).adding(["item": JSONValue(item)])
    case .unknownItem(let typed): .unknown("item", typed)
    }
  }

  var status: ExitStatus { if case .lost = self { .done } else { .refused } }
}

extension OverduesOutcome {
  var json: JSONValue {
    switch self {
    case .marked(let long, let lost, let op):
      [
        "outcome": "marked", "longOverdue": .count(long), "lost": .count(lost), "op": .op(op),
      ]
    case .nothing: ["outcome": "unchanged"]
    case .refused(let reasons): .refused(reasons)
    }
  }

  var status: ExitStatus { if case .refused = self { .refused } else { .done } }
}

extension Wording {
  func lines(_ outcome: LossOutcome) -> [String] {
    switch outcome {
    case .lost(let lost): loss(lost)
    case .refused(let reasons, let item):
      ["\(item.barcode) \(item.title)"] + reasons.map { "  • " + refusal($0) }
    case .unknownItem(let typed): [unknownItem(typed)]
    }
  }
}

extension JSONValue {
  init(_ proposal: OverdueProposal) {
    self = [
      "loan": JSONValue(proposal.loan), "item": JSONValue(proposal.item),
      "daysOverdue": .count(proposal.daysOverdue), "step": .text(proposal.step.rawValue),
      "charge": .money(proposal.charge), "fee": .money(proposal.fee),
      "lacksPrice": .bool(proposal.lacksPrice),
    ]
  }
}
