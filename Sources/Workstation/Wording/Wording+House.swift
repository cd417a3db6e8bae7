public import LibraryCore
import LibraryStore

extension Wording {
  /// What a setting of the house is called; the name of the setting itself where it is not ours.
  public func settingName(_ name: String) -> String {
    switch name {
    case HouseSetting.libraryName: say(vi: "tên thư viện", en: "name of the library")
    case HouseSetting.libraryCode: say(vi: "mã thư viện", en: "code of the library")
    case HouseSetting.cardPrefix: say(vi: "đầu số thẻ", en: "card prefix")
    case HouseSetting.barcodePrefix: say(vi: "đầu mã vạch", en: "barcode prefix")
    case HouseSetting.openWeekdays: say(vi: "các thứ mở cửa", en: "open weekdays")
    case HouseSetting.openingHours: say(vi: "giờ mở cửa", en: "opening hours")
    case HouseSetting.drawer: say(vi: "ngăn tiền thường dùng", en: "usual drawer")
    case HouseSetting.filingOrder: say(vi: "thứ tự chữ cái", en: "filing order")
    case HouseSetting.deweyEdition: say(vi: "ấn bản DDC", en: "DDC edition")
    case HouseSetting.keywords: say(vi: "từ khóa", en: "keywords")
    case HouseSetting.shelfMarkScheme: say(vi: "kiểu ký hiệu xếp giá", en: "scheme of shelf marks")
    case HouseSetting.shelfMarkEnding:
      say(vi: "chữ cuối của mã hoá tên", en: "end of a name's code")
    case HouseSetting.countReturns:
      say(vi: "đếm đọc tại chỗ khi trả", en: "count returns as reading")
    case HouseSetting.borrowedBefore:
      say(vi: "báo khi bạn đọc đã mượn nhan đề này", en: "tell when a title was borrowed before")
    case HouseSetting.previousBorrower:
      say(vi: "báo ai mượn bản này lần trước", en: "tell who had a copy before")
    case HouseSetting.language: say(vi: "ngôn ngữ", en: "language")
    case HouseSetting.keyMap: say(vi: "bảng phím", en: "key map")
    case HouseSetting.theme: say(vi: "bảng màu", en: "theme")
    case HouseSetting.consoleFont: say(vi: "phông console", en: "console font")
    case HouseSetting.letters: say(vi: "chữ", en: "letters")
    case HouseSetting.selfCheck: say(vi: "máy tự mượn trả", en: "self-check machines")
    case HouseSetting.wantedByItself:
      say(vi: "mất mạng thì để dành", en: "kept when the line is down")
    case HouseSetting.slipPrinter: say(vi: "máy in phiếu", en: "slip printer")
    case HouseSetting.slipLetters:
      say(vi: "bảng chữ máy in phiếu", en: "letters of the slip printer")
    case HouseSetting.slipPaper: say(vi: "khổ giấy in phiếu", en: "paper of slips")
    case HouseSetting.slipAutomatic: say(vi: "tự in phiếu", en: "slips by themselves")
    case HouseSetting.reminderSteps:
      say(vi: "số ngày quá hạn của các lần nhắc", en: "days overdue of each notice")
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
