import MARC

/// A record being edited: every step can be taken back, and what is not touched keeps its bytes.
struct RecordEditing {
  /// The record as it was when editing began.
  let original: Record
  private(set) var current: EditableRecord
  private var before: [EditableRecord] = []
  private var after: [EditableRecord] = []

  /// Steps share what they have in common, so many of them cost little.
  private static let stepsMaximum = 500

  /// Begins with `draft` where somebody was interrupted, otherwise with the original.
  init(_ original: Record, draft: Record? = nil) {
    self.original = original
    current = original.editable
    if let draft { change { $0 = draft.editable } }
  }

  /// The record as it would be saved now.
  var record: Record { current.record }

  var isChanged: Bool { record.storageBytes != original.storageBytes }

  var canUndo: Bool { !before.isEmpty }
  var canRedo: Bool { !after.isEmpty }

  /// Makes one step; one that changes nothing is none.
  mutating func change(_ edit: (inout EditableRecord) -> Void) {
    var next = current
    edit(&next)
    guard next != current else { return }
    before.append(current)
    if before.count > RecordEditing.stepsMaximum { before.removeFirst() }
    after = []
    current = next
  }

  mutating func undo() {
    guard let earlier = before.popLast() else { return }
    after.append(current)
    current = earlier
  }

  mutating func redo() {
    guard let later = after.popLast() else { return }
    before.append(current)
    current = later
  }
}
