/// What became of a table of patrons.
public enum PatronImportOutcome: Equatable, Sendable {
  case imported(PatronImport)
  /// The file is no table of text.
  case unreadable(SeparatedValues.Fault)
  /// No column has names; these were the headings.
  case noNames(headings: [String])
  /// The columns cannot be taken as was asked.
  case badMapping(PatronMapping.Fault)
  case refused([Refusal])
}

/// How an import of patrons ended, or would end.
public struct PatronImport: Equatable, Sendable {
  /// The batch that is taken back as a whole; nil in a preview, and where no row was taken.
  public var batch: EntityID?
  /// The op that closed it.
  public var op: OpID?
  /// What the columns were taken as.
  public var columns = PatronColumns(headings: [])
  /// The rows of a preview, all of them; of an import those that need an eye, as far as they are listed.
  public var told: [PatronRow] = []
  public var rows = 0
  public var enrolled = 0
  public var changed = 0
  /// Rows of patrons who were there already, and did not differ or were to be left as they are.
  public var left = 0
  /// Rows left out because their persons are taken for somebody who is enrolled.
  public var twins = 0
  /// Rows enrolled though somebody of the same name and year of birth was there.
  public var alike = 0
  /// Rows whose telephone number of before 2018 was taken as it is dialled now.
  public var renumbered = 0
  /// Rows taken of children of whom nobody is known that answers.
  public var withoutGuardian = 0
  /// Rows left out because their cards are barcodes of copies.
  public var sharedNumbers = 0
  /// Rows that could not be taken, as far as they are listed.
  public var faults: [RowFault] = []
  public var faultCount = 0
  /// Headings that were understood as no field.
  public var unknownHeadings: [String] { columns.unknown }
  /// False when the import was ended before its end; what was taken stays.
  public var isComplete = true

  /// What was done to the texts of the rows taken.
  public var counts = BatchCounts()
  /// Whether texts are others now than they were received.
  public var keepsTexts = false
  /// Under what the journal keeps those texts as they were received.
  public var texts: EntityID? { keepsTexts ? batch : nil }

  public static let faultsListedMaximum = 1000

  public struct RowFault: Equatable, Sendable {
    /// The line of the file where the row begins, from 1.
    public var line: Int
    public var reasons: [Refusal]

    public init(line: Int, reasons: [Refusal]) {
      self.line = line
      self.reasons = reasons
    }
  }

  public init() {}

  /// Counts a row; `isPreview` keeps every row to be told.
  public mutating func add(_ row: PatronRow, isPreview: Bool = false) {
    rows += 1
    switch row.outcome {
    case .enrolled(let other):
      enrolled += 1
      if other != nil { alike += 1 }
    case .changed: changed += 1
    case .left: left += 1
    case .twin: twins += 1
    case .faulty(let reasons):
      addFault(row.line, reasons)
      if reasons.contains(where: \.isQuestion) { sharedNumbers += 1 }
    }
    if row.notices.contains(where: \.isAboutGuardian) { withoutGuardian += 1 }
    let listed = row.needsEye && told.count < PatronImport.faultsListedMaximum
    if isPreview || listed { told.append(row) }
  }

  /// The figures of the batch that an import closes.
  public var batchCounts: BatchCounts {
    var counts = counts
    (counts.records, counts.replaced) = (enrolled, changed)
    (counts.skipped, counts.faults) = (left + twins, faultCount)
    return counts
  }

  /// Counts what the row of `draft` stored otherwise than it was in the table.
  public mutating func addNotices(of draft: PatronDraft) {
    for case .phoneRenumbered in draft.notices { renumbered += 1 }
  }

  private mutating func addFault(_ line: Int, _ reasons: [Refusal]) {
    faultCount += 1
    guard faults.count < PatronImport.faultsListedMaximum else { return }
    faults.append(RowFault(line: line, reasons: reasons))
  }
}
