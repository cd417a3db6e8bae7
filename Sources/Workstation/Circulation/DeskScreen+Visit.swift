import LibraryCore
import LibraryStore
import Terminal

/// A day chosen in a form, and what for.
struct ChosenDay: Sendable {
  enum Purpose: Sendable {
    case returning
    case due
  }

  var purpose: Purpose
  /// Nil takes the choice back; only a due date has a time.
  var day: RequestedDue?
}

/// A copy added at the desk, to be lent next.
struct FastAdded: Sendable {
  var barcode: String
}

/// What holds for a while at the counter: as of when copies come back, and how this visit's loans are made.
extension DeskScreen {
  func change(_ command: CommandID) -> [Effect] {
    switch command {
    case .deskDropBox:
      session.mode = .takeBack
      session.returning = session.returning == .dropBox ? .now : .dropBox
    case .deskOnSite: session.isOnSite.toggle()
    case .deskDamaged:
      let code = codeInHand ?? ""
      clearLine()
      return [
        .push(
          DamagedReturnForm.screen(workplace, barcode: code) { [session] in
            try session.takeBack($0.barcode, $0.damage)
          })
      ]
    case .deskReturnDay: return [.push(chooseDay(.returning))]
    case .deskDueDate: return [.push(chooseDay(.due))]
    case .deskFastAdd: return [.push(FastAddForm.screen(workplace, barcode: unknownCode))]
    case .deskUndoVisit:
      return session.patron.map {
        UndoVisitScreen.effects(workplace, .visit, of: $0.patron.card)
      } ?? [.bell]
    default: break
    }
    return []
  }

  /// The visit was taken back: what went and what stays.
  func told(_ undone: VisitUndone) -> [Effect] {
    var answer = DeskAnswer(
      tone: undone.undo.blocked.isEmpty ? .good : .notice,
      headline: words.say(vi: "ĐÃ HOÀN TÁC CẢ LƯỢT", en: "VISIT TAKEN BACK"),
      lines: [words.visitUndoHeadline(.undone(undone.undo), .visit)]
        + undone.undo.lines.map(words.visitUndoLine))
    answer.takenBack = undone.undo.lines.compactMap(\.undone)
    self.answer = answer
    return answer.effects
  }

  /// Undo right after a visit was taken back does all of it again, the oldest first.
  func bringVisitBack(_ ops: [OpID]) -> [Effect] {
    var effects: [Effect] = []
    guard let outcomes = workplace.attempt(&effects, { try workplace.desk.undo(all: ops) }) else {
      return effects
    }
    let refused = outcomes.flatMap { outcome -> [Refusal] in
      if case .refused(let reasons) = outcome { reasons } else { [] }
    }
    let done = outcomes.compactMap { outcome -> OpID? in
      if case .undone(_, let op) = outcome { op } else { nil }
    }
    let answer = DeskAnswer(
      tone: refused.isEmpty ? .good : .notice,
      headline: words.say(vi: "ĐÃ GHI LẠI CẢ LƯỢT", en: "VISIT DONE AGAIN"),
      lines: done.map { "• " + workplace.undoneAction($0) }
        + refused.map { "• " + words.refusal($0) })
    self.answer = answer
    isStale = true
    return effects + answer.effects
  }

  /// What was typed, or the last code nobody knew.
  private var unknownCode: String { line.isEmpty ? session.lastUnknown ?? "" : line.text }

  func take(_ chosen: ChosenDay) -> [Effect] {
    switch chosen.purpose {
    case .due: session.requestedDue = chosen.day
    case .returning:
      session.mode = .takeBack
      session.returning = chosen.day.map { .on($0.day) } ?? .now
    }
    return []
  }

  /// What holds beside the usual, for the line that is always seen; nil when all is as usual.
  var exception: String? {
    var parts: [String] = []
    if session.mode == .takeBack {
      switch session.returning {
      case .now: break
      case .dropBox:
        let day = workplace.house?.calendar.lastOpenDay(before: workplace.desk.today)
        parts.append(
          words.say(vi: "THÙNG TRẢ", en: "DROP BOX")
            + (day.map { words.say(vi: ": tính ngày ", en: ": as of ") + words.day($0) } ?? ""))
      case .on(let day):
        parts.append(
          words.say(vi: "TRẢ LÙI NGÀY: tính ngày ", en: "RETURNS AS OF ") + words.day(day))
      }
    }
    if session.isOnSite { parts.append(words.say(vi: "ĐỌC TẠI CHỖ", en: "READING ON THE SPOT")) }
    if let due = session.requestedDue {
      parts.append(words.say(vi: "HẠN TRẢ ĐẶT: ", en: "DUE DATE SET: ") + words.requestedDue(due))
    }
    if let standing = session.standing {
      parts.append(words.say(vi: "CHÂM CHƯỚC: ", en: "OVERRIDING: ") + standing.reason)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "  ")
  }

