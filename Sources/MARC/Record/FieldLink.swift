/// What `$6` says: the tag of the partner in another script and the number that both share.
///
/// `880-01` in a 245 and `245-01/(N` in an 880 are the two ends of one link; under `00` there is no partner (MARC 21,
/// Appendix A, control subfield `$6`).
public struct FieldLink: Hashable, Sendable {
  public let tag: Tag
  /// Two digits.
  public let number: String

  /// Nil for a text that names no field and number.
  public init?(_ text: String) {
    let link = text.prefix(6)
    let number = link.suffix(2)
    guard link.utf8.count == 6, link.dropFirst(3).hasPrefix("-"), number.allSatisfy(\.isNumber),
      let tag = Tag(link.prefix(3)), tag.isWellFormed
    else { return nil }
    self.tag = tag
    self.number = String(number)
  }

  public var hasPartner: Bool { number != "00" }
}

extension Field {
  /// The link to the same field in another script.
  public var link: FieldLink? { isControl ? nil : text("6").flatMap { FieldLink($0) } }
}

extension EditableRecord {
  /// The places of the fields at the other end of a field's link: one in a sound record, none where there is no link.
  public func partners(of place: Int) -> [Int] {
    guard let link = fields[place].link, link.hasPartner else { return [] }
    let own = fields[place].tag
    return fields.indices.filter { other in
      guard other != place, fields[other].tag == link.tag else { return false }
      return fields[other].link.map { $0.tag == own && $0.number == link.number } ?? false
    }
  }
}

extension MARCSchema {
  /// The definition that governs a field; for 880 that of the field it stands for.
  public func definition(of field: Field, in kind: RecordKind) -> FieldDefinition? {
    guard field.tag == "880", let link = field.link else { return self.field(field.tag, in: kind) }
    return self.field(link.tag, in: kind) ?? self.field(field.tag, in: kind)
  }
}
