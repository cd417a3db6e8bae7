import MARC
import Terminal

/// What the keys of the editor do.
extension EditorScreen {
  func perform(_ command: CommandID) -> [Effect] {
    if let movement = EditorScreen.movements[command] { return edit { $0.move(movement) } }
    if let verb = EditorScreen.verbs[command] { return act(.verb(verb)) }
    switch command {
    case .cancel, .quit: return leave()
    case .listUp: return move(rows: -1)
    case .listDown: return move(rows: 1)
    case .listPageUp: return move(rows: -window.pageRows)
    case .listPageDown: return move(rows: window.pageRows)
    case .fieldDeleteBack: return deleteBack()
    case .fieldGiveBack: return giveBack()
    case .editorSave: return askToSave()
    case .editorAdd: return [.push(TagChooser(workplace: workplace, kind: kind))]
    case .editorMark: mark()
    case .editorCut, .editorCopy: return copy(isCut: command == .editorCut)
    case .editorPaste: return paste()
    case .undo, .editorRedo:
      let effects = edit { command == .undo ? $0.undo() : $0.redo() }
      if command == .undo {
        recorder?.strikeOut(backTo: session)
      } else {
        recorder?.restore(upTo: session)
      }
      return effects
    case .editorRecord: return record()
    case .editorMacros: return openMacros()
    case .editorFlat: return openFlat()
    case .duplicateShow: return compareWithDuplicate()
    case .editorCompare:
      return [.push(CompareChooser(workplace: workplace, record: subject.id))]
    case .editorNextProblem: return goToNextProblem()
    case .editorComplete: return complete()
    case .editorChoose: return choose()
    case .editorLetter: return chooseLetter()
    case .editorMend: return mend()
    case .editorProblems: return [.push(problemsPage())]
    case .explain: return [.push(positionPage())]
    default: break
    }
    return []
  }

  private static let movements: [CommandID: EditingMovement] = [
    .fieldLeft: .left, .fieldRight: .right, .fieldWordLeft: .wordLeft, .fieldWordRight: .wordRight,
    .fieldHome: .lineStart, .fieldEnd: .lineEnd, .editorNext: .nextText,
    .editorPrevious: .previousText, .editorFirst: .recordStart, .editorLast: .recordEnd,
  ]

  private static let verbs: [CommandID: EditingVerb] = [
    .fieldDeleteForward: .deleteForward, .fieldDeleteWord: .deleteWord, .fieldClear: .clearText,
    .editorNewLine: .newLine, .editorDuplicate: .duplicateField, .editorMoveUp: .moveFieldUp,
    .editorMoveDown: .moveFieldDown, .editorSplit: .splitField, .editorJoin: .joinField,
    .subfieldAdd: .delimit, .subfieldDelete: .deleteSubfield,
    .subfieldDuplicate: .duplicateSubfield, .subfieldMoveLeft: .moveSubfieldLeft,
    .subfieldMoveRight: .moveSubfieldRight, .subfieldJoin: .joinSubfields,
  ]

  private func move(rows: Int) -> [Effect] {
    let place = window.place(rows: rows, from: session)
    guard place != session.place else { return [.bell] }
    session.move(to: place)
    typed = []
    suggestions = []
    composer.interrupt()
    return []
  }

  func go(to place: EditingPlace) {
    session.move(to: place)
    typed = []
    suggestions = []
    composer.interrupt()
    window.forgetColumn()
  }

  // MARK: - Cutting and copying

  /// Begins to mark fields at the cursor, or forgets the mark.
  private func mark() { markedLine = markedLine == nil ? session.place.line : nil }

  /// Whether a line is among those that are marked.
  func isMarked(_ line: Int) -> Bool {
    guard let markedLine, line > 0 else { return false }
    return (min(markedLine, session.place.line)...max(markedLine, session.place.line)).contains(
      line)
  }

