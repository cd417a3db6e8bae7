import VietnameseText

/// Looks a record over against the schema, as it is typed or as a batch of records is reported.
///
/// It never changes or refuses anything: what is strange may be right. Only the problems that are certain carry a mend.
/// Tags with a 9 in them and subfield 9 are the library's own, so nothing is said of them.
public struct RecordValidation: Sendable {
  public let schema: MARCSchema

  public init(_ schema: MARCSchema) { self.schema = schema }

  /// Everything to be said of the record, the worst first, then in the order of its fields.
  public func problems(in record: EditableRecord) -> [RecordProblem] {
    let context = Context(record)
    var problems = problems(inLeader: record.leader) + problems(inWhole: context)
    for (place, field) in record.fields.enumerated() {
      problems += self.problems(in: field, at: place, under: record.leader)
    }
    if context.kind == .bibliographic { problems += disagreements(in: context) }
    return problems.enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : left.element.severity > right.element.severity
    }.map(\.element)
  }

  /// What can be said of one field without the others.
  public func problems(in field: Field, at place: Int, under leader: Leader) -> [RecordProblem] {
    guard field.tag.isWellFormed else {
      return [RecordProblem(.tagShape(field.tag), .error, at: place)] + texts(in: field, place)
    }
    let kind = RecordKind(leader: leader)
    var problems = texts(in: field, place)
    let definition = schema.definition(of: field, in: kind)
    if definition == nil, !field.tag.isLocal {
      problems.append(RecordProblem(.unknownField(field.tag), .warning, at: place))
    } else if definition?.isObsolete == true {
      problems.append(RecordProblem(.obsoleteField(field.tag), .advice, at: place))
    }
    guard !field.isControl else {
      return problems + fixedProblems(in: field, place, under: leader)
    }
    problems += indicatorProblems(in: field, place, definition)
    problems += subfieldProblems(in: field, place, definition)
    problems += relatorProblems(in: field, place, definition)
    problems += sourceProblems(in: field, place, definition)
    problems += numberProblems(in: field, place)
    return problems
  }

  /// A record with what several rules ask of it.
  struct Context {
    let record: EditableRecord
    let kind: RecordKind
    /// The 008, if there is one of the right length.
    let codes: (place: Int, field: Field, bytes: [UInt8])?

    init(_ record: EditableRecord) {
      self.record = record
      kind = RecordKind(leader: record.leader)
      codes = record.fields.firstIndex { $0.tag == "008" }.flatMap { place in
        let field = record.fields[place]
        return field.body.count == 40 ? (place, field, Array(field.body)) : nil
      }
    }

    func places(_ tag: Tag) -> [Int] {
      record.fields.indices.filter { record.fields[$0].tag == tag }
    }

    /// The text of positions of 008.
    func code(_ range: Range<Int>) -> String? {
      codes.map { String(decoding: $0.bytes[range], as: UTF8.self) }
    }
  }
}

// MARK: - The record as a whole

extension RecordValidation {
  private static let mainEntries: Set<Tag> = ["100", "110", "111", "130"]

  private func problems(inWhole context: Context) -> [RecordProblem] {
    let fields = context.record.fields
    var problems: [RecordProblem] = []
    var firstPlaces: Set<Tag> = []
    for (place, field) in fields.enumerated() where !firstPlaces.insert(field.tag).inserted {
      guard let definition = schema.field(field.tag, in: context.kind), !definition.isRepeatable
      else { continue }
      problems.append(RecordProblem(.repeatedField(field.tag), .error, at: place))
    }
    if !firstPlaces.contains("008") {
      problems.append(RecordProblem(.codesMissing, .warning))
    }
    guard context.kind == .bibliographic else { return problems }
    if let place = fields.firstIndex(where: { $0.tag == "245" }) {
      let title = fields[place].subfields.filter { "abknps".utf8.contains($0.code.byte) }
      if title.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) {
        problems.append(RecordProblem(.titleEmpty, .error, at: place))
      }
    } else {
      problems.append(RecordProblem(.titleMissing, .error))
    }
    let main = fields.indices.filter { RecordValidation.mainEntries.contains(fields[$0].tag) }
    if main.count > 1 {
      problems.append(RecordProblem(.severalMainEntries, .error, at: main[1]))
    }
    if Bibliography(Record(leader: .newBook, fields: fields)).year == nil,
      !firstPlaces.contains("773")
    {
      problems.append(RecordProblem(.yearMissing, .advice))
    }
    return problems
  }

  // MARK: - Texts

  private func texts(in field: Field, _ place: Int) -> [RecordProblem] {
    guard let text = String(validating: field.body, as: UTF8.self) else {
      return [RecordProblem(.brokenText, .error, at: place)]
    }
    var problems: [RecordProblem] = []
    let control = text.unicodeScalars.first { scalar in
      scalar.value < 0x20 && scalar != "\u{1F}"
        || (0x7F...0x9F).contains(scalar.value)
          && !(0x88...0x89).contains(scalar.value) && scalar != "\u{8D}" && scalar != "\u{8E}"
    }
    if let control {
      problems.append(RecordProblem(.controlCharacter(control.value), .error, at: place))
    }
    if text.unicodeScalars.contains("\u{FFFD}") {
      problems.append(RecordProblem(.brokenText, .error, at: place))
    }
    if !text.isNFC {
      let composed = Field(
        tag: field.tag, isControl: field.isControl, body: ArraySlice(text.nfc.utf8))
      problems.append(
        RecordProblem(
          .decomposed, .advice, at: place, mend: .replace(place: place, field, with: composed)))
    }
    return problems
  }
}

extension Tag {
  /// Whether the tag is three digits or capitals, as MARC has it.
  public var isWellFormed: Bool {
    count == 3
      && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  /// Whether the format leaves the tag to the library: 9XX and whatever else has a 9 or a letter in it.
  var isLocal: Bool { bytes.contains { $0 == UInt8(ascii: "9") || $0 > 0x39 } }
}
