import LibraryCore

/// Every reason against a checkout: when it stands, when it does not, and where it turns.
enum LoanRows {
  static let all = staff + copy + age + card + limits + debts + together

  private static let loan = ReasonRows(
    verb: "loan", facts: Sample.facts,
    reasons: { facts in
      if case .refuse(let reasons) = facts.decide() { reasons } else { [] }
    })

  private static let staff = [
    loan(.noPermission, .yes, "a closed account lends nothing") { $0.staff.isActive = false },
    loan(.noPermission, .no, "a helper lends") { $0.staff.role = .helper },
    loan(.noPermission, .yes, "a librarian states no moment") {
      ($0.staff.role, $0.isBackdated) = (.librarian, true)
    },
    loan(.noPermission, .no, "an administrator states a moment") { $0.isBackdated = true },
    loan(.noPermission, .yes, "a helper sets no due date") {
      ($0.staff.role, $0.requestedDue) = (.helper, "2026-12-01")
    },
    loan(.noPermission, .no, "a librarian sets a due date") {
      ($0.staff.role, $0.requestedDue) = (.librarian, "2026-12-01")
    },
    loan(.dueDateInThePast, .yesAtEdge, "due yesterday") { $0.requestedDue = "2026-11-22" },
    loan(.dueDateInThePast, .noAtEdge, "due today") { $0.requestedDue = "2026-11-23" },
    loan(.dueDateInThePast, .no, "due in two years") { $0.requestedDue = "2028-11-22" },
    loan(.dueDateFar, .no, "due in a year") { $0.requestedDue = "2027-11-23" },
    loan(.dueDateFar, .noAtEdge, "due in two years to the day") { $0.requestedDue = "2028-11-22" },
    loan(.dueDateFar, .yesAtEdge, "due a day behind two years") { $0.requestedDue = "2028-11-23" },
    loan(.dueDateFar, .yesAtEdge, "due on the last day of all") { $0.requestedDue = "2100-12-31" },
    loan(.dueDateFar, .no, "ten years by the rules", [.loanDays: 3650]) { _ in },
    loan(.dueDateTooFar, .noAtEdge, "due two years ahead at most") {
      $0.requestedDue = "2028-11-22"
    },
    loan(.dueDateTooFar, .yesAtEdge, "due in the next century") { $0.requestedDue = "2101-01-01" },
    loan(.dueDateTooFar, .yes, "due when four digits end") { $0.requestedDue = "9999-12-31" },
  ]

  private static let copy = [
    loan(.itemWithdrawn, .yes, "withdrawn") { $0.item.item.status = .withdrawn },
    loan(.itemWithdrawn, .yes, "taken back") { $0.item.item.status = .removed },
    loan(.itemWithdrawn, .no, "a note alone") { $0.item.item.note = "thanh lý năm sau" },
    loan(.itemLost, .yes, "lost") { $0.item.item.status = .lost },
    loan(.itemLost, .no, "lost by others before") { $0.patron.lost = 1000 },
    loan(.itemMissing, .yes, "missing") { $0.item.item.status = .missing },
    loan(.itemMissing, .no, "away from its place") { $0.item.item.location = "KD" },
    loan(.itemDamaged, .yes, "damaged") { $0.item.item.status = .damaged },
    loan(.itemDamaged, .no, "worn") { $0.item.item.note = "bìa rách" },
    loan(.itemNotLendable, .yes, "read here, asked home", [.lendable: 0]) { _ in },
    loan(.itemNotLendable, .no, "read here, asked here", [.lendable: 0]) { $0.isOnSite = true },
    loan(.itemNotLendable, .no, "goes home", [.lendable: 1]) { _ in },
    loan(.itemNotLendable, .no, "goes home, asked here", [.lendable: 1]) { $0.isOnSite = true },
    loan(.itemNotLendable, .yes, "for nobody", [.lendable: 2]) { _ in },
    loan(.itemNotLendable, .yes, "for nobody here", [.lendable: 2]) { $0.isOnSite = true },
    loan(.itemOnLoanToOther, .yes, "with somebody") { $0.item.loan = Sample.openLoan() },
    loan(.itemOnLoanToOther, .no, "with nobody") { $0.item.loan = nil },
    loan(.itemAlreadyOnLoanToPatron, .yes, "with them") { $0.item.loan = Sample.ownLoan() },
    loan(.itemAlreadyOnLoanToPatron, .no, "another copy") { $0.patron.loansOfTitle = 1 },
    loan(.itemHeldForOther, .yes, "kept for other") { $0.item.setAside = Sample.kept(for: 9) },
    loan(.itemHeldForOther, .no, "kept for them") { $0.item.setAside = Sample.kept(for: 5) },
    loan(.titleWanted, .no, "nobody waits") { $0.demand = TitleDemand(waiting: 0, spare: 0) },
    loan(.titleWanted, .yesAtEdge, "one waits, none spare") { $0.demand = TitleDemand(waiting: 1) },
    loan(.titleWanted, .noAtEdge, "one waits, one spare") {
      $0.demand = TitleDemand(waiting: 1, spare: 1)
    },
    loan(.titleWanted, .yesAtEdge, "five wait, four spare") {
      $0.demand = TitleDemand(waiting: 5, spare: 4)
    },
    loan(.titleWanted, .noAtEdge, "five wait, five spare") {
      $0.demand = TitleDemand(waiting: 5, spare: 5)
    },
    loan(.titleWanted, .no, "others come later") { $0.demand = TitleDemand(readers: 9) },
    loan(.titleWanted, .no, "wanted, read here") {
      ($0.isOnSite, $0.demand) = (true, TitleDemand(waiting: 3))
    },
    loan(.titleWanted, .no, "wanted, kept for them") {
      ($0.item.setAside, $0.demand) = (Sample.kept(for: 5), TitleDemand(waiting: 3))
    },
  ]

