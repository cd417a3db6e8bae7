extension RuleParameter {
  /// Whether the value counts over everything a patron has, whatever the copies are: a row that names an item type or a collection
  /// never decides it.
  public var isOverAll: Bool {
    switch self {
    case .loansMaximum, .onSiteMaximum, .holdsMaximum, .membershipMonths: true
    default: false
    }
  }

  /// What limits one item type in its place; nil where nothing does.
  public var ofOneType: RuleParameter? { self == .loansMaximum ? .loansOfTypeMaximum : nil }
}

extension RuleTable.Row {
  /// Everything that stands against the row: its period, its values, and codes that no list has.
  public func refusals(known: (TermKind) -> [String]) -> [Refusal] {
    var reasons = scope.unknownCodes(known: known)
    if period.isEmpty { reasons.append(.periodEmpty(period)) }
    for parameter in RuleParameter.allCases {
      guard let value = values[parameter] else { continue }
      if !parameter.range.contains(value) { reasons.append(.valueOutOfRange(parameter, value)) }
      if parameter.isOverAll, scope.itemType != nil || scope.collection != nil {
        reasons.append(.valueOverAll(parameter))
      }
    }
    if let least = values[.ageMinimum], let most = values[.ageMaximum], most > 0, least > most {
      reasons.append(.valueOutOfRange(.ageMaximum, most))
    }
    return reasons
  }
}

extension RuleScope {
  /// The codes that the lists they belong to lack.
  public func unknownCodes(known: (TermKind) -> [String]) -> [Refusal] {
    let named: [(TermKind, String?)] = [
      (.library, library), (.patronCategory, category), (.itemType, itemType),
      (.location, collection),
    ]
    return named.compactMap { kind, code in
      guard let code else { return nil }
      let codes = known(kind)
      return codes.contains(code) ? nil : .unknownCode(kind, code, known: codes)
    }
  }
}
