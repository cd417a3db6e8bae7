import LibraryCore
import LibraryStore
import Terminal

/// The fields of copies as forms ask for them.
struct CopyForm {
  let workplace: Workplace
  private var words: Wording { workplace.wording }

  init(_ workplace: Workplace) { self.workplace = workplace }

  func barcode(_ text: String) -> Form.Item {
    let words = words
    return Form.Item(
      "barcode", label: words.say(vi: "Số ĐKCB", en: "Barcode"),
      field: InputField(.code, text: text, maximumLength: Barcode.lengthMaximum),
      isRequired: true, width: 24,
      check: { field in Barcode.fault(in: field.text).map(words.labelFault) })
  }

  func location(_ code: String?) -> Form.Item {
    Form.Item(
      "location", label: words.say(vi: "Kho", en: "Location"),
      field: choice(.location, code ?? "", mayBeEmpty: true), width: 40)
  }

  func type(_ code: String) -> Form.Item {
    Form.Item(
      "type", label: words.say(vi: "Loại", en: "Type"),
      field: choice(.itemType, code, mayBeEmpty: false), width: 40)
  }

  func callNumber(_ text: String?) -> Form.Item {
    Form.Item(
      "callNumber", label: words.say(vi: "Ký hiệu xếp giá", en: "Call number"),
      field: InputField(.text, text: text ?? "", maximumLength: 100), width: 40)
  }

  func price(_ amount: Money?) -> Form.Item {
    let words = words
    return Form.Item(
      "price", label: words.say(vi: "Giá", en: "Price"),
      field: InputField(.text, text: amount.map { String($0.dong) } ?? "", maximumLength: 20),
      width: 16, hint: words.say(vi: "Đồng, ví dụ 50.000", en: "In đồng, as 50.000"),
      check: { field in
        Money(typed: field.text) == nil
          ? words.say(vi: "Không phải số tiền", en: "Not an amount") : nil
      })
  }

  func copyNumber(_ text: String?) -> Form.Item {
    Form.Item(
      "copyNumber", label: words.say(vi: "Bản số", en: "Copy number"),
      field: InputField(.text, text: text ?? "", maximumLength: 20), width: 16)
  }

  func note(_ text: String?) -> Form.Item {
    Form.Item(
      "note", label: words.say(vi: "Ghi chú", en: "Note"),
      field: workplace.keyboard.words(text ?? "", maximumLength: 500))
  }

  func source(_ text: String?) -> Form.Item {
    Form.Item(
      "source", label: words.say(vi: "Nguồn", en: "Source"),
      field: workplace.keyboard.words(text ?? "", maximumLength: 100), width: 40,
      hint: words.say(vi: "Mua, tặng, lưu chiểu…", en: "Bought, given, legal deposit…"))
  }

  func document(_ text: String?) -> Form.Item {
    Form.Item(
      "document", label: words.say(vi: "Số chứng từ", en: "Document"),
      field: InputField(.text, text: text ?? "", maximumLength: 40), width: 24)
  }

  func acquiredOn(_ day: CalendarDay?) -> Form.Item {
    let words = words
    return Form.Item(
      "acquiredOn", label: words.say(vi: "Ngày nhập", en: "Acquired on"),
      field: InputField(
        .text, text: day.map { words.day($0) } ?? "", maximumLength: 10), width: 12,
      check: { field in
        CalendarDay(iso: field.text) == nil && CalendarDay(vietnamese: field.text) == nil
          ? words.say(vi: "Không phải ngày", en: "Not a day") : nil
      })
  }

  /// The library a copy belongs to; nil where the house is the only one.
  func library(_ code: String?) -> Form.Item? {
    let libraries = workplace.house?.terms(.library) ?? []
    guard !libraries.isEmpty else { return nil }
    let here = FieldChoice("", label: words.say(vi: "thư viện này", en: "this one"))
    return Form.Item(
      "library", label: words.fieldName("library"),
      field: InputField(
        .choice([here] + libraries.map { FieldChoice($0.code, label: $0.name) }),
        text: code ?? ""), width: 40)
  }

  /// The library's runs of accession numbers, its own prefix first; nil where there is no choice.
  func series() -> Form.Item? {
    workplace.catchUp()
    let terms = workplace.house?.terms(.series) ?? []
    guard !terms.isEmpty else { return nil }
    let choices = terms.compactMap { term in
      AccessionSeries(firstNumber: term.code).map {
        FieldChoice($0.prefix, label: "\($0.prefix)  \(term.name)")
      }
    }
    let own = FieldChoice("", label: words.say(vi: "Dãy chung", en: "The library's own"))
    return Form.Item(
      "series", label: words.say(vi: "Dãy số", en: "Series"),
      field: InputField(.choice([own] + choices)), width: 40)
  }

  func count() -> Form.Item {
    let words = words
    let limit = Desk.copiesMaximum
    return Form.Item(
      "count", label: words.say(vi: "Số bản", en: "How many"),
      field: InputField(.number, text: "1", maximumLength: 4), isRequired: true, width: 8,
      check: { field in
        (1...limit).contains(field.number ?? 0)
          ? nil : words.say(vi: "Từ 1 đến \(limit)", en: "From 1 to \(limit)")
      })
  }

  func status(_ status: ItemStatus) -> Form.Item {
    let choices = ItemStatus.allCases.filter { $0 != .removed && $0 != .missing || $0 == status }
    return Form.Item(
      "status", label: words.say(vi: "Tình trạng", en: "Status"),
      field: InputField(
        .choice(choices.map { FieldChoice($0.rawValue, label: words.itemStatus($0)) }),
        text: status.rawValue), width: 40)
  }

  /// The library's own list; a code that the list lacks stays possible for the copy that has it.
  private func choice(_ kind: TermKind, _ code: String, mayBeEmpty: Bool) -> InputField {
    workplace.catchUp()
    var choices = (workplace.house?.terms(kind) ?? []).map { FieldChoice($0.code, label: $0.name) }
    if mayBeEmpty { choices.insert(FieldChoice("", label: "–"), at: 0) }
    if !choices.contains(where: { $0.value == code }) {
      choices.append(FieldChoice(code, label: code))
    }
    return InputField(.choice(choices), text: code)
  }
}

extension Form {
  /// Puts refusals where they belong; what belongs to no field comes back as effects.
  mutating func show(_ reasons: [Refusal], _ workplace: Workplace) -> [Effect] {
    var rest: [Refusal] = []
    for reason in reasons {
      switch reason {
      case .invalidValue(let field, _) where self[field] != nil:
        setError(workplace.wording.refusal(reason), for: field)
      case .barcodeTaken where self["barcode"] != nil, .barcodeIsCard where self["barcode"] != nil:
        setError(workplace.wording.refusal(reason), for: "barcode")
      default: rest.append(reason)
      }
    }
    return rest.isEmpty ? [.bell] : workplace.refused(rest)
  }
}