  private func chooseDay(_ purpose: ChosenDay.Purpose) -> any Screen {
    let words = words
    let isReturn = purpose == .returning
    return FormScreen(
      workplace: workplace,
      title: isReturn
        ? words.say(vi: "TRẢ LÙI NGÀY", en: "RETURN AS OF")
        : words.say(vi: "HẠN TRẢ", en: "DUE DATE"),
      items: [
        Form.Item(
          "day", label: words.say(vi: "Ngày", en: "Day"), field: Field(.date), width: 12,
          hint: words.say(
            vi: "Để trống: trở lại như thường", en: "Empty: as usual again"))
      ] + (isReturn ? [] : [dueTimeItem])
    ) { [today = workplace.desk.today] form in
      let text = form["day"]?.text ?? ""
      guard !text.isEmpty else { return .saved(ChosenDay(purpose: purpose), note: nil) }
      guard let day = CalendarDay(vietnamese: text), isReturn ? day <= today : day >= today else {
        return .faults([("day", words.refusal(.invalidValue(field: "day", typed: text)))])
      }
      guard isReturn || day <= RequestedDue.lastDay else {
        let far = Refusal.dueDateTooFar(Due(day), last: RequestedDue.lastDay)
        return .faults([("day", words.refusal(far))])
      }
      let typed = form["time"]?.text ?? ""
      let time = TimeOfDay(typed)
      guard typed.isEmpty || time != nil else {
        return .faults([("time", words.refusal(.invalidValue(field: "time", typed: typed)))])
      }
      return .saved(ChosenDay(purpose: purpose, day: RequestedDue(day, at: time)), note: nil)
    }
  }

  private var dueTimeItem: Form.Item {
    Form.Item(
      "time", label: words.say(vi: "Giờ", en: "Time"), field: Field(.text, maximumLength: 5),
      width: 12,
      hint: words.say(
        vi: "Để trống: theo quy định; 24:00 là cả ngày",
        en: "Empty: as the rules say; 24:00: the whole day"))
  }

  /// Notes that are acknowledged by a key no scanner can send; scans wait meanwhile.
  func mustBeRead(_ notes: [String]) -> [Effect] {
    guard !notes.isEmpty else { return [] }
    let dialog = Dialog(
      title: words.say(vi: "PHẢI ĐỌC", en: "READ THIS"),
      message: notes.map { StyledText($0, role: .heading) },
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Đã đọc", en: "I have read it"))
      ], isDanger: true, language: workplace.language)
    return [.bell, .push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  /// Asks whether a code is a card or a copy.
  func ambiguity(_ code: String, _ patron: PatronFacts, _ item: ItemFacts) -> any Screen {
    let dialog = Dialog(
      title: words.say(vi: "Mã \(code): sách hay thẻ?", en: "\(code): a copy or a card?"),
      message: [
        StyledText(words.say(vi: "Sách: ", en: "Copy: ") + item.title),
        StyledText(words.say(vi: "Thẻ: ", en: "Card: ") + patron.patron.name),
      ],
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Là sách", en: "The copy")),
        Dialog.Choice(.dialogNo, label: words.say(vi: "Là thẻ", en: "The card")),
        Dialog.Choice(.cancel, label: words.say(vi: "Thôi", en: "Neither")),
      ], language: workplace.language)
    return DialogScreen(dialog, keys: workplace.keyMap)
  }
}

/// Adds a copy that has no record yet, so that it can be lent; the loan itself is decided by the rules as any other.
enum FastAddForm {
  static func screen(_ workplace: Workplace, barcode: String) -> any Screen {
    let words = workplace.wording
    let fields = CopyForm(workplace)
    return FormScreen(
      workplace: workplace, title: words.say(vi: "THÊM NHANH", en: "FAST ADD"),
      lead: [
        StyledText(
          words.say(
            vi: "Biểu ghi tạm chỉ có nhan đề và tác giả; biên mục sau.",
            en: "A makeshift record of title and author, to be catalogued later."))
      ],
      items: [
        fields.barcode(barcode),
        Form.Item(
          "title", label: words.say(vi: "Nhan đề", en: "Title"),
          field: workplace.keyboard.words(maximumLength: 300), isRequired: true),
        Form.Item(
          "author", label: words.say(vi: "Tác giả", en: "Author"),
          field: workplace.keyboard.words(maximumLength: 200)),
        fields.type(Item.defaultType),
      ]
    ) { form in
      let code = form["barcode"]?.text ?? ""
      func add(_ desk: Desk) throws -> FormScreen.Outcome {
        let outcome = try desk.fastAdd(
          code, title: form["title"]?.text ?? "", author: form["author"]?.text,
          type: form["type"]?.text)
        switch outcome {
        case .saved:
          return .saved(
            FastAdded(barcode: code), note: words.say(vi: "Đã thêm nhanh", en: "Added"))
        case .refused(let reasons):
          if let question = OneNumberQuestion.screen(workplace, reasons) {
            return .asks(question) { try add(workplace.desk.sharingNumbers()) }
          }
          return .of(outcome, words, field: field)
        case .unchanged, .unknown: return .of(outcome, words)
        }
      }
      return try add(workplace.desk)
    }
  }

  private static func field(_ refusal: Refusal) -> String? {
    switch refusal {
    case .barcodeTaken, .barcodeIsCard: "barcode"
    case .nameMissing: "title"
    case .invalidValue(let field, _): field
    default: nil
    }
  }
}
