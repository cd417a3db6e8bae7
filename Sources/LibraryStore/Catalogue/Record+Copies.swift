import LibraryCore
import MARC

extension MARC.Record {
  /// The record with the library's own copies in its 852 fields, in the place of those it came with.
  func withCopies(_ copies: [ItemFacts]) -> MARC.Record {
    guard !copies.isEmpty else { return self }
    let others = fields.filter { $0.tag != "852" && $0.tag != "952" }
    let statements = copies.map(\.item).map { copy in
      let parts: [(Code, String?)] = [
        ("b", copy.location), ("h", copy.callNumber), ("t", copy.copyNumber),
        ("p", copy.barcode.text),
      ]
      return Field("852", parts.compactMap { code, text in text.map { Subfield(code, $0) } })
    }
    return MARC.Record(leader: leader, fields: others + statements)
  }
}
