import LibraryCore
import LibraryStore
import MARC
import Terminal

/// What an editor hands back when the record was saved.
struct RecordWasSaved: Sendable {
  var record: EntityID
  var op: OpID
}

/// A MARC record field by field: each is edited on a page of its own, and what nobody touches stays byte for byte.
///
/// Every change is kept as a draft in a file until the record is saved or the changes are given up. While there are changes,
/// scans wait.
final class EditorScreen: Screen, HoldsUnsavedWork {
  /// What is edited.
  enum Subject {
    case stored(StoredRecord)
    case new(Record)
  }

  let context = "editor"
  let isOverlay = false
  let workplace: Workplace
  let subject: Subject
  var editing: RecordEditing
  var table = Table(columns: [])
  var problems: [RecordProblem] = []
  var asked: Question?
  let draftFile: DraftFile
  private var isBegun = false
  /// Why the last draft could not be written; said once.
  private var draftFault: String?

  /// What the dialog above asks.
  enum Question {
    case openDraft(RecordDraft)
    case save
    case leave
  }

  init(workplace: Workplace, _ subject: Subject) {
    self.workplace = workplace
    self.subject = subject
    switch subject {
    case .stored(let stored): editing = RecordEditing(stored.record)
    case .new(let template): editing = RecordEditing(template)
    }
    draftFile = DraftFile(
      library: workplace.file.folder, staff: workplace.desk.staffID, record: subject.id)
  }

  var words: Wording { workplace.wording }
  var isQuestion: Bool { hasUnsavedWork }
  var hasUnsavedWork: Bool { editing.isChanged }

  /// The place of the selected field; nil while the leader is selected.
  var place: Int? { table.selected.flatMap { $0 == 0 ? nil : $0 - 1 } }

  func disabledReason(for command: CommandID) -> String? {
    switch command {
    case .editorRedo where !editing.canRedo:
      words.say(vi: "Không có gì để làm lại", en: "There is nothing to redo")
    default: workplace.missingRight(for: command)
    }
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared:
      defer { isBegun = true }
      return isBegun ? [] : begin()
    case .returned(let value): return resume(value)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(let command): return perform(command, event)
    default: return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel, .quit: return leave()
    case .editorSave: return askToSave()
    case .editorAdd: return [.push(TagChooser(workplace: workplace))]
    case .editorDelete, .editorCopy, .editorMoveUp, .editorMoveDown: return rearrange(command)
    case .undo: return step { $0.undo() }
    case .editorRedo: return step { $0.redo() }
    case .explain: return [.push(problemsPage())]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return open(row)
    }
  }

  // MARK: - Beginning

  private func begin() -> [Effect] {
    review()
    guard let draft = draftFile.read(), draft.record != editing.original else { return [] }
    asked = .openDraft(draft)
    return [.push(draftQuestion(draft))]
  }

  /// Looks the record over again, after anything changed in it.
  func review() {
    problems = RecordValidation(workplace.schema).problems(in: editing.current)
    table.setCount(editing.current.fields.count + 1)
  }

  // MARK: - Changing

  /// Makes one step and keeps it as a draft.
  func change(_ edit: (inout EditableRecord) -> Void) -> [Effect] {
    editing.change(edit)
    review()
    return keepDraft(editing.record, isDurable: true)
  }

  private func step(_ move: (inout RecordEditing) -> Void) -> [Effect] {
    let before = editing.current
    move(&editing)
    guard editing.current != before else { return [.bell] }
    review()
    return keepDraft(editing.record, isDurable: true)
  }

  func keepDraft(_ record: Record, isDurable: Bool) -> [Effect] {
    guard record.storageBytes != editing.original.storageBytes else {
      draftFile.remove()
      return []
    }
    let draft = RecordDraft(record: record, base: subject.version, savedAt: workplace.clock.now())
    let fault = draftFile.write(draft, isDurable: isDurable)
    defer { draftFault = fault }
    guard let fault, fault != draftFault else { return [] }
    return workplace.bad(
      words.say(
        vi: "Không giữ được bản nháp (\(fault)): hãy lưu sớm",
        en: "The draft cannot be kept (\(fault)): save soon"))
  }

  private func open(_ row: Int) -> [Effect] {
    guard row > 0 else {
      return [.push(FieldScreen(workplace: workplace, .leader(editing.current.leader)))]
    }
    return [.push(fieldScreen(editing.current.fields[row - 1], place: row - 1))]
  }

  /// The page of one field; what is typed there is part of the draft from the first letter.
  func fieldScreen(_ field: MARC.Field, place: Int?) -> FieldScreen {
    FieldScreen(
      workplace: workplace, .field(field, place: place),
      sketch: { [weak self] sketched in
        guard let self else { return [] }
        var record = editing.current
        if let place { record.fields[place] = sketched } else { record.insert(sketched) }
        return keepDraft(record.record, isDurable: false)
      })
  }

  private func rearrange(_ command: CommandID) -> [Effect] {
    guard let place else { return [.bell] }
    let last = editing.current.fields.count - 1
    switch command {
    case .editorDelete: return change { $0.fields.remove(at: place) }
    case .editorCopy:
      let effects = change { $0.fields.insert($0.fields[place], at: place + 1) }
      table.select(place + 2)
      return effects
    case .editorMoveUp where place > 0:
      let effects = change { $0.moveField(from: place, to: place - 1) }
      table.select(place)
      return effects
    case .editorMoveDown where place < last:
      let effects = change { $0.moveField(from: place, to: place + 1) }
      table.select(place + 2)
      return effects
    default: return [.bell]
    }
  }
}

extension EditorScreen.Subject {
  var id: EntityID? { if case .stored(let stored) = self { stored.id } else { nil } }
  var version: OpID? { if case .stored(let stored) = self { stored.version } else { nil } }
}
