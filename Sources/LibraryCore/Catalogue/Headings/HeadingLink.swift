public import MARC
import VietnameseText

/// Decides whether a heading of the catalogue is the one an authority record is about.
public enum HeadingLink {
  /// Whether two headings of one key may be the same: not where each gives other years of life.
  ///
  /// `Nguyễn, Văn Nam, 1950-` is not `Nguyễn, Văn Nam, 1980-`, but may be `Nguyễn Văn Nam`.
  public static func mayBeSame(_ one: String, _ other: String, _ kind: HeadingKind) -> Bool {
    guard kind == .person else { return true }
    let (years, others) = (AuthorHeading.years(one), AuthorHeading.years(other))
    return years.isEmpty || others.isEmpty || years.first == others.first
  }
}

/// An authority record as the library keeps it, in its current version.
public struct StoredAuthority: Equatable, Sendable {
  public var id: EntityID
  /// The op that wrote this version.
  public var version: OpID
  public var savedAt: Moment
  public var status: RecordStatus
  public var record: Record
  public var entry: AuthorityEntry
  /// How many records of the catalogue have the heading.
  public var uses: Int

  public init(
    id: EntityID, version: OpID, savedAt: Moment, status: RecordStatus, record: Record,
    entry: AuthorityEntry, uses: Int
  ) {
    self.id = id
    self.version = version
    self.savedAt = savedAt
    self.status = status
    self.record = record
    self.entry = entry
    self.uses = uses
  }
}
