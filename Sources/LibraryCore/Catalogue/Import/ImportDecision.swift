/// Which record of the library an imported one is.
public enum ImportFinding: Equatable, Sendable {
  case new
  case known(EntityID, score: Int)
  /// Several are as likely as each other, the lowest number first.
  case unsure([EntityID], score: Int)

  public var record: EntityID? {
    switch self {
    case .new: nil
    case .known(let record, _): record
    case .unsure(let records, _): records.first
    }
  }

  public var score: Int {
    switch self {
    case .new: 0
    case .known(_, let score), .unsure(_, let score): score
    }
  }
}

/// What is done with one record of an import.
public enum ImportDecision: Equatable, Sendable {
  case add
  case replace(EntityID)
  case merge(EntityID)
  case skip
}

/// Where a record stands in the files of an import: the file from 0, and how many steps of reading came before it.
public struct ImportPlace: Hashable, Sendable {
  public var file: Int
  public var step: Int

  public init(file: Int, step: Int) {
    self.file = file
    self.step = step
  }
}

/// A record that an import left out, and why.
public struct ImportReject: Equatable, Sendable {
  public enum Reason: String, CaseIterable, Sendable {
    /// Nothing could be read there.
    case unreadable
    case notATitle
    /// The library has it, and known records were to be skipped.
    case known
    case unsure
    /// The library does not have it, and new records were to be skipped.
    case new
    /// Somebody decided so.
    case decided
  }

  public var place: ImportPlace
  public var reason: Reason
  /// The record of the library it was taken for.
  public var record: EntityID?

  public init(_ place: ImportPlace, _ reason: Reason, record: EntityID? = nil) {
    self.place = place
    self.reason = reason
    self.record = record
  }
}

/// One record of an import as it is shown before anything is written.
public struct StagedRecord: Equatable, Sendable {
  public var place: ImportPlace
  public var title: String
  public var author: String?
  /// Nil where nothing could be read, or a record of another kind.
  public var finding: ImportFinding?
  /// The place of the files that brought the same book before, as far as the keys for duplicates tell.
  public var repeats: ImportPlace?
  public var decision: ImportDecision
  public var reject: ImportReject.Reason?
  public var faults: Int

  public init(
    place: ImportPlace, title: String, author: String?, finding: ImportFinding?,
    repeats: ImportPlace? = nil, decision: ImportDecision, reject: ImportReject.Reason?, faults: Int
  ) {
    self.place = place
    self.title = title
    self.author = author
    self.finding = finding
    self.repeats = repeats
    self.decision = decision
    self.reject = reject
    self.faults = faults
  }
}

extension ImportOptions {
  /// What is done with a record of this finding when nobody decides otherwise.
  public func decision(on finding: ImportFinding) -> (ImportDecision, ImportReject.Reason?) {
    switch finding {
    case .new: onNone == .add ? (.add, nil) : (.skip, .new)
    case .known(let record, _): decision(onKnown: record)
    case .unsure(let records, _):
      switch onSeveral {
      case .add: (.add, nil)
      case .skip: (.skip, .unsure)
      case .best: records.first.map { decision(onKnown: $0) } ?? (.skip, .unsure)
      }
    }
  }

  private func decision(onKnown record: EntityID) -> (ImportDecision, ImportReject.Reason?) {
    switch onMatch {
    case .skip: (.skip, .known)
    case .replace: (.replace(record), nil)
    case .merge: (.merge(record), nil)
    case .add: (.add, nil)
    }
  }
}
