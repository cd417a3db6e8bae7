import LibraryCore
import Testing

/// What each value of the matrix does: for every parameter, at least two values that come to something different.
enum ParameterRows {
  struct Row: Sendable, CustomTestStringConvertible {
    var parameter: RuleParameter
    var value: Int
    var expected: String
    var answer: @Sendable () -> String
    var testDescription: String { "\(parameter.rawValue)=\(value): \(expected)" }
  }

  static let all = loans + hours + limits + renewals + late + losses + holds

  /// A loan decided with that value: its due date, or why there is none.
  private static func loan(
    _ parameter: RuleParameter, _ value: Int, _ expected: String,
    with others: [RuleParameter: Int] = [:],
    _ change: @escaping @Sendable (inout CheckoutFacts) -> Void = { _ in }
  ) -> Row {
    Row(parameter: parameter, value: value, expected: expected) {
      var facts = Sample.facts(others.merging([parameter: value]) { $1 })
      change(&facts)
      return told(facts.decide())
    }
  }

  private static func renewal(
    _ parameter: RuleParameter, _ value: Int, _ expected: String, renewals: Int = 0
  ) -> Row {
    Row(parameter: parameter, value: value, expected: expected) {
      let loan = Sample.ownLoan(renewals: renewals)
      return told(RenewalFacts(checkout: Sample.facts([parameter: value]), loan: loan).decide())
    }
  }

  private static func told(_ decision: CheckoutDecision) -> String {
    switch decision {
    case .lend(let due, _, _):
      [due.day.iso, due.time?.text].compactMap { $0 }.joined(separator: " ")
    case .refuse(let reasons): reasons.map(\.code).joined(separator: ",")
    }
  }

  private static let hard = ("2026-11-30" as CalendarDay).number

  private static let loans = [
    loan(.lendable, 0, "itemNotLendable"), loan(.lendable, 1, "2026-12-07"),
    loan(.lendable, 2, "itemNotLendable"),
    loan(.loanDays, 7, "2026-11-30"), loan(.loanDays, 30, "2026-12-23"),
    loan(.calendarMode, 0, "2026-12-08") { $0.close("2026-12-07") },
    loan(.calendarMode, 1, "2026-12-07") { $0.close("2026-12-07") },
    loan(.calendarMode, 2, "2026-12-08") { $0.close("2026-12-01") },
    loan(.calendarMode, 3, "2026-12-06") { $0.close("2026-12-07") },
    loan(.calendarMode, 4, "2026-12-14") { $0.close("2026-12-07") },
    loan(.hardDue, 0, "2026-12-07"), loan(.hardDue, hard, "2026-11-30"),
    loan(.hardDueMode, 0, "2026-11-25", with: [.hardDue: hard, .loanDays: 2]),
    loan(.hardDueMode, 1, "2026-11-30", with: [.hardDue: hard, .loanDays: 2]),
    loan(.hardDueMode, 2, "2026-12-07", with: [.hardDue: hard]),
    loan(.dueWithinCard, 0, "2026-12-07") { $0.expires("2026-11-28") },
    loan(.dueWithinCard, 1, "2026-11-28") { $0.expires("2026-11-28") },
    loan(.shortLoanFrom, 0, "2026-12-07") { $0.demand = TitleDemand(readers: 1) },
    loan(.shortLoanFrom, 1, "2026-11-30") { $0.demand = TitleDemand(readers: 1) },
    loan(.shortLoanDays, 2, "2026-11-25", with: [.shortLoanFrom: 1]) {
      $0.demand = TitleDemand(readers: 1)
    },
    loan(.shortLoanDays, 3, "2026-11-26", with: [.shortLoanFrom: 1]) {
      $0.demand = TitleDemand(readers: 1)
    },
    loan(.ageMinimum, 15, "2026-12-07") { $0.born("2011-11-23") },
    loan(.ageMinimum, 16, "patronTooYoung") { $0.born("2011-11-23") },
    loan(.ageMaximum, 15, "2026-12-07") { $0.born("2011-11-23") },
    loan(.ageMaximum, 14, "patronTooOld") { $0.born("2011-11-23") },
  ]

