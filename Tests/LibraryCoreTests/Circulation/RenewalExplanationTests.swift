import LibraryCore
import Testing

/// A loan of two weeks that is due on 30 November 2026, looked at on Monday the 23rd.
@Suite struct RenewalExplanationTests {
  private func explain(
    _ values: [RuleParameter: Int] = [:], _ change: (inout RenewalFacts) -> Void = { _ in }
  ) -> RenewalExplanation {
    var loan = Sample.ownLoan(due: "2026-11-30")
    loan.lentAt = Moment(startOf: "2026-11-16")
    var checkout = Sample.facts(values)
    checkout.item.loan = loan
    var facts = RenewalFacts(checkout: checkout, loan: loan)
    change(&facts)
    return facts.explanation
  }

  @Test("a renewal that nothing stands against tells how often, from when and till when")
  func allowed() {
    let explained = explain([.renewalNotBefore: 7, .renewalDays: 21])
    #expect(explained.isAllowed && !explained.isLiftable)
    #expect(explained.renewalsAllowed == 2 && explained.loan.renewals == 0)
    #expect(explained.notBefore == "2026-11-23" && explained.start == "2026-11-23")
    #expect(explained.due.day == "2026-12-14" && explained.due.loanDays == 21)
    let days = explained.values.first { $0.parameter == .renewalDays }
    #expect(days?.value == 21 && days?.decidedBy != nil)
    #expect(explained.values.contains { $0.parameter == .overduesMaximum && $0.decidedBy == nil })
  }

  @Test("where the rules hold no renewal back, no day is named")
  func anyDay() {
    #expect(explain().notBefore == nil)
    #expect(explain([.renewalNotBefore: 14]).notBefore == nil)
    #expect(explain([.renewalNotBefore: 13]).notBefore == "2026-11-17")
  }

  @Test("one too many is lent no longer by a rule, or by those who wait where there are extra ones")
  func noMore() {
    #expect(
      explain { $0.loan.renewals = 2 }.reasons.map(\.remedy) == [.changeRule(.renewalsMaximum)])
    let extra: [RuleParameter: Int] = [.renewalsExtra: 1]
    let wanted = TitleDemand(waiting: 2, readers: 2, spare: 2)
    #expect(
      explain(extra) { ($0.loan.renewals, $0.checkout.demand) = (2, wanted) }.reasons.map(\.remedy)
        == [.nobodyWaiting(2)])
    #expect(explain(extra) { $0.loan.renewals = 2 }.isAllowed)
  }

  @Test("one that adds nothing names the first day on which it would add something")
  func addsNothing() {
    let early = explain { $0.loan.dueOn = "2026-12-20" }
    #expect(
      early.reasons.map(\.refusal) == [.renewalAddsNothing(due: Due("2026-12-20"), waiting: 0)])
    #expect(early.reasons.map(\.remedy) == [.waitUntil("2026-12-07")])
    let closed = explain { facts in
      facts.loan.dueOn = "2026-12-20"
      facts.checkout.calendar = Sample.calendar(closed: ["2026-12-20"])
    }
    #expect(closed.reasons.map(\.remedy) == [.waitUntil("2026-12-06")])
  }

  @Test("one that can never add anything is for the rule to change")
  func neverAdds() {
    let never = explain([.renewalFrom: RenewalStart.due.rawValue, .renewalDays: 0])
    #expect(never.reasons.map(\.remedy) == [.changeRule(.renewalDays)])
  }

  @Test("what is late already, or read on the spot, is returned and lent anew")
  func returned() {
    let late = explain([.finePerDay: 500, .overduesMaximum: 1]) { facts in
      facts.loan.dueOn = "2026-11-20"
      facts.assessment = ReturnAssessment(
        dueOn: "2026-11-20", returnedOn: "2026-11-23", calendar: OpeningCalendar(),
        terms: LoanTerms(encoded: "finePerDay=500"), price: nil)
    }
    #expect(late.reasons.map(\.remedy) == [.returnAndLendAgain])
    let here = explain { $0.loan.isOnSite = true }
    #expect(here.reasons.map(\.remedy) == [.returnAndLendAgain])
  }

  @Test("who waits is served by so many more copies, and the row behind a reason stands with it")
  func wanted() {
    let wanted = explain { $0.checkout.demand = TitleDemand(waiting: 2, readers: 2, spare: 1) }
    #expect(wanted.reasons.map(\.remedy) == [.serveWaiting(1)])
    #expect(wanted.reasons.first?.refusal.rule == nil && wanted.isLiftable)
    let early = explain([.renewalNotBefore: 3])
    #expect(early.reasons.map(\.remedy) == [.waitUntil("2026-11-27")])
    #expect(early.reasons.first?.refusal.rule?.decidedBy != nil)
  }
}
