import LibraryCore
import LibraryStore
import MARC
import Terminal

/// What an editor hands back when the record was saved.
struct RecordWasSaved: Sendable {
  var record: EntityID
  var op: OpID
}

/// A MARC record as a page of text: the cursor goes through tags, indicators, codes and texts, and each is typed where it
/// stands.
///
/// Every key is kept as a draft in a file until the record is saved or the changes are given up. While there are changes,
/// scans wait; one that comes while the cursor stands in a number that is on labels is typed there.
final class EditorScreen: Screen, HoldsUnsavedWork {
  /// What is edited.
  enum Subject {
    case stored(StoredRecord)
    case new(Record)
    case authority(StoredAuthority)
    case newAuthority(Record)
  }

  let context = "editor"
  let isOverlay = false
  let workplace: Workplace
  let subject: Subject
  var session: EditingSession
  var window = EditorWindow()
  var problems: [RecordProblem] = []
  /// What the library has already that may be the same title.
  var notice = DuplicateNotice()
  /// What the catalogue has for what is being typed, the likeliest first.
  var suggestions: [HeadingSuggestion] = []
  var asked: Question?
  /// One end of the fields that are marked to be cut or copied; the cursor stands at the other.
  var markedLine: Int?
  let draftFile: DraftFile
  var isChanged = false
  var composer: VietnameseComposer
  /// The states before the letters typed last, newest last: the front of a scan is withdrawn.
  var typed: [EditingSession.Mark] = []
  /// What is being recorded as a macro.
  var recorder: StepRecorder?
  private var isBegun = false
  private var reviewedRevision = -1
  /// Why the last draft could not be written; said once.
  private var draftFault: String?

  /// What the dialog above asks.
  enum Question {
    case openDraft(RecordDraft)
    case save
    case leave
    case choose(Purpose)
  }

  init(workplace: Workplace, _ subject: Subject) {
    self.workplace = workplace
    self.subject = subject
    session = EditingSession(subject.record, workplace.schema)
    composer = VietnameseComposer(workplace.keyboard, mayBeCode: false)
    draftFile = DraftFile(
      library: workplace.file.folder, staff: workplace.desk.staffID, record: subject.id,
      isAuthority: subject.isAuthority)
  }

  var words: Wording { workplace.wording }
  private var validation: RecordValidation { RecordValidation(workplace.schema) }
  var isQuestion: Bool { hasUnsavedWork && !takesLabels }
  var hasUnsavedWork: Bool { isChanged }

