import LibraryCore
import LibraryStore
import Terminal

/// What a payment form hands back.
struct SavedPayment: Sendable {
  var op: OpID
}

/// Takes money from a patron: the amount as people write it, how it was paid, and which debt it settles first.
enum PaymentForm {
  static func screen(
    _ workplace: Workplace, _ facts: PatronFacts, choosing debt: AccountLine? = nil
  ) -> any Screen {
    let words = workplace.wording
    var confirmed = Money.zero
    return FormScreen(
      workplace: workplace, title: words.say(vi: "THU TIỀN", en: "PAYMENT"),
      lead: [
        StyledText("\(facts.patron.name)  (\(facts.patron.card))", role: .heading),
        StyledText(words.accountSums(owed: facts.owed, held: facts.held)),
      ], items: items(workplace, facts.owed, debt), about: { EntryForm.inWords($0, words) },
      save: { form in
        let amount = EntryForm.money(form)
        guard amount <= max(.zero, facts.owed) || amount == confirmed else {
          confirmed = amount
          return .faults([("amount", words.moreThanOwed(amount, owed: facts.owed))])
        }
        return try save(form, workplace, facts.patron.card, debt)
      })
  }

  private static func items(
    _ workplace: Workplace, _ owed: Money, _ debt: AccountLine?
  ) -> [Form.Item] {
    let words = workplace.wording
    var items = [
      EntryForm.amount(words, EntryForm.proposed(owed)),
      EntryForm.method(words),
      Form.Item(
        "note", label: words.say(vi: "Về khoản", en: "What for"),
        field: workplace.keyboard.words(maximumLength: 200)),
    ]
    if let debt {
      let choices = [
        FieldChoice("oldest", label: words.say(vi: "các khoản cũ trước", en: "oldest first")),
        FieldChoice("chosen", label: words.accountLine(debt) + " " + words.money(debt.open)),
      ]
      items.insert(
        Form.Item(
          "toward", label: words.say(vi: "Trừ vào", en: "Settles"),
          field: Field(.choice(choices), text: "oldest"),
          hint: words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")), at: 1)
    }
    return items
  }

  private static func save(
    _ form: Form, _ workplace: Workplace, _ card: CardNumber, _ debt: AccountLine?
  ) throws -> FormScreen.Outcome {
    let words = workplace.wording
    let amount = EntryForm.money(form)
    let isChosen = form["toward"]?.text == "chosen"
    let outcome = try workplace.desk.pay(
      card.text, amount: amount, method: form.method,
      toward: isChosen ? [debt?.debt].compactMap(\.self) : [], note: form.note)
    if case .saved(_, let op) = outcome {
      return .saved(
        SavedPayment(op: op),
        note: words.say(vi: "Đã thu ", en: "Taken: ") + words.money(amount)
          + " (\(words.moneyInWords(amount)))")
    }
    return .of(outcome, words, field: EntryForm.field)
  }
}
