import LibraryCore
import LibraryStore
import Terminal

/// What a payment form hands back.
struct SavedPayment: Sendable {
  var op: OpID
}

/// Takes money from a patron: the amount as people write it, and what it was for.
enum PaymentForm {
  static func screen(_ workplace: Workplace, _ facts: PatronFacts) -> any Screen {
    let words = workplace.wording
    let (patron, owed) = (facts.patron, facts.owed)
    return FormScreen(
      workplace: workplace, title: words.say(vi: "THU TIỀN", en: "PAYMENT"),
      lead: [
        StyledText("\(patron.name)  (\(patron.card))", role: .heading),
        StyledText(words.say(vi: "Còn nợ ", en: "Owes ") + words.money(owed)),
      ], items: items(workplace, owed), about: { inWords($0, words) },
      save: { form in try save(form, workplace, patron.card) })
  }

  private static func items(_ workplace: Workplace, _ owed: Money) -> [Form.Item] {
    let words = workplace.wording
    let proposed = owed > .zero ? String(owed.dong) : ""
    return [
      Form.Item(
        "amount", label: words.say(vi: "Số tiền (đồng)", en: "Amount (đồng)"),
        field: Field(.text, text: proposed, maximumLength: 20), isRequired: true, width: 20,
        hint: words.say(vi: "Ví dụ 50000 hoặc 50.000", en: "Such as 50000 or 50.000"),
        check: { field in
          Money(typed: field.text) == nil
            ? words.say(vi: "Không đọc được số tiền", en: "This is no amount") : nil
        }),
      Form.Item(
        "note", label: words.say(vi: "Về khoản", en: "What for"),
        field: workplace.keyboard.words(maximumLength: 200)),
    ]
  }

  /// The amount as the receipt says it, while it is typed.
  private static func inWords(_ form: Form, _ words: Wording) -> [StyledText] {
    guard let amount = form["amount"].flatMap({ Money(typed: $0.text) }) else { return [] }
    return [
      StyledText(words.say(vi: "Bằng chữ: ", en: "In words: ") + words.moneyInWords(amount))
    ]
  }

  private static func save(_ form: Form, _ workplace: Workplace, _ card: CardNumber) throws
    -> FormScreen.Outcome
  {
    let words = workplace.wording
    let amount = form["amount"].flatMap { Money(typed: $0.text) } ?? .zero
    let note = form["note"]?.text ?? ""
    let outcome = try workplace.desk.pay(
      card.text, amount: amount, note: note.isEmpty ? nil : note)
    if case .saved(_, let op) = outcome {
      return .saved(
        SavedPayment(op: op),
        note: words.say(vi: "Đã thu ", en: "Taken: ") + words.money(amount)
          + " (\(words.moneyInWords(amount)))")
    }
    return .of(outcome, words) { refusal in
      switch refusal {
      case .amountNotPositive, .amountTooLarge: "amount"
      default: nil
      }
    }
  }
}
