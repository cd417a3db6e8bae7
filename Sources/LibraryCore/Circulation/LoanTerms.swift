/// What a loan costs and asks for, as the rules said when the copy was lent, or when open loans were last given the rules of the
/// day: a change of the rules by itself changes no loan already made.
public struct LoanTerms: Equatable, Sendable {
  /// The parameters that a loan keeps.
  public static let parameters: [RuleParameter] = [
    .graceDays, .finePerDay, .finePeriod, .fineMaximum, .fineUpToPrice, .suspensionDays,
    .suspensionMaximum, .lostPercent, .processingFee, .lostRefund, .refundFee, .deposit,
    .finePerHour,
  ]

  private var values: [RuleParameter: Int]

  /// The terms that the matrix sets on `day` for a copy of `price`.
  public init(
    _ rules: LoanRules, for scope: RuleScope, on day: CalendarDay, price: Money? = nil
  ) {
    values = [:]
    for parameter in LoanTerms.parameters {
      let value = rules.value(parameter, for: scope, on: day).value
      if value != LoanTerms.usual(parameter) { values[parameter] = value }
    }
    let percent = rules.value(.depositPercent, for: scope, on: day).value
    if let price, percent > 0 {
      values[.deposit] = max(self[.deposit], Int(price.dong) * percent / 100)
    }
  }

  /// Reads what `encoded` wrote.
  public init(encoded text: String) {
    values = LoanRule.decode(text).filter { LoanTerms.parameters.contains($0.key) }
  }

  /// The values that differ from a loan that costs nothing, as `LoanRule.encode` writes them.
  public var encoded: String { LoanRule.encode(values) }

  public subscript(parameter: RuleParameter) -> Int {
    values[parameter] ?? LoanTerms.usual(parameter)
  }

  /// What an op leaves out; fixed for ever, whatever is built in later.
  private static func usual(_ parameter: RuleParameter) -> Int {
    switch parameter {
    case .finePeriod: 1
    case .lostPercent: 100
    default: 0
    }
  }

  /// The deposit that has to be held as long as the loan runs.
  public var deposit: Money {
    get { Money(dong: Int64(self[.deposit])) }
    set { values[.deposit] = newValue == .zero ? nil : Int(newValue.dong) }
  }

  /// What is charged for `lateDays` open days and `lateHours` open hours: full periods only, no days within the grace, never more
  /// than the caps.
  public func fine(lateDays: Int, lateHours: Int = 0, price: Money?) -> Money {
    var dong = Int64(lateHours) * Int64(self[.finePerHour])
    if lateDays > self[.graceDays] {
      dong += Int64(lateDays / max(1, self[.finePeriod])) * Int64(self[.finePerDay])
    }
    if self[.fineMaximum] > 0 { dong = min(dong, Int64(self[.fineMaximum])) }
    if self[.fineUpToPrice] == 1, let price { dong = min(dong, price.dong) }
    return Money(dong: dong)
  }

  /// The last day without the right to borrow after a return on `day`; nil where being late suspends nobody.
  public func suspension(lateDays: Int, returnedOn day: CalendarDay) -> CalendarDay? {
    guard self[.suspensionDays] > 0, lateDays > self[.graceDays] else { return nil }
    let days = lateDays * self[.suspensionDays]
    let maximum = self[.suspensionMaximum]
    return day.adding(days: maximum > 0 ? min(days, maximum) : days)
  }
}
