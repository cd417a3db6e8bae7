import LibraryCore
import LibraryStore
import Terminal

/// What went wrong with a copy: lost, damaged, or claimed by its reader to be elsewhere.
enum LossForm {
  fileprivate enum Deed: String, CaseIterable {
    case lost
    case damaged
    case claimsReturned
    case claimsNeverHad
    case believe
    case giveUp
  }

  static func screen(_ workplace: Workplace, _ barcode: String, _ title: String) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "MẤT, HỎNG, KHIẾU NẠI", en: "LOST, DAMAGED"),
      lead: [StyledText("\(title)  (\(barcode))", role: .heading)],
      items: [
        Form.Item(
          "deed", label: words.say(vi: "Việc", en: "What"),
          field: Field(
            .choice(Deed.allCases.map { FieldChoice($0.rawValue, label: words.deed($0)) }),
            text: Deed.lost.rawValue), width: 50,
          hint: words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")),
        Form.Item(
          "amount", label: words.say(vi: "Giá, tiền đền (đồng)", en: "Price, charge (đồng)"),
          field: Field(.text, maximumLength: 20), width: 20,
          hint: words.say(
            vi: "Mất: để trống là giá trong sổ; hỏng: để trống là không thu",
            en: "Lost: empty for the known price; damaged: empty for nothing"),
          check: { field in
            field.text.isEmpty || Money(typed: field.text) != nil
              ? nil : words.say(vi: "Không đọc được số tiền", en: "This is no amount")
          }),
        EntryForm.note(workplace),
      ], about: { about($0, workplace, barcode) },
      save: { form in try save(form, workplace, barcode) })
  }

  /// What declaring it lost would cost, by the terms of the loan.
  private static func about(
    _ form: Form, _ workplace: Workplace, _ barcode: String
  ) -> [StyledText] {
    let words = workplace.wording
    if deed(form) == .damaged {
      let party = (try? workplace.desk.damageParty(of: barcode)) ?? nil
      return [
        party.map { StyledText(words.damageCharge($0, nil), role: .warning) }
          ?? StyledText(
            words.say(
              vi: "Bản này chưa ai mượn, không ghi nợ được cho ai",
              en: "Nobody ever had this copy, so nobody can be charged"), role: .muted)
      ]
    }
    guard deed(form) == .lost else { return [] }
    let price = form["amount"].flatMap { Money(typed: $0.text) }
    switch try? workplace.desk.declareLost(barcode, price: price, dryRun: true) {
    case .lost(let loss): return words.loss(loss).dropFirst().map { StyledText($0) }
    case .refused(let reasons, _):
      return reasons.map { StyledText("• " + words.refusal($0), role: .warning) }
    case .unknownItem, nil: return []
    }
  }

  private static func save(
    _ form: Form, _ workplace: Workplace, _ barcode: String
  ) throws -> FormScreen.Outcome {
    let (words, desk) = (workplace.wording, workplace.desk)
    let amount = form["amount"].flatMap { Money(typed: $0.text) }
    let done = words.deed(deed(form))
    func field(_ refusal: Refusal) -> String? {
      refusal == .priceUnknown ? "amount" : EntryForm.field(refusal)
    }
    switch deed(form) {
    case .lost:
      switch try desk.declareLost(barcode, price: amount) {
      case .lost(let loss):
        let saved = loss.op.map { SavedThing(id: loss.item.id, op: $0) }
        return .saved(saved, note: "\(done): \(words.money(loss.total))")
      case .refused(let reasons, _):
        return .faults(reasons.map { (field($0), words.refusal($0)) })
      case .unknownItem(let text): return .of(.unknown(text), words)
      }
    case .damaged:
      let report = try desk.reportDamage(
        barcode, note: form.note ?? "", charging: amount ?? .zero)
      let charged = report.charged.map { "; " + words.damageCharge($0, amount) } ?? ""
      let waits = report.waitsAgain.map { "; " + words.waitsAgain($0) } ?? ""
      return .of(report.outcome, words, note: done + charged + waits, field: field)
    case .claimsReturned: return .of(try desk.claim(barcode, .returned), words, note: done)
    case .claimsNeverHad: return .of(try desk.claim(barcode, .neverHad), words, note: done)
    case .believe: return .of(try desk.acceptClaim(barcode), words, note: done)
    case .giveUp: return .of(try desk.claim(barcode, nil), words, note: done)
    }
  }

  private static func deed(_ form: Form) -> Deed {
    form["deed"].flatMap { Deed(rawValue: $0.text) } ?? .lost
  }

  /// Takes another copy in place of a lost one.
  static func replacement(
    _ workplace: Workplace, lost barcode: String, _ line: AccountLine
  ) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "ĐỀN SÁCH", en: "REPLACEMENT"),
      lead: [
        StyledText(words.accountLine(line), role: .heading),
        StyledText(words.say(vi: "Còn phải đền ", en: "Still open: ") + words.money(line.open)),
      ],
      items: [
        Form.Item(
          "barcode", label: words.say(vi: "ĐKCB bản mới", en: "New copy's barcode"),
          field: Field(.code, maximumLength: 40), isRequired: true, width: 30,
          hint: words.say(
            vi: "Bản đền phải được đăng ký cá biệt trước",
            en: "The copy brought has to be registered first"))
      ]
    ) { form in
      .of(
        try workplace.desk.replaceLost(barcode, with: form["barcode"]?.text ?? ""), words,
        note: words.say(vi: "Đã nhận sách đền", en: "Took the replacement"), field: EntryForm.field)
    }
  }
}

extension Wording {
  fileprivate func deed(_ deed: LossForm.Deed) -> String {
    switch deed {
    case .lost: say(vi: "mất: bạn đọc phải đền", en: "lost: the reader pays for it")
    case .damaged: say(vi: "hỏng: để riêng", en: "damaged: set aside")
    case .claimsReturned: loanClaim(.returned)
    case .claimsNeverHad: loanClaim(.neverHad)
    case .believe: say(vi: "chấp nhận khiếu nại", en: "believe the reader")
    case .giveUp: say(vi: "rút khiếu nại", en: "claim given up")
    }
  }
}
