import LibraryCore
import LibraryStore
import Terminal

/// Asks for the scope of a new stocktake; closes with its id.
enum StocktakeForm {
  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    return FormScreen(
      workplace: workplace, title: words.say(vi: "MỞ ĐỢT KIỂM KÊ", en: "NEW STOCKTAKE"),
      lead: [
        StyledText(
          words.say(
            vi:
              "Để trống khoảng ký hiệu thì kiểm cả kho; chọn «cả thư viện» thì kiểm mọi kho.",
            en: "Without a range the whole location is counted; “all” counts every location."))
      ], items: items(workplace)
    ) { form in
      let outcome = try workplace.desk.openStocktake(scope(form))
      return .of(outcome, words) { refusal in
        switch refusal {
        case .nameMissing: "name"
        case .invalidValue(let field, _): field
        default: nil
        }
      }
    }
  }

  private static func items(_ workplace: Workplace) -> [Form.Item] {
    let words = workplace.wording
    let everywhere = FieldChoice("", label: words.say(vi: "cả thư viện", en: "all"))
    let locations = (workplace.house?.terms(.location) ?? []).map {
      FieldChoice($0.code, label: "\($0.code) – \($0.name)")
    }
    let year = workplace.desk.today.year
    return [
      Form.Item(
        "name", label: words.say(vi: "Tên đợt", en: "Name"),
        field: workplace.keyboard.words(
          words.say(vi: "Kiểm kê \(year)", en: "Stocktake \(year)"), maximumLength: 100),
        isRequired: true),
      Form.Item(
        "location", label: words.fieldName("location"),
        field: Field(.choice([everywhere] + locations)), width: 40,
        hint: words.say(vi: "Phím ← → để chọn", en: "Choose with ← →")),
      callNumber(
        "fromCallNumber", words.say(vi: "Từ ký hiệu xếp giá", en: "From call number"),
        words.say(vi: "Ví dụ 000", en: "Such as 000")),
      callNumber(
        "toCallNumber", words.say(vi: "Đến ký hiệu xếp giá", en: "To call number"),
        words.say(vi: "Ví dụ 199: lấy cả 199.5", en: "Such as 199, which takes in 199.5")),
    ]
  }

  private static func callNumber(_ id: String, _ label: String, _ hint: String) -> Form.Item {
    Form.Item(id, label: label, field: Field(maximumLength: 100), width: 30, hint: hint)
  }

  private static func scope(_ form: Form) -> StocktakeScope {
    StocktakeScope(
      name: form["name"]?.text ?? "", location: form["location"]?.text,
      fromCallNumber: form["fromCallNumber"]?.text, toCallNumber: form["toCallNumber"]?.text)
  }
}
