/// Where the cursor stands in a record that is being edited as text.
public struct EditingPlace: Hashable, Sendable {
  /// A spot in one line.
  public enum Spot: Hashable, Sendable {
    /// On the letter of the tag at this position; behind the last one where the tag is not complete.
    case tag(Int)
    /// On the first or second indicator: 0 or 1.
    case indicator(Int)
    /// On the code of the subfield of this number.
    case code(Int)
    /// Before the letter at `offset` of a subfield, counted in graphemes; the leader and control fields have one text, 0.
    case text(Int, offset: Int)
  }

  /// 0 is the leader, and 1 the first field.
  public var line: Int
  public var spot: Spot

  public init(line: Int, _ spot: Spot) {
    self.line = line
    self.spot = spot
  }

  /// The place of the field among the record's fields; nil on the leader.
  public var field: Int? { line > 0 ? line - 1 : nil }

  /// The number of the subfield whose code or text this is.
  public var subfield: Int? {
    switch spot {
    case .code(let number), .text(let number, _): number
    case .tag, .indicator: nil
    }
  }
}
