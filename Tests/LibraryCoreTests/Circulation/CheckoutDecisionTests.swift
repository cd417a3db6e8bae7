import LibraryCore
import Testing

@Suite struct CheckoutDecisionTests {
  @Test("a copy in order is lent to a patron in order, by the row that decides")
  func lent() throws {
    let decision = try Sample.checkout(values: [.loanDays: 10]).decide()
    #expect(decision.due?.day.iso == "2026-12-03" && decision.overriding == [])
  }

  @Test("a card is still good on the day it expires")
  func expiry() throws {
    let facts = { (day: String) in
      try Sample.checkout { $0.patron.patron.expiresOn = try Sample.day(day) }
    }
    #expect(try facts("2026-11-23").decide().due != nil)
    #expect(try facts("2026-11-22").decide().codes == ["cardExpired"])
  }

  @Test("whoever brought copies back late may borrow again on the day after the last day")
  func suspension() throws {
    let facts = { (day: String) in
      try Sample.checkout { $0.patron.suspendedUntil = try Sample.day(day) }
    }
    #expect(try facts("2026-11-22").decide().due != nil)
    #expect(try facts("2026-11-23").decide().codes == ["patronSuspended"])
    let remedy = try facts("2026-11-23").explanation.reasons.first?.remedy
    #expect(remedy == .waitUntil(try Sample.day("2026-11-24")))
  }

  @Test(
    "an age limit counts full years, and does not ask whose birth nobody knows",
    arguments: [
      ("2008-11-23", nil), ("2008-11-24", "patronTooYoung"), ("2008", nil),
      ("2009", "patronTooYoung"), (nil, nil), ("1966-11-23", nil), ("1965-11-23", "patronTooOld"),
      ("1965-11-24", nil),
    ] as [(String?, String?)])
  func ages(born: String?, code: String?) throws {
    let facts = try Sample.checkout(values: [.ageMinimum: 18, .ageMaximum: 60]) {
      $0.patron.patron.born = born
    }
    #expect(facts.decide().codes == code.map { [$0] })
  }

  @Test("only what may leave the house is lent", arguments: Lendability.allCases)
  func lendability(_ lendability: Lendability) throws {
    let decision = try Sample.checkout(values: [.lendable: lendability.rawValue]).decide()
    #expect((decision.due != nil) == (lendability == .home))
  }

  @Test("a limit of none refuses the first loan, a limit of one the second")
  func limits() throws {
    let none = try Sample.checkout(values: [.loansMaximum: 0, .loansOfTypeMaximum: 0])
    #expect(none.decide().codes == ["tooManyLoans", "tooManyLoansOfType"])
    let one = try Sample.checkout(values: [.loansMaximum: 1]) { $0.patron.loans = 1 }
    #expect(one.decide().codes == ["tooManyLoans"])
    #expect(one.explanation.reasons.map(\.remedy) == [.returnLoans(1)])
    #expect(none.explanation.reasons.first?.remedy == .changeRule(.loansMaximum))
    let free = try Sample.checkout(values: [.loansMaximum: 1])
    #expect(free.decide().due != nil)
  }

  @Test("all reasons come at once, those that nobody may lift before the others")
  func allReasons() throws {
    let loan = try Sample.loan()
    let facts = try Sample.checkout(role: .helper) {
      $0.item.item.status = .withdrawn
      $0.item.loan = loan
      $0.patron.patron.status = .blocked
      $0.patron.overdues = 1
      $0.patron.owed = Money(dong: 50_001)
      $0.requestedDue = "2026-11-22"
    }
    #expect(
      facts.decide().codes == [
        "noPermission", "dueDateInThePast", "itemWithdrawn", "itemOnLoanToOther", "patronBlocked",
        "tooManyOverdues", "owesTooMuch",
      ])
  }

  @Test("staff lifts with a written reason what they may, and what stands is named")
  func override() throws {
    let blocked = { (role: StaffRole, reason: String?) in
      try Sample.checkout(role: role) {
        $0.patron.patron.status = .blocked
        $0.item.item.status = .damaged
        $0.overrideReason = reason
      }.decide()
    }
    #expect(try blocked(.librarian, nil).codes == ["itemDamaged", "patronBlocked"])
    #expect(try blocked(.librarian, " \u{A0}\t").codes == ["itemDamaged", "patronBlocked"])
    #expect(try blocked(.helper, "vì thế").codes == ["itemDamaged", "patronBlocked"])
    #expect(try blocked(.librarian, "vì thế").overriding?.count == 2)
  }

  @Test("a copy the patron has already is renewed, not lent; no reason lifts that")
  func alreadyHeld() throws {
    var loan = try Sample.loan()
    loan.patron = EntityID(rawValue: 5)
    let facts = try Sample.checkout {
      $0.item.loan = loan
      $0.overrideReason = "vì thế"
    }
    #expect(facts.decide().codes == ["itemAlreadyOnLoanToPatron"])
    #expect(facts.explanation.reasons.first?.remedy == .renewInstead(loan))
  }

  @Test("a stated moment and a due date of one's own each need their right")
  func rights() throws {
    let facts = try Sample.checkout(role: .helper) {
      $0.isBackdated = true
      $0.requestedDue = "2026-11-30"
    }
    #expect(facts.decide().reasons == [.noPermission(.backdate), .noPermission(.setDueDate)])
    let librarian = try Sample.checkout(role: .librarian) {
      $0.requestedDue = "2026-11-30"
    }
    #expect(librarian.decide().due?.day.iso == "2026-11-30")
  }

  @Test("a renewal counts from today or from the due date, not before its day, and never shortens")
  func renewalStart() throws {
    let loan = try Sample.loan(dueOn: "2026-12-01")
    func renew(_ values: [RuleParameter: Int]) throws -> CheckoutDecision {
      RenewalFacts(checkout: try Sample.checkout(values: values), loan: loan).decide()
    }
    #expect(try renew([.renewalDays: 10]).due?.day.iso == "2026-12-03")
    #expect(try renew([.renewalDays: 10, .renewalFrom: 1]).due?.day.iso == "2026-12-11")
    #expect(try renew([.renewalDays: 3]).codes == ["renewalAddsNothing"])
    var lifted = try Sample.checkout(values: [.renewalDays: 3])
    lifted.overrideReason = "đã gọi điện"
    let kept = RenewalFacts(checkout: lifted, loan: loan).decide().due
    #expect(kept?.day.iso == "2026-12-01" && kept?.bounds == [.formerDue(loan.dueOn)])
    #expect(try renew([.renewalNotBefore: 8]).due != nil)
    #expect(try renew([.renewalNotBefore: 7]).codes == ["renewalTooEarly"])
  }

  @Test("a renewal asks for blocks and debt, not for limits")
  func renewal() throws {
    let loan = try Sample.loan(dueOn: "2026-11-25", renewals: 1)
    let facts = try Sample.checkout(values: [.loansMaximum: 1, .renewalDays: 5]) {
      $0.patron.loans = 1
      $0.item.loan = loan
    }
    let renewal = RenewalFacts(checkout: facts, loan: loan)
    #expect(renewal.decide().due?.day.iso == "2026-11-28" && renewal.renewalsLeft == 0)
    let owing = try Sample.checkout {
      $0.patron.owed = Money(dong: 90_000)
      $0.patron.patron.status = .blocked
    }
    let codes = RenewalFacts(checkout: owing, loan: try Sample.loan(renewals: 2)).decide().codes
    #expect(codes == ["noMoreRenewals", "patronBlocked", "owesTooMuch"])
  }
}
