import LibraryCore
import Testing

@Suite struct ReturnAssessmentTests {
  private func assess(
    due: String, back: String, closed: [String] = [], price: Int64? = nil,
    _ values: [RuleParameter: Int]
  ) throws -> ReturnAssessment {
    var calendar = OpeningCalendar()
    for day in closed {
      calendar.exceptions[try Sample.day(day)] = .init(isOpen: false, reason: "")
    }
    let back = try Sample.day(back)
    let scope = RuleScope(library: "VN-TP", category: "ADULT")
    return ReturnAssessment(
      dueOn: try Sample.day(due), returnedOn: back, calendar: calendar,
      terms: LoanTerms(Sample.rules(values), for: scope, on: back),
      price: price.map { Money(dong: $0) })
  }

  @Test("each late day is charged, and none on the due date itself")
  func daily() throws {
    #expect(try assess(due: "2000-01-01", back: "2000-01-30", [.finePerDay: 1]).charge.dong == 29)
    #expect(try assess(due: "2000-01-01", back: "2000-01-01", [.finePerDay: 1]).charge == .zero)
    #expect(try assess(due: "2000-01-01", back: "1999-12-01", [.finePerDay: 1]).lateDays == 0)
  }

  @Test("a fine stops at its maximum")
  func maximum() throws {
    let values: [RuleParameter: Int] = [.finePerDay: 1, .fineMaximum: 3]
    #expect(try assess(due: "2000-01-01", back: "2000-01-30", values).charge.dong == 3)
  }

  @Test("the lower of the two caps holds, and an unknown price caps nothing")
  func caps() throws {
    let values: [RuleParameter: Int] = [.finePerDay: 1, .fineMaximum: 3, .fineUpToPrice: 1]
    func fine(_ price: Int64?, _ values: [RuleParameter: Int]) throws -> Int64 {
      try assess(due: "2000-01-01", back: "2000-01-30", price: price, values).charge.dong
    }
    #expect(try fine(5, values) == 3 && fine(2, values) == 2 && fine(nil, values) == 3)
    #expect(try fine(5, [.finePerDay: 1, .fineUpToPrice: 1]) == 5)
    #expect(try fine(5, [.finePerDay: 1]) == 29)
  }

  @Test("a fine by the week charges full weeks only")
  func periods() throws {
    let values: [RuleParameter: Int] = [.finePerDay: 1000, .finePeriod: 7]
    for (back, fine) in [("2026-11-07", 0), ("2026-11-08", 1000), ("2026-11-15", 2000)] {
      #expect(try assess(due: "2026-11-01", back: back, values).charge.dong == Int64(fine))
    }
  }

  @Test("each late day suspends for some days from the return, up to the most a row allows")
  func suspension() throws {
    func until(_ values: [RuleParameter: Int], _ back: String = "2026-11-21") throws -> String? {
      try assess(due: "2026-11-01", back: back, values).suspendedUntil?.iso
    }
    #expect(try until([.suspensionDays: 2]) == "2026-12-31")
    #expect(try until([.suspensionDays: 2, .suspensionMaximum: 10]) == "2026-12-01")
    #expect(try until([.suspensionDays: 2, .graceDays: 20]) == nil)
    #expect(try until([.suspensionDays: 2, .graceDays: 19]) == "2026-12-31")
    #expect(try until([.suspensionDays: 2], "2026-11-01") == nil && until([:]) == nil)
  }

  @Test("the terms of a loan are read back as written, and say nothing where nothing costs")
  func terms() throws {
    let values: [RuleParameter: Int] = [
      .finePerDay: 500, .finePeriod: 7, .fineUpToPrice: 1, .loanDays: 3, .suspensionDays: 1,
    ]
    let day = try Sample.day("2026-11-01")
    let terms = LoanTerms(Sample.rules(values), for: RuleScope(), on: day)
    #expect(LoanTerms(encoded: terms.encoded) == terms && !terms.encoded.contains("loanDays"))
    #expect(LoanTerms(LoanRules(), for: RuleScope(), on: day).encoded == "")
    #expect(LoanTerms(encoded: "")[.finePeriod] == 1)
  }

  @Test("seven days lent twenty days ago are thirteen late days, twelve when one was closed")
  func closedDay() throws {
    let (lent, back) = (try Sample.day("2026-11-03"), "2026-11-23")
    let due = lent.adding(days: 7).iso
    #expect(try assess(due: due, back: back, [.finePerDay: 1]).charge.dong == 13)
    let closed = try assess(due: due, back: back, closed: ["2026-11-13"], [.finePerDay: 1])
    #expect(closed.charge.dong == 12)
  }

  @Test("within the grace nothing is charged; the day after, every late day is")
  func grace() throws {
    let values: [RuleParameter: Int] = [.finePerDay: 500, .graceDays: 3]
    #expect(try assess(due: "2026-11-01", back: "2026-11-04", values).charge == .zero)
    #expect(try assess(due: "2026-11-01", back: "2026-11-05", values).charge.dong == 2000)
  }

  @Test("what comes back is decided by who asks, when, and what the copy was")
  func decisions() throws {
    let facts = try Sample.checkout()
    let loan = try Sample.loan()
    let assessment = try assess(due: "2026-12-01", back: "2026-11-23", [:])
    var item = facts.item
    func decide(_ staff: StaffAccount = Sample.staff, backdated: Bool = false) -> ReturnDecision {
      ReturnFacts(
        item: item, assessment: item.loan == nil ? nil : assessment,
        returnedAt: Moment(milliseconds: -1), staff: staff, isBackdated: backdated,
        library: "VN-TP"
      ).decide()
    }
    #expect(decide() == .nothing)
    item.item.status = .lost
    #expect(decide() == .take(ReturnEffects(foundFrom: .lost)))
    item.loan = loan
    #expect(decide() == .close(loan, assessment, ReturnEffects(foundFrom: .lost)))
    item.item.status = .damaged
    #expect(decide() == .close(loan, assessment, ReturnEffects()))
    #expect(decide(backdated: true) == .refuse([.returnBeforeLoan(lentAt: loan.lentAt)]))
    var gone = Sample.staff
    gone.isActive = false
    #expect(decide(gone) == .refuse([.noPermission(.takeBack)]))
  }
}
