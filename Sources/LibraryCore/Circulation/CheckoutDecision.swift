/// What the rules say of a checkout.
public enum CheckoutDecision: Equatable, Sendable {
  case refuse([Refusal])
  /// `overriding` lists what staff lifted, so that the op records it.
  case lend(DueDate, decidedBy: RuleValue, overriding: [Refusal])
}

extension CheckoutFacts {
  /// Decides whether the copy is lent, from the facts alone.
  public func decide() -> CheckoutDecision {
    let reasons = refusals
    let lifted = overrideReason == nil ? [] : reasons.filter(mayLift)
    let standing = reasons.filter { !lifted.contains($0) }
    guard standing.isEmpty else { return .refuse(standing) }
    let rule = rule(.loanDays)
    let due =
      requestedDue.map {
        DueDate(day: $0, counted: $0, loanDays: today.days(until: $0), skipped: [])
      }
      ?? calendar.dueDate(from: today, loanDays: rule.value)
    return .lend(due, decidedBy: rule, overriding: lifted)
  }

  private func mayLift(_ refusal: Refusal) -> Bool { refusal.permission.map(staff.may) ?? false }

  /// Everything that stands against the loan, hardest first: what nobody may lift comes before what somebody may.
  private var refusals: [Refusal] {
    let all = staffRefusals + itemRefusals + patronRefusals
    return all.filter { !$0.isOverridable } + all.filter(\.isOverridable)
  }

  private var staffRefusals: [Refusal] {
    var reasons: [Refusal] = []
    if !staff.may(.checkOut) { reasons.append(.noPermission(.checkOut)) }
    if isBackdated, !staff.may(.backdate) { reasons.append(.noPermission(.backdate)) }
    if let requestedDue {
      if !staff.may(.setDueDate) { reasons.append(.noPermission(.setDueDate)) }
      if requestedDue < today { reasons.append(.dueDateInThePast(requestedDue)) }
    }
    return reasons
  }

  private var itemRefusals: [Refusal] {
    var reasons: [Refusal] = []
    switch item.item.status {
    case .available: break
    case .withdrawn, .removed: reasons.append(.itemWithdrawn)
    case .lost, .missing, .damaged: reasons.append(.itemStatus(item.item.status))
    }
    if let loan = item.loan {
      reasons.append(
        loan.patron == patron.patron.id
          ? .itemAlreadyOnLoanToPatron(loan) : .itemOnLoanToOther(loan))
    }
    let lendable = rule(.lendable)
    if lendable.value == 0 { reasons.append(.itemNotLendable(lendable)) }
    return reasons
  }

  private var patronRefusals: [Refusal] {
    var reasons: [Refusal] = []
    if patron.patron.status == .blocked {
      reasons.append(.patronBlocked(reason: patron.patron.blockReason))
    }
    if let expiry = patron.patron.expiresOn, expiry < today {
      reasons.append(.cardExpired(on: expiry))
    }
    let loans = rules.value(
      .loansMaximum, for: RuleScope(library: library, category: patron.patron.category))
    if patron.loans >= loans.value {
      reasons.append(.tooManyLoans(held: patron.loans, rule: loans))
    }
    let ofType = rule(.loansOfTypeMaximum)
    if patron.loansOfType >= ofType.value {
      reasons.append(
        .tooManyLoansOfType(held: patron.loansOfType, type: item.item.type, rule: ofType))
    }
    let overdues = rule(.overduesMaximum)
    if patron.overdues > overdues.value {
      reasons.append(.tooManyOverdues(held: patron.overdues, rule: overdues))
    }
    let owed = rule(.owedMaximum)
    if patron.owed.dong > Int64(owed.value) {
      reasons.append(.owesTooMuch(owed: patron.owed, rule: owed))
    }
    return reasons
  }
}
