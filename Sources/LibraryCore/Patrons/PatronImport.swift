/// What became of a table of patrons.
public enum PatronImportOutcome: Equatable, Sendable {
  case imported(PatronImport)
  /// The file is no table of text.
  case unreadable(SeparatedValues.Fault)
  /// No column has names; these were the headings.
  case noNames(headings: [String])
  case refused([Refusal])
}

/// How an import of patrons ended.
public struct PatronImport: Equatable, Sendable {
  public var rows = 0
  public var enrolled = 0
  public var changed = 0
  /// Rows of patrons who were there already, and did not differ or were to be left as they are.
  public var left = 0
  /// Rows whose telephone number of before 2018 was taken as it is dialled now.
  public var renumbered = 0
  /// Rows that could not be taken, as far as they are listed.
  public var faults: [RowFault] = []
  public var faultCount = 0
  /// Headings that were understood as no field.
  public var unknownHeadings: [String] = []
  /// False when the import was ended before its end; what was taken stays.
  public var isComplete = true

  /// What was done to the texts of the rows taken.
  public var counts = BatchCounts()
  /// Under what the journal keeps the texts that are others now as they were received.
  public var texts: EntityID?

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

  public mutating func add(_ outcome: SaveOutcome, of line: Int, isNew: Bool) {
    rows += 1
    switch outcome {
    case .saved: if isNew { enrolled += 1 } else { changed += 1 }
    case .unchanged: left += 1
    case .refused(let reasons): addFault(line, reasons)
    case .unknown(let card): addFault(line, [.invalidValue(field: "card", typed: card)])
    }
  }

  /// Counts what the row of `draft` stored otherwise than it was in the table.
  public mutating func addNotices(of draft: PatronDraft, _ outcome: SaveOutcome) {
    guard case .saved = outcome else { return }
    for case .phoneRenumbered in draft.notices { renumbered += 1 }
  }

  private mutating func addFault(_ line: Int, _ reasons: [Refusal]) {
    faultCount += 1
    guard faults.count < PatronImport.faultsListedMaximum else { return }
    faults.append(RowFault(line: line, reasons: reasons))
  }
}
