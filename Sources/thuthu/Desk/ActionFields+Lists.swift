import LibraryCore

/// Fields that hold several things.
extension ActionFields {
  /// The texts under `key`, or none.
  func texts(_ key: String) throws(ActionFault) -> [String] {
    var texts: [String] = []
    for value in try optionalList(key) ?? [] {
      guard case .text(let text) = value else { throw .expected(.texts, field: key) }
      texts.append(text)
    }
    return texts
  }

  /// The numbers of ops under `key`, or nil where it is not there.
  func optionalOps(_ key: String) throws(ActionFault) -> [OpID]? {
    guard let values = try optionalList(key) else { return nil }
    var ops: [OpID] = []
    for value in values {
      guard case .integer(let number) = value else { throw .expected(.integers, field: key) }
      ops.append(OpID(rawValue: number))
    }
    return ops
  }

  /// The days of the week under `key`, Monday being 1, or nil where it is not there.
  func optionalWeekdays(_ key: String) throws(ActionFault) -> Set<Weekday>? {
    guard let numbers = try optionalList(key) else { return nil }
    var weekdays: Set<Weekday> = []
    for number in numbers {
      guard case .integer(let number) = number, (1...7).contains(number) else {
        throw .expected(.weekdays, field: key)
      }
      weekdays.insert(Weekday.allCases[Int(number) - 1])
    }
    return weekdays
  }

  /// The objects under `key` as lines of a table, headings first, or nil where it is not there.
  ///
  /// Every key is a column, in the order in which it first comes, and a null is an empty cell.
  func optionalTable(_ key: String) throws(ActionFault) -> [[String]]? {
    guard let values = try optionalList(key) else { return nil }
    var headings: [String] = []
    var rows: [[String: String]] = []
    for value in values {
      guard case .object(let members) = value else { throw .expected(.objects, field: key) }
      var row: [String: String] = [:]
      for member in members {
        if !headings.contains(member.key) { headings.append(member.key) }
        row[member.key] = try ActionFields.cell(member.value, of: key)
      }
      rows.append(row)
    }
    return [headings] + rows.map { row in headings.map { row[$0] ?? "" } }
  }

  private static func cell(_ value: JSONValue, of key: String) throws(ActionFault) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "yes" : "no"
    default: throw .expected(.objects, field: key)
    }
  }
}
