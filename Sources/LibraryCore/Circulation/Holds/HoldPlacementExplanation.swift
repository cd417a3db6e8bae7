/// How the placing of a hold would be decided, laid open: what is known of the patron and the copies, what stands against it and by
/// which row, what would change that, and where the hold would stand.
public struct HoldPlacementExplanation: Equatable, Sendable {
  public var patron: PatronFacts
  public var wanted: HoldWanted
  public var today: CalendarDay
  public var reasons: [CheckoutExplanation.Reason]
  /// Its place in the queue, and every copy that could fill it.
  public var forecast: HoldForecast
  /// The rules that speak of it.
  public var values: [RuleValue]

  /// Whether the hold would be placed as things are.
  public var isAllowed: Bool { reasons.isEmpty }

  /// Whether the acting staff could place it with a written reason.
  public var isLiftable: Bool { !reasons.isEmpty && reasons.allSatisfy(\.mayLift) }

  static let parameters: [RuleParameter] = [
    .holdPolicy, .holdsMaximum, .lendable, .overduesMaximum, .owedMaximum, .pickupDays,
  ]
}

extension HoldFacts {
  /// The whole decision with its reasons; `typed` stands against what the request itself says.
  public func explanation(
    of wanted: HoldWanted, _ forecast: HoldForecast, typed: [Refusal]
  ) -> HoldPlacementExplanation {
    // The rules are asked for a copy, since there may be other ones for each type.
    let about = copies.first ?? house
    return HoldPlacementExplanation(
      patron: patron, wanted: wanted, today: house.today,
      reasons: (typed + refusals).map {
        CheckoutExplanation.Reason(
          refusal: $0, mayLift: house.mayLift($0), remedy: remedy(for: $0))
      }, forecast: forecast,
      values: HoldPlacementExplanation.parameters.map {
        house.rules.value($0, for: about.scope, on: house.today)
      })
  }

  /// What would have to be different for the hold to be placed; the fewest holds.
  private func remedy(for refusal: Refusal) -> Remedy {
    switch refusal {
    case .tooManyHolds(let held, let rule):
      rule.value == 0 ? .changeRule(rule.parameter) : .endHolds(held - rule.value + 1)
    case .holdNotAllowed(let rule):
      rule.value == HoldPolicy.allOut.rawValue ? .takeFromShelf : .changeRule(rule.parameter)
    case .itemAlreadyOnLoanToPatron(let loan): .renewInstead(loan)
    default: refusal.remedy
    }
  }
}
