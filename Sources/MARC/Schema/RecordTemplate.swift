/// What a new record of one kind of material starts with: codes and empty fields.
///
/// It comes from a table that is data (`data/record-templates.tsv`, whose head tells its form). A template adds fields; it
/// never hides or removes what a record has.
public struct RecordTemplate: Hashable, Sendable {
  /// The word that commands take: `book`, `serial`, `article`.
  public let key: String
  public let name: SchemaName
  /// Positions 6 and 7 of the leader.
  let leaderCodes: [UInt8]
  /// Position 6 of 008.
  let dateType: String
  /// Positions 18 to 34 of 008.
  public internal(set) var materialCodes: String
  /// What is filled in: the tag, the indicators where they are not the usual ones, and the subfields.
  var fields: [(tag: Tag, indicators: String, text: String)] = []

  /// The record to fill in: for Việt Nam and Vietnamese, entered on `day` (`yymmdd`), the fields as `schema` knows them.
  public func record(enteredOn day: String, library: String, _ schema: MARCSchema) -> Record {
    var leader = Leader.newBook
    leader[6] = leaderCodes[0]
    leader[7] = leaderCodes[1]
    let dates = dateType == "c" ? "    9999" : "        "
    let codes = day + dateType + dates + "vm " + materialCodes + "vie d"
    var record = EditableRecord(leader: leader, fields: [Field(control: "008", codes)])
    if !library.isEmpty { record.insert(Field("040", [Subfield("a", library)])) }
    for field in fields { record.insert(self.field(field, schema)) }
    return record.record
  }

  private func field(
    _ wanted: (tag: Tag, indicators: String, text: String), _ schema: MARCSchema
  ) -> Field {
    if wanted.tag.isControl { return Field(control: wanted.tag, wanted.text) }
    var field = schema.usual(wanted.tag)?.emptyField ?? Field(wanted.tag, [Subfield("a", "")])
    let codes = wanted.indicators.compactMap { Code($0 == "#" ? " " : $0) }
    if codes.count == 2 { (field.indicator1, field.indicator2) = (codes[0], codes[1]) }
    let parts = wanted.text.split(separator: "$").compactMap { part in
      part.first.flatMap { Code($0) }.map { Subfield($0, part.dropFirst()) }
    }
    if !parts.isEmpty { field.setSubfields(parts) }
    return field
  }

  public static func == (left: RecordTemplate, right: RecordTemplate) -> Bool {
    left.key == right.key
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension RecordTemplate {
  /// What is wrong with a table, by its line from 1; 0 speaks of the table as a whole.
  public struct Fault: Error, Equatable, Sendable {
    public let line: Int
  }

  /// Reads a table; it is taken whole or not at all.
  public static func read(tsv bytes: [UInt8]) throws(Fault) -> [RecordTemplate] {
    var templates: [RecordTemplate] = []
    for (number, line) in SchemaLines(bytes) {
      guard let cells = line?.split(separator: "\t", omittingEmptySubsequences: false) else {
        throw Fault(line: number)
      }
      func blanks(_ text: Substring) -> String { String(text.map { $0 == "#" ? " " : $0 }) }
      switch (cells[0], cells.count) {
      case ("T", 6):
        let codes = Array(blanks(cells[2]).utf8)
        guard codes.count == 2, cells[3].utf8.count == 1, !cells[1].isEmpty else {
          throw Fault(line: number)
        }
        templates.append(
          RecordTemplate(
            key: String(cells[1]), name: SchemaName(vi: String(cells[4]), en: String(cells[5])),
            leaderCodes: codes, dateType: String(cells[3]),
            materialCodes: String(repeating: "|", count: 17)))
      case ("8", 2) where cells[1].utf8.count == 17 && !templates.isEmpty:
        templates[templates.count - 1].materialCodes = blanks(cells[1])
      case ("F", 2...4) where !templates.isEmpty:
        guard let tag = Tag(cells[1]), tag.isWellFormed else { throw Fault(line: number) }
        templates[templates.count - 1].fields.append(
          (tag, cells.count > 2 ? String(cells[2]) : "", cells.count > 3 ? String(cells[3]) : ""))
      default: throw Fault(line: number)
      }
    }
    guard !templates.isEmpty else { throw Fault(line: 0) }
    return templates
  }
}
