/// How an import ended.
public struct BatchCounts: Equatable, Sendable {
  public var records: Int
  public var replaced: Int
  public var items: Int
  public var skipped: Int
  public var faults: Int
  /// Fields that were read in another encoding than they said.
  public var decoded: Int
  /// Marks and look-alikes that were mended.
  public var repaired: Int
  /// Fields of which only the letters were composed.
  public var composed: Int

  public init(
    records: Int = 0, replaced: Int = 0, items: Int = 0, skipped: Int = 0, faults: Int = 0,
    decoded: Int = 0, repaired: Int = 0, composed: Int = 0
  ) {
    self.records = records
    self.replaced = replaced
    self.items = items
    self.skipped = skipped
    self.faults = faults
    self.decoded = decoded
    self.repaired = repaired
    self.composed = composed
  }
}
