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
    let lifted = reasons.filter(isLifted)
    let standing = reasons.filter { !lifted.contains($0) }
    guard standing.isEmpty else { return .refuse(seenReasons == nil ? standing : reasons) }
    let rule = rule(.loanDays)
    return .lend(chosenDue ?? ruledDue, decidedBy: rule, overriding: lifted)
  }

  /// Whether the acting staff may lift `refusal` and gave a written reason for it; blanks are no reason, and what came up after it was
  /// written is not covered.
  func isLifted(_ refusal: Refusal) -> Bool {
    guard let overrideReason, overrideReason.contains(where: { !$0.isWhitespace }) else {
      return false
    }
    return mayLift(refusal) && (seenReasons?.contains(refusal.kind) ?? true)
  }

  func mayLift(_ refusal: Refusal) -> Bool { refusal.permission.map(staff.may) ?? false }

  /// Everything that stands against the loan, hardest first: what nobody may lift comes before what somebody may.
  var refusals: [Refusal] {
    let all = staffRefusals + itemRefusals + patronRefusals
    return all.filter { !$0.isOverridable } + all.filter(\.isOverridable)
  }

  private var staffRefusals: [Refusal] {
    var reasons: [Refusal] = []
    if !staff.may(.checkOut) { reasons.append(.noPermission(.checkOut)) }
    if isBackdated, !staff.may(.backdate) { reasons.append(.noPermission(.backdate)) }
    reasons += momentRefusals
    if let due = chosenDue?.due {
      if !staff.may(.setDueDate) { reasons.append(.noPermission(.setDueDate)) }
      if due.day < today || due.isPast(at: now) { reasons.append(.dueDateInThePast(due)) }
      if let far = farRefusal(due) { reasons.append(far) }
    }
    return reasons
  }

  /// A year mistyped makes a loan that nobody is ever reminded of.
  private func farRefusal(_ due: Due) -> Refusal? {
    if due.day > RequestedDue.lastDay { return .dueDateTooFar(due, last: RequestedDue.lastDay) }
    let last = today.adding(days: RequestedDue.usualDays)
    return due.day > last ? .dueDateFar(due, last: last) : nil
  }

  private var itemRefusals: [Refusal] {
    var reasons: [Refusal] = []
    if let status = itemStatusRefusal { reasons.append(status) }
    if let loan = item.loan {
      reasons.append(
        loan.patron == patron.patron.id
          ? .itemAlreadyOnLoanToPatron(loan) : .itemOnLoanToOther(loan))
    }
    if isBackdated, let lentUntil { reasons.append(.itemLentThen(until: lentUntil)) }
    reasons += heldRefusals
    let lendable = rule(.lendable)
    let isLendable =
      lendable.value == Lendability.home.rawValue
      || isOnSite && lendable.value == Lendability.onSite.rawValue
    if !isLendable { reasons.append(.itemNotLendable(lendable)) }
    return reasons + ageRefusals
  }

  /// What others wait for goes to them first; whose own copy it is, takes it whoever else waits.
  var heldRefusals: [Refusal] {
    if let setAside = item.setAside {
      return setAside.patron.id == patron.patron.id ? [] : [.itemHeldForOther(setAside)]
    }
    return demand.isShort && !isOnSite
      ? [.titleWanted(waiting: demand.waiting, spare: demand.spare)] : []
  }

  /// The age a copy asks for; a patron whose birth nobody knows is not refused for it.
  var ageRefusals: [Refusal] {
    guard let age = patron.patron.age(on: today) else { return [] }
    let (minimum, maximum) = (rule(.ageMinimum), rule(.ageMaximum))
    if age < minimum.value { return [.patronTooYoung(age: age, rule: minimum)] }
    return age > maximum.value ? [.patronTooOld(age: age, rule: maximum)] : []
  }

  private var itemStatusRefusal: Refusal? {
    switch item.item.status {
    case .available: nil
    case .withdrawn, .removed: .itemWithdrawn
    case .lost, .missing, .damaged: .itemStatus(item.item.status)
    }
  }

  private var patronRefusals: [Refusal] {
    enrolmentRefusals + patronStandingRefusals + limitRefusals
  }

  /// Nobody had borrowed anything at a stated moment before the card was issued.
  private var enrolmentRefusals: [Refusal] {
    guard isBackdated, let day = patron.patron.enrolledOn, today < day else { return [] }
    return [.beforeEnrolment(on: day)]
  }

  /// What stands against the patron and the copy whether a loan begins or runs on.
  var standingRefusals: [Refusal] {
    [itemStatusRefusal].compactMap { $0 } + patronStandingRefusals
  }

  var patronStandingRefusals: [Refusal] { patron.standing(rules, for: scope, on: today) }

  private var limitRefusals: [Refusal] {
    if isOnSite {
      let maximum = overAll(.onSiteMaximum)
      return patron.loansOnSite >= maximum.value
        ? [.tooManyOnSite(held: patron.loansOnSite, rule: maximum)] : []
    }
    var reasons: [Refusal] = []
    let (held, loans) = (patron.loans - patron.loansOnSite, loansMaximum)
    if held >= loans.value { reasons.append(.tooManyLoans(held: held, rule: loans)) }
    let ofType = rule(.loansOfTypeMaximum)
    if patron.loansOfType >= ofType.value {
      reasons.append(
        .tooManyLoansOfType(held: patron.loansOfType, type: item.item.type, rule: ofType))
    }
    let ofTitle = rule(.copiesOfTitleMaximum)
    if patron.loansOfTitle >= ofTitle.value {
      reasons.append(.tooManyOfTitle(held: patron.loansOfTitle, rule: ofTitle))
    }
    return reasons + depositRefusals
  }

  /// The deposit held has to cover this loan with all that run; a loan that asks for none is never refused for it.
  private var depositRefusals: [Refusal] {
    let asked = terms.deposit
    let needed = patron.depositDue + asked
    guard asked > .zero, needed > patron.held else { return [] }
    let fixed = rule(.deposit)
    let rule = Int64(fixed.value) < asked.dong ? rule(.depositPercent) : fixed
    return [.depositTooSmall(needed: needed, held: patron.held, rule: rule)]
  }

  /// The limit over all item types, so a row that speaks for one type does not decide it.
  var loansMaximum: RuleValue { overAll(.loansMaximum) }

  private func overAll(_ parameter: RuleParameter) -> RuleValue {
    rules.value(
      parameter, for: RuleScope(library: library, category: patron.patron.category), on: today)
  }
}
