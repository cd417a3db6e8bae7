import LibraryCore
import Testing

@Suite struct LossTests {
  private func terms(_ values: [RuleParameter: Int]) throws -> LoanTerms {
    LoanTerms(
      Sample.rules(values), for: RuleScope(library: "VN-TP", category: "ADULT"),
      on: try Sample.day("2026-11-01"))
  }

  @Test(
    "a lost copy costs its price times the percent of the rules",
    arguments: [
      (50_000, nil, 50_000), (50_000, 200, 100_000), (50_000, 150, 75_000), (33_333, 50, 16_666),
      (50_000, 0, 0),
    ] as [(Int64, Int?, Int64)])
  func charge(price: Int64, percent: Int?, charge: Int64) throws {
    let terms = try terms(percent.map { [.lostPercent: $0] } ?? [:])
    #expect(LossAssessment(price: Money(dong: price), terms: terms).charge.dong == charge)
  }

  @Test("without a price nothing can be charged, unless lost copies cost nothing")
  func unpriced() throws {
    #expect(try !LossAssessment(price: nil, terms: terms([:])).isPriced)
    #expect(try LossAssessment(price: nil, terms: terms([.lostPercent: 0])).isPriced)
    #expect(try LossAssessment(price: .zero, terms: terms([:])).isPriced)
  }

  @Test(
    "what a found copy gives back is for its terms to say",
    arguments: [
      ([:], 50_000, 0), ([.refundFee: 1], 50_000, 9000), ([.lostRefund: 1, .refundFee: 1], 0, 0),
      ([.lostRefund: 2, .finePerDay: 500], 48_000, 0),
      ([.lostRefund: 2, .finePerDay: 20_000], 0, 0), ([.lostRefund: 2], 50_000, 0),
    ] as [([RuleParameter: Int], Int64, Int64)])
  func refund(values: [RuleParameter: Int], price: Int64, fee: Int64) throws {
    let terms = try terms(values)
    let late = ReturnAssessment(
      dueOn: try Sample.day("2026-11-01"), returnedOn: try Sample.day("2026-11-06"),
      calendar: OpeningCalendar(), terms: terms)
    let refund = terms.refund(
      charged: Money(dong: 50_000), fee: Money(dong: 9000), late: late,
      chargedLate: Money(dong: 500))
    #expect(refund.price.dong == price && refund.fee.dong == fee)
  }

  @Test(
    "an overdue loan is proposed on the day its rule names, and lost comes before long overdue",
    arguments: [
      (59, false, 60, 180, nil), (60, false, 60, 180, .longOverdue), (60, true, 60, 180, nil),
      (179, true, 60, 180, nil), (180, true, 60, 180, .lost), (180, false, 60, 180, .lost),
      (9999, false, 0, 0, nil), (30, false, 60, 30, .lost),
    ] as [(Int, Bool, Int, Int, OverdueProposal.Step?)])
  func proposals(days: Int, isLong: Bool, long: Int, lost: Int, step: OverdueProposal.Step?) {
    #expect(
      OverdueProposal.Step.due(
        daysOverdue: days, isLongOverdue: isLong, longOverdueDays: long, lostDays: lost) == step)
  }

  @Test("lost copies stand against a loan from the first above the limit on")
  func limit() throws {
    var facts = try Sample.checkout(values: [.lostMaximum: 1])
    for (lost, codes) in [(0, []), (1, []), (2, ["tooManyLost"])] {
      facts.patron.lost = lost
      guard case .refuse(let reasons) = facts.decide() else {
        #expect(codes == [])
        continue
      }
      #expect(reasons.map(\.code) == codes)
    }
  }
}
