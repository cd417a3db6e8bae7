/// What changed from one record to another, field by field.
public struct RecordDifference: Hashable, Sendable {
  public enum Line: Hashable, Sendable {
    case same(Field)
    case removed(Field)
    case added(Field)
    /// A field of the same tag in the same place with other contents.
    case changed(from: Field, to: Field)
  }

  /// Both leaders, if they differ in more than the lengths that writers compute.
  public let leaders: ChangedLeader?
  /// All fields of both records in an order that reads naturally.
  public let lines: [Line]

  public struct ChangedLeader: Hashable, Sendable {
    public let old: Leader
    public let new: Leader
  }

  public init(from old: Record, to new: Record) {
    leaders =
      old.leader.describesSame(as: new.leader)
      ? nil : ChangedLeader(old: old.leader, new: new.leader)
    lines = RecordDifference.paired(
      RecordDifference.lines(from: Array(old.fields), to: Array(new.fields)))
  }

  public var isEmpty: Bool {
    leaders == nil
      && lines.allSatisfy { line in
        if case .same = line { true } else { false }
      }
  }

  private static func lines(from old: [Field], to new: [Field]) -> [Line] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var oldPlace = 0
    var newPlace = 0
    while oldPlace < old.count || newPlace < new.count {
      if removed.contains(oldPlace) {
        lines.append(.removed(old[oldPlace]))
        oldPlace += 1
      } else if added.contains(newPlace) {
        lines.append(.added(new[newPlace]))
        newPlace += 1
      } else {
        lines.append(.same(new[newPlace]))
        oldPlace += 1
        newPlace += 1
      }
    }
    return lines
  }

  /// Joins a removed and an added field of one tag, within a run of changes, into a changed one.
  private static func paired(_ lines: [Line]) -> [Line] {
    var result: [Line] = []
    var waiting: [Int] = []
    for line in lines {
      switch line {
      case .same:
        waiting = []
        result.append(line)
      case .removed:
        waiting.append(result.count)
        result.append(line)
      case .changed:
        result.append(line)
      case .added(let field):
        let partner = waiting.firstIndex { place in
          if case .removed(let old) = result[place] { old.tag == field.tag } else { false }
        }
        guard let partner, case .removed(let old) = result[waiting[partner]] else {
          result.append(line)
          continue
        }
        result[waiting[partner]] = .changed(from: old, to: field)
        waiting.remove(at: partner)
      }
    }
    return result
  }
}
