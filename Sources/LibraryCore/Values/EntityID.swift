/// The name of a thing that ops speak of, such as a record, an item, a patron or a rule.
///
/// It joins the local index of the origin that made the thing (23 bits) and that origin's own counter (40 bits), so that
/// two machines never make the same one and SQLite keeps it as its row id. Origins are numbered as
/// the database that wrote the log met them, so ids inside op bodies never change. Things of the first origin are numbered 1, 2, 3 ….
public struct EntityID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  public init(originIndex: Int, counter: Int64) {
    precondition(counter > 0 && counter < 1 << 40, "an entity counter is between 1 and 2^40")
    rawValue = Int64(originIndex) << 40 | counter
  }

  public var originIndex: Int { Int(rawValue >> 40) }
  public var counter: Int64 { rawValue & (1 << 40 - 1) }
  public var description: String { String(rawValue) }

  public static func < (left: EntityID, right: EntityID) -> Bool { left.rawValue < right.rawValue }
}

/// The name of one op: the local index of its origin and its place in that origin's sequence.
public struct OpID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  public init(originIndex: Int, sequence: Int64) {
    precondition(sequence > 0 && sequence < 1 << 40, "an op's sequence is between 1 and 2^40")
    rawValue = Int64(originIndex) << 40 | sequence
  }

  public var originIndex: Int { Int(rawValue >> 40) }
  public var sequence: Int64 { rawValue & (1 << 40 - 1) }
  public var description: String { String(rawValue) }

  public static func < (left: OpID, right: OpID) -> Bool { left.rawValue < right.rawValue }
}
