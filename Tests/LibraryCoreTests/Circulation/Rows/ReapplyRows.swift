import LibraryCore

/// What the rules of today make of a loan already made, each date on the day it turns.
enum ReapplyRows {
  static let all = dues + kept + renewed + terms

  /// A loan made on Monday 16 November 2026 for fourteen days, looked at on Monday 23 November at midnight.
  private static func loan(
    _ expected: String, _ name: String, _ values: [RuleParameter: Int] = [:],
    _ change: @escaping @Sendable (inout ReapplicationFacts) -> Void = { _ in }
  ) -> ValueRow {
    ValueRow(name: "reapplied, \(name)", expected: expected) {
      var loan = Sample.ownLoan(due: "2026-11-30")
      loan.lentAt = Moment(startOf: "2026-11-16")
      loan.terms = LoanTerms(encoded: "")
      var facts = ReapplicationFacts(checkout: Sample.facts(values), loan: loan)
      change(&facts)
      guard let redated = facts.decision else { return "unchanged" }
      let due = redated.after == redated.before ? "kept" : text(redated.after)
      return due + (redated.terms.map { " \($0.after.encoded)" } ?? "")
    }
  }

  private static func text(_ due: Due) -> String {
    due.day.iso + (due.time.map { " \($0.text)" } ?? "")
  }

  private static let dues = [
    loan("unchanged", "as the rules say"),
    loan("2026-12-07", "longer, from the day of the loan", [.loanDays: 21]),
    loan("2026-11-24", "shorter, to tomorrow", [.loanDays: 8]),
    loan("2026-11-23", "shorter, to today", [.loanDays: 7]),
    loan("2026-11-23", "shorter than it has run makes nobody late", [.loanDays: 6]),
    loan("2026-11-24", "nor on a closed day", [.loanDays: 3]) {
      $0.checkout.calendar = Sample.calendar(closed: ["2026-11-23"])
    },
    loan("2026-11-30 17:00", "a time of day alone", [.dueTime: 1020]),
    loan("2026-11-25", "a date that bounds it", [.hardDue: 20_782]),
    loan("unchanged", "a date that has passed bounds nothing", [.hardDue: 20_780]),
    loan("2026-11-23", "while others wait", [.shortLoanFrom: 1]) {
      $0.checkout.demand = TitleDemand(waiting: 1, readers: 1)
    },
    loan("2026-12-07", "by a row in force today, not then", [.loanDays: 21]) {
      $0.checkout.rules.rows[0].period = RulePeriod(from: "2026-11-23")
    },
    loan("unchanged", "not by a row that has ended", [.loanDays: 21]) {
      $0.checkout.rules.rows[0].period = RulePeriod(to: "2026-11-22")
    },
  ]

  private static let kept = [
    loan("unchanged", "a day staff chose", [.loanDays: 21]) { $0.isDueChosen = true },
    loan("unchanged", "overdue, not to be later still", [.loanDays: 2]) {
      $0.loan.dueOn = "2026-11-22"
    },
    loan("unchanged", "due today, not to be late", [.loanDays: 2]) {
      $0.loan.dueOn = "2026-11-23"
    },
    loan("2026-12-07", "overdue, but no more", [.loanDays: 21]) { $0.loan.dueOn = "2026-11-22" },
    loan("2026-11-22", "overdue, but less", [.loanDays: 6]) { $0.loan.dueOn = "2026-11-20" },
    loan("unchanged", "read on the spot", [.loanDays: 21]) {
      var here = $0.loan
      (here.isOnSite, here.dueOn) = (true, "2026-11-16")
      $0 = ReapplicationFacts(checkout: $0.checkout, loan: here)
    },
  ]

  private static let once = ReapplicationFacts.Renewal(
    at: Moment(startOf: "2026-11-20"), dueBefore: Due("2026-11-30"))

  private static let renewed = [
    loan("2026-12-04", "renewed, from that day") { $0.renewal = once },
    loan("2026-12-11", "renewed, longer", [.renewalDays: 21]) { $0.renewal = once },
    loan("2026-12-14", "renewed, from the due date", [.renewalFrom: 1]) { $0.renewal = once },
    loan("unchanged", "renewed, never under the date before", [.renewalDays: 3]) {
      $0.renewal = once
    },
    loan("2026-12-04", "renewed after staff chose a day") {
      ($0.renewal, $0.isDueChosen) = (once, true)
    },
  ]

  private static let terms = [
    loan("kept finePerDay=500", "a fine", [.finePerDay: 500]),
    loan("kept ", "no fine any more") { $0.loan.terms = LoanTerms(encoded: "finePerDay=500") },
    loan("unchanged", "the same fine", [.finePerDay: 500]) {
      $0.loan.terms = LoanTerms(encoded: "finePerDay=500")
    },
    loan("2026-12-07 graceDays=2", "both", [.loanDays: 21, .graceDays: 2]),
    loan("kept deposit=50000", "a deposit", [.deposit: 50_000]),
    loan("unchanged", "older than terms", [.finePerDay: 500]) { $0.loan.terms = nil },
  ]
}
