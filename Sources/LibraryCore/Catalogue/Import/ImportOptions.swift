public import MARC
public import VietnameseText

/// How records are taken in from files.
public struct ImportOptions: Equatable, Sendable {
  /// When a record counts as one the library has already.
  public enum Match: String, CaseIterable, Sendable {
    /// The same control number; for a record without one, the same ISBN.
    case controlNumberOrISBN = "auto"
    case controlNumber = "control"
    case isbn
    /// What the rules on duplicates take for one, by ISBN, title, volume, author, publisher and year.
    case likeness = "same"
    /// Never: all records are new.
    case none
  }

  /// What is done with a record the library has already.
  public enum OnMatch: String, CaseIterable, Sendable {
    case skip
    case replace
    /// Field by field, as the profile says.
    case merge
    case add
  }

  /// What is done with a record the library does not have.
  public enum OnNone: String, CaseIterable, Sendable {
    case add
    case skip
  }

  /// What is done with a record that several of the library are as likely to be.
  public enum OnSeveral: String, CaseIterable, Sendable {
    case skip
    /// The one that was there first is taken for it.
    case best
    case add
  }

  /// Which fields of the records describe copies.
  public enum Copies: String, CaseIterable, Sendable {
    /// 852 and 952.
    case all
    case holdings = "852"
    case koha = "952"
    case none

    public func takes(_ statement: ItemStatement) -> Bool {
      switch self {
      case .all: true
      case .holdings: statement.tag == "852"
      case .koha: statement.tag == "952"
      case .none: false
      }
    }
  }

  /// Nil finds out.
  public var format: RecordFormat?
  public var match: Match
  public var onMatch: OnMatch
  public var onNone = OnNone.add
  public var onSeveral = OnSeveral.skip
  /// Points by which records are matched, in the place of `match`.
  public var points: [ImportProfile.Point] = []
  /// So many points make a match.
  public var threshold = 100
  /// What becomes of the fields of known records that are merged.
  public var fields = FieldRules.usual
  /// Whether the report lists every record that was left out.
  public var keepsRejects = false
  /// What somebody decided for single records.
  public var decisions: [ImportPlace: ImportDecision] = [:]
  public var copies: Copies
  /// What is done to texts, rather than keep them as they came.
  public var mending: TextMending
  /// Whether records with faults are mended and taken in, or left out and told.
  public var leniency: Leniency
  /// What the columns of tables and the fields of CDS/ISIS exports mean.
  public var profiles: MappingProfiles

  public init(
    format: RecordFormat? = nil, match: Match = .controlNumberOrISBN, onMatch: OnMatch = .skip,
    copies: Copies = .all, mending: TextMending = TextMending(), leniency: Leniency = .lenient,
    profiles: MappingProfiles = MappingProfiles()
  ) {
    self.profiles = profiles
    self.leniency = leniency
    self.format = format
    self.match = match
    self.onMatch = onMatch
    self.copies = copies
    self.mending = mending
  }

  /// Takes over what a profile says.
  public mutating func follow(_ profile: ImportProfile) {
    (points, threshold, fields) = (profile.points, profile.threshold, profile.fields)
    (onMatch, onNone, onSeveral) = (profile.onMatch, profile.onNone, profile.onSeveral)
    copies = profile.copies
  }
}

/// How far an import is.
public struct ImportProgress: Equatable, Sendable {
  public var records: Int
  public var bytes: Int
  public var bytesTotal: Int

  public init(records: Int = 0, bytes: Int = 0, bytesTotal: Int) {
    self.records = records
    self.bytes = bytes
    self.bytesTotal = bytesTotal
  }
}
