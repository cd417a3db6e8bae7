import VietnameseText

/// The text of a slip with places to be filled in.
///
/// ```text
/// ^{library}
/// ---
/// {each}
/// {title} {>} {due}
/// {end}
/// ```
///
/// `{name}` is a place, `{each}` and `{end}` on lines of their own hold what is said of every row, `^` in front centres a line,
/// `---` alone draws a line over the whole width, `{>}` pushes what follows to the right, `{{` is a brace. A line of which every
/// place is empty is left out, so that nobody reads “Note:” with nothing behind it.
public struct SlipTemplate: Equatable, Sendable {
  enum Piece: Equatable, Sendable {
    case text(String)
    case field(SlipField)
    /// What follows stands at the right margin.
    case rightward
  }

  enum Line: Equatable, Sendable {
    case written([Piece], isCentred: Bool)
    case rule
  }

  enum Part: Equatable, Sendable {
    case line(Line)
    case rows([Line])
  }

  public let kind: SlipKind
  let parts: [Part]

  /// How much a template may be: a slip is read standing.
  public static let linesMaximum = 100

  /// Reads a template, or says everything that is wrong with it.
  public static func read(_ text: String, as kind: SlipKind) -> Reading {
    var reader = TemplateReader(kind: kind)
    let lines = text.nfc.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    let body = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
    for (index, line) in body.enumerated() { reader.take(String(line), number: index + 1) }
    reader.close(after: body.count)
    guard reader.faults.isEmpty else { return .faulty(reader.faults) }
    return .good(SlipTemplate(kind: kind, parts: reader.parts))
  }

  public enum Reading: Equatable, Sendable {
    case good(SlipTemplate)
    case faulty([SlipFault])

    public var faults: [SlipFault] { if case .faulty(let faults) = self { faults } else { [] } }
    public var template: SlipTemplate? {
      if case .good(let template) = self { template } else { nil }
    }
  }
}

/// What is wrong with a template, and where.
public struct SlipFault: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// There is no place of that name in slips of this kind.
    case unknownField(String)
    /// The place is there only between `{each}` and `{end}`.
    case onlyInRows(SlipField)
    /// A brace was opened and not closed.
    case openBrace
    case eachWithoutEnd
    case endWithoutEach
    case eachWithinEach
    /// `{each}` and `{end}` stand alone on their lines.
    case notAlone(String)
    /// Slips of this kind have no rows.
    case noRows
    case tooLong
    case empty
  }

  public var line: Int
  public var kind: Kind

  public init(line: Int, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

/// Reads a template line by line.
private struct TemplateReader {
  let kind: SlipKind
  var parts: [SlipTemplate.Part] = []
  var faults: [SlipFault] = []
  /// What was read since `{each}`, and where that was.
  private var rows: (lines: [SlipTemplate.Line], from: Int)?

  init(kind: SlipKind) { self.kind = kind }

  mutating func take(_ text: String, number: Int) {
    switch text.trimmed {
    case "{each}": openRows(number)
    case "{end}": closeRows(number)
    case "---": add(.rule)
    default:
      let isCentred = text.hasPrefix("^")
      let pieces = pieces(isCentred ? text.dropFirst() : text[...], number)
      add(.written(pieces, isCentred: isCentred))
    }
  }

  mutating func close(after lines: Int) {
    if let rows { faults.append(SlipFault(line: rows.from, .eachWithoutEnd)) }
    if lines > SlipTemplate.linesMaximum {
      faults.append(SlipFault(line: SlipTemplate.linesMaximum + 1, .tooLong))
    }
    if parts.isEmpty, faults.isEmpty { faults.append(SlipFault(line: 1, .empty)) }
  }

  private mutating func openRows(_ number: Int) {
    if kind.rowFields.isEmpty {
      faults.append(SlipFault(line: number, .noRows))
    } else if rows != nil {
      faults.append(SlipFault(line: number, .eachWithinEach))
      return
    }
    rows = ([], number)
  }

  private mutating func closeRows(_ number: Int) {
    guard let rows else {
      faults.append(SlipFault(line: number, .endWithoutEach))
      return
    }
    parts.append(.rows(rows.lines))
    self.rows = nil
  }

  private mutating func add(_ line: SlipTemplate.Line) {
    if rows == nil { parts.append(.line(line)) } else { rows?.lines.append(line) }
  }

  private mutating func pieces(_ text: Substring, _ number: Int) -> [SlipTemplate.Piece] {
    var pieces: [SlipTemplate.Piece] = []
    var plain = ""
    var rest = text
    while let letter = rest.popFirst() {
      guard letter == "{" else {
        plain.append(letter)
        continue
      }
      if rest.first == "{" {
        plain.append(rest.removeFirst())
        continue
      }
      guard let end = rest.firstIndex(of: "}") else {
        faults.append(SlipFault(line: number, .openBrace))
        break
      }
      if !plain.isEmpty { pieces.append(.text(plain)) }
      plain = ""
      if let piece = piece(String(rest[..<end]), number) { pieces.append(piece) }
      rest = rest[rest.index(after: end)...]
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  private mutating func piece(_ name: String, _ number: Int) -> SlipTemplate.Piece? {
    switch name {
    case ">": return .rightward
    case "each", "end":
      faults.append(SlipFault(line: number, .notAlone(name)))
      return nil
    default: break
    }
    guard let field = SlipField(rawValue: name),
      kind.fields.contains(field) || kind.rowFields.contains(field)
    else {
      faults.append(SlipFault(line: number, .unknownField(name)))
      return nil
    }
    if rows == nil, !kind.fields.contains(field) {
      faults.append(SlipFault(line: number, .onlyInRows(field)))
      return nil
    }
    return .field(field)
  }
}