  /// Begun at midnight of a Monday on which the library is open until two and from eight on.
  private static func atNight(_ end: Int, _ expected: String) -> Row {
    loan(.hoursEnd, end, expected, with: [.loanHours: 3]) {
      $0.calendar.hours = OpeningHours([
        .monday: OpeningSession.read("0:00-2:00, 8:00-17:00") ?? []
      ])
    }
  }

  /// Due at ten, back at half past one.
  private static func byTheHour(_ value: Int, _ expected: String) -> Row {
    Row(parameter: .finePerHour, value: value, expected: expected) {
      let late = ReturnAssessment(
        dueOn: Sample.today, dueAt: TimeOfDay("10:00"), returnedOn: Sample.today,
        returnedAt: TimeOfDay("13:30"), calendar: OpeningCalendar(),
        terms: LoanTerms(
          Sample.rules([.finePerHour: value]), for: RuleScope(), on: Sample.today))
      return "\(late.lateHours) \(late.charge.dong)"
    }
  }

  private static let hours = [
    loan(.loanHours, 0, "2026-12-07"), loan(.loanHours, 3, "2026-11-23 03:00"),
    loan(.loanHours, 30, "2026-11-24 06:00"),
    atNight(0, "2026-11-23 02:00"), atNight(1, "2026-11-23 08:00"), atNight(2, "2026-11-23 03:00"),
    loan(.dueTime, 0, "2026-12-07"), loan(.dueTime, 1020, "2026-12-07 17:00"),
    byTheHour(0, "3 0"), byTheHour(2000, "3 6000"),
  ]

  private static let limits = [
    loan(.deposit, 0, "2026-12-07"), loan(.deposit, 5000, "depositTooSmall"),
    loan(.depositPercent, 0, "2026-12-07") { $0.item.item.price = 4000 },
    loan(.depositPercent, 50, "depositTooSmall") { $0.item.item.price = 4000 },
    loan(.loansMaximum, 1, "tooManyLoans") { $0.patron.loans = 1 },
    loan(.loansMaximum, 2, "2026-12-07") { $0.patron.loans = 1 },
    loan(.loansOfTypeMaximum, 1, "tooManyLoansOfType") { $0.patron.loansOfType = 1 },
    loan(.loansOfTypeMaximum, 2, "2026-12-07") { $0.patron.loansOfType = 1 },
    loan(.copiesOfTitleMaximum, 1, "tooManyOfTitle") { $0.patron.loansOfTitle = 1 },
    loan(.copiesOfTitleMaximum, 2, "2026-12-07") { $0.patron.loansOfTitle = 1 },
    loan(.onSiteMaximum, 1, "tooManyOnSite") { $0.reads(1) },
    loan(.onSiteMaximum, 2, "2026-11-23") { $0.reads(1) },
    loan(.overduesMaximum, 1, "2026-12-07") { $0.patron.overdues = 1 },
    loan(.overduesMaximum, 0, "tooManyOverdues") { $0.patron.overdues = 1 },
    loan(.lostMaximum, 1, "2026-12-07") { $0.patron.lost = 1 },
    loan(.lostMaximum, 0, "tooManyLost") { $0.patron.lost = 1 },
    loan(.familyOwedMaximum, 5000, "2026-12-07") { $0.patron.familyOwed = 5000 },
    loan(.familyOwedMaximum, 4999, "familyOwesTooMuch") { $0.patron.familyOwed = 5000 },
    loan(.owedMaximum, 5000, "2026-12-07") { $0.patron.owed = 5000 },
    loan(.owedMaximum, 4999, "owesTooMuch") { $0.patron.owed = 5000 },
  ]

