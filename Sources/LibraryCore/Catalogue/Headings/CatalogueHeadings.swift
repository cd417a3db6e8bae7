public import MARC
import VietnameseText

/// A heading of the catalogue: what the index keeps of it.
public struct CatalogueHeading: Hashable, Sendable {
  public let kind: HeadingKind
  /// As it is written, in NFC.
  public let text: String
  public let key: HeadingKey

  /// Nil for a heading without a letter or digit.
  public init?(_ kind: HeadingKind, _ text: String) {
    guard let key = HeadingKey(text, kind) else { return nil }
    self.kind = kind
    self.text = text
    self.key = key
  }

  /// The word under which an index of words knows the heading: 64 bits of its kind and text.
  public var word: String { HeadingWord.of(kind.name + ":" + text) }
}

/// All headings of a record, each of them once.
public struct CatalogueHeadings: Hashable, Sendable {
  public private(set) var all: Set<CatalogueHeading> = []
  /// The control numbers of authorities that headings name (`$0`).
  public private(set) var links: Set<String> = []

  public init(_ record: Record) {
    for field in record.fields where !field.isControl {
      let found = Heading.all(in: field)
      guard !found.isEmpty else { continue }
      for heading in found {
        let text = CatalogueEntry.readable(heading.text)
        if let heading = CatalogueHeading(heading.kind, text) { all.insert(heading) }
      }
      for subfield in field.subfields("0") {
        AuthorityNumber(subfield.text).map { _ = links.insert($0.text) }
      }
    }
  }

  /// The words under which an index of words knows the record.
  public var words: String {
    (all.map(\.word) + links.map(HeadingWord.link)).joined(separator: " ")
  }
}

/// The number of an authority record as headings name it in `$0`.
///
/// Compared without the code in brackets that says whose number it is, without blanks, and without the address in front that
/// some systems write: `(DLC)n  79021164` and `http://…/n79021164` are one number.
public struct AuthorityNumber: Hashable, Sendable {
  public let text: String

  public init?(_ written: String) {
    var rest = Substring(written.nfc)
    if rest.hasPrefix("("), let end = rest.firstIndex(of: ")") { rest = rest[end...].dropFirst() }
    if rest.contains("://"), let slash = rest.lastIndex(of: "/") {
      rest = rest[slash...].dropFirst()
    }
    let kept = rest.filter { !$0.isWhitespace }
    guard !kept.isEmpty else { return nil }
    text = kept
  }
}

/// Words of one length that stand for texts in an index of words.
public enum HeadingWord {
  /// The word of a control number by which headings are linked to their authority (`$0`).
  public static func link(_ number: String) -> String { of("0:" + number) }

  /// FNV-1a of the text, in letters and digits.
  static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 36)
  }
}
