/// The loan rules as a matrix: each row speaks for a library, a patron category and an item type, or for any of them.
///
/// For each parameter the most specific row that gives a value wins; library weighs more than category, category more than
/// item type. Where no row speaks, the built-in value stands (loans are free by Law 46/2019 art. 42, so fines are 0).
public struct LoanRules: Equatable, Sendable {
  public var rows: [LoanRule]

  public init(rows: [LoanRule] = []) { self.rows = rows }

  /// The value of `parameter` in force for `scope`, and the row that decided; nil row means the built-in value.
  public func value(_ parameter: RuleParameter, for scope: RuleScope) -> RuleValue {
    var best: (row: LoanRule, value: Int)?
    for row in rows where row.scope.covers(scope) {
      guard let value = row.values[parameter] else { continue }
      if let current = best, current.row.scope.weight > row.scope.weight { continue }
      if let current = best, current.row.scope.weight == row.scope.weight,
        current.row.id > row.id
      {
        continue
      }
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
  public var values: [RuleParameter: Int]

  public init(id: EntityID, scope: RuleScope, values: [RuleParameter: Int]) {
    self.id = id
    self.scope = scope
    self.values = values
  }
}

/// Whom a row speaks for; nil stands for all.
public struct RuleScope: Hashable, Sendable {
  public var library: String?
  public var category: String?
  public var itemType: String?

  public init(library: String? = nil, category: String? = nil, itemType: String? = nil) {
    self.library = library
    self.category = category
    self.itemType = itemType
  }

  func covers(_ other: RuleScope) -> Bool {
    (library == nil || library == other.library) && (category == nil || category == other.category)
      && (itemType == nil || itemType == other.itemType)
  }

  var weight: Int {
    (library == nil ? 0 : 4) + (category == nil ? 0 : 2) + (itemType == nil ? 0 : 1)
  }
}

/// What the matrix can say; the raw value is the name on the command line and in files.
public enum RuleParameter: String, CaseIterable, Sendable {
  /// 1 when it may leave the house, 0 when not.
  case lendable
  case loanDays
  /// Loans a patron may hold at once, over all item types.
  case loansMaximum
  /// Loans of this one item type a patron may hold at once.
  case loansOfTypeMaximum
  case renewalsMaximum
  /// Days a renewal adds, counted from the day of renewing.
  case renewalDays
  /// Open days late before a fine begins; the days within it are then free too.
  case graceDays
  /// Đồng per open day late.
  case finePerDay
  /// Đồng; the fine of one loan never exceeds it. 0 stands for no limit.
  case fineMaximum
  /// Overdue loans a patron may have and still borrow.
  case overduesMaximum
  /// Đồng a patron may owe and still borrow.
  case owedMaximum

  public var builtIn: Int {
    switch self {
    case .lendable: 1
    case .loanDays: 14
    case .loansMaximum: 5
    case .loansOfTypeMaximum: 1000
    case .renewalsMaximum: 2
    case .renewalDays: 14
    case .graceDays, .finePerDay, .fineMaximum, .overduesMaximum: 0
    case .owedMaximum: 50_000
    }
  }

  /// The values a row may give.
  public var range: ClosedRange<Int> {
    switch self {
    case .lendable: 0...1
    case .loanDays, .renewalDays: 0...3650
    case .loansMaximum, .loansOfTypeMaximum, .overduesMaximum: 0...100_000
    case .renewalsMaximum, .graceDays: 0...1000
    case .finePerDay, .fineMaximum, .owedMaximum: 0...1_000_000_000
    }
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

  public var column: String {
    switch self {
    case .library: "library"
    case .category: "category"
    case .itemType: "item_type"
    case .values: "parameters"
    case .removed: "removed"
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