  private static let renewals = [
    renewal(.renewalsMaximum, 1, "noMoreRenewals", renewals: 1),
    renewal(.renewalsMaximum, 2, "2026-12-07", renewals: 1),
    renewal(.renewalsExtra, 0, "noMoreRenewals", renewals: 2),
    renewal(.renewalsExtra, 1, "2026-12-07", renewals: 2),
    renewal(.renewalDays, 10, "2026-12-03"), renewal(.renewalDays, 20, "2026-12-13"),
    renewal(.renewalFrom, 0, "2026-12-07"), renewal(.renewalFrom, 1, "2026-12-15"),
    renewal(.renewalNotBefore, 7, "renewalTooEarly"), renewal(.renewalNotBefore, 8, "2026-12-07"),
  ]

  /// A copy ten days late, worth 4.000 đ, at 1.000 đ and one day of suspension a day.
  private static func late(_ parameter: RuleParameter, _ value: Int, _ expected: String) -> Row {
    Row(parameter: parameter, value: value, expected: expected) {
      let rules: [RuleParameter: Int] = [.finePerDay: 1000, .suspensionDays: 1]
      let terms = LoanTerms(
        Sample.rules(rules.merging([parameter: value]) { $1 }), for: RuleScope(), on: Sample.today)
      let late = ReturnAssessment(
        dueOn: Sample.today.adding(days: -10), returnedOn: Sample.today,
        calendar: OpeningCalendar(), terms: terms, price: 4000)
      return "\(late.charge.dong) \(late.suspendedUntil?.iso ?? "–")"
    }
  }

  private static let late = [
    late(.graceDays, 9, "10000 2026-12-03"), late(.graceDays, 10, "0 –"),
    late(.finePerDay, 0, "0 2026-12-03"), late(.finePerDay, 500, "5000 2026-12-03"),
    late(.finePeriod, 10, "1000 2026-12-03"), late(.finePeriod, 11, "0 2026-12-03"),
    late(.fineMaximum, 0, "10000 2026-12-03"), late(.fineMaximum, 9999, "9999 2026-12-03"),
    late(.fineUpToPrice, 0, "10000 2026-12-03"), late(.fineUpToPrice, 1, "4000 2026-12-03"),
    late(.suspensionDays, 0, "10000 –"), late(.suspensionDays, 2, "10000 2026-12-13"),
    late(.suspensionMaximum, 0, "10000 2026-12-03"),
    late(.suspensionMaximum, 9, "10000 2026-12-02"),
  ]

  /// A copy of 40.000 đ lost at 1.000 đ a day with a fee of 9.000 đ: what it costs, and what it gives back five days later.
  private static func lost(_ parameter: RuleParameter, _ value: Int, _ expected: String) -> Row {
    Row(parameter: parameter, value: value, expected: expected) {
      let rules: [RuleParameter: Int] = [.finePerDay: 1000, .processingFee: 9000]
      let terms = LoanTerms(
        Sample.rules(rules.merging([parameter: value]) { $1 }), for: RuleScope(), on: Sample.today)
      let cost = LossAssessment(price: 40_000, terms: terms)
      let late = ReturnAssessment(
        dueOn: Sample.today.adding(days: -5), returnedOn: Sample.today,
        calendar: OpeningCalendar(), terms: terms)
      let back = terms.refund(charged: cost.charge, fee: cost.fee, late: late, chargedLate: 0)
      return "\(cost.charge.dong) + \(cost.fee.dong), back \(back.price.dong) + \(back.fee.dong)"
    }
  }

  private static func step(_ parameter: RuleParameter, _ value: Int, _ expected: String) -> Row {
    Row(parameter: parameter, value: value, expected: expected) {
      let rules = Sample.rules([parameter: value])
      func days(_ parameter: RuleParameter) -> Int {
        rules.value(parameter, for: RuleScope(), on: Sample.today).value
      }
      let step = OverdueProposal.Step.due(
        daysOverdue: 30, isLongOverdue: false, longOverdueDays: days(.longOverdueDays),
        lostDays: days(.lostDays))
      return step?.rawValue ?? "–"
    }
  }

