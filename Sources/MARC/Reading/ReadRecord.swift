/// One step of reading: a record, or a stretch of the input that gave none, with what was found.
public struct ReadRecord: Sendable {
  /// The number of the record in its input, from 1; where there is no record, that of the one before.
  public let number: Int
  /// Where it begins in the input, in bytes.
  public let offset: Int
  public let record: Record?
  public let diagnostics: [Diagnostic]
  /// Whether a strict reader kept a record back for its faults.
  public private(set) var isHeldBack = false
  /// The bodies of the fields before they were converted from MARC-8, where the reader was asked for them.
  let receivedBodies: [[UInt8]]

  init(
    number: Int, offset: Int, record: Record?, diagnostics: [Diagnostic] = [],
    receivedBodies: [[UInt8]] = []
  ) {
    self.number = number
    self.offset = offset
    self.record = record
    self.diagnostics = diagnostics
    self.receivedBodies = receivedBodies
  }

  /// A step that gives no record and speaks of the input as a whole.
  static func nothing(_ fault: Fault, at offset: Int) -> ReadRecord {
    ReadRecord(
      number: 0, offset: offset, record: nil,
      diagnostics: [Diagnostic(record: 0, offset: offset, fault: fault, remedy: .skipped)])
  }

  /// The worst of what was found.
  public var severity: Diagnostic.Severity? { diagnostics.lazy.map(\.severity).max() }

  /// Whether a record came that needed no mending.
  public var isSound: Bool { record != nil && (severity ?? .note) == .note }
}

/// How a reader treats faults.
public enum Leniency: Hashable, Sendable {
  /// Mends what it can, keeps the rest, and says so.
  case lenient
  /// Gives no record that needed mending or has an error; each is told.
  case strict
}

/// A reader of one format: call `next` until it gives `nil`.
public protocol RecordReading: AnyObject {
  func next() throws(SourceFault) -> ReadRecord?
}

extension ReadRecord {
  /// The same step without its record where the record is not sound and the reader is strict.
  func held(to leniency: Leniency) -> ReadRecord {
    guard leniency == .strict, !isSound else { return self }
    var step = ReadRecord(number: number, offset: offset, record: nil, diagnostics: diagnostics)
    step.isHeldBack = record != nil
    return step
  }
}
