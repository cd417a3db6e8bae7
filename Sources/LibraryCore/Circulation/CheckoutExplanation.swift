/// How a checkout would be decided, laid open: what is known, which rows of the matrix speak, what stands against it, and how the
/// due date comes about.
public struct CheckoutExplanation: Equatable, Sendable {
  public var patron: PatronFacts
  public var item: ItemFacts
  public var today: CalendarDay
  /// The values that decide every loan, and every other that a row gives, with that row.
  public var values: [RuleValue]
  public var reasons: [Reason]
  /// The due date the loan would get, day by day over closed days.
  public var due: DueDate

  /// One thing that stands against the loan.
  public struct Reason: Equatable, Sendable {
    public var refusal: Refusal
    /// Whether the acting staff may lift it with a written reason.
    public var mayLift: Bool
    public var remedy: Remedy
  }

  /// What is told even where no row speaks of it; other built-in values limit nothing and cost nothing.
  static let always: [RuleParameter] = [
    .lendable, .loanDays, .loansMaximum, .loansOfTypeMaximum, .renewalsMaximum, .renewalDays,
    .graceDays, .finePerDay, .fineMaximum, .overduesMaximum, .owedMaximum,
  ]

  /// Whether the copy would be lent as things are.
  public var isAllowed: Bool { reasons.isEmpty }

  /// Whether the acting staff could lend it with a written reason.
  public var isLiftable: Bool { !reasons.isEmpty && reasons.allSatisfy(\.mayLift) }
}

/// What would change a refusal, apart from lifting it.
public enum Remedy: Equatable, Sendable {
  case takeBackFirst(OpenLoan)
  case renewInstead(OpenLoan)
  case putItemRight(ItemStatus)
  case changeRule(RuleParameter)
  case unblock
  case extendCard
  case returnLoans(Int)
  case returnLoansOfType(Int, type: String)
  case returnOverdues(Int)
  case settleLost(Int)
  case pay(Money)
  case takeDeposit(Money)
  case askStaff(with: Permission)
  case chooseLaterDay
  case chooseEarlierDay
  /// Another copy has to stand on the shelf for each that waits.
  case serveWaiting(Int)
  case giveToReader(SetAside)
  /// Nobody, of so many, may wait any more.
  case nobodyWaiting(Int)
  /// What being late has come to is settled by a return, and the copy may be lent anew.
  case returnAndLendAgain
  /// So many holds have to end.
  case endHolds(Int)
  /// A copy stands on the shelf, to be had at once.
  case takeFromShelf
  /// The first day on which it would go through.
  case waitUntil(CalendarDay)
  case nothing
}

extension CheckoutFacts {
  /// The whole decision with its reasons.
  public var explanation: CheckoutExplanation {
    CheckoutExplanation(
      patron: patron, item: item, today: today,
      values: RuleParameter.allCases.map { $0 == .loansMaximum ? loansMaximum : rule($0) }
        .filter { $0.decidedBy != nil || CheckoutExplanation.always.contains($0.parameter) },
      reasons: refusals.map {
        CheckoutExplanation.Reason(refusal: $0, mayLift: mayLift($0), remedy: $0.remedy)
      },
      due: ruledDue)
  }
}

extension Refusal {
  /// What would have to be different for a checkout to go through; the fewest loans, the least money.
  public var remedy: Remedy {
    switch self {
    case .noPermission(let permission): .askStaff(with: permission)
    case .itemOnLoanToOther(let loan): .takeBackFirst(loan)
    case .itemAlreadyOnLoanToPatron(let loan): .renewInstead(loan)
    case .itemStatus(let status): .putItemRight(status)
    case .itemWithdrawn: .putItemRight(.withdrawn)
    case .itemNotLendable(let rule): .changeRule(rule.parameter)
    case .patronTooYoung(_, let rule), .patronTooOld(_, let rule): .changeRule(rule.parameter)
    case .patronSuspended(let until): .waitUntil(until.adding(days: 1))
    case .renewalTooEarly(let from, _): .waitUntil(from)
    case .patronBlocked: .unblock
    case .cardExpired: .extendCard
    case .tooManyLoans(let held, let rule):
      rule.value == 0 ? .changeRule(rule.parameter) : .returnLoans(held - rule.value + 1)
    case .tooManyLoansOfType(let held, let type, let rule):
      rule.value == 0
        ? .changeRule(rule.parameter) : .returnLoansOfType(held - rule.value + 1, type: type)
    case .tooManyOnSite(let held, let rule), .tooManyOfTitle(let held, let rule):
      rule.value == 0 ? .changeRule(rule.parameter) : .returnLoans(held - rule.value + 1)
    case .tooManyOverdues(let held, let rule): .returnOverdues(held - rule.value)
    case .tooManyLost(let held, let rule): .settleLost(held - rule.value)
    case .owesTooMuch(let owed, let rule): .pay(owed - Money(dong: Int64(rule.value)))
    case .familyOwesTooMuch(let owed, let rule): .pay(owed - Money(dong: Int64(rule.value)))
    case .depositTooSmall(let needed, let held, _): .takeDeposit(needed - held)
    case .dueDateInThePast: .chooseLaterDay
    case .dueDateFar, .dueDateTooFar: .chooseEarlierDay
    case .titleWanted(let waiting, let spare): .serveWaiting(waiting - spare)
    case .itemHeldForOther(let setAside): .giveToReader(setAside)
    default: .nothing
    }
  }
}
