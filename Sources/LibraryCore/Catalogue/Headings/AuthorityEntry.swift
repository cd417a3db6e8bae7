public import MARC
import VietnameseText

/// What the lists of headings take from an authority record: its heading, the forms that lead to it, its numbers.
///
/// Stored rows are made of this and taken back by making it again from the same bytes. All texts are in NFC.
public struct AuthorityEntry: Equatable, Sendable {
  /// Nil for what no heading of the catalogue can be, such as a subdivision.
  public let kind: HeadingKind?
  /// The heading; empty where the record has none.
  public let text: String
  public let forms: Set<AuthorityForm>
  /// The numbers by which headings may name it in `$0`.
  public let numbers: Set<String>

  public init(_ record: Record) {
    let main = record.fields.first { $0.tag.isInBlock(1) && !$0.isControl }
    let heading = main.flatMap { AuthorityForm.heading(of: $0) }
    kind = heading?.kind
    text = heading?.text ?? main.map { AuthorityForm.wholeText(of: $0) } ?? ""
    forms = Set(
      record.fields.compactMap { field in
        guard let relation = AuthorityRelation(field.tag) else { return nil }
        return AuthorityForm(relation, field)
      })
    let written =
      record.fields.filter { $0.tag == "001" }.map(\.text)
      + record.fields("010").compactMap { $0.text("a") }
    numbers = Set(written.compactMap { AuthorityNumber($0)?.text })
  }
}

extension AuthorityEntry {
  /// The forms, headings before references, from A to Z.
  public var sortedForms: [AuthorityForm] {
    forms.sorted { left, right in
      if left.relation != right.relation {
        return left.relation.rawValue < right.relation.rawValue
      }
      return SortKey.catalogue(left.text).lexicographicallyPrecedes(SortKey.catalogue(right.text))
    }
  }
}

/// How a form stands to the heading of its authority record.
public enum AuthorityRelation: UInt8, Sendable {
  /// The heading itself (1XX).
  case established = 0
  /// Not used: see the heading (4XX).
  case see = 1
  /// A heading of its own, related to this one (5XX).
  case seeAlso = 2

  public init?(_ tag: Tag) {
    if tag.isInBlock(1) {
      self = .established
    } else if tag.isInBlock(4) {
      self = .see
    } else if tag.isInBlock(5) {
      self = .seeAlso
    } else {
      return nil
    }
  }

  /// The name on the command line, never changed.
  public var name: String {
    switch self {
    case .established: "established"
    case .see: "see"
    case .seeAlso: "seeAlso"
    }
  }
}

/// One form of a heading in an authority record.
public struct AuthorityForm: Hashable, Sendable {
  public let relation: AuthorityRelation
  public let kind: HeadingKind
  public let text: String
  public let key: HeadingKey

  /// Nil for a form that no heading of the catalogue can be.
  init?(_ relation: AuthorityRelation, _ field: Field) {
    guard let (kind, text) = AuthorityForm.heading(of: field), let key = HeadingKey(text, kind)
    else { return nil }
    self.relation = relation
    self.kind = kind
    self.text = text
    self.key = key
  }

  /// The heading of a field; a person's work is a title, and a subject goes with its subdivisions.
  static func heading(of field: Field) -> (kind: HeadingKind, text: String)? {
    guard !field.isControl, let heading = Heading.inAuthority(field) else { return nil }
    let name = CatalogueEntry.readable(heading.text)
    if let work = field.text("t") {
      return (.title, CatalogueEntry.readable(name + ". " + work))
    }
    let subdivisions = field.subfields.filter { "vxyz".utf8.contains($0.code.byte) }.map(\.text)
    return (
      heading.kind, ([name] + subdivisions.map(CatalogueEntry.readable)).joined(separator: "--")
    )
  }

  /// All the text of a field that is read as no heading.
  static func wholeText(of field: Field) -> String {
    CatalogueEntry.readable(field.subfields.map(\.text).joined(separator: " "))
  }
}

extension Material {
  /// Whether a record is an authority record.
  public static func isAuthority(_ record: Record) -> Bool { record.leader.recordType == "z" }
}
