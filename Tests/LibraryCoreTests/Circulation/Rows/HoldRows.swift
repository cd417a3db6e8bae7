import LibraryCore

/// Every reason against placing a hold, and against the days asked for.
enum HoldRows {
  static let all = staff + copies + standing + days

  private static let hold = ReasonRows(
    verb: "hold",
    facts: { values, role, reason in
      let copy = Sample.facts(values, role, reason)
      return HoldFacts(patron: copy.patron, copies: [copy], held: 0, house: copy)
    },
    reasons: { facts in
      if case .refuse(let reasons) = facts.decide() { reasons } else { [] }
    })

  private static let staff = [
    hold(.noPermission, .yes, "a closed account") { $0.house.staff.isActive = false },
    hold(.noPermission, .no, "a helper places one") { $0.house.staff.role = .helper },
    hold(.noPermission, .yes, "a helper states no moment") {
      ($0.house.staff.role, $0.house.isBackdated) = (.helper, true)
    },
  ]

  private static let copies = [
    hold(.itemAlreadyOnLoanToPatron, .yes, "theirs now") {
      $0.copies[0].item.loan = Sample.ownLoan()
    },
    hold(.itemAlreadyOnLoanToPatron, .no, "other's") { $0.copies[0].item.loan = Sample.openLoan() },
    hold(.nothingToHold, .yes, "no copy") { $0.copies = [] },
    hold(.nothingToHold, .yes, "lost") { $0.copies[0].item.item.status = .lost },
    hold(.nothingToHold, .yes, "for nobody", [.lendable: 2]) { _ in },
    hold(.nothingToHold, .no, "read here", [.lendable: 0]) { _ in },
    hold(.nothingToHold, .no, "one of two lost") {
      $0.copies.append($0.copies[0])
      $0.copies[0].item.item.status = .lost
    },
    hold(.patronTooYoung, .yesAtEdge, "18 tomorrow", [.ageMinimum: 18]) {
      $0.copies[0].born("2008-11-24")
    },
    hold(.patronTooYoung, .noAtEdge, "18 today", [.ageMinimum: 18]) {
      $0.copies[0].born("2008-11-23")
    },
    hold(.patronTooOld, .yesAtEdge, "15 today", [.ageMaximum: 14]) {
      $0.copies[0].born("2011-11-23")
    },
    hold(.patronTooOld, .noAtEdge, "15 tomorrow", [.ageMaximum: 14]) {
      $0.copies[0].born("2011-11-24")
    },
    hold(.holdNotAllowed, .yes, "none kept", [.holdPolicy: 0]) { _ in },
    hold(.holdNotAllowed, .no, "any kept", [.holdPolicy: 1]) { _ in },
    hold(.holdNotAllowed, .no, "from the shelf", [.holdPolicy: 2]) { _ in },
    hold(.holdNotAllowed, .yes, "from the shelf, but out", [.holdPolicy: 2]) {
      $0.copies[0].item.loan = Sample.openLoan()
    },
    hold(.holdNotAllowed, .yes, "from the shelf, but kept", [.holdPolicy: 2]) {
      $0.copies[0].item.setAside = Sample.kept(for: 9)
    },
    hold(.holdNotAllowed, .yes, "when all are out, but here", [.holdPolicy: 3]) { _ in },
    hold(.holdNotAllowed, .no, "when all are out", [.holdPolicy: 3]) {
      $0.copies[0].item.loan = Sample.openLoan()
    },
  ]

  private static let standing = [
    hold(.patronBlocked, .yes, "blocked") { $0.copies[0].patron.patron.status = .blocked },
    hold(.cardExpired, .yesAtEdge, "ended yesterday") { $0.copies[0].expires("2026-11-22") },
    hold(.cardExpired, .noAtEdge, "ends today") { $0.copies[0].expires("2026-11-23") },
    hold(.patronSuspended, .yesAtEdge, "last day") {
      $0.copies[0].patron.suspendedUntil = "2026-11-23"
    },
    hold(.patronSuspended, .noAtEdge, "over") { $0.copies[0].patron.suspendedUntil = "2026-11-22" },
    hold(.owesTooMuch, .yesAtEdge, "50.001") { $0.copies[0].patron.owed = 50_001 },
    hold(.owesTooMuch, .noAtEdge, "50.000") { $0.copies[0].patron.owed = 50_000 },
    hold(.tooManyLoans, .no, "loans do not count", [.loansMaximum: 0]) { _ in },
    hold(.alreadyHeld, .yes, "asked before") { $0.existing = 40 },
    hold(.alreadyHeld, .no, "asked for others") { $0.held = 1 },
    hold(.tooManyHolds, .yesAtEdge, "five of five") { $0.held = 5 },
    hold(.tooManyHolds, .noAtEdge, "four of five") { $0.held = 4 },
    hold(.tooManyHolds, .yesAtEdge, "none allowed", [.holdsMaximum: 0]) { _ in },
    hold.all([.alreadyHeld, .patronBlocked, .tooManyHolds], "all at once") {
      ($0.existing, $0.held, $0.copies[0].patron.patron.status) = (40, 5, .blocked)
    },
  ]

  private static let asked = ReasonRows(
    verb: "hold", facts: { _, _, _ in HoldRequest(card: "TV1") },
    reasons: { $0.refusals(today: Sample.today) })

  private static let days = [
    asked(.invalidValue, .yesAtEdge, "wanted until yesterday") { $0.expiresOn = "2026-11-22" },
    asked(.invalidValue, .noAtEdge, "wanted until today") { $0.expiresOn = "2026-11-23" },
    asked(.invalidValue, .noAtEdge, "for 3650 days") { $0.expiresOn = "2036-11-20" },
    asked(.invalidValue, .yesAtEdge, "for 3651 days") { $0.expiresOn = "2036-11-21" },
    asked(.invalidValue, .yesAtEdge, "frozen until yesterday") { $0.frozenUntil = "2026-11-22" },
    asked(.invalidValue, .noAtEdge, "frozen until today") { $0.frozenUntil = "2026-11-23" },
  ]
}
