import LibraryCore
import Testing

@Suite struct ReturnAssessmentTests {
  private func assess(
    due: String, back: String, closed: [String] = [], _ values: [RuleParameter: Int]
  ) throws -> ReturnAssessment {
    var calendar = OpeningCalendar()
    for day in closed {
      calendar.exceptions[try Sample.day(day)] = .init(isOpen: false, reason: "")
    }
    return ReturnAssessment(
      dueOn: try Sample.day(due), returnedOn: try Sample.day(back), calendar: calendar,
      rules: Sample.rules(values), scope: RuleScope(library: "VN-TP", category: "ADULT"))
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
        returnedAt: Moment(milliseconds: -1), staff: staff, isBackdated: backdated
      ).decide()
    }
    #expect(decide() == .nothing)
    item.item.status = .lost
    #expect(decide() == .found(from: .lost))
    item.loan = loan
    #expect(decide() == .close(loan, assessment, foundFrom: .lost))
    item.item.status = .damaged
    #expect(decide() == .close(loan, assessment, foundFrom: nil))
    #expect(decide(backdated: true) == .refuse([.returnBeforeLoan(lentAt: loan.lentAt)]))
    var gone = Sample.staff
    gone.isActive = false
    #expect(decide(gone) == .refuse([.noPermission(.takeBack)]))
  }
}
