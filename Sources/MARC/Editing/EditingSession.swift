/// A record edited as text: a cursor, steps that can all be taken back, and nothing changed that was not touched.
///
/// Letters go into a subfield byte by byte: what stands beside them keeps its bytes, broken or decomposed as it may be.
/// What a command cannot do where the cursor stands changes nothing and answers false.
public struct EditingSession: Sendable {
  /// The record as it was when editing began.
  public let original: Record
  public private(set) var current: EditableRecord
  public internal(set) var place: EditingPlace
  /// Goes up with every change, so that what was found out about one state is not held against another.
  public private(set) var revision = 0
  private var history = EditingHistory()
  /// Whether the next letter begins a step of its own.
  var breaksTyping = true
  /// What a field begins with when its tag has been typed.
  private let blankField: @Sendable (Tag) -> Field

  /// Begins with `draft` where somebody was interrupted, otherwise with the original.
  public init(
    _ original: Record, draft: Record? = nil,
    blankField: @escaping @Sendable (Tag) -> Field = EditingSession.plainField
  ) {
    self.original = original
    self.blankField = blankField
    current = original.editable
    place = EditingPlace(line: 0, .text(0, offset: 0))
    if let draft { change { $0 = draft.editable } }
    place = EditingSession.start(of: current)
  }

  /// A field for a tag of which nothing is known.
  public static let plainField: @Sendable (Tag) -> Field = { tag in
    tag.isControl ? Field(control: tag, "") : Field(tag, [Subfield("a", "")])
  }

  /// The first text of the title, or else of the record.
  private static func start(of record: EditableRecord) -> EditingPlace {
    let title = record.fields.firstIndex { $0.tag == "245" && $0.subfields.count > 0 }
    return EditingPlace(line: title.map { $0 + 1 } ?? 0, .text(0, offset: 0))
  }

  /// The record as it would be saved now.
  public var record: Record { current.record }

  public var fields: [Field] { current.fields }
  /// The leader and the fields.
  public var lineCount: Int { current.fields.count + 1 }
  /// The field under the cursor; nil on the leader.
  public var field: Field? { place.field.map { current.fields[$0] } }

  public var canUndo: Bool { !history.done.isEmpty }
  public var canRedo: Bool { !history.undone.isEmpty }

  func newField(_ tag: Tag) -> Field { blankField(tag) }

  // MARK: - Steps

  /// Puts `new` in the place of some fields, as one step, and the cursor where it belongs then.
  mutating func replaceFields(
    _ range: Range<Int>, with new: [Field], then after: EditingPlace, joins: Bool = false
  ) {
    let old = Array(current.fields[range])
    guard old != new else {
      place = after
      return
    }
    add(
      EditingHistory.Step(
        start: range.lowerBound, old: old, new: new, oldLeader: current.leader,
        newLeader: current.leader, before: place, after: after, joins: joins))
  }

  mutating func replaceLeader(with leader: Leader, then after: EditingPlace) {
    guard leader != current.leader else {
      place = after
      return
    }
    add(
      EditingHistory.Step(
        start: 0, old: [], new: [], oldLeader: current.leader, newLeader: leader, before: place,
        after: after))
  }

  /// Changes the record in any way, as one step; one that changes nothing is none.
  public mutating func change(_ edit: (inout EditableRecord) -> Void) {
    var next = current
    edit(&next)
    guard next != current else { return }
    let (old, new) = (current.fields, next.fields)
    let shortest = min(old.count, new.count)
    let front = (0..<shortest).first { old[$0] != new[$0] } ?? shortest
    let back = (0..<shortest - front).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
    let behind = back ?? shortest - front
    add(
      EditingHistory.Step(
        start: front, old: Array(old[front..<old.count - behind]),
        new: Array(new[front..<new.count - behind]), oldLeader: current.leader,
        newLeader: next.leader, before: place, after: place))
    place = nearest(to: place)
    breaksTyping = true
  }

  /// Puts another state of the whole record in the place of this one, as one step.
  public mutating func replace(with record: EditableRecord) -> Bool {
    change { $0 = record }
    return true
  }

  private mutating func add(_ step: EditingHistory.Step) {
    history.add(step)
    apply(step, old: step.old, new: step.new, leader: step.newLeader)
    place = step.after
  }

  private mutating func apply(
    _ step: EditingHistory.Step, old: [Field], new: [Field], leader: Leader
  ) {
    current.fields.replaceSubrange(step.start..<step.start + old.count, with: new)
    current.leader = leader
    revision += 1
  }

  private mutating func takeBack(_ step: EditingHistory.Step) {
    apply(step, old: step.new, new: step.old, leader: step.oldLeader)
    place = step.before
  }

  /// Takes the last step back: a command, or a typed word.
  public mutating func undo() -> Bool {
    let steps = history.takeLast()
    for step in steps { takeBack(step) }
    place = nearest(to: place)
    breaksTyping = true
    return !steps.isEmpty
  }

  /// Does again what was taken back last.
  public mutating func redo() -> Bool {
    let steps = history.takeUndone()
    for step in steps {
      apply(step, old: step.old, new: step.new, leader: step.newLeader)
      place = step.after
    }
    place = nearest(to: place)
    breaksTyping = true
    return !steps.isEmpty
  }

  /// A state to which `withdraw` can lead back, as long as nothing older is taken back.
  public struct Mark: Sendable {
    let depth: Int
    let place: EditingPlace
  }

  public var mark: Mark { Mark(depth: history.depth, place: place) }

  /// Has everything done since taken back as one.
  mutating func joinSteps(since mark: Mark) { history.join(since: mark.depth) }

  /// Withdraws what was typed since: it was the front of a scan that goes elsewhere.
  public mutating func withdraw(to mark: Mark) {
    while let step = history.withdraw(to: mark.depth) { takeBack(step) }
    place = nearest(to: mark.place)
    breaksTyping = true
  }
}
