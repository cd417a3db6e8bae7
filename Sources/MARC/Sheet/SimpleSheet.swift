/// A record as a plain sheet of paper has it: one text for each line, read from the record and written into it.
///
/// Writing touches only the lines whose text changed, and of their fields only the parts that hold them: everything
/// the sheet does not show stays byte for byte.
public struct SimpleSheet: Equatable, Sendable {
  /// The lines in the order of the sheet.
  public enum Line: String, CaseIterable, Sendable {
    case title
    case subtitle
    case author
    case coauthors
    case translators
    case edition
    case place
    case publisher
    case year
    case pages
    case size
    case series
    case isbn
    case price
    case classMark
    case keywords
    case summary
    case language
    case audience

    /// Whether it holds several names or words, parted by semicolons.
    public var isList: Bool { self == .coauthors || self == .translators || self == .keywords }
  }

  /// What stands on each line; a line that is not there is empty.
  public var texts: [Line: String]

  public init(texts: [Line: String] = [:]) { self.texts = texts }

  /// The sheet of a record.
  public init(_ record: EditableRecord) {
    texts = [:]
    for line in Line.allCases {
      let text = SimpleSheet.read(line, in: record)
      if !text.isEmpty { texts[line] = text }
    }
  }

  public func text(_ line: Line) -> String { SimpleSheet.trimmed(texts[line] ?? "") }

  /// The names or words of a line that holds several.
  public func list(_ line: Line) -> [String] { SimpleSheet.parts(of: text(line)) }

  /// Brings the record to what the sheet says, line by line where something changed.
  ///
  /// A Dewey number that is written gets `deweyEdition` in `$2` where the field names none; an empty one gives none.
  public func write(into record: inout EditableRecord, deweyEdition: String = "") {
    let before = SimpleSheet(record)
    var sheet = self
    // Several names typed as the author: the first is the main entry.
    let authors = list(.author)
    if authors.count > 1 {
      sheet.texts[.author] = authors[0]
      sheet.texts[.coauthors] = (authors.dropFirst() + list(.coauthors)).joined(separator: "; ")
    }
    for line in Line.allCases where sheet.text(line) != before.text(line) {
      sheet.write(line, before, into: &record)
    }
    if sheet.text(.classMark) != before.text(.classMark), !sheet.text(.classMark).isEmpty {
      SimpleSheet.write(deweyEdition: deweyEdition, into: &record)
    }
    sheet.writeResponsibility(before, into: &record)
    if before.text(.author).isEmpty != sheet.text(.author).isEmpty {
      SimpleSheet.fitTitle(in: &record)
    }
  }

  // MARK: - Lines

  /// Where a line that is one subfield stands: tag, indicators of a new field, code, and the codes of the field in
  /// their order, each with the mark that stands in front of it.
  private struct Place {
    var tag: Tag
    var indicators: (Code, Code) = (.blank, .blank)
    var code: Code
    var order: [(code: Code, mark: String)]
  }

  private static let titleOrder: [(code: Code, mark: String)] = [
    ("a", ""), ("b", " :"), ("c", " /"),
  ]
  private static let imprintOrder: [(code: Code, mark: String)] = [
    ("a", ""), ("b", " :"), ("c", ","),
  ]
  private static let extentOrder: [(code: Code, mark: String)] = [
    ("a", ""), ("b", " :"), ("c", " ;"), ("e", " +"),
  ]

  private static func place(of line: Line, in record: EditableRecord) -> Place? {
    let imprint: Tag =
      record.fields.contains { $0.tag == "264" && $0.indicator2 == "1" } ? "264" : "260"
    switch line {
    case .title: return Place(tag: "245", indicators: ("0", "0"), code: "a", order: titleOrder)
    case .subtitle: return Place(tag: "245", indicators: ("0", "0"), code: "b", order: titleOrder)
    case .author: return Place(tag: "100", indicators: ("0", .blank), code: "a", order: [("a", "")])
    case .edition: return Place(tag: "250", code: "a", order: [("a", ""), ("b", " /")])
    case .place: return Place(tag: imprint, code: "a", order: imprintOrder)
    case .publisher: return Place(tag: imprint, code: "b", order: imprintOrder)
    case .year: return Place(tag: imprint, code: "c", order: imprintOrder)
    case .pages: return Place(tag: "300", code: "a", order: extentOrder)
    case .size: return Place(tag: "300", code: "c", order: extentOrder)
    case .series:
      return Place(
        tag: "490", indicators: ("0", .blank), code: "a", order: [("a", ""), ("v", " ;")])
    case .isbn: return Place(tag: "020", code: "a", order: [("a", ""), ("c", "")])
    case .price: return Place(tag: "020", code: "c", order: [("a", ""), ("c", "")])
    case .classMark:
      return Place(
        tag: "082", indicators: ("0", "4"), code: "a", order: [("a", ""), ("b", ""), ("2", "")])
    case .summary: return Place(tag: "520", code: "a", order: [("a", "")])
    case .audience: return Place(tag: "521", code: "a", order: [("a", "")])
    case .coauthors, .translators, .keywords, .language: return nil
    }
  }

