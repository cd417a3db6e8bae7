import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Lays open how a decision comes about.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: .say(
      vi: "Giải thích một quyết định: dữ kiện, quy định, lý do.",
      en: "Explain a decision: facts, rules, reasons."),
    subcommands: [Checkout.self, Renew.self, Loan.self, Hold.self, Fine.self])

  struct Checkout: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "checkout",
      abstract: .say(
        vi: "Vì sao bản này cho bạn đọc này mượn được hay không.",
        en: "Whether the copy would be lent to the patron, and why."))

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("card", vi: "Số thẻ của người mượn.", en: "The borrower's card."))
    var patron: String

    @Argument(help: .say("barcode", vi: "Mã vạch của bản.", en: "The copy's barcode."))
    var barcode: String

    @Flag(
      name: .customLong("on-site"),
      help: .say(vi: "Để đọc tại chỗ.", en: "For reading on the spot."))
    var onSite = false

    func run(in session: LibrarySession) throws -> ExitStatus {
      guard
        let explanation = try session.desk.explainCheckOut(
          barcode, to: patron, onSite: onSite)
      else {
        let outcome: CheckoutOutcome =
          try session.desk.patron(patron) == nil ? .unknownPatron(patron) : .unknownItem(barcode)
        session.answer(outcome.json, session.words.lines(outcome))
        return .refused
      }
      session.answer(JSONValue(explanation), session.words.explanation(explanation))
      return explanation.isAllowed ? .done : .refused
    }
  }
}

extension JSONValue {
  init(_ explanation: CheckoutExplanation) {
    self = [
      "outcome": "explained", "allowed": .bool(explanation.isAllowed),
      "liftable": .bool(explanation.isLiftable), "today": .day(explanation.today),
      "item": JSONValue(explanation.item), "patron": JSONValue(explanation.patron),
      "rules": .list(explanation.values.map { JSONValue($0) }),
      "reasons": .list(explanation.reasons.map { JSONValue($0) }),
      "due": JSONValue(explanation.due),
    ]
  }

  init(_ due: DueDate) {
    self = [
      "dueOn": .day(due.day), "dueAt": .optional(due.time?.text),
      "loanHours": .count(due.hours?.count ?? 0), "countedTo": .day(due.counted),
      "loanDays": .count(due.loanDays),
      "closedDays": .list(
        due.skipped.map { ["day": .day($0.day), "reason": .optional($0.closure.reason)] }),
    ]
  }
}

extension Closure {
  /// What somebody wrote about the exception, or the season that closes the day; nil for an ordinary closed weekday.
  fileprivate var reason: String? {
    switch self {
    case .exception(let reason): reason
    case .season(let season, _): season.name.isEmpty ? season.period.encoded : season.name
    case .weekday: nil
    }
  }
}
