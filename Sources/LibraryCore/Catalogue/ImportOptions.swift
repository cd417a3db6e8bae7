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
    /// Never: all records are new.
    case none
  }

  /// What is done with a record the library has already.
  public enum OnMatch: String, CaseIterable, Sendable {
    case skip
    case replace
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
  public var copies: Copies
  /// What is done to texts, rather than keep them as they came.
  public var mending: TextMending

  public init(
    format: RecordFormat? = nil, match: Match = .controlNumberOrISBN, onMatch: OnMatch = .skip,
    copies: Copies = .all, mending: TextMending = TextMending()
  ) {
    self.format = format
    self.match = match
    self.onMatch = onMatch
    self.copies = copies
    self.mending = mending
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
