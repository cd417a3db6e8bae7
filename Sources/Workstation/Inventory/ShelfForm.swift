import Terminal

/// Asks for the name of the shelf being scanned.
enum ShelfForm {
  struct Shelf: Sendable {
    var name: String
  }

  static func screen(_ workplace: Workplace, shelf: String) -> any Screen {
    let words = workplace.wording
    let item = Form.Item(
      "shelf", label: words.say(vi: "Giá, ngăn", en: "Shelf"),
      field: workplace.keyboard.line(shelf, maximumLength: 60), width: 40,
      hint: words.say(
        vi: "Để trống nếu không ghi giá. Thứ tự được xét trong từng giá.",
        en: "Leave it empty for none. Order is judged within each shelf."))
    return FormScreen(
      workplace: workplace, title: words.say(vi: "GIÁ ĐANG QUÉT", en: "SHELF"), items: [item]
    ) { form in .saved(Shelf(name: form["shelf"]?.text ?? ""), note: nil) }
  }
}

/// Asks for the file of barcodes to load.
enum ShelfFileForm {
  struct File: Sendable {
    var path: String
  }

  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    let item = Form.Item(
      "path", label: words.say(vi: "Tệp mã vạch", en: "File"), field: Field(maximumLength: 1000),
      isRequired: true,
      hint: words.say(
        vi: "Tệp chữ, mỗi dòng một mã; nạp lại cùng tệp không ghi gì hai lần",
        en: "A text file with one code to a line; loading it again writes nothing twice"))
    return FormScreen(
      workplace: workplace, title: words.say(vi: "NẠP TỆP MÃ VẠCH", en: "LOAD BARCODES"),
      items: [item]
    ) { form in .saved(File(path: form["path"]?.text ?? ""), note: nil) }
  }
}
