public import LibraryCore
import LibraryStore

extension Wording {
  /// The values of a rule row in one line, such as `21 ngày; 5 bản`.
  public func ruleValues(_ values: [RuleParameter: Int]) -> String {
    RuleParameter.allCases.compactMap { parameter in
      values[parameter].map { ruleValue(parameter, $0) }
    }.joined(separator: "; ")
  }

  private func ruleValue(_ parameter: RuleParameter, _ value: Int) -> String {
    let amount = money(Money(dong: Int64(value)))
    return switch parameter {
    case .lendable:
      value == 1 ? say(vi: "cho mượn", en: "lendable") : say(vi: "đọc tại chỗ", en: "here only")
    case .loanDays: say(vi: "\(value) ngày", en: "\(value) days")
    case .loansMaximum: say(vi: "\(value) bản", en: "\(value) loans")
    case .loansOfTypeMaximum: say(vi: "\(value) bản loại này", en: "\(value) of this type")
    case .renewalsMaximum: say(vi: "gia hạn \(value) lần", en: "\(value) renewals")
    case .renewalDays: say(vi: "mỗi lần \(value) ngày", en: "\(value) days each")
    case .graceDays: say(vi: "trễ \(value) ngày không phạt", en: "\(value) days of grace")
    case .finePerDay: say(vi: "phạt \(amount)/ngày", en: "fine \(amount) a day")
    case .fineMaximum where value == 0: say(vi: "phạt không giới hạn", en: "fines unlimited")
    case .fineMaximum: say(vi: "phạt tối đa \(amount)", en: "fine at most \(amount)")
    case .overduesMaximum: say(vi: "quá hạn ≤ \(value) bản", en: "overdue ≤ \(value)")
    case .owedMaximum: say(vi: "nợ ≤ \(amount)", en: "debt ≤ \(amount)")
    }
  }

  /// What a setting of the house is called; the name of the setting itself where it is not ours.
  public func settingName(_ name: String) -> String {
    switch name {
    case HouseSetting.libraryName: say(vi: "tên thư viện", en: "name of the library")
    case HouseSetting.libraryCode: say(vi: "mã thư viện", en: "code of the library")
    case HouseSetting.cardPrefix: say(vi: "đầu số thẻ", en: "card prefix")
    case HouseSetting.barcodePrefix: say(vi: "đầu mã vạch", en: "barcode prefix")
    case HouseSetting.openWeekdays: say(vi: "các thứ mở cửa", en: "open weekdays")
    case HouseSetting.filingOrder: say(vi: "thứ tự chữ cái", en: "filing order")
    case HouseSetting.keywords: say(vi: "từ khóa", en: "keywords")
    case HouseSetting.shelfMarkScheme: say(vi: "kiểu ký hiệu xếp giá", en: "scheme of shelf marks")
    case HouseSetting.shelfMarkEnding:
      say(vi: "chữ cuối của mã hoá tên", en: "end of a name's code")
    case HouseSetting.language: say(vi: "ngôn ngữ", en: "language")
    case HouseSetting.keyMap: say(vi: "bảng phím", en: "key map")
    case HouseSetting.theme: say(vi: "bảng màu", en: "theme")
    case HouseSetting.consoleFont: say(vi: "phông console", en: "console font")
    case HouseSetting.letters: say(vi: "chữ", en: "letters")
    default: name
    }
  }

  /// Weekdays short enough for a line: T2 … T7, CN.
  public func shortWeekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .sunday: say(vi: "CN", en: "Sun")
    default: say(vi: "T\(weekday.rawValue + 2)", en: String(self.weekday(weekday).prefix(3)))
    }
  }
}
