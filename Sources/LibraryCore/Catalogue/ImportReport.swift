public import VietnameseText

/// What came of one file of an import, or would come of it.
public struct ImportFileReport: Equatable, Sendable {
  public var path: String
  /// New records, replaced ones, copies, records left out, and faults of any weight.
  public var counts: BatchCounts

  public init(path: String, counts: BatchCounts = BatchCounts()) {
    self.path = path
    self.counts = counts
  }
}

/// What came of an import, or would come of it.
public struct ImportReport: Equatable, Sendable {
  /// Nil in a preview, and where no record was found to take in.
  public var batch: EntityID?
  public var files: [ImportFileReport]
  /// The first of the faults; `counts` has them all.
  public var faults: [ImportFault]
  /// Whether the files were read to their ends; an import that was stopped can be gone on with or taken back.
  public var isComplete: Bool
  /// How many copies were left out because their barcodes are readers' cards.
  public var sharedNumbers = 0
  /// The records that were left out, in the order of the files.
  public var rejects: [ImportReject] = []

  public init(
    batch: EntityID? = nil, files: [ImportFileReport] = [], faults: [ImportFault] = [],
    isComplete: Bool = true
  ) {
    self.batch = batch
    self.files = files
    self.faults = faults
    self.isComplete = isComplete
  }

  /// No more faults than these are listed; all are counted.
  public static let faultsMaximum = 1000

  public var counts: BatchCounts { files.map(\.counts).reduce(BatchCounts(), +) }

  public mutating func add(_ fault: ImportFault) {
    files[fault.file].counts.faults += 1
    if fault.isAboutOneNumber { sharedNumbers += 1 }
    if faults.count < ImportReport.faultsMaximum { faults.append(fault) }
  }
}

extension BatchCounts {
  /// Counts what was done to the texts of one record or row.
  public mutating func add(_ fields: [MendedField]) {
    decoded += fields.count { $0.encoding != nil }
    repaired += fields.reduce(0) { $0 + $1.repairs }
    composed += fields.count(where: \.isComposed)
  }

  public static func + (left: BatchCounts, right: BatchCounts) -> BatchCounts {
    BatchCounts(
      records: left.records + right.records, replaced: left.replaced + right.replaced,
      items: left.items + right.items, skipped: left.skipped + right.skipped,
      faults: left.faults + right.faults, decoded: left.decoded + right.decoded,
      repaired: left.repaired + right.repaired, composed: left.composed + right.composed)
  }
}

public enum ImportOutcome: Equatable, Sendable {
  case imported(ImportReport)
  case refused([Refusal])

  /// What came of it, or would; nil where it was refused.
  public var report: ImportReport? { if case .imported(let report) = self { report } else { nil } }
}

/// A batch of imported things, as the list of batches shows it.
public struct Batch: Equatable, Sendable {
  public enum Status: String, Sendable {
    /// Being imported, or broken off: it can be gone on with, closed as it is, or taken back.
    case open
    case closed
    case undone
  }

  public var id: EntityID
  public var kind: String
  public var source: String
  public var openedAt: Moment
  public var status: Status
  public var counts: BatchCounts

  public init(
    id: EntityID, kind: String, source: String, openedAt: Moment, status: Status,
    counts: BatchCounts
  ) {
    self.id = id
    self.kind = kind
    self.source = source
    self.openedAt = openedAt
    self.status = status
    self.counts = counts
  }

  /// The kinds a batch can be of, as the log has them.
  public static let records = "records"
  public static let items = "items"
  /// Tasks done to many records.
  public static let edit = "edit"
  /// Records made one: a group that is taken back as a whole.
  public static let merge = "merge"
  public static let authorities = "authorities"
  /// A heading changed wherever it was used.
  public static let headings = "headings"
  /// Copies added at once, their numbers running on.
  public static let copies = "copies"
  /// Patrons changed at once: a class moved up, memberships renewed.
  public static let patrons = "patrons"
  /// Patrons enrolled or changed by a table.
  public static let patronTable = "patronTable"
  /// Rows of the loan rules set by a table.
  public static let rules = "rules"
  /// What only keeps texts as received, as imports of patrons once did, which is no batch to take back.
  public static let texts = "texts"
}

extension Batch {
  /// The right that taking it back takes: that of doing by hand what it did.
  public var permissionToUndo: Permission {
    switch kind {
    case Batch.merge, Batch.edit: .editRecord
    case Batch.copies: .editItem
    case Batch.patrons, Batch.patronTable: .editPatron
    case Batch.rules: .manageRules
    default: .importRecords
    }
  }
}

public enum BatchOutcome: Equatable, Sendable {
  /// Taken back; `kept` is what later actions stand on.
  case undone(taken: Int, kept: [EntityID], op: OpID)
  /// Stopped on the way; what was taken back so far stays so.
  case stopped(taken: Int)
  case closed(BatchCounts, op: OpID)
  case refused([Refusal])
  case unknown(String)
}
