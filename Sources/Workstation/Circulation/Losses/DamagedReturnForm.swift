import LibraryCore
import LibraryStore
import Terminal

/// A copy that came back damaged, to be returned with note and charge at once.
struct DamagedReturn: Sendable {
  var barcode: String
  var damage: Damage
}

/// Asks what is broken of a copy that comes back, and what its reader pays.
enum DamagedReturnForm {
  /// `answer` returns the copy; its refusals stay on the form.
  static func screen(
    _ workplace: Workplace, barcode: String,
    takeBack: @escaping (DamagedReturn) throws -> ReturnOutcome
  ) -> any Screen {
    let words = workplace.wording
    let payer = Payer(workplace)
    return FormScreen(
      workplace: workplace, title: words.say(vi: "TRẢ HỎNG", en: "RETURNED DAMAGED"),
      lead: [
        StyledText(
          words.say(
            vi: "Ghi trả, ghi hỏng, ghi nợ một lần; bản được để riêng.",
            en: "Returns, notes the damage and charges at once; the copy goes aside."))
      ],
      items: [
        Form.Item(
          "barcode", label: words.fieldName("barcode"),
          field: Field(.code, text: barcode, isProposed: true, maximumLength: 40), isRequired: true,
          width: 30),
        Form.Item(
          "note", label: words.say(vi: "Hỏng thế nào", en: "What is broken"),
          field: workplace.keyboard.words(maximumLength: 200), isRequired: true),
        Form.Item(
          "amount", label: words.say(vi: "Tiền đền (đồng)", en: "Charge (đồng)"),
          field: Field(.text, maximumLength: 20), width: 20,
          hint: words.say(vi: "Để trống là không thu", en: "Empty for nothing"),
          check: { field in
            field.text.isEmpty || Money(typed: field.text) != nil
              ? nil : words.say(vi: "Không đọc được số tiền", en: "This is no amount")
          }),
      ], about: { [payer.line(of: $0["barcode"]?.text ?? "")] },
      save: { form in
        let amount = form["amount"].flatMap { Money(typed: $0.text) } ?? .zero
        let back = DamagedReturn(
          barcode: form["barcode"]?.text ?? "",
          damage: Damage(form["note"]?.text ?? "", charge: amount))
        switch try takeBack(back) {
        case .refused(let reasons, _):
          return .faults(reasons.map { (field($0), words.refusal($0)) })
        case .unknownItem(let text):
          return .faults([
            ("barcode", words.say(vi: "Không có bản «\(text)»", en: "There is no copy “\(text)”"))
          ])
        case let outcome:
          return .saved(DamagedBack(outcome: outcome, barcode: back.barcode), note: nil)
        }
      })
  }

  /// Says who would be charged, before it is done; the file is asked once for a barcode.
  private final class Payer {
    private let workplace: Workplace
    private var known: (barcode: String, line: StyledText)?

    init(_ workplace: Workplace) { self.workplace = workplace }

    func line(of barcode: String) -> StyledText {
      if let known, known.barcode == barcode { return known.line }
      let words = workplace.wording
      guard barcode.contains(where: { $0 != " " }) else {
        return StyledText(
          words.say(vi: "Hãy quét mã của bản bị hỏng", en: "Scan the damaged copy's barcode"),
          role: .muted)
      }
      let reader = try? workplace.desk.lastReader(of: barcode)
      let line =
        reader.map {
          StyledText(
            words.say(
              vi: "Tiền đền ghi nợ cho \($0.name) (\($0.card))",
              en: "The charge goes to \($0.name) (\($0.card))"), role: .warning)
        }
        ?? StyledText(
          words.say(
            vi: "Bản này chưa ai mượn, không ghi nợ được cho ai",
            en: "Nobody ever had this copy, so nobody can be charged"), role: .muted)
      known = (barcode, line)
      return line
    }
  }

  private static func field(_ refusal: Refusal) -> String? {
    switch refusal {
    case .reasonMissing: "note"
    case .amountNotPositive, .amountTooLarge, .nobodyToCharge, .noPermission(.charge): "amount"
    default: nil
    }
  }
}

/// What came of a damaged return, for the desk to show.
struct DamagedBack: Sendable {
  var outcome: ReturnOutcome
  var barcode: String
}
