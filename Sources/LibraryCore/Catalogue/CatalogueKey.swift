public import MARC
import VietnameseText

/// One of the names by which a record is looked up directly, as the text that an index keeps.
///
/// The kind stands in front (`isbn:9786041234567`), so that one index answers "which" and "which begin with".
public struct CatalogueKey: Hashable, Sendable {
  public let text: String

  /// Longer keys are cut; who must know whether two long titles are the same compares the titles.
  static let bytesMaximum = 72

  private init(_ kind: String, _ value: String) {
    var bytes = Array((kind + value).utf8.prefix(CatalogueKey.bytesMaximum))
    // A cut may part the bytes of one letter, which then goes as a whole.
    while String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
    text = String(decoding: bytes, as: UTF8.self)
  }

  public static func isbn(_ isbn: ISBN) -> CatalogueKey { CatalogueKey("isbn:", isbn.digits) }
  /// What the keys of all numbers have in common that begin with these digits.
  public static func isbn(beginning digits: String) -> CatalogueKey {
    CatalogueKey("isbn:", digits)
  }

  public static func issn(_ issn: ISSN) -> CatalogueKey { CatalogueKey("issn:", issn.text) }

  /// The number a record has in the system it came from, and whose number that is.
  public static func control(_ number: String, source: String?) -> CatalogueKey {
    CatalogueKey("ctrl:", number.nfc + "|" + (source ?? "").nfc)
  }

  /// What the keys of one control number have in common, whoever gave it.
  public static func controlPrefix(_ number: String) -> CatalogueKey {
    CatalogueKey("ctrl:", number.nfc + "|")
  }

  /// A title, or the beginning of one, without case and marks.
  public static func title(_ title: String) -> CatalogueKey {
    CatalogueKey("title:", title.folded(.lettersAndSpelling))
  }

  public static func classMark(_ number: String) -> CatalogueKey {
    CatalogueKey("class:", number.nfc.lowercased())
  }

  /// The first text behind all that begin with this key.
  public var upperBound: String { text + "\u{10FFFF}" }
}
