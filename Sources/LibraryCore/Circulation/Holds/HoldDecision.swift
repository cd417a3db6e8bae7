/// Everything the placing of a hold is decided on.
public struct HoldFacts: Sendable {
  public var patron: PatronFacts
  /// Every copy that could fill the hold, as a checkout by this patron sees it.
  public var copies: [CheckoutFacts]
  /// Holds of the patron that have not ended.
  public var held: Int
  /// A hold of the patron that asks for the same already.
  public var existing: EntityID?
  /// What decides where there is no copy: the library as a whole.
  public var house: CheckoutFacts

  public init(
    patron: PatronFacts, copies: [CheckoutFacts], held: Int, existing: EntityID? = nil,
    house: CheckoutFacts
  ) {
    self.patron = patron
    self.copies = copies
    self.held = held
    self.existing = existing
    self.house = house
  }
}

/// What the rules say of a hold.
public enum HoldDecision: Equatable, Sendable {
  case refuse([Refusal])
  case place(overriding: [Refusal])
}

extension HoldFacts {
  /// Decides whether the hold is placed, from the facts alone.
  public func decide() -> HoldDecision {
    let reasons = refusals
    let lifted = reasons.filter(house.isLifted)
    let standing = reasons.filter { !lifted.contains($0) }
    return standing.isEmpty ? .place(overriding: lifted) : .refuse(standing)
  }

  /// Copies that may fill it, as the rules have it.
  public var allowed: [CheckoutFacts] { usable.filter(isPermitted) }

  /// Everything that stands against it, what nobody may lift first.
  var refusals: [Refusal] {
    let all = staffRefusals + copyRefusals + (copies.first ?? house).patronStandingRefusals + limits
    return all.filter { !$0.isOverridable } + all.filter(\.isOverridable)
  }

  private var staffRefusals: [Refusal] {
    let needed: [Permission] = house.isBackdated ? [.placeHold, .backdate] : [.placeHold]
    return needed.filter { !house.staff.may($0) }.map { .noPermission($0) } + house.momentRefusals
  }

  /// Copies in stock that may be read by somebody.
  private var usable: [CheckoutFacts] {
    copies.filter {
      $0.item.item.status == .available
        && $0.rule(.lendable).value != Lendability.no.rawValue
    }
  }

  private var copyRefusals: [Refusal] {
    if let loan = copies.lazy.compactMap(\.item.loan).first(where: {
      $0.patron == patron.patron.id
    }) {
      return [.itemAlreadyOnLoanToPatron(loan)]
    }
    guard let first = usable.first else { return [.nothingToHold] }
    if let age = first.ageRefusals.first, usable.allSatisfy({ !$0.ageRefusals.isEmpty }) {
      return [age]
    }
    return allowed.isEmpty ? [.holdNotAllowed(first.rule(.holdPolicy))] : []
  }

  private func isPermitted(_ copy: CheckoutFacts) -> Bool {
    switch HoldPolicy(rawValue: copy.rule(.holdPolicy).value) ?? .any {
    case .none: false
    case .any: true
    case .onShelf: copy.item.isOnShelf
    case .allOut: usable.allSatisfy { !$0.item.isOnShelf }
    }
  }

  private var limits: [Refusal] {
    var reasons: [Refusal] = []
    if let existing { reasons.append(.alreadyHeld(existing)) }
    let maximum = house.rules.value(
      .holdsMaximum,
      for: RuleScope(library: house.library, category: patron.patron.category), on: house.today)
    if held >= maximum.value { reasons.append(.tooManyHolds(held: held, rule: maximum)) }
    return reasons
  }
}

extension ItemFacts {
  /// Whether the copy stands where anybody may take it: in stock, with nobody, for nobody.
  public var isOnShelf: Bool { item.status == .available && loan == nil && setAside == nil }
}
