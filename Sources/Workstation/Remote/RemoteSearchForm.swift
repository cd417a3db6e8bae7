import LibraryCore
import MARC
import RemoteCatalogues
import Terminal

/// What a book is looked for by: number, title, author, words; everything given must hold.
enum RemoteSearchForm {
  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    func item(_ id: String, _ vi: String, _ en: String) -> Form.Item {
      Form.Item(
        id, label: words.say(vi: vi, en: en),
        field: workplace.keyboard.words("", maximumLength: 200))
    }
    return FormScreen(
      workplace: workplace, purpose: .looking,
      title: words.say(vi: "HỎI NƠI KHÁC", en: "ASK OTHERS"),
      lead: [
        StyledText(
          words.say(
            vi: "Hỏi cùng lúc mọi mục lục đang bật; điền ô nào thì tìm theo ô ấy.",
            en: "Asks all catalogues that are on at once, by what is filled in."))
      ],
      items: [
        Form.Item(
          "isbn", label: "ISBN", field: Field(.code, maximumLength: 20), width: 24,
          check: { field in
            field.text.isEmpty || ISBN(field.text) != nil ? nil : words.notAnISBN(field.text)
          }),
        item("title", "Nhan đề", "Title"), item("author", "Tác giả", "Author"),
        item("words", "Từ bất kỳ", "Any word"),
      ]
    ) { form in
      let query = RemoteQuery(
        isbn: ISBN(form["isbn"]?.text ?? ""), title: form["title"]?.text,
        author: form["author"]?.text, words: form["words"]?.text)
      guard !query.isEmpty else {
        return .faults([
          (nil, words.say(vi: "Hãy điền ít nhất một ô", en: "Fill in at least one field"))
        ])
      }
      return .saved(CopyQuestion.form(query), note: nil)
    }
  }
}