  private static let age = [
    loan(.patronTooYoung, .yesAtEdge, "18 tomorrow", [.ageMinimum: 18]) { $0.born("2008-11-24") },
    loan(.patronTooYoung, .noAtEdge, "18 today", [.ageMinimum: 18]) { $0.born("2008-11-23") },
    loan(.patronTooYoung, .yesAtEdge, "17 this year", [.ageMinimum: 18]) { $0.born("2009") },
    loan(.patronTooYoung, .noAtEdge, "18 this year", [.ageMinimum: 18]) { $0.born("2008") },
    loan(.patronTooYoung, .no, "birth unknown", [.ageMinimum: 18]) { $0.born(nil) },
    loan(.patronTooYoung, .no, "no limit", [.ageMinimum: 0]) { $0.born("2026-11-23") },
    loan(.patronTooYoung, .yesAtEdge, "a leap day on 28 February", [.ageMinimum: 18]) {
      ($0.today, $0.patron.patron.born) = ("2026-02-28", "2008-02-29")
    },
    loan(.patronTooYoung, .noAtEdge, "a leap day on 1 March", [.ageMinimum: 18]) {
      ($0.today, $0.patron.patron.born) = ("2026-03-01", "2008-02-29")
    },
    loan(.patronTooOld, .noAtEdge, "15 tomorrow", [.ageMaximum: 14]) { $0.born("2011-11-24") },
    loan(.patronTooOld, .yesAtEdge, "15 today", [.ageMaximum: 14]) { $0.born("2011-11-23") },
    loan(.patronTooOld, .noAtEdge, "14 this year", [.ageMaximum: 14]) { $0.born("2012") },
    loan(.patronTooOld, .yesAtEdge, "15 this year", [.ageMaximum: 14]) { $0.born("2011") },
    loan(.patronTooOld, .no, "birth unknown", [.ageMaximum: 14]) { $0.born(nil) },
    loan(.patronTooOld, .no, "no limit") { $0.born("1901-01-01") },
  ]

  private static let card = [
    loan(.patronBlocked, .yes, "blocked") { $0.patron.patron.status = .blocked },
    loan(.patronBlocked, .no, "an old reason alone") { $0.patron.patron.blockReason = "nợ sách" },
    loan(.momentAhead, .yes, "lent at a moment to come") {
      $0.momentRefusals = [.momentAhead($0.now)]
    },
    loan(.beforeEnrolment, .yesAtEdge, "stated the day before the card") {
      ($0.isBackdated, $0.patron.patron.enrolledOn) = (true, $0.today.adding(days: 1))
    },
    loan(.beforeEnrolment, .noAtEdge, "stated on the day of the card") {
      ($0.isBackdated, $0.patron.patron.enrolledOn) = (true, $0.today)
    },
    loan(.beforeEnrolment, .no, "the desk's own moment is always good") {
      $0.patron.patron.enrolledOn = $0.today.adding(days: 1)
    },
    loan(.itemLentThen, .yes, "stated while somebody had the copy") {
      ($0.isBackdated, $0.lentUntil) = (true, $0.now)
    },
    loan(.itemLentThen, .no, "stated when nobody had it") { $0.isBackdated = true },
    loan(.itemLentThen, .no, "the desk's own moment is always good") { $0.lentUntil = $0.now },
    loan(.cardExpired, .yesAtEdge, "ended yesterday") { $0.expires("2026-11-22") },
    loan(.cardExpired, .noAtEdge, "ends today") { $0.expires("2026-11-23") },
    loan(.cardExpired, .no, "never ends") { $0.expires(nil) },
    loan(.cardExpired, .yes, "ended years ago") { $0.expires("2000-02-29") },
    loan(.patronRestricted, .yes, "restricted") {
      $0.patron.remarks = [Sample.remark(.restriction)]
    },
    loan(.patronRestricted, .no, "a message") { $0.patron.remarks = [Sample.remark(.message)] },
    loan(.patronSuspended, .yesAtEdge, "last day") { $0.patron.suspendedUntil = "2026-11-23" },
    loan(.patronSuspended, .noAtEdge, "over") { $0.patron.suspendedUntil = "2026-11-22" },
    loan(.patronSuspended, .no, "never late") { $0.patron.suspendedUntil = nil },
    loan(.patronSuspended, .yes, "for a year") { $0.patron.suspendedUntil = "2027-11-23" },
  ]

