import LibraryCore

/// Every reason against a renewal.
enum RenewalRows {
  static let all = staff + loans + standing

  private static let renewal = ReasonRows(
    verb: "renewal",
    facts: { values, role, reason in
      let loan = Sample.ownLoan()
      var checkout = Sample.facts(values, role, reason)
      checkout.item.loan = loan
      return RenewalFacts(checkout: checkout, loan: loan)
    },
    reasons: { facts in
      if case .refuse(let reasons) = facts.decide() { reasons } else { [] }
    })

  private static let staff = [
    renewal(.noPermission, .yes, "a closed account") { $0.checkout.staff.isActive = false },
    renewal(.noPermission, .no, "a helper renews") { $0.checkout.staff.role = .helper },
    renewal(.noPermission, .yes, "a helper states no moment") {
      ($0.checkout.staff.role, $0.checkout.isBackdated) = (.helper, true)
    },
    renewal(.noPermission, .no, "an administrator states one") { $0.checkout.isBackdated = true },
  ]

  private static let loans = [
    renewal(.onSiteNotRenewable, .yes, "read here") { $0.loan.isOnSite = true },
    renewal(.onSiteNotRenewable, .no, "taken home") { $0.loan.isOnSite = false },
    renewal(.noMoreRenewals, .yesAtEdge, "twice of two") { $0.loan.renewals = 2 },
    renewal(.noMoreRenewals, .noAtEdge, "once of two") { $0.loan.renewals = 1 },
    renewal(.noMoreRenewals, .yesAtEdge, "none allowed", [.renewalsMaximum: 0]) { _ in },
    renewal(.noMoreRenewals, .noAtEdge, "an extra one", extra) { $0.loan.renewals = 2 },
    renewal(.noMoreRenewals, .yesAtEdge, "no second extra", extra) { $0.loan.renewals = 3 },
    renewal(.noMoreRenewals, .yesAtEdge, "no extra while one waits", extra) {
      ($0.loan.renewals, $0.checkout.demand) = (2, TitleDemand(waiting: 1, readers: 1, spare: 1))
    },
    renewal(.noMoreRenewals, .noAtEdge, "the usual while one waits", extra) {
      ($0.loan.renewals, $0.checkout.demand) = (1, TitleDemand(waiting: 1, readers: 1, spare: 1))
    },
    renewal(.renewalAddsNothing, .yesAtEdge, "due on the very day already") {
      $0.loan.dueOn = "2026-12-07"
    },
    renewal(.renewalAddsNothing, .yes, "due later already") { $0.loan.dueOn = "2026-12-20" },
    renewal(.renewalAddsNothing, .noAtEdge, "a day more") { $0.loan.dueOn = "2026-12-06" },
    renewal(.renewalAddsNothing, .yesAtEdge, "short while one waits", [.shortLoanFrom: 1]) {
      ($0.loan.dueOn, $0.checkout.demand.readers) = ("2026-11-30", 1)
    },
    renewal(.renewalAddsNothing, .noAtEdge, "a day more while one waits", [.shortLoanFrom: 1]) {
      ($0.loan.dueOn, $0.checkout.demand.readers) = ("2026-11-29", 1)
    },
    renewal(.renewalAddsNothing, .no, "not short for one of two", [.shortLoanFrom: 2]) {
      ($0.loan.dueOn, $0.checkout.demand.readers) = ("2026-11-30", 1)
    },
    renewal(.renewalOverdue, .yesAtEdge, "a day late, and it costs") {
      $0.late(by: "2026-11-22", [.finePerDay: 500])
    },
    renewal(.renewalOverdue, .yes, "late, and it suspends") {
      $0.late(by: "2026-11-20", [.suspensionDays: 2])
    },
    renewal(.renewalOverdue, .no, "late, and it costs nothing") {
      $0.late(by: "2026-11-20", [:])
    },
    renewal(.renewalOverdue, .noAtEdge, "due today") {
      $0.late(by: "2026-11-23", [.finePerDay: 500])
    },
    renewal(.renewalTooEarly, .yesAtEdge, "eight days before", [.renewalNotBefore: 7]) { _ in },
    renewal(.renewalTooEarly, .noAtEdge, "seven days before", [.renewalNotBefore: 7]) {
      $0.loan.dueOn = "2026-11-30"
    },
    renewal(.renewalTooEarly, .yesAtEdge, "the day before", [.renewalNotBefore: 0]) {
      $0.loan.dueOn = "2026-11-24"
    },
    renewal(.renewalTooEarly, .noAtEdge, "on the day itself", [.renewalNotBefore: 0]) {
      $0.loan.dueOn = "2026-11-23"
    },
    renewal(.renewalTooEarly, .no, "overdue", [.renewalNotBefore: 0]) {
      $0.loan.dueOn = "2026-11-01"
    },
    renewal(.titleWanted, .yesAtEdge, "one waits") { $0.checkout.demand = TitleDemand(waiting: 1) },
    renewal(.titleWanted, .noAtEdge, "another copy serves") {
      $0.checkout.demand = TitleDemand(waiting: 1, spare: 1)
    },
  ]

