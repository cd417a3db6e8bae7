public import LibraryCore

/// What a check of a library found.
public struct CheckReport: Equatable, Sendable {
  /// Ops read, and rows of the tables compared with their fold.
  public var ops = 0
  public var rows = 0
  /// SHA-256 over every row of every table that is folded from the log, in hexadecimal.
  public var digest = ""
  /// What is wrong, as far as it is listed.
  public var findings: [CheckFinding] = []
  public var findingCount = 0
  /// False when the check was ended before its end.
  public var isComplete = true

  public static let findingsListedMaximum = 200

  public var isSound: Bool { findingCount == 0 && isComplete }

  mutating func add(_ finding: CheckFinding, count: Int = 1) {
    findingCount += count
    if findings.count < CheckReport.findingsListedMaximum { findings.append(finding) }
  }
}

/// One thing that is not as it must be.
public enum CheckFinding: Equatable, Sendable {
  /// SQLite itself says that the file is damaged.
  case damaged(detail: String)
  /// Sequence numbers are not contiguous.
  case gap(origin: Int, after: Int64, found: Int64)
  /// An op is not the one that was written: its bytes do not give the chain stored with it.
  case chainBroken(OpID)
  case timeNotGrowing(OpID)
  /// An op that the tables cannot have been made from.
  case opNotFolded(OpID, detail: String)
  /// The counters of an origin do not agree with its ops.
  case originDiffers(origin: Int, column: String, stored: String, expected: String)
  /// The side file that guards op numbers is gone or behind the log.
  case sideFileBehind
  /// A row differs from what the log makes of it; nil stands for no value.
  case rowDiffers(table: String, key: String, column: String, stored: String?, folded: String?)
  /// The log makes a row that is not there.
  case rowMissing(table: String, key: String)
  /// A row that the log does not make.
  case rowUnfounded(table: String, key: String)
  /// A word of a search index leads to a thing it should not, or fails to lead there.
  case indexDiffers(index: String, word: String, thing: EntityID, isStored: Bool)
  case indexDamaged(index: String, detail: String)
  /// Two facts contradict each other.
  case contradiction(Invariant, key: String)
}

/// What must hold whatever happened.
public enum Invariant: String, CaseIterable, Sendable {
  case oneOpenLoanPerCopy
  case loansCounted
  case loansCountedByType
  case balanceIsChargesLessPayments
  case depositsAreSummed
  case receiptsHaveNoGap
  case drawerIsSummed
  case loanHasCopyAndPatron
  case recordHasItsVersion
  case copyHasItsRecord
  case sightingsCounted
  case missingCounted
  case somebodyAdministers
  case copyKeptForOne
  case keptCopyIsHere
  case waitingTitlesListed
  case oneReaderPerCard
  /// Nobody answers for whoever answers for him, over any number of steps.
  case guardiansInNoCircle
}

/// How far a check has come.
public struct CheckProgress: Equatable, Sendable {
  public enum Stage: String, CaseIterable, Sendable {
    case file
    case log
    case tables
    case index
    case invariants
  }

  public var stage: Stage
  public var done: Int
  public var total: Int
}
