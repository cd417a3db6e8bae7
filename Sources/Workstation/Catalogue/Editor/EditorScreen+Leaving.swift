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
    case let edited as FieldScreen.Edited: return take(edited)
    case let chosen as TagChooser.Chosen:
      let field = workplace.schema.usual(chosen.tag)?.emptyField ?? chosen.emptyField
      return [.push(fieldScreen(field, place: nil))]
    case let answer as Dialog.Answer: return question.map { take(answer.command, to: $0) } ?? []
    default: return keepDraft(editing.record, isDurable: false)
    }
  }

  private func take(_ edited: FieldScreen.Edited) -> [Effect] {
    switch edited {
    case .leader(let leader): return change { $0.leader = leader }
    case .field(let field, let place?): return change { $0.fields[place] = field }
    case .field(let field, nil):
      var row = 0
      let effects = change { row = $0.insert(field) + 1 }
      table.select(row)
      return effects
    }
  }

  private func take(_ command: CommandID, to question: Question) -> [Effect] {
    switch (question, command) {
    case (.openDraft(let draft), .dialogYes):
      editing = RecordEditing(editing.original, draft: draft.record)
      review()
      return []
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
      return keepDraft(editing.record, isDurable: true) + [.close(nil)]
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
      RecordDifference(from: editing.original, to: draft.record), words)
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
    guard editing.isChanged else {
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
    RecordDifference(from: editing.original, to: editing.record)
  }

  // MARK: - Saving

  /// Shows what saving would change; a record without a title is not saved.
  func askToSave() -> [Effect] {
    if let error = problems.first(where: \.preventsSaving) {
      if let place = error.place { table.select(place + 1) }
      return workplace.bad(
        words.say(vi: "Chưa lưu được: ", en: "Not saved: ") + words.recordProblem(error))
    }
    guard editing.isChanged || subject.id == nil else {
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
    return try workplace.desk.record(id)?.version != subject.version
  }

  private func save() -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.saveRecord(editing.record, id: subject.id)
    }
    guard let outcome else { return effects }
    let saved = words.say(vi: "Đã lưu biểu ghi", en: "The record is saved")
    guard case .saved(let id, let op) = outcome else {
      if case .unchanged = outcome { draftFile.remove() }
      return effects + workplace.told(outcome, saved: saved)
    }
    draftFile.remove()
    let next: Effect =
      subject.id == nil
      ? .replace(RecordScreen(workplace: workplace, trail: RecordTrail(id)))
      : .close(RecordWasSaved(record: id, op: op))
    return effects + [next] + workplace.good(saved)
  }
}