  private static let losses = [
    lost(.lostPercent, 100, "40000 + 9000, back 40000 + 0"),
    lost(.lostPercent, 150, "60000 + 9000, back 60000 + 0"),
    lost(.processingFee, 0, "40000 + 0, back 40000 + 0"),
    lost(.processingFee, 5000, "40000 + 5000, back 40000 + 0"),
    lost(.lostRefund, 0, "40000 + 9000, back 40000 + 0"),
    lost(.lostRefund, 1, "40000 + 9000, back 0 + 0"),
    lost(.lostRefund, 2, "40000 + 9000, back 35000 + 0"),
    lost(.refundFee, 0, "40000 + 9000, back 40000 + 0"),
    lost(.refundFee, 1, "40000 + 9000, back 40000 + 9000"),
    step(.longOverdueDays, 0, "–"), step(.longOverdueDays, 30, "longOverdue"),
    step(.longOverdueDays, 31, "–"), step(.lostDays, 0, "–"), step(.lostDays, 30, "lost"),
    step(.lostDays, 31, "–"),
  ]

  /// A hold of the patron's third, on a copy that stands on the shelf.
  private static func hold(_ parameter: RuleParameter, _ value: Int, _ expected: String) -> Row {
    Row(parameter: parameter, value: value, expected: expected) {
      let copy = Sample.facts([parameter: value])
      let facts = HoldFacts(patron: copy.patron, copies: [copy], held: 2, house: copy)
      switch facts.decide() {
      case .place: return "placed"
      case .refuse(let reasons): return reasons.map(\.code).joined(separator: ",")
      }
    }
  }

  /// When who is second in the queue is served, each reader having the copy for the days on the shelf and those of a loan.
  private static func turn(_ parameter: RuleParameter, _ value: Int, _ expected: String) -> Row {
    Row(parameter: parameter, value: value, expected: expected) {
      let facts = Sample.facts([parameter: value])
      let turn = facts.rule(.pickupDays).value + facts.rule(.loanDays).value
      let copy = HoldForecast.Copy(item: ItemLine(facts.item), whereabouts: .onShelf)
      let forecast = HoldForecast(
        ahead: 1, frozenAhead: 0, copies: [copy], turnDays: turn, today: Sample.today)
      return forecast.expectedOn?.iso ?? "–"
    }
  }

  private static func card(_ parameter: RuleParameter, _ value: Int, _ expected: String) -> Row {
    Row(parameter: parameter, value: value, expected: expected) {
      let months = Sample.facts([parameter: value]).rule(parameter).value
      return Membership.renewed(nil, months: months, today: Sample.today)?.iso ?? "–"
    }
  }

  private static let holds = [
    hold(.holdPolicy, 0, "holdNotAllowed"), hold(.holdPolicy, 1, "placed"),
    hold(.holdPolicy, 2, "placed"), hold(.holdPolicy, 3, "holdNotAllowed"),
    hold(.holdsMaximum, 2, "tooManyHolds"), hold(.holdsMaximum, 3, "placed"),
    turn(.pickupDays, 3, "2026-12-10"), turn(.pickupDays, 7, "2026-12-14"),
    card(.membershipMonths, 0, "–"), card(.membershipMonths, 12, "2027-11-23"),
  ]
}

extension CheckoutFacts {
  /// The house is closed on `day`, and that day alone.
  fileprivate mutating func close(_ day: CalendarDay) { calendar = Sample.calendar(closed: [day]) }
}

@Suite struct ParameterRowTests {
  @Test("each value of the matrix does what its row says", arguments: ParameterRows.all)
  func values(row: ParameterRows.Row) { #expect(row.answer() == row.expected) }

  @Test(
    "every parameter has rows that come to something different", arguments: RuleParameter.allCases)
  func complete(parameter: RuleParameter) {
    let rows = ParameterRows.all.filter { $0.parameter == parameter }
    #expect(Set(rows.map(\.expected)).count > 1)
  }

  @Test("every word a value may be has its row", arguments: RuleParameter.allCases)
  func words(parameter: RuleParameter) {
    guard case .word(let words) = parameter.form else { return }
    let values = ParameterRows.all.filter { $0.parameter == parameter }.map(\.value)
    #expect(Set(values) == Set(words.indices))
  }
}
