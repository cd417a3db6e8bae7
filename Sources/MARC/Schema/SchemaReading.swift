extension MARCSchema {
  /// Reads the three tables; they are taken whole or not at all.
  public init(
    format: [UInt8], names: [UInt8], usual: [UInt8]
  ) throws(SchemaFault) {
    var reading = SchemaReading(names: try SchemaNames(names))
    for (number, line) in SchemaLines(format) {
      guard let line else { throw SchemaFault(.format, line: number, .notText) }
      do throws(SchemaFault.Kind) {
        try reading.take(line.split(separator: "\t", omittingEmptySubsequences: false))
      } catch {
        throw SchemaFault(.format, line: number, error)
      }
    }
    reading.finishAll()
    guard !reading.formats.isEmpty else { throw SchemaFault(.format, line: 0, .empty) }
    let usualFields = try MARCSchema.readUsual(usual)
    for field in usualFields where field.isInShortSet {
      reading.formats[.bibliographic]?.fields[field.tag]?.isInShortSet = true
    }
    self.init(formats: reading.formats, lists: reading.lists, usual: usualFields)
  }

  private static func readUsual(_ bytes: [UInt8]) throws(SchemaFault) -> [UsualField] {
    var fields: [UsualField] = []
    for (number, line) in SchemaLines(bytes) {
      guard let line else { throw SchemaFault(.usual, line: number, .notText) }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      switch (cells[0], cells.count) {
      case ("T", 5):
        let codes = cells[2].compactMap { Code($0 == "#" ? " " : $0) }
        guard let tag = Tag(cells[1]), codes.count == 2 else {
          throw SchemaFault(.usual, line: number, .missingCell)
        }
        fields.append(
          UsualField(
            tag: tag, label: SchemaName(vi: String(cells[3]), en: String(cells[4])),
            indicator1: codes[0], indicator2: codes[1]))
      case ("s", 4):
        guard let code = cells[1].first.flatMap({ Code($0) }) else {
          throw SchemaFault(.usual, line: number, .missingCell)
        }
        guard !fields.isEmpty else { throw SchemaFault(.usual, line: number, .nothingAbove) }
        fields[fields.count - 1].parts.append(
          UsualField.Part(
            code: code, label: SchemaName(vi: String(cells[2]), en: String(cells[3]))))
      case ("T", _), ("s", _): throw SchemaFault(.usual, line: number, .missingCell)
      default: throw SchemaFault(.usual, line: number, .unknownLine)
      }
    }
    return fields
  }
}

/// The format table as far as it was read.
private struct SchemaReading {
  var names: SchemaNames
  var formats: [RecordKind: MARCSchema.Format] = [:]
  var lists: [CodeList.Name: CodeList] = [:]

  private var kind: RecordKind?
  private var field: FieldDefinition?
  private var indicator: (number: Int, definition: IndicatorDefinition)?
  private var layout: (tag: Tag, material: String)?
  private var position: FixedPosition?
  private var list: (name: CodeList.Name, codes: [CodeDefinition])?

  init(names: SchemaNames) { self.names = names }

  mutating func take(_ cells: [Substring]) throws(SchemaFault.Kind) {
    guard let letter = cells[0].first else { throw .unknownLine }
    let isObsolete = cells[0].hasSuffix("-")
    switch letter {
    case "K": try takeKind(cells)
    case "L": try takeList(cells)
    case "F": try takeField(cells, isObsolete)
    case "I": try takeIndicator(cells)
    case "v":
      let code = try code(cells, isObsolete)
      guard indicator != nil else { throw .nothingAbove }
      indicator?.definition.values.append(code)
    case "s": try takeSubfield(cells, isObsolete)
    case "P": try takeLayout(cells)
    case "p": try takePosition(cells)
    case "c":
      let code = try code(cells, isObsolete)
      if position != nil {
        position?.values.append(code)
      } else if list != nil {
        list?.codes.append(code)
      } else {
        throw .nothingAbove
      }
    default: throw .unknownLine
    }
  }

  mutating func finishAll() {
    finishField()
    finishPosition()
    finishList()
  }

