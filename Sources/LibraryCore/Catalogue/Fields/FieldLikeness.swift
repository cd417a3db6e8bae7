public import MARC
import VietnameseText

/// What two fields that say the same have in common: tag, codes and words, whatever case, punctuation and indicators.
///
/// Marks count: `Bò` is not `Bố`.
public struct FieldLikeness: Hashable, Sendable {
  private let tag: Tag
  private let bytes: [UInt8]

  public init(_ field: Field) {
    tag = field.tag
    guard !field.isControl else {
      bytes = Array(field.body)
      return
    }
    var bytes: [UInt8] = []
    for subfield in field.subfields {
      bytes.append(0x1F)
      bytes.append(subfield.code.byte)
      CatalogueEntry.readable(subfield.text).appendExact(to: &bytes)
    }
    self.bytes = bytes
  }
}
