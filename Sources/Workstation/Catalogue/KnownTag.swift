import MARC
import Terminal

/// A tag that the program knows by name: how people call it, and what usually stands in it.
///
/// A tag that is not known is shown as it is; nothing is hidden because it has no name here.
struct KnownTag: Sendable {
  let tag: Tag
  let name: LocalizedText
  /// The two indicators a new field starts with.
  let indicators: String
  /// The subfields by code, the usual ones in the order in which they are filled.
  let subfields: [(code: Code, name: LocalizedText)]

  init(
    _ tag: Tag, _ vi: String, _ en: String, indicators: String = "  ",
    _ subfields: [(code: Code, name: LocalizedText)] = []
  ) {
    self.tag = tag
    name = LocalizedText(vi: vi, en: en)
    self.indicators = indicators
    self.subfields = subfields
  }

  func name(of code: Code) -> LocalizedText? { subfields.first { $0.code == code }?.name }

  /// Whether it belongs to the short set that is offered for a new field.
  var isCommon: Bool { !subfields.isEmpty }

  /// An empty field to be filled in.
  var emptyField: MARC.Field {
    if tag.isControl { return MARC.Field(control: tag, "") }
    let codes = indicators.compactMap { Code($0) }
    return MARC.Field(
      tag, codes.first ?? .blank, codes.last ?? .blank,
      [Subfield(subfields.first?.code ?? "a", "")])
  }

  /// All known tags in the order in which a Vietnamese catalogue shows them.
  static let all: [KnownTag] =
    titles + names + publications + descriptions + notes + subjects + numbers + holdings + controls

  private static let byTag = Dictionary(
    all.enumerated().map { ($1.tag, $0) }, uniquingKeysWith: { first, _ in first })

  static func of(_ tag: Tag) -> KnownTag? { byTag[tag].map { all[$0] } }

  /// The place of a tag in the labelled view; nil when it has none.
  static func rank(of tag: Tag) -> Int? { byTag[tag] }
}
