import LibraryCore

/// What a lost copy costs, what it gives back when it turns up, and when an overdue loan is given up.
enum LossRows {
  static let all = charges + refunds + steps

  private static func terms(_ values: [RuleParameter: Int]) -> LoanTerms {
    LoanTerms(Sample.rules(values), for: RuleScope(), on: Sample.today)
  }

  private static func lost(
    _ expected: String, _ name: String, _ price: Money?, _ values: [RuleParameter: Int] = [:]
  ) -> ValueRow {
    ValueRow(name: "lost, \(name)", expected: expected) {
      let cost = LossAssessment(price: price, terms: terms(values))
      return cost.isPriced ? "\(cost.charge.dong) + \(cost.fee.dong)" : "price unknown"
    }
  }

  private static let charges = [
    lost("45000 + 0", "its price", 45_000),
    lost("45000 + 9000", "with a fee", 45_000, [.processingFee: 9000]),
    lost("90000 + 0", "twice the price", 45_000, [.lostPercent: 200]),
    lost("22500 + 0", "half the price", 45_000, [.lostPercent: 50]),
    lost("0 + 0", "not a whole đồng", 1, [.lostPercent: 99]),
    lost("1 + 0", "just a whole đồng", 1, [.lostPercent: 100]),
    lost("0 + 9000", "the fee alone", 45_000, [.lostPercent: 0, .processingFee: 9000]),
    lost("price unknown", "without a price", nil),
    lost("0 + 0", "without a price, and none asked", nil, [.lostPercent: 0]),
    lost("0 + 0", "a gift worth nothing", 0),
  ]

  /// A copy due on 1 November 2026, lost when it was a day late, charged at 50.000 đ and 9.000 đ, that turns up so many days late.
  private static func found(
    _ expected: String, _ name: String, _ values: [RuleParameter: Int], after lateDays: Int = 5
  ) -> ValueRow {
    ValueRow(name: "found, \(name)", expected: expected) {
      let due: CalendarDay = "2026-11-01"
      let terms = terms(values)
      let late = ReturnAssessment(
        dueOn: due, returnedOn: due.adding(days: lateDays), calendar: OpeningCalendar(),
        terms: terms)
      let refund = terms.refund(
        charged: 50_000, fee: 9000, late: late, chargedLate: terms.fine(lateDays: 1, price: nil))
      return "\(refund.price.dong) + \(refund.fee.dong)"
    }
  }

  private static let refunds = [
    found("50000 + 0", "all of it", [:]),
    found("50000 + 9000", "the fee too", [.refundFee: 1]),
    found("0 + 0", "nothing", [.lostRefund: 1]),
    found("0 + 0", "nothing, whatever the fee", [.lostRefund: 1, .refundFee: 1]),
    found("46000 + 0", "less four more days", [.lostRefund: 2, .finePerDay: 1000]),
    found("50000 + 0", "no day more", [.lostRefund: 2, .finePerDay: 1000], after: 1),
    found("49000 + 0", "a day more", [.lostRefund: 2, .finePerDay: 1000], after: 2),
    found("0 + 0", "late beyond its price", [.lostRefund: 2, .finePerDay: 1000], after: 60),
    found("1000 + 0", "one day before that", [.lostRefund: 2, .finePerDay: 1000], after: 50),
    found("46000 + 9000", "less, with the fee", lessWithFee),
  ]

  private static let lessWithFee: [RuleParameter: Int] = [
    .lostRefund: 2, .finePerDay: 1000, .refundFee: 1,
  ]

  private static func step(
    _ expected: String, _ name: String, _ days: Int, isLong: Bool = false, long: Int = 60,
    lost: Int = 180
  ) -> ValueRow {
    ValueRow(name: "overdue, \(name)", expected: expected) {
      OverdueProposal.Step.due(
        daysOverdue: days, isLongOverdue: isLong, longOverdueDays: long, lostDays: lost)?.rawValue
        ?? "–"
    }
  }

  private static let steps = [
    step("–", "59 of 60 days", 59),
    step("longOverdue", "60 of 60 days", 60),
    step("–", "marked before", 60, isLong: true),
    step("longOverdue", "179 of 180 days", 179),
    step("lost", "180 of 180 days", 180),
    step("lost", "marked before, 180 days", 180, isLong: true),
    step("–", "never", 9999, long: 0, lost: 0),
    step("–", "never lost, marked before", 9999, isLong: true, lost: 0),
    step("lost", "lost before long overdue", 30, lost: 30),
    step("–", "not overdue", 0),
  ]
}
