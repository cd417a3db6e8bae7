/// A field of a patron that an op set: what stood there before and what stands there since.
public struct PatronRevision: Equatable, Sendable {
  public var field: PatronField
  /// Nil where nothing stood there; also where nobody may read it.
  public var from: Value?
  public var to: Value?

  public struct Value: Equatable, Sendable {
    /// As it is stored; of a guardian the card.
    public var text: String
    /// What people call it, where that is another text: the name of a category, of a guardian.
    public var name: String?

    public init(_ text: String, name: String? = nil) {
      self.text = text
      self.name = name
    }
  }

  public init(_ field: PatronField, from: Value?, to: Value?) {
    self.field = field
    self.from = from
    self.to = to
  }

  /// Fields of which a history tells that they changed and nothing more: what a citizen card's number comes to, and the other cards
  /// as they are stored.
  public var isHidden: Bool { PatronRevision.hidden.contains(field) }

  public static let hidden: Set<PatronField> = [.citizenKey, .cards]
}
