/// The loan rules as a matrix: each row speaks for a library, a patron category, an item type and a collection, or for any of them.
///
/// For each parameter the most specific row that gives a value wins; library weighs more than category, category more than item
/// type, item type more than collection; of two rows for the same, one that is in force for certain days weighs more. Where no
/// row speaks, the built-in value stands (loans are free by Law 46/2019 art. 42, so fines are 0).
public struct LoanRules: Equatable, Sendable {
  public var rows: [LoanRule]

  public init(rows: [LoanRule] = []) { self.rows = rows }

  /// The value of `parameter` in force for `scope` on `day`, and the row that decided; nil row means the built-in value.
  public func value(
    _ parameter: RuleParameter, for scope: RuleScope, on day: CalendarDay
  ) -> RuleValue {
    var best: (row: LoanRule, value: Int)?
    var scope = scope
    if parameter.isOverAll { (scope.itemType, scope.collection) = (nil, nil) }
    for row in rows where row.scope.covers(scope) && row.period.contains(day) {
      guard let value = row.values[parameter] else { continue }
      if let current = best, !row.outweighs(current.row) { continue }
      best = (row, value)
    }
    return RuleValue(
      parameter: parameter, value: best?.value ?? parameter.builtIn, decidedBy: best?.row)
  }
}

/// One row of the matrix.
public struct LoanRule: Equatable, Sendable {
  public var id: EntityID
  public var scope: RuleScope
  /// The days on which the row is in force.
  public var period: RulePeriod
  public var values: [RuleParameter: Int]

  public init(
    id: EntityID, scope: RuleScope, period: RulePeriod = RulePeriod(),
    values: [RuleParameter: Int]
  ) {
    self.id = id
    self.scope = scope
    self.period = period
    self.values = values
  }

  /// How specific the row is; of two with the same weight the newer one decides.
  public var weight: Int { scope.weight * 2 + (period.isBounded ? 1 : 0) }

  func outweighs(_ other: LoanRule) -> Bool { (weight, id) > (other.weight, other.id) }
}

/// Whom a row speaks for; nil stands for all.
public struct RuleScope: Hashable, Sendable {
  public var library: String?
  public var category: String?
  public var itemType: String?
  /// The code of a shelving location.
  public var collection: String?

  public init(
    library: String? = nil, category: String? = nil, itemType: String? = nil,
    collection: String? = nil
  ) {
    self.library = library
    self.category = category
    self.itemType = itemType
    self.collection = collection
  }

  func covers(_ other: RuleScope) -> Bool {
    (library == nil || library == other.library) && (category == nil || category == other.category)
      && (itemType == nil || itemType == other.itemType)
      && (collection == nil || collection == other.collection)
  }

  var weight: Int {
    (library == nil ? 0 : 8) + (category == nil ? 0 : 4) + (itemType == nil ? 0 : 2)
      + (collection == nil ? 0 : 1)
  }
}

/// The days from `from` to `to`, both included; nil bounds nothing.
public struct RulePeriod: Hashable, Sendable {
  public var from: CalendarDay?
  public var to: CalendarDay?

  public init(from: CalendarDay? = nil, to: CalendarDay? = nil) {
    self.from = from
    self.to = to
  }

  public var isBounded: Bool { from != nil || to != nil }

  /// Whether the bounds leave no day at all.
  public var isEmpty: Bool {
    guard let from, let to else { return false }
    return to < from
  }

  public func contains(_ day: CalendarDay) -> Bool {
    from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
  }
}

/// A value with the row that gave it.
public struct RuleValue: Equatable, Sendable {
  public var parameter: RuleParameter
  public var value: Int
  public var decidedBy: LoanRule?

  public init(parameter: RuleParameter, value: Int, decidedBy: LoanRule?) {
    self.parameter = parameter
    self.value = value
    self.decidedBy = decidedBy
  }
}

/// The stored fields of a rule row; `values` is `name=value` pairs joined by `;` in the order of `RuleParameter`.
public enum RuleField: UInt8, EntityField {
  case library = 1
  case category = 2
  case itemType = 3
  case values = 4
  case removed = 5
  case collection = 6
  /// The first and the last day on which the row is in force, `YYYY-MM-DD`.
  case from = 7
  case to = 8
  /// The table that brought or changed the row.
  case batch = 9

  public var column: String {
    switch self {
    case .library: "library"
    case .category: "category"
    case .itemType: "item_type"
    case .values: "parameters"
    case .removed: "removed"
    case .collection: "collection"
    case .from: "from_day"
    case .to: "to_day"
    case .batch: "batch"
    }
  }
}

extension LoanRule {
  public static func encode(_ values: [RuleParameter: Int]) -> String {
    RuleParameter.allCases.compactMap { parameter in
      values[parameter].map { "\(parameter.rawValue)=\($0)" }
    }.joined(separator: ";")
  }

  public static func decode(_ text: String) -> [RuleParameter: Int] {
    var values: [RuleParameter: Int] = [:]
    for pair in text.split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let parameter = RuleParameter(rawValue: String(parts[0])) else {
        continue
      }
      values[parameter] = Int(parts[1])
    }
    return values
  }
}

/// The named lists a library keeps: patron categories, item types, shelving locations.
public enum TermKind: String, CaseIterable, Sendable {
  case patronCategory
  case itemType
  case location
  /// A run of accession numbers, its code being the first of them: `TK.00001`.
  case series
  /// A library or service point where holds are fetched and to which copies are sent.
  case library
  /// What readers do for a living, as the diary and the reports part them.
  case occupation
  /// Kinds of events for readers: talks, exhibitions, contests.
  case eventForm
}

public enum TermField: UInt8, EntityField {
  case kind = 1
  case code = 2
  case name = 3
  case removed = 4

  public var column: String {
    switch self {
    case .kind: "kind"
    case .code: "code"
    case .name: "name"
    case .removed: "removed"
    }
  }
}

extension LoanRules {
  /// What a row holds once some of its values are others; only those where there is no such row.
  public func values(
    _ scope: RuleScope, _ period: RulePeriod, changing values: [RuleParameter: Int]
  ) -> [RuleParameter: Int] {
    let former = rows.first { $0.scope == scope && $0.period == period }?.values ?? [:]
    return former.merging(values) { $1 }
  }
}
