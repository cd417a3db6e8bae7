import MARC
import Terminal
import VietnameseText

/// One field, or the leader, to be typed; closes with `Edited` once it is taken over into the record.
final class FieldScreen: Screen, HoldsUnsavedWork {
  enum Subject {
    case leader(Leader)
    /// `place` is nil for a field that is not in the record yet.
    case field(MARC.Field, place: Int?)
  }

  enum Edited: Sendable {
    case leader(Leader)
    case field(MARC.Field, place: Int?)
  }

  let context = "fieldEditor"
  let workplace: Workplace
  private let subject: Subject
  private let sketch: (MARC.Field) -> [Effect]
  var form: FieldForm
  /// What keeps the form from being a field, said after the person wanted it taken over.
  var fault: String?
  private var isAsking = false

  /// `sketch` is told of the field as it stands after every key, so that nothing typed is lost.
  init(
    workplace: Workplace, _ subject: Subject,
    sketch: @escaping (MARC.Field) -> [Effect] = { _ in [] }
  ) {
    self.workplace = workplace
    self.subject = subject
    self.sketch = sketch
    switch subject {
    // A leader is edited as the text of a plain field.
    case .leader(let leader):
      form = FieldForm(MARC.Field(control: FieldScreen.leaderTag, leader.text))
    case .field(let field, _): form = FieldForm(field, keyboard: workplace.keyboard)
    }
  }

  private static let leaderTag: Tag = "000"

  var words: Wording { workplace.wording }
  var isLeader: Bool { if case .leader = subject { true } else { false } }

  /// The record above which it stands is being edited: going home would leave that behind.
  var hasUnsavedWork: Bool { true }

  private var isChanged: Bool {
    guard case .success(let field) = form.edited() else { return true }
    return field != form.origin
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(let command): perform(command, event)
    case .returned(let value): resume(value)
    case .appeared, .message: []
    default: type(event)
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel: return cancel()
    case .formSave: return takeOver()
    case .formNext: form.moveFocus(by: 1)
    case .formPrevious: form.moveFocus(by: -1)
    case .subfieldAdd, .subfieldDelete, .subfieldMoveUp, .subfieldMoveDown, .subfieldSplit,
      .subfieldJoin:
      guard !form.isControl, rearrange(command) else { return [.bell] }
      return sketched()
    default: return type(event)
    }
    return []
  }

  private func type(_ event: ScreenEvent) -> [Effect] {
    switch form.update(event) {
    case .edited:
      fault = nil
      return sketched()
    case .refused: return [.bell]
    case .ignored, .moved: return []
    }
  }

  private func rearrange(_ command: CommandID) -> Bool {
    switch command {
    case .subfieldAdd:
      form.addRow()
      return true
    case .subfieldDelete: return form.deleteRow()
    case .subfieldMoveUp: return form.moveRow(by: -1)
    case .subfieldMoveDown: return form.moveRow(by: 1)
    case .subfieldSplit: return form.splitRow()
    default: return form.joinRows()
    }
  }

  private func sketched() -> [Effect] {
    guard !isLeader, case .success(let field) = form.edited() else { return [] }
    return sketch(field)
  }

  // MARK: - Taking over and leaving

  private func takeOver() -> [Effect] {
    switch form.edited() {
    case .failure(let fault):
      self.fault = words.fieldFault(fault)
      switch fault {
      case .tag, .tagOfOtherKind: form.focus = .tag
      case .indicators: form.focus = .indicators
      case .code(let row): form.focus = .code(row)
      }
      return [.bell]
    case .success(let field):
      guard case .field(_, let place) = subject else { return takeOver(leader: field) }
      return [.close(Edited.field(field, place: place))]
    }
  }

  private func takeOver(leader field: MARC.Field) -> [Effect] {
    guard field.body.allSatisfy({ (0x20...0x7E).contains($0) }),
      let leader = Leader(bytes: field.body)
    else {
      fault = words.say(
        vi: "Đầu biểu phải đúng \(Leader.length) ký tự không dấu, nay có \(field.text.count)",
        en: "A leader has exactly \(Leader.length) plain characters; this has \(field.text.count)")
      return [.bell]
    }
    return [.close(Edited.leader(leader))]
  }

  private func cancel() -> [Effect] {
    guard isChanged else { return [.close(nil)] }
    isAsking = true
    return [
      .push(
        DialogScreen(
          Dialog(
            title: words.say(vi: "Nhận những gì vừa gõ?", en: "Keep what you typed?"),
            message: [StyledText(title)],
            choices: [
              Dialog.Choice(.dialogYes, label: words.say(vi: "Nhận", en: "Keep")),
              Dialog.Choice(.dialogNo, label: words.say(vi: "Bỏ", en: "Discard")),
              Dialog.Choice(.cancel, label: words.say(vi: "Gõ tiếp", en: "Go on typing")),
            ], language: workplace.language), keys: workplace.keyMap))
    ]
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    guard isAsking else { return [] }
    isAsking = false
    switch (value as? Dialog.Answer)?.command {
    case .dialogYes: return takeOver()
    case .dialogNo: return [.close(nil)]
    default: return []
    }
  }

  var title: String {
    guard !isLeader else { return words.say(vi: "ĐẦU BIỂU", en: "LEADER") }
    let label = Tag(form.tag.text).flatMap { workplace.schema.label(of: $0, in: .bibliographic) }
    let name = label.map { " – " + words.say($0) } ?? ""
    return words.say(vi: "TRƯỜNG", en: "FIELD") + " \(form.tag.text)\(name)"
  }
}
