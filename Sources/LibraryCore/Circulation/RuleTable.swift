/// The matrix as a table for a spreadsheet: whom a row speaks for, when, and a column for each parameter.
///
/// An empty cell leaves a value to other rows. Values are written as `RuleParameter.text(of:)` writes them.
public struct RuleTable: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var scope: RuleScope
    public var period: RulePeriod
    public var values: [RuleParameter: Int]

    public init(
      scope: RuleScope, period: RulePeriod = RulePeriod(), values: [RuleParameter: Int]
    ) {
      self.scope = scope
      self.period = period
      self.values = values
    }

    /// What the matrix has one row for at the most.
    public var key: Key { Key(scope: scope, period: period) }
  }

  public struct Key: Hashable, Sendable {
    public var scope: RuleScope
    public var period: RulePeriod

    public init(scope: RuleScope, period: RulePeriod) {
      self.scope = scope
      self.period = period
    }
  }

  /// Why a cell or a heading cannot be taken.
  public enum Fault: Error, Equatable, Sendable {
    case table(SeparatedValues.Fault)
    case unknownHeading(String)
    /// The text is no value of the parameter, which the heading names.
    case value(line: Int, RuleParameter, text: String)
    case outOfRange(line: Int, RuleParameter, Int)
    case day(line: Int, heading: String, text: String)
    case periodEmpty(line: Int, RulePeriod)
    /// The same scope and period stand in an earlier line.
    case repeated(line: Int, first: Int)
    case empty(line: Int)
    /// The house has no such code, or the row cannot have the value; the heading of the column is named.
    case refused(line: Int, heading: String, Refusal)

    /// The line of the file it is about; nil for the table as a whole.
    public var line: Int? {
      switch self {
      case .table(.empty): nil
      case .table(.notText(let line)), .table(.openQuote(let line)): line
      case .unknownHeading: 1
      case .value(let line, _, _), .outOfRange(let line, _, _), .day(let line, _, _),
        .periodEmpty(let line, _), .repeated(let line, _), .empty(let line),
        .refused(let line, _, _):
        line
      }
    }

    /// The heading of the column it is about; nil where it is about the whole line.
    public var column: String? {
      switch self {
      case .unknownHeading(let heading), .day(_, let heading, _), .refused(_, let heading, _):
        heading
      case .value(_, let parameter, _), .outOfRange(_, let parameter, _): parameter.rawValue
      case .periodEmpty: "to"
      case .table, .repeated, .empty: nil
      }
    }
  }

  private static let scopeHeadings = [
    "library", "category", "itemType", "collection", "from", "to",
  ]

  public var rows: [Row]
  /// The line of the file where each row stands.
  public var lines: [Int]
  /// The parameters that the table has a column for; it says nothing of the others.
  public var parameters: Set<RuleParameter>

  public init(_ rules: LoanRules) {
    lines = rules.rows.indices.map { $0 + 2 }
    parameters = Set(RuleParameter.allCases)
    rows = rules.rows.map { Row(scope: $0.scope, period: $0.period, values: $0.values) }
  }

  /// Reads a table with these headings in any order, separated by comma, semicolon or tab; `known` are the codes of the house's
  /// lists.
  ///
  /// Every fault of every line is told at once, and a table with a fault is not taken.
  public static func read(
    _ bytes: [UInt8], known: (TermKind) -> [String]
  ) -> Result<RuleTable, Faults> {
    let table: SeparatedValues
    do { table = try SeparatedValues(bytes) } catch { return .failure(Faults([.table(error)])) }
    var reader = RuleTableReader(table.headings)
    for row in table.rows { reader.take(row, known) }
    return reader.faults.isEmpty
      ? .success(
        RuleTable(
          rows: reader.rows, lines: table.rows.map(\.line), parameters: reader.parameters))
      : .failure(Faults(reader.faults))
  }

  /// A table of these rows with a column for every parameter.
  public init(_ rows: [Row]) {
    self.init(
      rows: rows, lines: rows.indices.map { $0 + 2 }, parameters: Set(RuleParameter.allCases))
  }

  private init(rows: [Row], lines: [Int], parameters: Set<RuleParameter>) {
    (self.rows, self.lines, self.parameters) = (rows, lines, parameters)
  }

  public struct Faults: Error, Equatable, Sendable {
    public var all: [Fault]
    init(_ all: [Fault]) { self.all = all }
  }

  /// The table in comma-separated form, one line a row.
  public var text: String {
    let headings = RuleTable.scopeHeadings + RuleParameter.allCases.map(\.rawValue)
    let lines = rows.map { row -> [String] in
      [
        row.scope.library ?? "", row.scope.category ?? "", row.scope.itemType ?? "",
        row.scope.collection ?? "", row.period.from?.iso ?? "", row.period.to?.iso ?? "",
      ]
        + RuleParameter.allCases.map { parameter in
          row.values[parameter].map(parameter.text) ?? ""
        }
    }
    return SeparatedValues.text([headings] + lines)
  }
}

