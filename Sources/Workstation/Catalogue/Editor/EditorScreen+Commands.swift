import MARC
import Terminal

/// What the keys of the editor do.
extension EditorScreen {
  func perform(_ command: CommandID) -> [Effect] {
    if let movement = EditorScreen.movements[command] { return edit { $0.move(movement) } }
    if let change = EditorScreen.changes[command] { return edit(change) }
    switch command {
    case .cancel, .quit: return leave()
    case .listUp: return move(rows: -1)
    case .listDown: return move(rows: 1)
    case .listPageUp: return move(rows: -window.pageRows)
    case .listPageDown: return move(rows: window.pageRows)
    case .fieldDeleteBack: return deleteBack()
    case .fieldGiveBack: return giveBack()
    case .editorSave: return askToSave()
    case .editorAdd: return [.push(TagChooser(workplace: workplace))]
    case .editorNewLine:
      return edit { session in
        session.addLine()
        return true
      }
    case .editorMark: mark()
    case .editorCut, .editorCopy: return copy(isCut: command == .editorCut)
    case .editorPaste:
      let copied = workplace.copiedFields
      return edit { $0.paste(copied) }
    case .editorNextProblem: return goToNextProblem()
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

  private static let changes: [CommandID: @Sendable (inout EditingSession) -> Bool] = [
    .undo: { $0.undo() }, .editorRedo: { $0.redo() },
    .fieldDeleteForward: { $0.deleteForward() }, .fieldDeleteWord: { $0.deleteWord() },
    .fieldClear: { $0.clearText() },
    .editorDuplicate: { $0.duplicateField() }, .editorMoveUp: { $0.moveField(by: -1) },
    .editorMoveDown: { $0.moveField(by: 1) }, .editorSplit: { $0.splitField() },
    .editorJoin: { $0.joinField() },
    .subfieldAdd: { $0.delimit() }, .subfieldDelete: { $0.deleteSubfield() },
    .subfieldDuplicate: { $0.duplicateSubfield() },
    .subfieldMoveLeft: { $0.moveSubfield(by: -1) }, .subfieldMoveRight: { $0.moveSubfield(by: 1) },
    .subfieldJoin: { $0.joinSubfields() },
  ]

  private func move(rows: Int) -> [Effect] {
    let place = window.place(rows: rows, from: session)
    guard place != session.place else { return [.bell] }
    session.move(to: place)
    typed = []
    composer.interrupt()
    return []
  }

  func go(to place: EditingPlace) {
    session.move(to: place)
    typed = []
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
    let effects = isCut ? edit { $0.deleteFields(fromLine: first, toLine: last) } : []
    let count = fields.count
    return effects
      + workplace.good(
        isCut
          ? words.say(vi: "Đã cắt \(count) trường", en: "\(count) fields cut")
          : words.say(vi: "Đã sao \(count) trường", en: "\(count) fields copied"))
  }

  // MARK: - Problems

  /// Goes to the next field of which something is to be said, and says it.
  private func goToNextProblem() -> [Effect] {
    let problems = currentProblems()
    let grave = problems.filter { $0.severity > .advice }
    let lines = Set((grave.isEmpty ? problems : grave).map(\.line)).sorted()
    guard let line = lines.first(where: { $0 > session.place.line }) ?? lines.first else {
      return workplace.good(words.say(vi: "Không thấy lỗi nào", en: "No faults were found"))
    }
    go(to: EditingPlace(line: line, .text(0, offset: 0)))
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
    return edit { session in
      session.change { mend.apply(to: &$0) }
      return true
    } + workplace.good(words.say(vi: "Đã sửa: ", en: "Mended: ") + words.recordProblem(problem))
  }
}
