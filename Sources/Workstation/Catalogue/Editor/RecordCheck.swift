import MARC
import VietnameseText

/// Something in a record that a cataloguer should see.
struct RecordProblem: Equatable {
  enum Severity: Int, Comparable {
    /// For information; nothing is wrong.
    case note
    case warning
    /// The record cannot be saved with it.
    case error

    static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  enum Kind: Equatable {
    case titleMissing
    case titleEmpty
    case repeated(Tag)
    case severalMainEntries
    case tagShape(Tag)
    case indicatorShape(Code)
    case codeShape(Code)
    case noSubfields
    case emptySubfield(Code)
    case length(Tag, found: Int, expected: Int)
    case leaderCode(position: Int, Code)
    case isbn(String)
    case issn(String)
    case brokenText
    case controlCharacter(UInt32)
    case decomposed
    case yearMissing

    var severity: Severity {
      switch self {
      case .titleMissing, .titleEmpty: .error
      case .decomposed, .yearMissing: .note
      default: .warning
      }
    }
  }

  /// The place of the field; nil speaks of the leader or of the whole record.
  var place: Int?
  var kind: Kind
  var severity: Severity { kind.severity }
}

/// Looks a record over as it is typed.
///
/// Nothing is mended: what came in strange may stay as it is.
enum RecordCheck {
  static func problems(in record: EditableRecord) -> [RecordProblem] {
    var problems = problems(in: record.leader) + problems(inWhole: record.fields)
    for (place, field) in record.fields.enumerated() {
      problems += self.problems(in: field).map { RecordProblem(place: place, kind: $0) }
    }
    return problems.enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : left.element.severity > right.element.severity
    }.map(\.element)
  }

  /// What can be said of one field without the others.
  static func problems(in field: MARC.Field) -> [RecordProblem.Kind] {
    var kinds: [RecordProblem.Kind] = []
    if !isUsual(field.tag) { kinds.append(.tagShape(field.tag)) }
    kinds += problems(inTextOf: field)
    guard !field.isControl else {
      if let expected = lengths[field.tag], field.body.count != expected {
        kinds.append(.length(field.tag, found: field.body.count, expected: expected))
      }
      return kinds
    }
    for indicator in [field.indicator1, field.indicator2]
    where indicator != .blank && !isLowerOrDigit(indicator.byte) {
      kinds.append(.indicatorShape(indicator))
    }
    if field.subfields.count == 0 { kinds.append(.noSubfields) }
    for subfield in field.subfields {
      if !isLowerOrDigit(subfield.code.byte) { kinds.append(.codeShape(subfield.code)) }
      if subfield.text.allSatisfy(\.isWhitespace) { kinds.append(.emptySubfield(subfield.code)) }
    }
    return kinds + problems(inNumbersOf: field)
  }

  private static let lengths: [Tag: Int] = ["005": 16, "006": 18, "008": 40]
  private static let unrepeatable: [Tag] = ["001", "003", "005", "008", "245", "250"]

  private static func problems(inWhole fields: [MARC.Field]) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    if let place = fields.firstIndex(where: { $0.tag == "245" }) {
      let title = fields[place].text("a") ?? fields[place].text("p") ?? ""
      if title.allSatisfy(\.isWhitespace) {
        problems.append(RecordProblem(place: place, kind: .titleEmpty))
      }
    } else {
      problems.append(RecordProblem(kind: .titleMissing))
    }
    for tag in unrepeatable {
      let places = fields.indices.filter { fields[$0].tag == tag }
      if places.count > 1 { problems.append(RecordProblem(place: places[1], kind: .repeated(tag))) }
    }
    let main = fields.indices.filter { ["100", "110", "111", "130"].contains(fields[$0].tag) }
    if main.count > 1 {
      problems.append(RecordProblem(place: main[1], kind: .severalMainEntries))
    }
    if Bibliography(Record(leader: .newBook, fields: fields)).year == nil {
      problems.append(RecordProblem(kind: .yearMissing))
    }
    return problems
  }

  private static func problems(in leader: Leader) -> [RecordProblem] {
    let expected: [(position: Int, codes: String)] = [
      (5, "acdnp"), (6, "acdefgijkmoprt"), (7, "abcdims"),
    ]
    return expected.compactMap { position, codes in
      codes.utf8.contains(leader[position])
        ? nil
        : RecordProblem(kind: .leaderCode(position: position, Code(byte: leader[position])))
    }
  }

  private static func problems(inTextOf field: MARC.Field) -> [RecordProblem.Kind] {
    guard let text = String(validating: field.body, as: UTF8.self) else { return [.brokenText] }
    var kinds: [RecordProblem.Kind] = []
    let controls = text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\u{1F}"
    }
    if let control = controls.first { kinds.append(.controlCharacter(control.value)) }
    if text.unicodeScalars.contains("\u{FFFD}") { kinds.append(.brokenText) }
    if !text.isNFC { kinds.append(.decomposed) }
    return kinds
  }

  private static func problems(inNumbersOf field: MARC.Field) -> [RecordProblem.Kind] {
    let numbers = field.subfields("a").map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }
    switch field.tag {
    case "020": return numbers.filter { ISBN($0) == nil }.map { .isbn($0) }
    case "022": return numbers.filter { ISSN($0) == nil }.map { .issn($0) }
    default: return []
    }
  }

  /// Whether a tag is three digits or capitals, as MARC has it.
  static func isUsual(_ tag: Tag) -> Bool {
    tag.count == 3
      && tag.bytes.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