  private static func read(_ line: Line, in record: EditableRecord) -> String {
    switch line {
    case .coauthors:
      return names(in: record, translators: false).map(\.name).joined(separator: "; ")
    case .translators:
      return names(in: record, translators: true).map(\.name).joined(separator: "; ")
    case .keywords: return keywords(in: record).map(\.text).joined(separator: "; ")
    case .language: return language(in: record)
    default:
      guard let place = place(of: line, in: record), let index = index(of: place, in: record),
        let subfield = record.fields[index].first(place.code)
      else { return "" }
      return line == .summary || line == .price || line == .isbn
        ? Punctuation.spaceTrimmed(subfield.bytes) : Punctuation.trimmed(subfield) ?? ""
    }
  }

  /// The field that holds the line: the first that has its subfield, or else the first under its tag.
  private static func index(of place: Place, in record: EditableRecord) -> Int? {
    let places = record.fields.indices.filter { index in
      let field = record.fields[index]
      return field.tag == place.tag && (place.tag != "264" || field.indicator2 == "1")
    }
    return places.first { record.fields[$0].first(place.code) != nil } ?? places.first
  }

  private func write(_ line: Line, _ before: SimpleSheet, into record: inout EditableRecord) {
    switch line {
    case .coauthors: writeNames(list(line), translators: false, into: &record)
    case .translators: writeNames(list(line), translators: true, into: &record)
    case .keywords: writeKeywords(into: &record)
    case .language: writeLanguage(before.text(.language), into: &record)
    default:
      guard let place = SimpleSheet.place(of: line, in: record) else { return }
      SimpleSheet.set(written(line), place, in: &record)
      if line == .year { writeYear(before.text(.year), into: &record) }
    }
  }

  /// The text with the unit that belongs to it, where only a number was typed.
  private func written(_ line: Line) -> String {
    let typed = text(line)
    let isNumber = !typed.isEmpty && typed.allSatisfy { $0.isWholeNumber || $0 == "." }
    switch line {
    case .pages where isNumber: return typed + " tr."
    case .size where isNumber: return typed + " cm"
    case .price where isNumber: return typed + "đ"
    default: return typed
    }
  }

  private static func set(_ text: String, _ place: Place, in record: inout EditableRecord) {
    guard let index = index(of: place, in: record) else {
      guard !text.isEmpty else { return }
      record.insert(
        Field(
          place.tag, place.indicators.0, place.indicators.1, [Subfield(place.code, text)]))
      return
    }
    var field = record.fields[index]
    SheetField.set(place.code, text, in: &field, order: place.order)
    let isGone = field.subfields.count == 0 || (place.tag == "100" && text.isEmpty)
    if isGone { record.fields.remove(at: index) } else { record.fields[index] = field }
  }

  // MARK: - What follows from the lines

  /// The statement of responsibility follows the names where it was made of them, or is not there.
  private func writeResponsibility(_ before: SimpleSheet, into record: inout EditableRecord) {
    guard let index = record.fields.firstIndex(where: { $0.tag == "245" }) else { return }
    let old = Punctuation.trimmed(record.fields[index].first("c")) ?? ""
    guard old == before.responsibility, responsibility != before.responsibility else { return }
    SheetField.set("c", responsibility, in: &record.fields[index], order: SimpleSheet.titleOrder)
  }

  private var responsibility: String {
    let authors = list(.author) + list(.coauthors)
    let translators = list(.translators)
    let translated = translators.isEmpty ? "" : translators.joined(separator: ", ") + " dịch"
    return [authors.joined(separator: ", "), translated].filter { !$0.isEmpty }
      .joined(separator: " ; ")
  }

  private static func write(deweyEdition: String, into record: inout EditableRecord) {
    guard !deweyEdition.isEmpty, let place = place(of: .classMark, in: record),
      let index = index(of: place, in: record), record.fields[index].first("2") == nil,
      record.fields[index].indicator1 == "0"
    else { return }
    SheetField.set("2", deweyEdition, in: &record.fields[index], order: place.order)
  }

  /// A title entered under a person says so.
  private static func fitTitle(in record: inout EditableRecord) {
    guard let index = record.fields.firstIndex(where: { $0.tag == "245" }) else { return }
    let hasMain = record.fields.contains { ["100", "110", "111", "130"].contains($0.tag) }
    let wanted: Code = hasMain ? "1" : "0"
    let found = record.fields[index].indicator1
    if found == "0" || found == "1", found != wanted { record.fields[index].indicator1 = wanted }
  }

  /// The year of 008 follows that of the imprint, where it was the same or none.
  private func writeYear(_ before: String, into record: inout EditableRecord) {
    guard let index = record.fields.firstIndex(where: { $0.tag == "008" }) else { return }
    let field = record.fields[index]
    guard field.body.count == 40 else { return }
    let date = String(field.text.dropFirst(7).prefix(4))
    let (old, new) = (before.filter(\.isWholeNumber), text(.year).filter(\.isWholeNumber))
    guard new.count == 4, date == old || date.allSatisfy({ $0 == " " || $0 == "|" }) else { return }
    record.fields[index] = field.replacingPositions(from: 7, with: new)
  }

  // MARK: - Texts

  static func parts(of text: String) -> [String] {
    text.split(separator: ";").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }

  static func trimmed(_ text: String) -> String {
    Punctuation.spaceTrimmed(ArraySlice(text.utf8))
  }
}
