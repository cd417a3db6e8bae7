/// A subject heading, keyword or genre (6XX).
public struct Subject: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case person
    case body
    case meeting
    case title
    case period
    case topic
    case place
    case keyword
    case genre
    case other
  }

  public let tag: Tag
  public let kind: Kind
  public let heading: String
  /// Form, topical, chronological and geographic subdivisions in their order.
  public let subdivisions: [String]
  /// The vocabulary the heading is from (`$2`), or the code that the second indicator stands for.
  public let source: String?

  /// Heading and subdivisions as headings are written.
  public var text: String { ([heading] + subdivisions).joined(separator: "--") }

  /// The headings of one field: a 653 holds as many keywords as it has `$a`.
  static func all(in field: Field) -> [Subject] {
    guard let kind = kind(of: field.tag) else { return [] }
    if kind == .keyword {
      return field.subfields("a").compactMap { subfield in
        Punctuation.trimmed(subfield).map {
          Subject(
            tag: field.tag, kind: kind, heading: $0, subdivisions: [], source: source(of: field))
        }
      }
    }
    let heading = Punctuation.joined(field.subfields(in: "abcdfgklmnopqrst"))
    guard !heading.isEmpty else { return [] }
    return [
      Subject(
        tag: field.tag, kind: kind, heading: heading,
        subdivisions: field.subfields(in: "vxyz").compactMap { Punctuation.trimmed($0) },
        source: source(of: field))
    ]
  }

  private static func kind(of tag: Tag) -> Kind? {
    switch tag {
    case "600": .person
    case "610": .body
    case "611": .meeting
    case "630": .title
    case "648": .period
    case "650": .topic
    case "651": .place
    case "653": .keyword
    case "655": .genre
    default: tag.isInBlock(6) ? .other : nil
    }
  }

  private static func source(of field: Field) -> String? {
    if let named = field.text("2") { return named }
    guard field.tag != "653" else { return nil }
    switch field.indicator2 {
    case "0": return "lcsh"
    case "1": return "lcshac"
    case "2": return "mesh"
    case "3": return "nal"
    case "5": return "cash"
    case "6": return "rvm"
    default: return nil
    }
  }
}

/// A class mark (050–090) with the item part that some libraries add to it.
public struct ClassMark: Hashable, Sendable {
  public enum Scheme: Hashable, Sendable {
    /// 050, 051: Library of Congress.
    case congress
    /// 060: National Library of Medicine.
    case medicine
    /// 080: Universal Decimal.
    case universal
    /// 082, 083: Dewey Decimal.
    case dewey
    /// 084: another scheme, such as the 19 classes.
    case other
    /// 090, 092, 099: the library's own.
    case local
  }

  public let scheme: Scheme
  /// The class number, without the slashes and primes that mark where it may be cut.
  public let number: String
  /// The item part: author mark, format or year (`$b`).
  public let mark: String?
  /// The edition of Dewey or the name of the other scheme (`$2`).
  public let edition: String?

  init?(_ field: Field, _ number: Subfield) {
    switch field.tag {
    case "050", "051": scheme = .congress
    case "060": scheme = .medicine
    case "080": scheme = .universal
    case "082", "083": scheme = .dewey
    case "084": scheme = .other
    case "090", "092", "099": scheme = .local
    default: return nil
    }
    let text = Punctuation.spaceTrimmed(number.bytes)
    self.number = scheme == .dewey ? text.filter { $0 != "/" && $0 != "'" } : text
    guard !self.number.isEmpty else { return nil }
    mark = field.first("b").map { Punctuation.spaceTrimmed($0.bytes) }
    edition = field.text("2")
  }
}

/// A series the work belongs to (440, 490, 830).
public struct Series: Hashable, Sendable {
  public let title: String
  public let volume: String?
  public let issn: ISSN?

  init?(_ field: Field) {
    title = Punctuation.joined(field.subfields(in: "anp"))
    guard !title.isEmpty else { return nil }
    volume = Punctuation.trimmed(field.first("v"))
    issn = field.text("x").flatMap { ISSN($0) }
  }
}

extension Bibliography {
  public var subjects: [Subject] { record.fields.flatMap { Subject.all(in: $0) } }

  public var classMarks: [ClassMark] {
    record.fields.flatMap { field in
      field.tag.isInBlock(0) ? field.subfields("a").compactMap { ClassMark(field, $0) } : []
    }
  }

  /// The series as the work names them (490, 440), or else as they are filed (830).
  public var series: [Series] {
    let named = record.fields.filter { $0.tag == "490" || $0.tag == "440" }.compactMap {
      Series($0)
    }
    return named.isEmpty ? record.fields("830").compactMap { Series($0) } : named
  }
}
