import LibraryCore

/// What being late costs: late days, the fine, and the last day without the right to borrow.
enum FineRows {
  static let all = days + fines + suspensions + terms

  /// A loan due on Tuesday 10 November 2026 in a house closed on Sundays and on the 20th, back so many days later.
  private static func late(
    _ expected: String, _ name: String, _ after: Int, _ values: [RuleParameter: Int] = [:],
    price: Money? = nil
  ) -> ValueRow {
    ValueRow(name: "late, \(name)", expected: expected) {
      let due: CalendarDay = "2026-11-10"
      let back = due.adding(days: after)
      let found = ReturnAssessment(
        dueOn: due, returnedOn: back, calendar: Sample.calendar(closed: ["2026-11-20"], [.sunday]),
        terms: LoanTerms(Sample.rules(values), for: RuleScope(), on: due), price: price)
      return "\(found.lateDays) \(found.charge.dong) \(found.suspendedUntil?.iso ?? "–")"
    }
  }

  private static let days = [
    late("0 0 –", "on the day", 0, fine),
    late("1 1000 –", "a day after", 1, fine),
    late("0 0 –", "before the day", -3, fine),
    late("4 4000 –", "to Saturday", 4, fine),
    late("4 4000 –", "to Sunday, closed", 5, fine),
    late("5 5000 –", "to Monday", 6, fine),
    late("8 8000 –", "to the day before it was closed", 9, fine),
    late("8 8000 –", "to the closed day", 10, fine),
    late("9 9000 –", "to the day after it", 11, fine),
    late("1 0 –", "loans are free", 1),
    late("312 0 –", "a year", 365),
  ]

  private static let fine: [RuleParameter: Int] = [.finePerDay: 1000]
  private static let weekly: [RuleParameter: Int] = [.finePerDay: 3000, .finePeriod: 7]

  private static let fines = [
    late("3 0 –", "within the grace", 3, [.finePerDay: 1000, .graceDays: 3]),
    late("4 4000 –", "a day past the grace", 4, [.finePerDay: 1000, .graceDays: 3]),
    late("1 1000 –", "no grace", 1, [.finePerDay: 1000, .graceDays: 0]),
    late("5 5000 –", "at the most", 6, [.finePerDay: 1000, .fineMaximum: 5000]),
    late("6 5000 –", "above the most", 7, [.finePerDay: 1000, .fineMaximum: 5000]),
    late("6 6000 –", "no most", 7, [.finePerDay: 1000, .fineMaximum: 0]),
    late("6 0 –", "six days of a week", 7, weekly),
    late("7 3000 –", "a week of open days", 8, weekly),
    late("13 3000 –", "13 open days", 16, weekly),
    late("14 6000 –", "two weeks", 17, weekly),
    late("6 6000 –", "up to the price", 7, upToPrice, price: 6000),
    late("6 5999 –", "a price below", 7, upToPrice, price: 5999),
    late("6 6000 –", "a price above", 7, upToPrice, price: 90_000),
    late("6 0 –", "a copy without worth", 7, upToPrice, price: 0),
    late("6 6000 –", "nobody knows the price", 7, upToPrice),
    late("6 6000 –", "whatever the price", 7, fine, price: 100),
    late("6 2000 –", "the lower cap: the most", 7, bothCaps, price: 4000),
    late("6 1500 –", "the lower cap: the price", 7, bothCaps, price: 1500),
  ]

  private static let upToPrice: [RuleParameter: Int] = [.finePerDay: 1000, .fineUpToPrice: 1]
  private static let bothCaps: [RuleParameter: Int] = [
    .finePerDay: 1000, .fineUpToPrice: 1, .fineMaximum: 2000,
  ]

  private static let suspensions = [
    late("0 0 –", "on the day suspends nobody", 0, [.suspensionDays: 2]),
    late("1 0 2026-11-13", "two days for one", 1, [.suspensionDays: 2]),
    late("4 0 2026-11-22", "two days for each", 4, [.suspensionDays: 2]),
    late("4 0 –", "no suspension", 4, [.suspensionDays: 0]),
    late("2 0 2026-11-16", "at the most", 2, [.suspensionDays: 2, .suspensionMaximum: 4]),
    late("3 0 2026-11-17", "above the most", 3, [.suspensionDays: 2, .suspensionMaximum: 4]),
    late("3 0 2026-11-19", "no most", 3, [.suspensionDays: 2, .suspensionMaximum: 0]),
    late("2 0 –", "within the grace", 2, [.suspensionDays: 1, .graceDays: 2]),
    late("3 0 2026-11-16", "a day past the grace", 3, [.suspensionDays: 1, .graceDays: 2]),
    late("1 500 2026-11-12", "a fine as well", 1, [.suspensionDays: 1, .finePerDay: 500]),
  ]

  /// What a loan keeps of the rules it was made on.
  private static func kept(
    _ expected: String, _ name: String, _ values: [RuleParameter: Int]
  ) -> ValueRow {
    ValueRow(name: "terms, \(name)", expected: expected) {
      let terms = LoanTerms(Sample.rules(values), for: RuleScope(), on: Sample.today)
      return LoanTerms(encoded: terms.encoded) == terms ? terms.encoded : "not read back"
    }
  }

  private static let terms = [
    kept("", "of a loan that costs nothing", [:]),
    kept("finePerDay=500", "a fine", [.finePerDay: 500]),
    kept("", "no length", [.loanDays: 3, .renewalsMaximum: 9]),
    kept("", "what is usual", [.finePeriod: 1, .lostPercent: 100]),
    kept("finePeriod=7", "weeks", [.finePeriod: 7]),
    kept("lostPercent=0", "nothing for a loss", [.lostPercent: 0]),
    kept(
      "graceDays=2;suspensionDays=1", "two in their order", [.suspensionDays: 1, .graceDays: 2]),
  ]
}
