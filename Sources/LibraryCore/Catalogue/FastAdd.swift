/// A copy that was added at the counter with a makeshift title, and the reader it was lent to at once.
public struct FastAdd: Equatable, Sendable {
  public var copy: ItemLine
  /// Nil where it was not lent.
  public var lentTo: PatronLine?

  public init(copy: ItemLine, lentTo: PatronLine? = nil) {
    self.copy = copy
    self.lentTo = lentTo
  }
}