  private mutating func takeKind(_ cells: [Substring]) throws(SchemaFault.Kind) {
    finishAll()
    layout = nil
    let kinds: [Substring: RecordKind] = ["b": .bibliographic, "a": .authority, "h": .holdings]
    guard cells.count > 1, let named = kinds[cells[1]] else { throw .missingCell }
    kind = named
    formats[named] = formats[named] ?? MARCSchema.Format()
    names.enter("")
  }

  private mutating func takeList(_ cells: [Substring]) throws(SchemaFault.Kind) {
    guard cells.count > 1 else { throw .missingCell }
    finishAll()
    kind = nil
    list = (CodeList.Name(cells[1]), [])
    names.enter(cells[1])
  }

  private mutating func takeField(
    _ cells: [Substring], _ isObsolete: Bool
  ) throws(SchemaFault.Kind) {
    finishField()
    guard kind != nil else { throw .nothingAbove }
    guard cells.count > 3, let tag = Tag(cells[1]) else { throw .missingCell }
    let name = names.name(cells[3])
    field = FieldDefinition(
      tag: tag, name: name, isRepeatable: cells[2] == "R", isObsolete: isObsolete)
  }

  private mutating func takeIndicator(_ cells: [Substring]) throws(SchemaFault.Kind) {
    finishIndicator()
    guard field != nil else { throw .nothingAbove }
    guard cells.count > 2, let number = Int(cells[1]), (1...2).contains(number) else {
      throw .missingCell
    }
    let name = names.name(cells[2])
    indicator = (number, IndicatorDefinition(name: name, values: []))
  }

  private mutating func takeSubfield(
    _ cells: [Substring], _ isObsolete: Bool
  ) throws(SchemaFault.Kind) {
    finishIndicator()
    guard field != nil else { throw .nothingAbove }
    guard cells.count > 3, let code = cells[1].first.flatMap({ Code($0) }) else {
      throw .missingCell
    }
    let name = names.name(cells[3])
    field?.subfields.append(
      SubfieldDefinition(
        code: code, name: name, isRepeatable: cells[2] == "R",
        isObsolete: isObsolete, codeList: cells.count > 4 ? CodeList.Name(cells[4]) : nil))
  }

  private mutating func takeLayout(_ cells: [Substring]) throws(SchemaFault.Kind) {
    finishField()
    finishPosition()
    guard kind != nil else { throw .nothingAbove }
    guard cells.count > 2, let tag = Tag(cells[1]) else { throw .missingCell }
    layout = (tag, String(cells[2]))
  }

  private mutating func takePosition(_ cells: [Substring]) throws(SchemaFault.Kind) {
    finishPosition()
    guard layout != nil else { throw .nothingAbove }
    guard cells.count > 3, let unit = Int(cells[2]), unit > 0 else { throw .missingCell }
    let ends = cells[1].split(separator: "-").map { Int($0) }
    guard let start = ends.first ?? nil, let end = ends.last ?? nil, end >= start else {
      throw .missingCell
    }
    let name = names.name(cells[3])
    position = FixedPosition(
      range: start..<end + 1, name: name, unit: unit,
      codeList: cells.count > 4 ? CodeList.Name(cells[4]) : nil)
  }

  private mutating func code(
    _ cells: [Substring], _ isObsolete: Bool
  ) throws(SchemaFault.Kind) -> CodeDefinition {
    guard cells.count > 2, !cells[1].isEmpty else { throw .missingCell }
    let text = String(cells[1].map { $0 == "#" ? " " : $0 })
    return CodeDefinition(code: text, name: names.name(cells[2]), isObsolete: isObsolete)
  }

  private mutating func finishIndicator() {
    if let indicator {
      if indicator.number == 1 {
        field?.indicator1 = indicator.definition
      } else {
        field?.indicator2 = indicator.definition
      }
    }
    indicator = nil
  }

  private mutating func finishField() {
    finishIndicator()
    if let field, let kind { formats[kind]?.fields[field.tag] = field }
    field = nil
  }

  private mutating func finishPosition() {
    if let position, let layout, let kind {
      formats[kind]?.positions[layout.tag, default: [:]][layout.material, default: []]
        .append(position)
    }
    position = nil
  }

  private mutating func finishList() {
    if let list { lists[list.name] = CodeList(name: list.name, codes: list.codes) }
    list = nil
  }
}
