public import MARC

/// Two records being made one, with a choice for each field.
///
/// The left record is the one that stays: its leader, numbers and order stand, and where no choice changes it its bytes stay as
/// they are.
public struct RecordMerge: Sendable {
  /// Which record a field is taken from.
  public enum Choice: String, CaseIterable, Sendable {
    case left = "A"
    case right = "B"
    case both
    case neither = "none"
  }

  /// Fields that answer each other; one of them is missing where only one record has the like.
  public struct Row: Sendable {
    public let left: Field?
    public let right: Field?
    public fileprivate(set) var choice: Choice

    public var tag: Tag { left?.tag ?? right?.tag ?? "   " }

    /// Whether both say the same, so that there is nothing to choose.
    public var isSame: Bool {
      left.flatMap { left in right.map { FieldLikeness(left) == FieldLikeness($0) } } ?? false
    }
  }

  public let left: Record
  public let right: Record
  public private(set) var rows: [Row]

  public init(_ left: Record, _ right: Record) {
    self.left = left
    self.right = right
    rows = RecordMerge.rows(Array(left.fields), Array(right.fields))
  }

  /// Chooses for one row; a field that is not there cannot be chosen.
  public mutating func choose(_ choice: Choice, at row: Int) {
    rows[row].choice = choice
  }

  /// Chooses for all rows of some tags.
  public mutating func choose(_ choice: Choice, for pattern: TagPattern) {
    for row in rows.indices where pattern.matches(rows[row].tag) { rows[row].choice = choice }
  }

  /// The merged record; the very left one where nothing is taken from the right and nothing is left out.
  public var record: Record {
    var merged = left.editable
    merged.fields = []
    for row in rows {
      guard let field = row.left else { continue }
      switch row.choice {
      case .left, .both: merged.fields.append(field)
      case .right: if let other = row.right { merged.fields.append(other) }
      case .neither: break
      }
    }
    for row in rows {
      guard let field = row.right, !row.isSame else { continue }
      let isAdded = row.choice == .both || row.choice == .right && row.left == nil
      if isAdded { merged.insert(field) }
    }
    return merged.record
  }

  // MARK: - Rows

  /// All left fields in their order, and behind the last of each tag the right ones that answer none.
  private static func rows(_ left: [Field], _ right: [Field]) -> [Row] {
    var free = Array(right.indices)
    var partners: [Int?] = left.map { field in
      let likeness = FieldLikeness(field)
      let place = free.firstIndex { FieldLikeness(right[$0]) == likeness }
      return place.map { free.remove(at: $0) }
    }
    for place in left.indices where partners[place] == nil && isSingle(left[place].tag) {
      guard let partner = free.firstIndex(where: { right[$0].tag == left[place].tag }) else {
        continue
      }
      partners[place] = free.remove(at: partner)
    }
    var rows = zip(left, partners).map { field, partner in
      Row(left: field, right: partner.map { right[$0] }, choice: .left)
    }
    let tags = Set(left.map(\.tag))
    for place in free {
      let field = right[place]
      let isWanted = !field.tag.isControl && (!tags.contains(field.tag) || gathers(field.tag))
      let row = Row(left: nil, right: field, choice: isWanted ? .right : .neither)
      let last = rows.lastIndex { $0.tag <= field.tag }
      rows.insert(row, at: last.map { $0 + 1 } ?? 0)
    }
    return rows
  }

  /// Whether a record has one field of the tag, so that two of them answer each other.
  private static func isSingle(_ tag: Tag) -> Bool {
    tag.isControl || tag.isInBlock(1)
      || ["040", "082", "084", "240", "245", "250", "260", "264", "300", "310", "490", "520"]
        .contains(tag)
  }

  /// Whether more fields of the tag make a better record: numbers, notes, subjects, names, links.
  private static func gathers(_ tag: Tag) -> Bool {
    tag.isInBlock(6) || tag.isInBlock(7) || tag.isInBlock(5) && tag != "520"
      || ["020", "022", "024", "246", "856"].contains(tag)
  }
}

/// A record that became part of another one; nil when it is one of its own again.
public struct RecordMerged: Equatable, Sendable {
  public var keeper: EntityID?

  public init(into keeper: EntityID?) { self.keeper = keeper }
}

public enum MergeOutcome: Equatable, Sendable {
  /// `op` is what undoing the merge takes back; `copies` went over to the record that stays.
  case merged(into: EntityID, copies: Int, op: OpID)
  case refused([Refusal])
  case unknown(String)
}