  private static let limits = [
    loan(.tooManyLoans, .yesAtEdge, "fifth of five lent") { $0.patron.loans = 5 },
    loan(.tooManyLoans, .noAtEdge, "four of five lent") { $0.patron.loans = 4 },
    loan(.tooManyLoans, .yes, "more than allowed by now", [.loansMaximum: 2]) {
      $0.patron.loans = 9
    },
    loan(.tooManyLoans, .yesAtEdge, "none allowed", [.loansMaximum: 0]) { _ in },
    loan(.tooManyLoans, .no, "those read here do not count", [.loansMaximum: 1]) {
      ($0.patron.loans, $0.patron.loansOnSite) = (3, 3)
    },
    loan(.tooManyLoans, .noAtEdge, "a row for a type limits not all", [.loansMaximum: 1]) {
      ($0.patron.loans, $0.rules.rows[0].scope) = (4, RuleScope(itemType: "BOOK"))
    },
    loan(.tooManyLoans, .yesAtEdge, "a row for a category does", [.loansMaximum: 1]) {
      ($0.patron.loans, $0.rules.rows[0].scope) = (1, RuleScope(category: "ADULT"))
    },
    loan(.tooManyLoans, .no, "asked to read here", [.loansMaximum: 0]) { $0.isOnSite = true },
    loan(.tooManyLoansOfType, .yesAtEdge, "second of two", [.loansOfTypeMaximum: 2]) {
      $0.patron.loansOfType = 2
    },
    loan(.tooManyLoansOfType, .noAtEdge, "one of two", [.loansOfTypeMaximum: 2]) {
      $0.patron.loansOfType = 1
    },
    loan(.tooManyLoansOfType, .yesAtEdge, "none allowed", [.loansOfTypeMaximum: 0]) { _ in },
    loan(.tooManyLoansOfType, .no, "of another type", [.loansOfTypeMaximum: 1]) {
      ($0.patron.loans, $0.patron.loansOfType) = (3, 0)
    },
    loan(.tooManyOnSite, .yesAtEdge, "three of three") { $0.reads(3) },
    loan(.tooManyOnSite, .noAtEdge, "two of three") { $0.reads(2) },
    loan(.tooManyOnSite, .yesAtEdge, "none allowed", [.onSiteMaximum: 0]) { $0.isOnSite = true },
    loan(.tooManyOnSite, .no, "asked home", [.onSiteMaximum: 0]) { $0.patron.loans = 1 },
    loan(.depositTooSmall, .yesAtEdge, "a đồng short", [.deposit: 50_000]) {
      $0.patron.held = 49_999
    },
    loan(.depositTooSmall, .noAtEdge, "held to the đồng", [.deposit: 50_000]) {
      $0.patron.held = 50_000
    },
    loan(.depositTooSmall, .yesAtEdge, "held for a loan that runs", [.deposit: 50_000]) {
      ($0.patron.held, $0.patron.depositDue) = (99_999, 50_000)
    },
    loan(.depositTooSmall, .noAtEdge, "held for both", [.deposit: 50_000]) {
      ($0.patron.held, $0.patron.depositDue) = (100_000, 50_000)
    },
    loan(.depositTooSmall, .yesAtEdge, "the price, short", [.depositPercent: 100]) {
      ($0.patron.held, $0.item.item.price) = (89_999, 90_000)
    },
    loan(.depositTooSmall, .noAtEdge, "the price, held", [.depositPercent: 100]) {
      ($0.patron.held, $0.item.item.price) = (90_000, 90_000)
    },
    loan(.depositTooSmall, .no, "no price, no share of it", [.depositPercent: 100]) { _ in },
    loan(.depositTooSmall, .no, "read on the spot", [.deposit: 50_000]) { $0.isOnSite = true },
    loan(.depositTooSmall, .no, "owed for others alone") { $0.patron.depositDue = 50_000 },
    loan(.tooManyOfTitle, .yesAtEdge, "second copy", [.copiesOfTitleMaximum: 1]) {
      $0.patron.loansOfTitle = 1
    },
    loan(.tooManyOfTitle, .noAtEdge, "first copy", [.copiesOfTitleMaximum: 1]) {
      $0.patron.loansOfTitle = 0
    },
    loan(.tooManyOfTitle, .no, "a class set of a thousand") { $0.patron.loansOfTitle = 999 },
    loan(.tooManyOfTitle, .yesAtEdge, "a class set of more") { $0.patron.loansOfTitle = 1000 },
  ]

