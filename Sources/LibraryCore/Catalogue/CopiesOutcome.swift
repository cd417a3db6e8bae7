/// What came of adding copies at once.
public enum CopiesOutcome: Equatable, Sendable {
  /// Added under these numbers, as one batch that is taken back by one undo.
  case added(batch: EntityID, op: OpID, barcodes: [String])
  case refused([Refusal])
  /// The record is not there.
  case unknown(String)
}
