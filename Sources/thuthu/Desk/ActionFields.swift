import LibraryCore

/// Why an action cannot even be tried: the field at fault and what is wrong.
enum ActionFault: Error {
  case json(JSONFault)
  case unknownAction(String)
  case unknownField(String)
  case missing(String)
  case expected(ActionFields.Form, field: String)
  case notHere(String)
  case badRecord(String)
  case onlyOneOf([String])
  case badRuleValue(RuleParameter, String)
  /// What is wrong with a table of rules, wherever it stands in it.
  case badRules([RuleTable.Fault], field: String)
  /// Why a text is no table of patrons; the outcome is no import and no refusal.
  case badPatronTable(PatronImportOutcome)
  case badTemplate([SlipFault], SlipKind)
  /// The lunar calendar has no table of the year.
  case noLunarTable

  var field: String? {
    switch self {
    case .json(let fault): if case .repeatedKey(let key) = fault.kind { key } else { nil }
    case .unknownAction: "do"
    case .unknownField(let field), .missing(let field), .expected(_, let field),
      .notHere(let field):
      field
    case .badRecord: "marc"
    case .onlyOneOf(let fields): fields.first
    case .badRuleValue(let parameter, _): parameter.rawValue
    case .badRules(_, let field): field
    case .badPatronTable(.badMapping), .badPatronTable(.noNames): "map"
    case .badPatronTable: "csv"
    case .badTemplate: "text"
    case .noLunarTable: "year"
    }
  }
}

/// The fields of one action, read as what the action needs; a null is a field that is not there.
struct ActionFields {
  /// What the value of a field has to be.
  enum Form {
    case text
    case flag
    case integer
    case day
    case due
    case moment
    case list
    case texts
    case integers
    case objects
    case weekdays
    case object
    case oneOf([String])
  }

  let members: [JSONReader.Member]

  func has(_ key: String) -> Bool { member(key) != nil }

  func text(_ key: String) throws(ActionFault) -> String {
    guard let text = try optionalText(key) else { throw .missing(key) }
    return text
  }

  func optionalText(_ key: String) throws(ActionFault) -> String? {
    switch member(key)?.value {
    case nil, .null: nil
    case .text(let text): text
    default: throw .expected(.text, field: key)
    }
  }

  /// A text, or a number taken as the text it is written as.
  func optionalTextOrNumber(_ key: String) throws(ActionFault) -> String? {
    if case .integer(let number)? = member(key)?.value { return String(number) }
    return try optionalText(key)
  }

  func flag(_ key: String) throws(ActionFault) -> Bool { try optionalFlag(key) ?? false }

  func optionalFlag(_ key: String) throws(ActionFault) -> Bool? {
    switch member(key)?.value {
    case nil, .null: nil
    case .bool(let flag): flag
    default: throw .expected(.flag, field: key)
    }
  }

  func integer(_ key: String) throws(ActionFault) -> Int64 {
    guard let integer = try optionalInteger(key) else { throw .missing(key) }
    return integer
  }

  func optionalInteger(_ key: String) throws(ActionFault) -> Int64? {
    switch member(key)?.value {
    case nil, .null: return nil
    case .integer(let integer): return integer
    case .text(let text):
      guard let integer = Int64(text) else { throw .expected(.integer, field: key) }
      return integer
    default: throw .expected(.integer, field: key)
    }
  }

  func count(_ key: String, usually: Int) throws(ActionFault) -> Int {
    guard let integer = try optionalInteger(key) else { return usually }
    guard let count = Int(exactly: integer), count >= 0 else {
      throw .expected(.integer, field: key)
    }
    return count
  }

  func entity(_ key: String) throws(ActionFault) -> EntityID {
    EntityID(rawValue: try integer(key))
  }

  func optionalDay(_ key: String) throws(ActionFault) -> CalendarDay? {
    guard let text = try optionalText(key) else { return nil }
    guard let day = CalendarDay(iso: text) else { throw .expected(.day, field: key) }
    return day
  }

  func optionalDue(_ key: String) throws(ActionFault) -> RequestedDue? {
    guard let text = try optionalText(key) else { return nil }
    guard let due = RequestedDue(text) else { throw .expected(.due, field: key) }
    return due
  }

  func optionalMoment(_ key: String) throws(ActionFault) -> Moment? {
    guard let text = try optionalText(key) else { return nil }
    guard let moment = Moment(iso: text) else { throw .expected(.moment, field: key) }
    return moment
  }

  func choice<Choice>(_ key: String, usually: Choice? = nil) throws(ActionFault) -> Choice
  where Choice: CaseIterable & RawRepresentable<String> {
    guard let text = try optionalText(key) else {
      guard let usually else { throw .missing(key) }
      return usually
    }
    guard let choice = Choice(rawValue: text) else {
      throw .expected(.oneOf(Choice.allCases.map(\.rawValue)), field: key)
    }
    return choice
  }

  func optionalList(_ key: String) throws(ActionFault) -> [JSONValue]? {
    switch member(key)?.value {
    case nil, .null: nil
    case .list(let values): values
    default: throw .expected(.list, field: key)
    }
  }

  /// The object under `key` in the bytes it came in.
  func writtenObject(_ key: String) throws(ActionFault) -> ArraySlice<UInt8> {
    guard let member = member(key) else { throw .missing(key) }
    guard case .object = member.value else { throw .expected(.object, field: key) }
    return member.written
  }

  func member(_ key: String) -> JSONReader.Member? { members.first { $0.key == key } }
}
