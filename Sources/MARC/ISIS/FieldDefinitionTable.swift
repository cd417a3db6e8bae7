import VietnameseText

/// The field definitions of a CDS/ISIS database (its `.FDT` file): number and name of every field.
///
/// The file has lines of settings, `***`, and then a line for each field: the name in 30 columns, the subfields in 20,
/// and four numbers, of which the first is the field's.
public struct FieldDefinitionTable: Hashable, Sendable {
  public struct Definition: Hashable, Sendable {
    public var number: String
    public var name: String
    /// The codes of its subfields, in lower case; empty if it has none.
    public var subfields: String
  }

  public let definitions: [Definition]

  private static let nameWidth = 30
  private static let numbersAtEnd = 4

  /// Nil unless the bytes are such a file.
  public init?(_ bytes: [UInt8]) {
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0x1A })
    guard let stars = lines.firstIndex(where: { $0.starts(with: "***".utf8) }) else { return nil }
    definitions = lines[(stars + 1)...].compactMap(FieldDefinitionTable.definition)
    if definitions.isEmpty { return nil }
  }

  private static func definition(_ line: ArraySlice<UInt8>) -> Definition? {
    let words = line.split(separator: 0x20)
    let numbers = words.suffix(numbersAtEnd).map { String(decoding: $0, as: UTF8.self) }
    guard numbers.count == numbersAtEnd, numbers.allSatisfy({ UInt16($0) != nil }),
      let first = words.suffix(numbersAtEnd).first
    else { return nil }
    let head = line[..<first.startIndex]
    let name = TableReader.headings([Array(head.prefix(nameWidth))])[0]
    let codes = String(decoding: head.dropFirst(nameWidth), as: UTF8.self).lowercased()
      .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return Definition(number: numbers[0], name: name, subfields: codes)
  }
}

extension MappingProfile {
  /// A profile for a database with these fields, as far as `names` knows columns of such names.
  ///
  /// A field with subfields keeps them under their own codes, which somebody should look at.
  public init(_ table: FieldDefinitionTable, names: MappingProfile) {
    self.init(kind: .isis, restTag: names.restTag)
    for definition in table.definitions {
      guard let known = names.rule(heading: definition.name) else { continue }
      var rule = known
      rule.sources = [Source(name: definition.number)]
      if definition.subfields.count > 1 {
        rule.target.code = nil
        rule.separators = []
      }
      rules.append(rule)
    }
  }

  /// The names of a table's columns.
  public static func headings(of source: any ByteSource) throws(SourceFault) -> [String] {
    let rows = TableRows(ByteWindow(PlainSource(source)))
    return try rows.next().map { TableReader.headings($0.cells) } ?? []
  }

  /// The rules of this profile for the columns that a table has, in their order.
  public func narrowed(to headings: [String]) -> MappingProfile {
    var profile = MappingProfile(kind: .table, restTag: restTag)
    profile.fixed = fixed
    profile.rules = headings.compactMap { heading in
      guard var rule = rule(heading: heading) else { return nil }
      rule.sources = [Source(name: heading)]
      return rule
    }
    return profile
  }
}