  private static let extra: [RuleParameter: Int] = [.renewalsMaximum: 2, .renewalsExtra: 1]

  private static let standing = [
    renewal(.itemLost, .yes, "lost") { $0.checkout.item.item.status = .lost },
    renewal(.itemDamaged, .yes, "damaged") { $0.checkout.item.item.status = .damaged },
    renewal(.itemWithdrawn, .yes, "withdrawn") { $0.checkout.item.item.status = .withdrawn },
    renewal(.patronBlocked, .yes, "blocked") { $0.checkout.patron.patron.status = .blocked },
    renewal(.cardExpired, .yesAtEdge, "ended yesterday") { $0.checkout.expires("2026-11-22") },
    renewal(.cardExpired, .noAtEdge, "ends today") { $0.checkout.expires("2026-11-23") },
    renewal(.patronRestricted, .yes, "restricted") {
      $0.checkout.patron.remarks = [Sample.remark(.restriction)]
    },
    renewal(.patronSuspended, .yesAtEdge, "last day") {
      $0.checkout.patron.suspendedUntil = "2026-11-23"
    },
    renewal(.patronSuspended, .noAtEdge, "over") {
      $0.checkout.patron.suspendedUntil = "2026-11-22"
    },
    renewal(.tooManyOverdues, .yesAtEdge, "one overdue") { $0.checkout.patron.overdues = 1 },
    renewal(.tooManyOverdues, .noAtEdge, "one allowed", [.overduesMaximum: 1]) {
      $0.checkout.patron.overdues = 1
    },
    renewal(.tooManyLost, .yesAtEdge, "one lost", [.lostMaximum: 0]) {
      $0.checkout.patron.lost = 1
    },
    renewal(.owesTooMuch, .yesAtEdge, "50.001") { $0.checkout.patron.owed = 50_001 },
    renewal(.owesTooMuch, .noAtEdge, "50.000") { $0.checkout.patron.owed = 50_000 },
    renewal(.tooManyLoans, .no, "the number stays", [.loansMaximum: 1]) {
      $0.checkout.patron.loans = 1
    },
    renewal(.tooManyLoansOfType, .no, "that of the type too", [.loansOfTypeMaximum: 1]) {
      $0.checkout.patron.loansOfType = 1
    },
    renewal(.patronTooOld, .no, "older since the loan", [.ageMaximum: 14]) {
      $0.checkout.born("2011-11-23")
    },
    renewal(.itemNotLendable, .no, "the rule is newer", [.lendable: 0]) { _ in },
    renewal.all([.noMoreRenewals, .renewalTooEarly, .titleWanted], "all at once", early) {
      $0.checkout.demand = TitleDemand(waiting: 1)
    },
  ]

  private static let early: [RuleParameter: Int] = [.renewalsMaximum: 0, .renewalNotBefore: 0]
}

extension RenewalFacts {
  /// The loan fell due on that day, on terms that a return today would be counted by.
  fileprivate mutating func late(by day: CalendarDay, _ rules: [RuleParameter: Int]) {
    loan.dueOn = day
    assessment = ReturnAssessment(
      dueOn: day, returnedOn: Sample.today, calendar: checkout.calendar,
      terms: LoanTerms(Sample.rules(rules), for: RuleScope(), on: Sample.today))
  }
}