/// Reads the rows of a table, and every fault in them.
private struct RuleTableReader {
  private enum Column {
    case library, category, itemType, collection, from, to
    case parameter(RuleParameter)
  }

  private var columns: [Column?] = []
  private let headings: [String]
  private var lines: [RuleTable.Key: Int] = [:]
  var rows: [RuleTable.Row] = []
  var faults: [RuleTable.Fault] = []

  init(_ headings: [String]) {
    self.headings = headings
    for heading in headings {
      let column = RuleTableReader.column(heading)
      if column == nil { faults.append(.unknownHeading(heading)) }
      columns.append(column)
    }
  }

  private static func column(_ heading: String) -> Column? {
    switch heading {
    case "library": .library
    case "category": .category
    case "itemType": .itemType
    case "collection": .collection
    case "from": .from
    case "to": .to
    default: RuleParameter(rawValue: heading).map { .parameter($0) }
    }
  }

  /// The parameters that have a column.
  var parameters: Set<RuleParameter> {
    Set(
      columns.compactMap { column in
        if case .parameter(let parameter)? = column { parameter } else { nil }
      })
  }

  mutating func take(_ cells: SeparatedValues.Row, _ codes: (TermKind) -> [String]) {
    let known = faults.count
    var row = RuleTable.Row(scope: RuleScope(), values: [:])
    for (place, column) in columns.enumerated() {
      guard let column, let text = cells[place] else { continue }
      switch column {
      case .library: row.scope.library = text
      case .category: row.scope.category = text
      case .itemType: row.scope.itemType = text
      case .collection: row.scope.collection = text
      case .from: row.period.from = day(text, cells.line, headings[place])
      case .to: row.period.to = day(text, cells.line, headings[place])
      case .parameter(let parameter): take(text, as: parameter, of: &row, line: cells.line)
      }
    }
    if row.period.isEmpty { faults.append(.periodEmpty(line: cells.line, row.period)) }
    let isSound = faults.count == known
    refuse(row, line: cells.line, codes)
    // A value that cannot be read is no empty line.
    if row.values.isEmpty, isSound { faults.append(.empty(line: cells.line)) }
    rows.append(row)
    // Whom a line with a fault speaks for is not known.
    guard isSound, !row.values.isEmpty else { return }
    if let first = lines[row.key] { faults.append(.repeated(line: cells.line, first: first)) }
    lines[row.key] = cells.line
  }

  /// What the matrix would say against the row, beside its period; values that are out of range are none of it any more.
  private mutating func refuse(
    _ row: RuleTable.Row, line: Int, _ codes: (TermKind) -> [String]
  ) {
    for reason in row.refusals(known: codes) {
      if let heading = RuleTableReader.heading(of: reason) {
        faults.append(.refused(line: line, heading: heading, reason))
      }
    }
  }

  /// The column that a reason against a row is about; nil where it is about none alone.
  private static func heading(of reason: Refusal) -> String? {
    switch reason {
    case .unknownCode(.library, _, _): "library"
    case .unknownCode(.patronCategory, _, _): "category"
    case .unknownCode(.itemType, _, _): "itemType"
    case .unknownCode(.location, _, _): "collection"
    case .valueOutOfRange(let parameter, _), .valueOverAll(let parameter): parameter.rawValue
    default: nil
    }
  }

  private mutating func take(
    _ text: String, as parameter: RuleParameter, of row: inout RuleTable.Row, line: Int
  ) {
    guard let value = parameter.value(of: text) else {
      faults.append(.value(line: line, parameter, text: text))
      return
    }
    guard parameter.range.contains(value) else {
      faults.append(.outOfRange(line: line, parameter, value))
      return
    }
    row.values[parameter] = value
  }

  private mutating func day(_ text: String, _ line: Int, _ heading: String) -> CalendarDay? {
    let day = CalendarDay(iso: text) ?? CalendarDay(vietnamese: text)
    if day == nil { faults.append(.day(line: line, heading: heading, text: text)) }
    return day
  }
}
