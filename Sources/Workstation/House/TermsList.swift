import LibraryCore
import LibraryStore
import Terminal

/// The named lists of the library: patron categories, item types, locations, one at a time.
struct TermsList: HouseList {
  let context = "terms"
  let permission = Permission.manageRules
  private var kind = TermKind.patronCategory
  private var terms: [HouseConfiguration.Term] = []

  var count: Int { terms.count }

  func title(_ words: Wording) -> String { words.say(vi: "DANH MỤC", en: "LISTS") }

  func lead(_ words: Wording) -> String? {
    let kinds = TermKind.allCases
    let place = kinds.firstIndex(of: kind) ?? 0
    let next = kinds[(place + 1) % kinds.count]
    // All of them side by side are wider than a screen: which one this is, of how many, and the one that follows.
    return "\(place + 1)/\(kinds.count)  [\(words.termKind(kind))] › \(words.termKind(next)) ›"
  }

  func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.say(vi: "Mã", en: "Code"), width: .fixed(20)),
      TableColumn(words.say(vi: "Tên", en: "Name"), width: .flexible()),
    ]
  }

  func row(_ index: Int, _ words: Wording) -> TableRow {
    TableRow([terms[index].code, terms[index].name])
  }

  mutating func read(_ workplace: Workplace) { terms = workplace.house?.terms(kind) ?? [] }

  func formToAdd(_ workplace: Workplace) -> any Screen { TermForm.screen(workplace, kind, nil) }

  func formToEdit(_ index: Int, _ workplace: Workplace) -> (any Screen)? {
    TermForm.screen(workplace, kind, terms[index])
  }

  func removal(of index: Int, _ workplace: Workplace) -> HouseRemoval? {
    guard terms.indices.contains(index) else { return nil }
    let term = terms[index]
    return HouseRemoval(name: "\(term.code) – \(term.name)") {
      try workplace.desk.removeTerm(term.kind, code: term.code)
    }
  }

  mutating func perform(_ command: CommandID, on index: Int?, _ workplace: Workplace) -> [Effect]? {
    guard command == .termsNextList else { return nil }
    let kinds = TermKind.allCases
    kind = kinds[((kinds.firstIndex(of: kind) ?? 0) + 1) % kinds.count]
    return []
  }
}

/// A term: its code, which things bear for good, and the name people use.
enum TermForm {
  static func screen(_ workplace: Workplace, _ kind: TermKind, _ term: HouseConfiguration.Term?)
    -> any Screen
  {
    let words = workplace.wording
    let code = Form.Item(
      "code", label: words.say(vi: "Mã", en: "Code"), field: Field(.code, maximumLength: 20),
      isRequired: true, width: 22,
      hint: words.say(vi: "Chữ hoa không dấu, ví dụ THIEUNHI", en: "Capitals, such as CHILD"))
    let name = Form.Item(
      "name", label: words.say(vi: "Tên", en: "Name"),
      field: workplace.keyboard.words(term?.name ?? "", maximumLength: 100), isRequired: true)
    return FormScreen(
      workplace: workplace, title: words.termKind(kind).uppercased(),
      lead: term.map { [StyledText($0.code, role: .heading)] } ?? [],
      items: term == nil ? [code, name] : [name]
    ) { form in
      .of(
        try workplace.desk.saveTerm(
          kind, code: term?.code ?? form["code"]?.text ?? "", name: form["name"]?.text ?? ""),
        words, note: words.say(vi: "Đã lưu danh mục", en: "List saved")
      ) { $0 == .nameMissing ? "name" : nil }
    }
  }
}
