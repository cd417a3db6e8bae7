/// What a bibliographic record says, read from its fields and freed of the punctuation that only separates parts.
///
/// Nothing is kept: every property walks the record. Texts have the Unicode form the record has, which may be
/// decomposed; whoever stores or compares them brings them to NFC first.
public struct Bibliography: Sendable {
  public let record: Record

  public init(_ record: Record) {
    self.record = record
  }

  /// The number of the record in the system it came from (001).
  public var controlNumber: String? {
    record.first("001").map { Punctuation.spaceTrimmed($0.body) }
  }

  /// Whose number that is (003).
  public var controlSource: String? {
    record.first("003").map { Punctuation.spaceTrimmed($0.body) }
  }

  /// The title (245), without which a record can hardly be shown.
  public var title: Title? { record.first("245").map(Title.init) }

  /// Other titles the work is known by: uniform (130, 240), parallel and varying (242, 246), former (247), added (740).
  public var otherTitles: [String] {
    texts(of: ["130", "240", "242", "246", "247", "740"], codes: "abnp")
  }

  /// The edition statement (250).
  public var edition: String? { texts(of: ["250"], codes: "ab").first }

  /// Extent, illustrations, size and accompanying material (300).
  public var physicalDescription: String? { texts(of: ["300"], codes: "abce").first }

  /// The abstract (520).
  public var summary: String? { texts(of: ["520"], codes: "ab").first }

  /// The table of contents (505).
  public var contents: String? { texts(of: ["505"], codes: "agrt").first }

  /// All notes (5XX) but abstract and contents.
  public var notes: [Note] {
    record.fields.compactMap { field in
      guard field.tag.isInBlock(5), field.tag != "505", field.tag != "520" else { return nil }
      let text = Punctuation.joined(field.subfields.filter { $0.code.isLetter })
      return text.isEmpty ? nil : Note(tag: field.tag, text: text)
    }
  }

  /// Addresses of electronic copies (856).
  public var links: [Link] {
    record.fields("856").flatMap { field in
      field.subfields("u").map { Link(address: $0.text, label: field.text("y") ?? field.text("z")) }
    }
  }

  /// What an article or chapter is part of (773).
  public var hosts: [Host] { record.fields("773").map(Host.init) }

  /// The wanted subfields of the fields under `tags`, one text for each field, in the order of the record.
  func texts(of tags: Set<Tag>, codes: String) -> [String] {
    record.fields.compactMap { field in
      guard tags.contains(field.tag) else { return nil }
      let text = Punctuation.joined(field.subfields(in: codes))
      return text.isEmpty ? nil : text
    }
  }
}

/// A note and the tag that says of what kind it is.
public struct Note: Hashable, Sendable {
  public let tag: Tag
  public let text: String
}

/// An address and what it leads to.
public struct Link: Hashable, Sendable {
  public let address: String
  public let label: String?
}

/// The book, journal or newspaper that holds an article (773).
public struct Host: Hashable, Sendable {
  public let author: String?
  public let title: String?
  /// Place, publisher and date of the host.
  public let publication: String?
  /// Where in it: volume, number, date, pages.
  public let part: String?
  /// Its number in the system the record came from.
  public let controlNumber: String?
  public let issn: ISSN?
  public let isbn: ISBN?

  init(_ field: Field) {
    author = Punctuation.trimmed(field.first("a"))
    title = Punctuation.trimmed(field.first("t"))
    publication = Punctuation.trimmed(field.first("d"))
    part = Punctuation.trimmed(field.first("g"))
    controlNumber = field.text("w")
    issn = field.text("x").flatMap { ISSN($0) }
    isbn = field.text("z").flatMap { ISBN($0) }
  }
}

extension Field {
  /// The subfields whose code is one of `codes`, in their order.
  func subfields(in codes: String) -> [Subfield] {
    subfields.filter { codes.utf8.contains($0.code.byte) }
  }
}

extension Code {
  var isLetter: Bool { (0x61...0x7A).contains(byte) }
}
