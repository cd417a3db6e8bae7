import LibraryCore
import LibraryStore
import Terminal

/// The forms that write into an account: a charge, a waiver, a refund, a deposit.
enum EntryForm {
  static func charge(_ workplace: Workplace, _ facts: PatronFacts) -> any Screen {
    let words = workplace.wording
    let kinds = ChargeKind.allCases.map { FieldChoice($0.rawValue, label: words.chargeKind($0)) }
    return screen(
      workplace, facts, words.say(vi: "GHI NỢ", en: "CHARGE"),
      [
        Form.Item(
          "kind", label: words.say(vi: "Về khoản", en: "For"),
          field: Field(.choice(kinds), text: ChargeKind.lostItem.rawValue), width: 30),
        amount(words, ""), item(words), note(workplace),
      ]
    ) { form in
      AccountEntry(
        .charge, money(form), charge: form["kind"].flatMap { ChargeKind(rawValue: $0.text) },
        note: form.note)
    }
  }

  static func waive(_ workplace: Workplace, _ facts: PatronFacts) -> any Screen {
    let words = workplace.wording
    return screen(
      workplace, facts, words.say(vi: "MIỄN GIẢM", en: "WAIVER"),
      [amount(words, proposed(facts.owed)), note(workplace, isRequired: true)]
    ) { form in AccountEntry(.waiver, money(form), note: form.note) }
  }

  static func refund(_ workplace: Workplace, _ facts: PatronFacts) -> any Screen {
    let words = workplace.wording
    return screen(
      workplace, facts, words.say(vi: "HOÀN TIỀN", en: "REFUND"),
      [amount(words, proposed(.zero - facts.owed)), method(words), note(workplace)]
    ) { form in
      AccountEntry(.refund, money(form), method: form.method, note: form.note)
    }
  }

  static func deposit(_ workplace: Workplace, _ facts: PatronFacts) -> any Screen {
    let words = workplace.wording
    let kinds: [AccountEntry.Kind] = [.depositTaken, .depositReturned, .depositUsed]
    return screen(
      workplace, facts, words.say(vi: "TIỀN CƯỢC", en: "DEPOSIT"),
      [
        Form.Item(
          "kind", label: words.say(vi: "Việc", en: "What"),
          field: Field(
            .choice(kinds.map { FieldChoice($0.rawValue, label: words.entryKind($0)) }),
            text: (facts.held > .zero ? kinds[1] : kinds[0]).rawValue), width: 30),
        amount(words, proposed(facts.held - facts.depositDue)), method(words), note(workplace),
      ],
      lead: facts.depositDue > .zero
        ? [
          StyledText(
            words.say(
              vi: "Phải giữ lại \(words.money(facts.depositDue)) cho các bản đang mượn",
              en: "\(words.money(facts.depositDue)) must stay for loans that run"))
        ] : []
    ) { form in
      let kind = form["kind"].flatMap { AccountEntry.Kind(rawValue: $0.text) } ?? .depositTaken
      return AccountEntry(
        kind, money(form), method: kind == .depositUsed ? nil : form.method, note: form.note)
    }
  }

  private static func screen(
    _ workplace: Workplace, _ facts: PatronFacts, _ title: String, _ items: [Form.Item],
    lead: [StyledText] = [], _ entry: @escaping (Form) -> AccountEntry
  ) -> any Screen {
    let words = workplace.wording
    let card = facts.patron.card
    return FormScreen(
      workplace: workplace, title: title,
      lead: [
        StyledText("\(facts.patron.name)  (\(card))", role: .heading),
        StyledText(words.accountSums(owed: facts.owed, held: facts.held)),
      ] + lead, items: items, about: { inWords($0, words) },
      save: { form in
        let entry = entry(form)
        let item = form["barcode"]?.text ?? ""
        return .of(
          try workplace.desk.enter(entry, for: card.text, item: item.isEmpty ? nil : item), words,
          note: (entry.charge.map { words.chargeKind($0) } ?? words.entryKind(entry.kind))
            + ": \(words.money(entry.amount))", field: field)
      })
  }
}

// MARK: - Fields that forms about money share

extension EntryForm {
  static func amount(_ words: Wording, _ proposed: String) -> Form.Item {
    Form.Item(
      "amount", label: words.say(vi: "Số tiền (đồng)", en: "Amount (đồng)"),
      field: Field(.text, text: proposed, isProposed: true, maximumLength: 20), isRequired: true,
      width: 20,
      hint: words.say(vi: "Ví dụ 50000 hoặc 50.000", en: "Such as 50000 or 50.000"),
      check: { field in
        Money(typed: field.text) == nil
          ? words.say(vi: "Không đọc được số tiền", en: "This is no amount") : nil
      })
  }

  static func method(_ words: Wording) -> Form.Item {
    Form.Item(
      "method", label: words.say(vi: "Hình thức", en: "By"),
      field: Field(
        .choice(
          PaymentMethod.allCases.map { FieldChoice($0.rawValue, label: words.paymentMethod($0)) }),
        text: PaymentMethod.cash.rawValue), width: 20)
  }

  static func note(_ workplace: Workplace, isRequired: Bool = false) -> Form.Item {
    let words = workplace.wording
    return Form.Item(
      "note",
      label: isRequired
        ? words.say(vi: "Lý do", en: "Reason") : words.say(vi: "Ghi chú", en: "Note"),
      field: workplace.keyboard.words(maximumLength: 200), isRequired: isRequired)
  }

  private static func item(_ words: Wording) -> Form.Item {
    Form.Item(
      "barcode", label: words.say(vi: "ĐKCB", en: "Barcode"),
      field: Field(.code, maximumLength: 40),
      width: 30,
      hint: words.say(
        vi: "Bản tài liệu liên quan, nếu có", en: "The copy it is about, if there is one"))
  }

  /// What a form proposes of a sum: nothing where there is none.
  static func proposed(_ sum: Money) -> String { sum > .zero ? String(sum.dong) : "" }

  static func money(_ form: Form) -> Money {
    form["amount"].flatMap { Money(typed: $0.text) } ?? .zero
  }

  /// The amount as the receipt says it, while it is typed.
  static func inWords(_ form: Form, _ words: Wording) -> [StyledText] {
    guard let amount = form["amount"].flatMap({ Money(typed: $0.text) }) else { return [] }
    return [
      StyledText(words.say(vi: "Bằng chữ: ", en: "In words: ") + words.moneyInWords(amount))
    ]
  }

  /// The field a refusal speaks of.
  static func field(_ refusal: Refusal) -> String? {
    switch refusal {
    case .amountNotPositive, .amountTooLarge, .moreThanOwed, .moreThanCredit, .moreThanHeld,
      .depositBound,
      .moreThanInDrawer:
      "amount"
    case .reasonMissing: "note"
    case .invalidValue(let field, _): field
    default: nil
    }
  }
}

extension Form {
  var note: String? {
    let text = self["note"]?.text ?? ""
    return text.isEmpty ? nil : text
  }

  var method: PaymentMethod { self["method"].flatMap { PaymentMethod(rawValue: $0.text) } ?? .cash }
}
