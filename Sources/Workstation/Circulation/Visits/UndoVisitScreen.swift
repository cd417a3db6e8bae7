import LibraryCore
import LibraryStore
import Terminal

/// What a visit came to when it was taken back, for the screen below.
struct VisitUndone: Sendable {
  var undo: VisitUndo
}

/// Shows what would be taken back of a reader's actions, and takes it back when a person says so.
///
/// Each line says what was done and, where it has to stay, why. No key that a scanner sends answers.
final class UndoVisitScreen: Screen {
  let context = "dialog"
  var isQuestion: Bool { true }
  private let workplace: Workplace
  private let span: UndoSpan
  private let preview: VisitUndo
  private var dialog: Dialog

  private init(_ workplace: Workplace, _ span: UndoSpan, _ preview: VisitUndo, mayGoOn: Bool) {
    self.workplace = workplace
    self.span = span
    self.preview = preview
    dialog = UndoVisitScreen.dialog(workplace, span, preview, mayGoOn: mayGoOn)
  }

  /// The question, or why there is none.
  static func effects(_ workplace: Workplace, _ span: UndoSpan, of card: CardNumber) -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.undo(span, of: card.text, partly: true, dryRun: true)
    }
    guard let outcome else { return effects }
    switch screen(workplace, span, outcome) {
    case .success(let screen): return [.push(screen)]
    case .failure(let nothing): return workplace.bad(nothing.text)
    }
  }

  /// What there is no question about, in words.
  struct Nothing: Error {
    var text: String
  }

  static func screen(
    _ workplace: Workplace, _ span: UndoSpan, _ tried: VisitUndoOutcome
  ) -> Result<any Screen, Nothing> {
    switch tried {
    case .undone(let undo):
      .success(UndoVisitScreen(workplace, span, undo, mayGoOn: true))
    case .refused(let undo):
      .success(UndoVisitScreen(workplace, span, undo, mayGoOn: false))
    case .nothing, .unknownPatron:
      .failure(Nothing(text: workplace.wording.visitUndoHeadline(tried, span)))
    }
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch dialog.update(event) {
    case .waiting: []
    case .refused, .glance: [.bell]
    case .answered(let answer): answer.command == .dialogYes ? goOn() : [.close(nil)]
    }
  }

  func draw(into surface: inout Surface) {
    dialog.draw(into: &surface, keys: workplace.keyMap, context: context)
  }

  /// Takes back what was shown.
  ///
  /// Where somebody did more meanwhile, it is shown anew and asked again.
  private func goOn() -> [Effect] {
    var effects: [Effect] = []
    let card = preview.patron.card.text
    let outcome = workplace.attempt(&effects) { () -> VisitUndoOutcome in
      let now = try workplace.desk.undo(span, of: card, partly: true, dryRun: true)
      guard case .undone(let undo) = now, undo == preview else { return now }
      return try workplace.desk.undo(span, of: card, partly: true)
    }
    switch outcome {
    case .undone(let undo)? where undo.lines.contains { $0.undone != nil }:
      return effects + [.close(VisitUndone(undo: undo))]
        + workplace.good(workplace.wording.visitUndoHeadline(.undone(undo), span))
    case let changed?:
      switch UndoVisitScreen.screen(workplace, span, changed) {
      case .success(let screen): return effects + [.bell, .replace(screen)]
      case .failure(let nothing):
        return effects + [.close(nil)] + workplace.bad(nothing.text)
      }
    case nil: return effects
    }
  }

  private static func dialog(
    _ workplace: Workplace, _ span: UndoSpan, _ undo: VisitUndo, mayGoOn: Bool
  ) -> Dialog {
    let words = workplace.wording
    var message = [StyledText("\(undo.patron.name)  (\(undo.patron.card))", role: .heading)]
    for line in undo.lines {
      message.append(
        StyledText(
          words.visitUndoLine(line), role: line.reasons.isEmpty ? .text : .muted, hangingIndent: 8))
      message += line.reasons.map {
        StyledText("        • " + words.refusal($0), role: .error, hangingIndent: 10)
      }
    }
    let isWhole = undo.blocked.isEmpty
    let count = undo.lines.count - undo.blocked.count
    let label =
      isWhole
      ? words.say(vi: "Hoàn tác cả \(count) việc", en: "Take back all \(count)")
      : words.say(vi: "Chỉ hoàn tác \(count) việc kia", en: "Take back only the other \(count)")
    return Dialog(
      title: words.visitUndoTitle(span), message: message,
      choices: (mayGoOn ? [Dialog.Choice(.dialogYes, label: label)] : [])
        + [Dialog.Choice(.cancel, label: words.say(vi: "Để nguyên", en: "Leave it"))],
      isDanger: true, language: workplace.language)
  }
}

/// Asks back to which moment a reader is put.
enum UndoSinceForm {
  static func screen(_ workplace: Workplace, _ patron: Patron) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "TRỞ VỀ THỜI ĐIỂM", en: "BACK TO A MOMENT"),
      lead: [
        StyledText("\(patron.name)  (\(patron.card))", role: .heading),
        StyledText(
          words.say(
            vi: "Mọi việc làm với bạn đọc này từ lúc ấy được hoàn tác, sau khi xem trước.",
            en: "Everything done with this patron since then is taken back, after a preview.")),
      ],
      items: [
        Form.Item(
          "day", label: words.say(vi: "Từ ngày", en: "Since"),
          field: Field(
            .date, text: words.day(workplace.desk.today), isProposed: true), isRequired: true,
          width: 12),
        Form.Item(
          "clock", label: words.say(vi: "Từ giờ", en: "From"),
          field: Field(.text, maximumLength: 5), width: 7,
          hint: words.say(vi: "Ví dụ 14:30; để trống: cả ngày", en: "Such as 14:30; empty: all day")
        ),
      ]
    ) { form in
      let (day, clock) = (form["day"]?.text ?? "", form["clock"]?.text ?? "")
      guard let first = CalendarDay(vietnamese: day) ?? CalendarDay(iso: day) else {
        return .faults([("day", words.refusal(.invalidValue(field: "day", typed: day)))])
      }
      let padded = clock.count == 4 ? "0\(clock)" : clock
      guard
        let moment = Moment(iso: clock.isEmpty ? first.iso : "\(first.iso)T\(padded)")
      else {
        return .faults([("clock", words.refusal(.invalidValue(field: "clock", typed: clock)))])
      }
      let span = UndoSpan.since(moment)
      let tried = try workplace.desk.undo(span, of: patron.card.text, partly: true, dryRun: true)
      switch UndoVisitScreen.screen(workplace, span, tried) {
      case .success(let screen): return .goesOn(screen)
      case .failure(let nothing): return .faults([(nil, nothing.text)])
      }
    }
  }
}