  private static let debts = [
    loan(.tooManyOverdues, .yesAtEdge, "one overdue") { $0.patron.overdues = 1 },
    loan(.tooManyOverdues, .noAtEdge, "none overdue") { $0.patron.overdues = 0 },
    loan(.tooManyOverdues, .yesAtEdge, "three of two", [.overduesMaximum: 2]) {
      $0.patron.overdues = 3
    },
    loan(.tooManyOverdues, .noAtEdge, "two of two", [.overduesMaximum: 2]) {
      $0.patron.overdues = 2
    },
    loan(.tooManyLost, .yesAtEdge, "one lost", [.lostMaximum: 0]) { $0.patron.lost = 1 },
    loan(.tooManyLost, .noAtEdge, "none lost", [.lostMaximum: 0]) { $0.patron.lost = 0 },
    loan(.tooManyLost, .yesAtEdge, "three of two", [.lostMaximum: 2]) { $0.patron.lost = 3 },
    loan(.tooManyLost, .noAtEdge, "two of two", [.lostMaximum: 2]) { $0.patron.lost = 2 },
    loan(.familyOwesTooMuch, .yesAtEdge, "20.001 of 20.000", [.familyOwedMaximum: 20_000]) {
      $0.patron.familyOwed = 20_001
    },
    loan(.familyOwesTooMuch, .noAtEdge, "20.000 of 20.000", [.familyOwedMaximum: 20_000]) {
      $0.patron.familyOwed = 20_000
    },
    loan(.familyOwesTooMuch, .no, "nobody asked") { $0.patron.familyOwed = 900_000 },
    loan(.owesTooMuch, .yesAtEdge, "50.001 of 50.000") { $0.patron.owed = 50_001 },
    loan(.owesTooMuch, .noAtEdge, "50.000 of 50.000") { $0.patron.owed = 50_000 },
    loan(.owesTooMuch, .yesAtEdge, "one đồng of none", [.owedMaximum: 0]) { $0.patron.owed = 1 },
    loan(.owesTooMuch, .noAtEdge, "nothing of none", [.owedMaximum: 0]) { $0.patron.owed = 0 },
    loan(.owesTooMuch, .no, "the library owes", [.owedMaximum: 0]) { $0.patron.owed = -5000 },
    loan(.owesTooMuch, .no, "a deposit is no debt", [.owedMaximum: 0]) { $0.patron.held = 90_000 },
  ]

  private static let together = [
    loan.all([.itemDamaged, .itemOnLoanToOther], "damaged and out") {
      ($0.item.item.status, $0.item.loan) = (.damaged, Sample.openLoan())
    },
    loan.all([.itemWithdrawn, .itemOnLoanToOther], "what nobody lifts comes first") {
      ($0.item.item.status, $0.item.loan) = (.withdrawn, Sample.openLoan())
    },
    loan.all([.itemAlreadyOnLoanToPatron, .itemLost], "with them and yet lost") {
      ($0.item.item.status, $0.item.loan) = (.lost, Sample.ownLoan())
    },
    loan.all([.tooManyLoans, .tooManyLoansOfType, .tooManyOfTitle], "all limits", noneAllowed) {
      _ in
    },
    loan.all([.patronBlocked, .cardExpired], "blocked and ended") {
      ($0.patron.patron.status, $0.patron.patron.expiresOn) = (.blocked, "2026-11-22")
    },
    loan.all([.noPermission, .dueDateInThePast], "a helper sets a past day") {
      ($0.staff.role, $0.requestedDue) = (.helper, "2026-11-22")
    },
  ]

  private static let noneAllowed: [RuleParameter: Int] = [
    .loansMaximum: 0, .loansOfTypeMaximum: 0, .copiesOfTitleMaximum: 0,
  ]
}

extension CheckoutFacts {
  mutating func born(_ birth: String?) { patron.patron.born = birth }

  mutating func expires(_ day: CalendarDay?) { patron.patron.expiresOn = day }

  /// The patron reads so many copies on the spot and asks for one more.
  mutating func reads(_ copies: Int) {
    (isOnSite, patron.loans, patron.loansOnSite) = (true, copies, copies)
  }
}