  /// Copies the marked fields, or the one under the cursor; they can be pasted into any record.
  private func copy(isCut: Bool) -> [Effect] {
    let (first, last) = (markedLine ?? session.place.line, session.place.line)
    let fields = session.fields(fromLine: first, toLine: last)
    guard !fields.isEmpty else { return [.bell] }
    workplace.copiedFields = fields
    markedLine = nil
    let effects = isCut ? cut(fromLine: first, toLine: last) : []
    let count = fields.count
    return effects
      + workplace.good(
        isCut
          ? words.say(vi: "Đã cắt \(count) trường", en: "\(counted(count, "field")) cut")
          : words.say(vi: "Đã sao \(count) trường", en: "\(counted(count, "field")) copied"))
  }

  /// While a macro is recorded, several fields go one by one.
  private func cut(fromLine first: Int, toLine last: Int) -> [Effect] {
    guard recorder != nil else { return edit { $0.deleteFields(fromLine: first, toLine: last) } }
    let top = max(1, min(first, last))
    go(to: EditingPlace(line: top, .text(0, offset: 0)))
    return (top...max(first, last)).flatMap { _ in act(.verb(.deleteField)) }
  }

  private func paste() -> [Effect] {
    let copied = workplace.copiedFields
    return act(copied.map { .insert($0) })
  }

  // MARK: - The record as lines

  private func openFlat() -> [Effect] {
    guard recorder == nil else {
      return workplace.bad(
        words.say(
          vi: "Đang ghi lệnh: dạng dòng không ghi được", en: "Lines cannot be recorded as a macro"))
    }
    return [
      .push(
        FlatTextScreen(workplace: workplace, session.current, line: session.place.line) {
          [weak self] record in self?.sketch(record) ?? []
        })
    ]
  }

  /// Keeps what stands in the lines as the draft, before it is taken over.
  private func sketch(_ record: EditableRecord) -> [Effect] {
    var copy = session
    copy.change { $0 = record }
    isChanged = copy.record.storageBytes != session.original.storageBytes
    return keepDraft(copy.record)
  }

  // MARK: - Problems

  /// Goes to the next place of which something is to be said, and says it.
  private func goToNextProblem() -> [Effect] {
    let problems = currentProblems()
    let grave = problems.filter { $0.severity > .advice }
    let places = (grave.isEmpty ? problems : grave).map(\.editingPlace)
      .enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
    let here = places.firstIndex(of: session.place)
    let next =
      here.map { places[($0 + 1) % places.count] }
      ?? places.first { $0.line > session.place.line } ?? places.first
    guard let next else {
      return workplace.good(words.say(vi: "Không thấy lỗi nào", en: "No faults were found"))
    }
    go(to: next)
    return []
  }

  /// Mends what is certain on the line of the cursor, or in the record as a whole.
  private func mend() -> [Effect] {
    let here = currentProblems().filter { $0.line == session.place.line || $0.place == nil }
    guard let problem = here.first(where: { $0.mend != nil }), let mend = problem.mend else {
      return [
        .bell,
        .status(
          words.say(
            vi: "Ở dòng này không có gì máy sửa được",
            en: "Nothing on this line can be mended by itself"
          ), .statusWarning),
      ]
    }
    // As steps, so that a macro that is being recorded has them.
    guard let steps = mend.steps(in: session) else { return [.bell] }
    let place = session.place
    let effects = act(steps)
    session.move(to: place)
    return effects
      + workplace.good(words.say(vi: "Đã sửa: ", en: "Mended: ") + words.recordProblem(problem))
  }
}

extension RecordProblem {
  /// Where the cursor goes to see it.
  fileprivate var editingPlace: EditingPlace {
    switch part {
    case .whole: EditingPlace(line: line, .text(0, offset: 0))
    case .indicator(let number): EditingPlace(line: line, .indicator(number - 1))
    case .subfield(let number): EditingPlace(line: line, .text(number, offset: 0))
    case .positions(let range): EditingPlace(line: line, .text(0, offset: range.lowerBound))
    }
  }
}
