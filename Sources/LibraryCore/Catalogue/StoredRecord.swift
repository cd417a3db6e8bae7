public import MARC

/// A record as the library keeps it, in its current version.
public struct StoredRecord: Equatable, Sendable {
  public var id: EntityID
  /// The op that wrote this version.
  public var version: OpID
  public var savedAt: Moment
  public var status: RecordStatus
  public var record: Record
  public var brief: RecordBrief
  /// How many copies the library has of it, withdrawn ones left out.
  public var copies: Int
  /// The record it became part of, when it was merged.
  public var mergedInto: EntityID?

  public init(
    id: EntityID, version: OpID, savedAt: Moment, status: RecordStatus, record: Record,
    brief: RecordBrief, copies: Int, mergedInto: EntityID? = nil
  ) {
    self.id = id
    self.version = version
    self.savedAt = savedAt
    self.status = status
    self.record = record
    self.brief = brief
    self.copies = copies
    self.mergedInto = mergedInto
  }
}

/// What a list shows of a record.
public struct RecordBrief: Equatable, Sendable {
  public var title: String
  public var author: String?
  public var publisher: String?
  public var year: String?
  public var classMark: String?
  public var material: Material

  public init(
    title: String, author: String?, publisher: String?, year: String?, classMark: String?,
    material: Material
  ) {
    self.title = title
    self.author = author
    self.publisher = publisher
    self.year = year
    self.classMark = classMark
    self.material = material
  }
}

/// One step in the life of a record.
public struct RecordVersion: Equatable, Sendable {
  public enum Change: Equatable, Sendable {
    /// A version was written; `batch` is the import that brought it.
    case saved(batch: EntityID?)
    case removed
    case merged(into: EntityID)
    case putBack
  }

  public var op: OpID
  public var moment: Moment
  public var staff: EntityID?
  public var change: Change
  /// The action that this one took back.
  public var undoes: OpID?
  public var isCurrent: Bool

  public init(
    op: OpID, moment: Moment, staff: EntityID?, change: Change, undoes: OpID?, isCurrent: Bool
  ) {
    self.op = op
    self.moment = moment
    self.staff = staff
    self.change = change
    self.undoes = undoes
    self.isCurrent = isCurrent
  }
}
