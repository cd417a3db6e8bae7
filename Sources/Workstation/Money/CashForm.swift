import LibraryCore
import LibraryStore
import Terminal

/// The forms of a drawer: opening it, putting money in or taking it out, counting and closing it.
enum CashForm {
  static func open(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    let usual = workplace.house?.drawer ?? DrawerCode.usual
    return FormScreen(
      workplace: workplace, title: words.say(vi: "MỞ CA THU TIỀN", en: "OPEN A DRAWER"),
      items: [
        Form.Item(
          "drawer", label: words.say(vi: "Ngăn tiền", en: "Drawer"),
          field: Field(.code, text: usual, maximumLength: DrawerCode.lengthMaximum),
          isRequired: true, width: 14,
          hint: words.say(vi: "Chữ không dấu và số", en: "Letters and digits")),
        EntryForm.amount(words, "0").named(words.say(vi: "Tiền đầu ca", en: "Float")),
      ], about: { EntryForm.inWords($0, words) },
      save: { form in
        .of(
          try workplace.desk.openCash(form["drawer"]?.text, float: EntryForm.money(form)), words,
          note: words.say(vi: "Đã mở ca", en: "The drawer is open"), field: field)
      })
  }

  static func move(_ workplace: Workplace, _ shift: CashShift) -> any Screen {
    let words = workplace.wording
    let ways = [
      FieldChoice("out", label: words.say(vi: "lấy ra", en: "take out")),
      FieldChoice("in", label: words.say(vi: "bỏ thêm vào", en: "put in")),
    ]
    return FormScreen(
      workplace: workplace, title: words.say(vi: "BỎ VÀO, LẤY RA", en: "MOVE MONEY"),
      lead: words.cashPage(shift).map { StyledText($0) },
      items: [
        Form.Item(
          "way", label: words.say(vi: "Việc", en: "What"), field: Field(.choice(ways), text: "out"),
          width: 20),
        EntryForm.amount(words, ""), EntryForm.note(workplace, isRequired: true),
      ], about: { EntryForm.inWords($0, words) },
      save: { form in
        let amount = EntryForm.money(form)
        return .of(
          try workplace.desk.moveCash(
            form["way"]?.text == "in" ? amount : .zero - amount, reason: form.note ?? "",
            drawer: shift.drawer), words, note: words.say(vi: "Đã ghi", en: "Written"),
          field: field)
      })
  }

  static func close(_ workplace: Workplace, _ shift: CashShift) -> any Screen {
    let words = workplace.wording
    /// Another desk may take money into the drawer while it is counted.
    func now() -> CashShift { (try? workplace.desk.cashShift(shift.id)) ?? shift }
    return FormScreen(
      workplace: workplace, title: words.say(vi: "ĐẾM TIỀN, KHOÁ SỔ", en: "COUNT AND CLOSE"),
      items: [
        EntryForm.amount(words, "").named(words.say(vi: "Đếm được (đồng)", en: "Counted (đồng)")),
        EntryForm.note(workplace).named(words.say(vi: "Vì sao lệch", en: "Why it differs")),
      ],
      about: { form in
        let shift = now()
        return words.cashPage(shift).map { StyledText($0) } + difference(form, shift, words)
      },
      save: { form in
        let outcome = try workplace.desk.closeCash(
          counted: EntryForm.money(form), explanation: form.note, drawer: shift.drawer)
        if case .refused(let reasons) = outcome,
          reasons.contains(where: { $0.kind == .differenceUnexplained })
        {
          // By how much, the line below says as it is now.
          return .faults([
            ("note", words.say(vi: "Phải ghi rõ vì sao lệch", en: "Say why it differs"))
          ])
        }
        return .of(
          outcome, words, note: words.say(vi: "Đã khoá sổ", en: "The drawer is closed"),
          field: field)
      })
  }

  /// What was counted, in words, and how far it is from what should be there, while it is typed.
  private static func difference(
    _ form: Form, _ shift: CashShift, _ words: Wording
  ) -> [StyledText] {
    guard let counted = form["amount"].flatMap({ Money(typed: $0.text) }) else { return [] }
    let difference = counted - shift.expected
    return EntryForm.inWords(form, words) + [
      StyledText(
        words.say(vi: "Chênh lệch: ", en: "Difference: ") + words.cashDifference(difference),
        role: difference == .zero ? .text : .warning)
    ]
  }

  private static func field(_ refusal: Refusal) -> String? {
    switch refusal {
    case .differenceUnexplained: "note"
    case .invalidValue, .drawerOpen: "drawer"
    default: EntryForm.field(refusal)
    }
  }
}

extension Form.Item {
  /// The same field under another name.
  fileprivate func named(_ label: String) -> Form.Item {
    var item = self
    item.label = label
    return item
  }
}
