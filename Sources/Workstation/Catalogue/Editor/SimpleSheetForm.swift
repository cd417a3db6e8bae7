import LibraryCore
public import MARC
import Terminal

/// The lines of the simple sheet as a form.
struct SimpleSheetForm {
  let workplace: Workplace
  private var words: Wording { workplace.wording }

  init(_ workplace: Workplace) { self.workplace = workplace }

  /// The form's content as a sheet.
  static func sheet(_ form: Form) -> SimpleSheet {
    var sheet = SimpleSheet()
    for line in SimpleSheet.Line.allCases {
      if let text = form[line.rawValue]?.text { sheet.texts[line] = text }
    }
    return sheet
  }

  func items(_ sheet: SimpleSheet) -> [Form.Item] {
    SimpleSheet.Line.allCases.map { item($0, sheet.texts[$0] ?? "") }
  }

  private func item(_ line: SimpleSheet.Line, _ text: String) -> Form.Item {
    let words = words
    let schema = workplace.schema
    switch line {
    case .isbn:
      return code(line, text, width: 30) { field in
        ISBN(field.text) == nil
          ? words.say(vi: "Sai số kiểm tra của ISBN", en: "The check digit is wrong") : nil
      }
    case .language:
      return code(line, text, width: 6) { field in
        schema.codeList(.languages)?[field.text] == nil
          ? words.say(
            vi: "Không phải mã ngôn ngữ: vie, eng, fre, rus, chi…",
            en: "Not a language code: vie, eng, fre, rus, chi…") : nil
      }
    case .year: return code(line, text, width: 16)
    case .pages: return code(line, text, width: 24)
    case .size: return code(line, text, width: 16)
    case .price: return code(line, text, width: 16)
    case .classMark: return code(line, text, width: 24)
    default:
      return Form.Item(
        line.rawValue, label: words.sheetLine(line), field: workplace.keyboard.words(text),
        isRequired: line == .title, width: line == .place ? 30 : nil, hint: words.sheetHint(line))
    }
  }

  private func code(
    _ line: SimpleSheet.Line, _ text: String, width: Int,
    check: (@Sendable (InputField) -> String?)? = nil
  ) -> Form.Item {
    Form.Item(
      line.rawValue, label: words.sheetLine(line),
      field: InputField(.text, text: text, maximumLength: 200), width: width,
      hint: words.sheetHint(line), check: check)
  }
}

extension Wording {
  /// What a line of the simple sheet is called.
  public func sheetLine(_ line: SimpleSheet.Line) -> String {
    switch line {
    case .title: say(vi: "Nhan đề", en: "Title")
    case .subtitle: say(vi: "Phụ đề", en: "Subtitle")
    case .author: say(vi: "Tác giả", en: "Author")
    case .coauthors: say(vi: "Đồng tác giả", en: "Co-authors")
    case .translators: say(vi: "Dịch giả", en: "Translators")
    case .edition: say(vi: "Lần xuất bản", en: "Edition")
    case .place: say(vi: "Nơi xuất bản", en: "Place")
    case .publisher: say(vi: "Nhà xuất bản", en: "Publisher")
    case .year: say(vi: "Năm", en: "Year")
    case .pages: say(vi: "Số trang", en: "Pages")
    case .size: say(vi: "Khổ", en: "Size")
    case .series: say(vi: "Tùng thư", en: "Series")
    case .isbn: "ISBN"
    case .price: say(vi: "Giá", en: "Price")
    case .classMark: say(vi: "Phân loại", en: "Class")
    case .keywords: say(vi: "Từ khoá", en: "Keywords")
    case .summary: say(vi: "Tóm tắt", en: "Summary")
    case .language: say(vi: "Ngôn ngữ", en: "Language")
    case .audience: say(vi: "Đối tượng", en: "Audience")
    }
  }

  fileprivate func sheetHint(_ line: SimpleSheet.Line) -> String {
    switch line {
    case .coauthors, .translators, .keywords:
      say(vi: "Nhiều thì cách nhau bằng dấu chấm phẩy", en: "Several are parted by semicolons")
    case .size: "21 cm"
    case .price: "45.000"
    case .language: say(vi: "Mã ba chữ: vie, eng, fre…", en: "Three letters: vie, eng, fre…")
    case .audience:
      say(vi: "Thiếu nhi, sinh viên, bạn đọc rộng rãi…", en: "Children, students, everybody…")
    default: ""
    }
  }
}
