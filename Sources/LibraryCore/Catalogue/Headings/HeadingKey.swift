public import MARC
import VietnameseText

/// By what headings are compared: letters without case, marks and punctuation, then the same with marks.
///
/// Headings of one key are one heading written twice: `Nguyễn, Nhật Ánh, 1955-` and `Nguyễn Nhật Ánh`, `Hoà` and `Hòa`. For
/// persons dates and remarks in brackets do not count. The unmarked letters stand in front, so that an index of keys answers
/// what begins with letters typed without marks.
public struct HeadingKey: Hashable, Sendable {
  public let text: String

  /// Longer keys are cut; who must know whether two such headings are the same compares the headings.
  static let bytesMaximum = 160

  /// Parts the unmarked letters from the marked ones; no letter or digit is so.
  public static let separator = "|"

  /// Nil for a heading without a letter or digit.
  public init?(_ heading: String, _ kind: HeadingKind) {
    let (folded, exact): (String, String)
    if kind == .person {
      (folded, exact) = AuthorHeading.keys(heading)
    } else {
      var bytes: [UInt8] = []
      heading.appendExact(to: &bytes)
      (folded, exact) = (
        heading.folded(.lettersAndSpelling), String(decoding: bytes, as: UTF8.self)
      )
    }
    guard !folded.isEmpty else { return nil }
    let marked = folded == exact ? "" : exact
    text = HeadingKey.cut(folded) + HeadingKey.separator + HeadingKey.cut(marked)
  }

  public init(stored text: String) { self.text = text }

  /// The letters without marks.
  public var folded: Substring { text.prefix { $0 != "|" } }

  private static func cut(_ text: String) -> String {
    guard text.utf8.count > bytesMaximum else { return text }
    var bytes = Array(text.utf8.prefix(bytesMaximum))
    // A cut may part the bytes of one letter, which then goes as a whole.
    while String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension HeadingKey {
  /// Whether the heading is written without any mark.
  var isUnmarked: Bool { text.hasSuffix(HeadingKey.separator) }
}
