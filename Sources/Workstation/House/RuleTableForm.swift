import Foundation
import LibraryCore
import LibraryStore
import Terminal

/// Writes the matrix as a table for a spreadsheet, or reads one, from a form with the file's path.
enum RuleTableForm {
  static func writing(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace,
      title: words.say(vi: "GHI QUY ĐỊNH RA TỆP CSV", en: "WRITE THE RULES AS CSV"),
      lead: [
        StyledText(
          words.say(
            vi: "Mỗi dòng quy định một dòng, mỗi giá trị một cột; ô trống: theo dòng khác.",
            en: "A line for each row, a column for each value; empty: other rows say."),
          role: .muted)
      ],
      items: [pathItem(words, text: TypedPath.workingFolder + "quy-dinh.csv")]
    ) { form in
      let path = form["path"]?.text ?? ""
      guard !FileManager.default.fileExists(atPath: path) else {
        return .faults([
          ("path", words.say(vi: "Đã có tệp tên này", en: "There is a file of that name"))
        ])
      }
      let table = RuleTable(try workplace.desk.houseConfiguration().rules)
      guard FileManager.default.createFile(atPath: path, contents: Data(table.text.utf8)) else {
        return .faults([
          ("path", words.say(vi: "Không ghi được tệp này", en: "Cannot write this file"))
        ])
      }
      return .saved(
        nil,
        note: words.say(
          vi: "Đã ghi \(table.rows.count) dòng quy định ra \(path)",
          en: "Wrote \(counted(table.rows.count, "rule")) to \(path)"))
    }
  }

  /// Asks for a table; the answer is a page with what it would change, from which it is taken.
  static func reading(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    let replace = Form.Item(
      "replace", label: words.say(vi: "Dòng không có trong tệp", en: "Rows not in the file"),
      field: Field(
        .choice([
          FieldChoice("", label: words.say(vi: "giữ lại", en: "stay")),
          FieldChoice("yes", label: words.say(vi: "bỏ đi", en: "are removed")),
        ])), width: 40)
    return FormScreen(
      workplace: workplace,
      title: words.say(vi: "NHẬP QUY ĐỊNH TỪ TỆP CSV", en: "READ THE RULES FROM CSV"),
      lead: [
        StyledText(
          words.say(
            vi: "Lưu ở đây chưa ghi gì: trang sau cho xem sẽ đổi những gì.",
            en: "Nothing is written yet: the next page shows what would change."), role: .muted)
      ],
      items: [pathItem(words, text: TypedPath.workingFolder), replace]
    ) { form in
      let path = form["path"]?.text ?? ""
      guard let bytes = FileManager.default.contents(atPath: path) else {
        return .faults([
          ("path", words.say(vi: "Không đọc được tệp này", en: "Cannot read this file"))
        ])
      }
      return .goesOn(
        RuleImportScreen(
          workplace: workplace, path: path,
          RuleTable.read(Array(bytes), known: try workplace.desk.houseConfiguration().codes),
          replacing: form["replace"]?.text == "yes"))
    }
  }

  private static func pathItem(_ words: Wording, text: String) -> Form.Item {
    Form.Item(
      "path", label: words.say(vi: "Tệp", en: "File"),
      field: Field(.text, text: text, maximumLength: 500), isRequired: true, width: 60)
  }
}
