import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Saving, and going away without it.
extension EditorScreen {
  func resume(_ value: (any Sendable)?) -> [Effect] {
    let question = asked
    asked = nil
    switch value {
    case let chosen as TagChooser.Chosen:
      let usual = kind == .bibliographic ? workplace.schema.usual(chosen.tag)?.emptyField : nil
      let field = usual ?? chosen.emptyField
      return act(.add(field))
    case let edited as FlatTextScreen.Edited: return edit { $0.replace(with: edited.record) }
    case let macro as MacroBook.Macro: return run(macro)
    case let side as CompareScreen.Side:
      let now = CompareScreen.Side(
        name: words.say(vi: "bản đang sửa", en: "as edited"), record: session.record)
      return [.push(CompareScreen(workplace: workplace, left: side, right: now))]
    case let chosen as ChoiceScreen.Chosen:
      guard case .choose(let purpose) = question else { return [] }
      return take(chosen.value, for: purpose)
    case let answer as Dialog.Answer: return question.map { take(answer.command, to: $0) } ?? []
    // Lines that were given up are not in the draft any more; a draft nobody decided about stays.
    default:
      guard case .openDraft = question else { return changed() }
      return []
    }
  }

  private func take(_ command: CommandID, to question: Question) -> [Effect] {
    switch (question, command) {
    case (.openDraft(let draft), .dialogYes):
      session = EditingSession(session.original, draft: draft.record, workplace.schema)
      return changed()
    case (.openDraft, .dialogNo):
      draftFile.remove()
      return []
    case (.openDraft, _): return [.close(nil)]
    case (.save, .dialogYes): return save()
    case (.leave, .dialogYes): return askToSave()
    case (.leave, .dialogNo):
      draftFile.remove()
      return [.close(nil)]
    case (.leave, .editorKeepDraft):
      let effects = keepDraft(session.record)
      draftFile.settle()
      return effects + [.close(nil)]
        + workplace.good(
          words.say(
            vi: "Bản nháp được giữ, mở lại biểu ghi là thấy",
            en: "The draft is kept: open the record again to go on"))
    default: return []
    }
  }

  func draftQuestion(_ draft: RecordDraft) -> any Screen {
    var message = [
      StyledText(
        words.say(
          vi: "Lần trước đang sửa dở, lúc \(words.moment(draft.savedAt)).",
          en: "Editing was interrupted, \(words.moment(draft.savedAt))."))
    ]
    if draft.base != subject.version {
      message.append(
        StyledText(
          words.say(
            vi: "Từ đó biểu ghi đã được lưu lần khác: hãy xem kỹ trước khi lưu.",
            en: "The record was saved again since: look closely before saving."), role: .warning))
    }
    message.append(StyledText(""))
    message += DifferencePage.changes(
      RecordDifference(from: session.original, to: draft.record), words)
    return DialogScreen(
      Dialog(
        title: words.say(vi: "Có bản nháp chưa lưu", en: "There is an unsaved draft"),
        message: message,
        choices: [
          Dialog.Choice(.dialogYes, label: words.say(vi: "Sửa tiếp", en: "Go on with it")),
          Dialog.Choice(.dialogNo, label: words.say(vi: "Bỏ bản nháp", en: "Discard it")),
          Dialog.Choice(.cancel, label: words.say(vi: "Thôi", en: "Go back")),
        ], language: workplace.language), keys: workplace.keyMap)
  }

  // MARK: - Leaving

  func leave() -> [Effect] {
    guard markedLine == nil else {
      markedLine = nil
      return []
    }
    guard isChanged else {
      draftFile.remove()
      return [.close(nil)]
    }
    asked = .leave
    return [
      .push(
        DialogScreen(
          Dialog(
            title: words.say(vi: "Chưa lưu", en: "Not saved"),
            message: DifferencePage.changes(difference, words),
            choices: [
              Dialog.Choice(.dialogYes, label: words.say(vi: "Lưu", en: "Save")),
              Dialog.Choice(.editorKeepDraft, label: words.say(vi: "Để nháp", en: "Keep as draft")),
              Dialog.Choice(.dialogNo, label: words.say(vi: "Bỏ thay đổi", en: "Discard")),
              Dialog.Choice(.cancel, label: words.say(vi: "Sửa tiếp", en: "Go on editing")),
            ], isDanger: true, language: workplace.language), keys: workplace.keyMap,
          context: "leave"))
    ]
  }

  private var difference: RecordDifference {
    RecordDifference(from: session.original, to: session.record)
  }

  // MARK: - Saving

  /// Shows what saving would change; a record without a title is not saved.
  func askToSave() -> [Effect] {
    if let place = session.unfinished {
      go(to: place)
      return workplace.bad(words.unfinished(place))
    }
    if let error = currentProblems().first(where: \.preventsSaving) {
      go(to: EditingPlace(line: error.line, .text(0, offset: 0)))
      return workplace.bad(
        words.say(vi: "Chưa lưu được: ", en: "Not saved: ") + words.recordProblem(error))
    }
    guard isChanged || subject.id == nil else {
      return [.status(words.say(vi: "Không có gì thay đổi", en: "Nothing changed"), .status)]
    }
    var effects: [Effect] = []
    guard let isStale = workplace.attempt(&effects, { try isOvertaken() }) else { return effects }
    var message = DifferencePage.changes(difference, words)
    if isStale {
      message.insert(
        StyledText(
          words.say(
            vi: "Trong lúc sửa, biểu ghi đã được người khác lưu: lưu bây giờ là lưu đè.",
            en: "Somebody else saved this record meanwhile: saving now replaces that."),
          role: .error), at: 0)
    }
    asked = .save
    return effects + [
      .push(
        workplace.question(
          words.say(vi: "Lưu những thay đổi này?", en: "Save these changes?"), message,
          yes: words.say(vi: "Lưu", en: "Save"), isDanger: isStale))
    ]
  }

  /// Whether the record was saved by somebody else since it was opened.
  private func isOvertaken() throws -> Bool {
    guard let id = subject.id else { return false }
    let current =
      subject.isAuthority
      ? try workplace.desk.authority(id)?.version : try workplace.desk.record(id)?.version
    return current != subject.version
  }

  private func save() -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      subject.isAuthority
        ? try workplace.desk.saveAuthority(session.record, id: subject.id)
        : try workplace.desk.saveRecord(session.record, id: subject.id)
    }
    guard let outcome else { return effects }
    let saved =
      subject.isAuthority
      ? words.say(vi: "Đã lưu tiêu đề chuẩn", en: "Authority saved")
      : words.say(vi: "Đã lưu biểu ghi", en: "The record is saved")
    guard case .saved(let id, let op) = outcome else {
      if case .unchanged = outcome { draftFile.remove() }
      return effects + workplace.told(outcome, saved: saved)
    }
    draftFile.remove()
    let next: Effect =
      subject.id == nil && !subject.isAuthority
      ? .replace(RecordScreen(workplace: workplace, trail: RecordTrail(id)))
      : .close(RecordWasSaved(record: id, op: op))
    return effects + [next] + workplace.good(saved)
  }
}

extension Wording {
  /// What keeps a record from being saved because it was begun and not finished.
  fileprivate func unfinished(_ place: EditingPlace) -> String {
    if case .code = place.spot {
      return say(vi: "Trường con này chưa có mã", en: "This subfield has no code yet")
    }
    return say(vi: "Dòng này chưa đủ ba chữ số của nhãn", en: "This line has no whole tag yet")
  }
}