  func disabledReason(for command: CommandID) -> String? {
    switch command {
    case .editorRedo where !session.canRedo:
      words.say(vi: "Không có gì để làm lại", en: "There is nothing to redo")
    case .duplicateShow where notice.found.isEmpty:
      words.say(vi: "Chưa thấy biểu ghi nào giống", en: "No record like it was found")
    case .editorCompare where subject.isAuthority:
      words.say(
        vi: "Biểu ghi chuẩn không so sánh ở đây", en: "Authority records are not compared here")
    case .editorPaste where workplace.copiedFields.isEmpty:
      words.say(vi: "Chưa cắt hay sao trường nào", en: "No field was cut or copied")
    default: workplace.missingRight(for: command)
    }
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared:
      defer { isBegun = true }
      return isBegun ? [] : begin()
    case .returned(let value): return resume(value)
    case .message(let message): return take(message)
    case .command(let command): return perform(command)
    case .input(.text(let text)): return type(text)
    case .input(.paste(let text)): return act(.paste(text.filter(EditorScreen.isTypeable)))
    case .input(.scan(let scan)): return take(scan)
    case .takeBack(let count): return withdraw(count)
    case .input: return []
    }
  }

  // MARK: - Beginning

  private func begin() -> [Effect] {
    let looks = review() + askForDuplicates(session.record)
    guard let draft = draftFile.read(), draft.record != session.original else { return looks }
    asked = .openDraft(draft)
    return looks + [.push(draftQuestion(draft))]
  }

  // MARK: - Looking the record over

  private struct Reviewed: Sendable {
    var revision: Int
    var problems: [RecordProblem]
  }

  /// Looks the record over on another thread; what was found in an older state is dropped.
  func review() -> [Effect] {
    let (revision, record) = (session.revision, session.current)
    return [
      .longJob(name: "review") { [validation = validation, desk = workplace.desk] ticket in
        ticket.isStale
          ? nil
          : Reviewed(revision: revision, problems: validation.problems(in: record, at: desk))
      }
    ]
  }

  /// Asks on another thread for records of the library that are like this one.
  private func askForDuplicates(_ record: Record) -> [Effect] {
    subject.isAuthority ? [] : notice.ask(record, id: subject.id, workplace)
  }

  private func take(_ message: any Sendable) -> [Effect] {
    if let suggested = message as? Suggested { take(suggested) }
    if let answer = message as? DuplicateNotice.Answer { notice.hear(answer) }
    if let reviewed = message as? Reviewed, reviewed.revision == session.revision {
      problems = reviewed.problems
      reviewedRevision = reviewed.revision
    }
    return []
  }

  /// What is to be said of the record as it stands now, even if the review is still under way.
  func currentProblems() -> [RecordProblem] {
    if reviewedRevision != session.revision {
      problems = validation.problems(in: session.current, at: workplace.desk)
      reviewedRevision = session.revision
    }
    return problems
  }

  // MARK: - Changing

  /// Lets `act` change the record; if it does, keeps a draft, and rings where nothing could be done.
  func edit(_ act: (inout EditingSession) -> Bool) -> [Effect] {
    let before = session.revision
    let isDone = act(&session)
    return finished(isDone, since: before)
  }

  /// Does a step of editing, one that can be part of a macro.
  func act(_ step: EditingStep) -> [Effect] {
    let before = session.revision
    let isDone = perform(step)
    return finished(isDone, since: before)
  }

  /// Does several steps as one; while a macro is recorded, one by one.
  func act(_ steps: [EditingStep]) -> [Effect] {
    guard recorder == nil else { return steps.flatMap { act($0) } }
    return edit { $0.perform(steps) == nil }
  }

  private func finished(_ isDone: Bool, since revision: Int) -> [Effect] {
    typed = []
    suggestions = []
    composer.interrupt()
    window.forgetColumn()
    guard session.revision != revision else { return isDone ? [] : [.bell] }
    return changed()
  }

  /// Does a step and notes it where a macro is being recorded; false where it cannot be done.
  func perform(_ step: EditingStep) -> Bool {
    guard recorder != nil else { return session.perform(step) }
    let before = session
    guard session.perform(step) else { return false }
    recorder?.note(step, from: before, to: session)
    return true
  }

  /// The record is another now: what was known about it counts no longer, and the draft is written.
  func changed() -> [Effect] {
    problems = problems.filter { $0.place.map { $0 < session.fields.count } ?? true }
    if let line = markedLine, line >= session.lineCount { markedLine = nil }
    let record = session.record
    isChanged = record.storageBytes != session.original.storageBytes
    return keepDraft(record) + review() + askForDuplicates(record)
  }

  /// Writes the draft at once, which outlives the program; another thread sees that it outlives the power as well.
  func keepDraft(_ record: Record) -> [Effect] {
    guard isChanged else {
      draftFile.remove()
      return []
    }
    let draft = RecordDraft(record: record, base: subject.version, savedAt: workplace.clock.now())
    let fault = draftFile.write(draft)
    defer { draftFault = fault }
    let settle: Effect = .longJob(name: "draft") { [draftFile] ticket in
      if !ticket.isStale { draftFile.settle() }
      return nil as RecordDraft?
    }
    guard let fault, fault != draftFault else { return [settle] }
    return workplace.bad(
      words.say(
        vi: "Không giữ được bản nháp (\(fault)): hãy lưu sớm",
        en: "The draft cannot be kept (\(fault)): save soon"))
  }
}

extension EditorScreen.Subject {
  var id: EntityID? {
    switch self {
    case .stored(let stored): stored.id
    case .authority(let stored): stored.id
    case .new, .newAuthority: nil
    }
  }

  var version: OpID? {
    switch self {
    case .stored(let stored): stored.version
    case .authority(let stored): stored.version
    case .new, .newAuthority: nil
    }
  }

  var record: Record {
    switch self {
    case .stored(let stored): stored.record
    case .authority(let stored): stored.record
    case .new(let record), .newAuthority(let record): record
    }
  }

  /// Whether it is the record of a heading, not of a title.
  var isAuthority: Bool {
    switch self {
    case .authority, .newAuthority: true
    case .stored, .new: false
    }
  }
}

extension RecordValidation {
  /// What is to be said of the record by the format and by the library's authorities, the worst first.
  ///
  /// An authority that cannot be read now is told where it is asked for, not at each key.
  func problems(in record: EditableRecord, at desk: Desk) -> [RecordProblem] {
    let links = (try? desk.linkProblems(in: record)) ?? []
    let all = problems(in: record) + links
    return RecordProblem.Severity.allCases.reversed().flatMap { severity in
      all.filter { $0.severity == severity }
    }
  }
}
