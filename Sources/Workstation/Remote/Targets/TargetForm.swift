import LibraryCore
import LibraryStore
import RemoteCatalogues
import Terminal

/// A catalogue of others: its address, what it speaks and what its indexes are called.
enum TargetForm {
  static func screen(_ workplace: Workplace, _ target: RemoteTarget?) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace,
      title: words.say(vi: "MỤC LỤC CỦA NƠI KHÁC", en: "A CATALOGUE OF OTHERS"),
      lead: target.map { [StyledText($0.code, role: .heading)] } ?? [],
      items: (target == nil ? [code(workplace)] : []) + places(target, workplace)
        + questions(target, words) + limits(target, words)
    ) { form in
      try save(form, target, workplace)
    }
  }

  private static func code(_ workplace: Workplace) -> Form.Item {
    let words = workplace.wording
    return Form.Item(
      "code", label: words.say(vi: "Mã", en: "Code"), field: Field(.code, maximumLength: 40),
      isRequired: true, width: 24,
      hint: words.say(
        vi: "Một từ ngắn không dấu, ví dụ tvqg", en: "A short word such as nlv"),
      check: { field in
        RemoteTarget.isCode(field.text) ? nil : words.targetProblem(.badCode(field.text))
      })
  }

  private static func places(_ target: RemoteTarget?, _ workplace: Workplace) -> [Form.Item] {
    let words = workplace.wording
    return [
      Form.Item(
        "name", label: words.say(vi: "Tên", en: "Name"),
        field: workplace.keyboard.words(target?.name ?? "", maximumLength: 100), isRequired: true),
      Form.Item(
        "address", label: words.say(vi: "Địa chỉ", en: "Address"),
        field: Field(.text, text: target?.address.text ?? "", maximumLength: 500),
        isRequired: true, hint: "z39.50://host:210/DATABASE, https://host/sru",
        check: { field in
          RemoteAddress(field.text) == nil
            ? words.targetProblem(.badValue(name: "address", value: field.text)) : nil
        }),
      choice(
        "on", words.say(vi: "Có hỏi", en: "Asked"), target?.isOn == false ? "no" : "yes",
        [("yes", words.say(vi: "có", en: "yes")), ("no", words.say(vi: "không", en: "no"))]),
      choice(
        "syntax", words.say(vi: "Dạng (Z39.50)", en: "Form (Z39.50)"),
        (target?.syntax ?? .usmarc).rawValue,
        RemoteTarget.Syntax.allCases.map { ($0.rawValue, $0.rawValue) }),
      choice(
        "charset", words.say(vi: "Bảng mã", en: "Characters"), (target?.charset ?? .auto).rawValue,
        RemoteTarget.Charset.allCases.map { ($0.rawValue, $0.rawValue) }),
      choice(
        "version", words.say(vi: "Bản SRU", en: "SRU version"), target?.version ?? "1.1",
        ["1.1", "1.2", "2.0"].map { ($0, $0) }),
      text(
        "schema", words.say(vi: "Lược đồ (SRU)", en: "Schema (SRU)"), target?.schema ?? "marcxml",
        ""),
    ]
  }

  private static func questions(_ target: RemoteTarget?, _ words: Wording) -> [Form.Item] {
    let usual = words.say(vi: "Bỏ trống thì dùng tên quen thuộc", en: "Empty: the usual name")
    return [
      choice(
        "letters", words.say(vi: "Gửi chữ", en: "Words are sent"),
        target?.letters?.rawValue ?? "",
        [
          ("", words.say(vi: "như thường lệ", en: "as usual")),
          ("utf-8", words.say(vi: "có dấu", en: "with marks")),
          ("plain", words.say(vi: "không dấu", en: "without marks")),
        ]),
      text("isbn", words.say(vi: "Chỉ mục ISBN", en: "ISBN index"), target?.indexes[.isbn], usual),
      text(
        "title", words.say(vi: "… nhan đề", en: "… titles"), target?.indexes[.title], usual),
      text(
        "author", words.say(vi: "… tác giả", en: "… authors"), target?.indexes[.author], usual),
      text("any", words.say(vi: "… mọi từ", en: "… any word"), target?.indexes[.any], usual),
    ]
  }

  private static func limits(_ target: RemoteTarget?, _ words: Wording) -> [Form.Item] {
    [
      text(
        "seconds", words.say(vi: "Chờ (giây)", en: "Seconds to wait"),
        String(target?.secondsMaximum ?? 15), "1–120"),
      text(
        "records", words.say(vi: "Lấy nhiều nhất", en: "Records at most"),
        String(target?.recordsMaximum ?? 10), "1–100"),
      text(
        "trusted", words.say(vi: "Tệp chứng chỉ", en: "Certificates"), target?.trusted,
        words.say(
          vi: "Chỉ khi máy chủ dùng chứng chỉ riêng",
          en: "Only where the server has certificates of its own")),
    ]
  }

  private static func text(_ id: String, _ label: String, _ text: String?, _ hint: String)
    -> Form.Item
  {
    Form.Item(
      id, label: label, field: Field(.text, text: text ?? "", maximumLength: 500), hint: hint)
  }

  private static func choice(
    _ id: String, _ label: String, _ chosen: String, _ choices: [(String, String)]
  ) -> Form.Item {
    Form.Item(
      id, label: label,
      field: Field(.choice(choices.map { FieldChoice($0.0, label: $0.1) }), text: chosen),
      width: 24)
  }

  private static func save(_ form: Form, _ target: RemoteTarget?, _ workplace: Workplace) throws
    -> FormScreen.Outcome
  {
    let words = workplace.wording
    let code = target?.code ?? form["code"]?.text ?? ""
    if target == nil, try workplace.desk.targets(workplace.appearance.places).target(code) != nil {
      return .faults([
        ("code", words.say(vi: "Đã có mục lục mã «\(code)»", en: "There is a “\(code)” already"))
      ])
    }
    guard let address = RemoteAddress(form["address"]?.text ?? "") else { return .faults([]) }
    var edited = RemoteTarget(code: code, name: code, address: address)
    for name in TargetFile.names where name != "address" {
      // An empty field leaves what is usual.
      let text = form[name]?.text ?? ""
      guard text.isEmpty || edited.set(name, to: text) else {
        return .faults([(name, words.targetProblem(.badValue(name: name, value: text)))])
      }
    }
    return .of(
      try workplace.desk.saveTarget(edited), words,
      note: words.say(vi: "Đã lưu \(edited.name)", en: "Saved \(edited.name)"))
  }
}
