public import MARC

/// A heading with what the lists know of it.
public struct HeadingFacts: Equatable, Sendable {
  public var kind: HeadingKind
  public var text: String
  /// How many records have it, written so.
  public var uses: Int
  /// The authority records it belongs to, the nearest first, and whether it is their heading or leads to it.
  public var authorities: [AuthorityReference]

  public init(kind: HeadingKind, text: String, uses: Int, authorities: [AuthorityReference]) {
    self.kind = kind
    self.text = text
    self.uses = uses
    self.authorities = authorities
  }

  /// Whether an authority record has this very heading.
  public var isEstablished: Bool {
    authorities.contains { $0.relation == .established && $0.text == text }
  }

  /// The heading to use instead, where this is a form that only leads to it or another way to write it.
  public var preferred: String? {
    guard !isEstablished else { return nil }
    return authorities.first { $0.relation != .seeAlso }?.text
  }
}

/// An authority record that a heading belongs to.
public struct AuthorityReference: Hashable, Sendable {
  public var authority: EntityID
  /// What the heading is in that record.
  public var relation: AuthorityRelation
  /// The heading of that record.
  public var text: String

  public init(authority: EntityID, relation: AuthorityRelation, text: String) {
    self.authority = authority
    self.relation = relation
    self.text = text
  }
}
