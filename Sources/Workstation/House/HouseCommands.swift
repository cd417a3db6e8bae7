import Terminal

extension CommandID {
  static let houseOpen = CommandID("house.open")
  static let houseRules = CommandID("house.rules")
  static let houseCalendar = CommandID("house.calendar")
  static let houseTerms = CommandID("house.terms")
  static let houseStaff = CommandID("house.staff")
  static let houseSettings = CommandID("house.settings")
  static let houseAdd = CommandID("house.add")
  static let houseRemove = CommandID("house.remove")
  static let rulesApply = CommandID("rules.apply")
  static let rulesReapply = CommandID("rules.reapply")
  static let rulesExport = CommandID("rules.export")
  static let rulesImport = CommandID("rules.import")
  static let rulesTake = CommandID("rules.take")
  static let reapplySave = CommandID("reapply.save")
  static let calendarWeek = CommandID("calendar.week")
  static let calendarHours = CommandID("calendar.hours")
  static let calendarSeason = CommandID("calendar.season")
  static let calendarHolidays = CommandID("calendar.holidays")
  static let calendarClose = CommandID("calendar.close")
  static let termsNextList = CommandID("terms.nextList")
  static let staffPassword = CommandID("staff.password")
  static let signIn = CommandID("app.signIn")
  static let ownPassword = CommandID("app.password")
  static let language = CommandID("app.language")
  static let terminal = CommandID("app.terminal")
}

extension KeyContext {
  static let house: [KeyContext] = [
    KeyContext(
      "house", title: LocalizedText(vi: "Trong phần thư viện", en: "In the house menu"),
      parents: ["list"]),
    KeyContext(
      "houseList", title: LocalizedText(vi: "Trong danh sách sửa được", en: "In a list to edit"),
      parents: ["list"]),
    KeyContext(
      "rules", title: LocalizedText(vi: "Trong quy định mượn", en: "Among the loan rules"),
      parents: ["houseList"]),
    KeyContext(
      "ruleImport",
      title: LocalizedText(vi: "Trước khi nhập quy định", en: "Before rules are imported"),
      parents: ["list"]),
    KeyContext(
      "effectiveRules", title: LocalizedText(vi: "Trong quy định áp dụng", en: "What applies"),
      parents: ["form", "list"], takesText: true),
    KeyContext(
      "reapply",
      title: LocalizedText(vi: "Khi áp quy định cho lượt đang mượn", en: "Rules for open loans"),
      parents: ["list"]),
    KeyContext(
      "calendar", title: LocalizedText(vi: "Trong lịch mở cửa", en: "In the calendar"),
      parents: ["houseList"]),
    KeyContext(
      "terms", title: LocalizedText(vi: "Trong các danh mục", en: "In the lists of terms"),
      parents: ["houseList"]),
    KeyContext(
      "staff", title: LocalizedText(vi: "Trong danh sách tài khoản", en: "Among the accounts"),
      parents: ["houseList"]),
  ]
}

extension Command {
  static let house: [Command] = [
    Command(
      .houseOpen, label: LocalizedText(vi: "Thư viện", en: "House"),
      summary: LocalizedText(
        vi: "Quy định, lịch, danh mục, tài khoản, thiết lập",
        en: "Rules, calendar, lists, accounts, settings"),
      contexts: [KeyContext.global], flags: .keyBar),
    page(
      .houseRules, "Quy định mượn", "Loan rules",
      vi: "Quy định mượn theo đối tượng và loại tài liệu",
      en: "Loan rules by category and item type"),
    page(
      .houseCalendar, "Lịch mở cửa", "Calendar",
      vi: "Ngày mở cửa trong tuần, ngày nghỉ, ngày mở bù",
      en: "Opening days of the week, closed and extra days"),
    page(
      .houseTerms, "Danh mục", "Lists",
      vi: "Đối tượng bạn đọc, loại tài liệu, kho",
      en: "Patron categories, item types, locations"),
    page(
      .houseStaff, "Tài khoản", "Accounts",
      vi: "Tài khoản nhân viên: vai trò, mật khẩu, ngừng dùng",
      en: "Staff accounts: roles, passwords, active or not"),
    page(
      .houseSettings, "Thiết lập", "Settings",
      vi: "Tên thư viện, đầu số thẻ và mã vạch, ngôn ngữ",
      en: "Name of the library, prefixes of numbers, language"),
    Command(
      .houseAdd, label: LocalizedText(vi: "Thêm", en: "Add"),
      summary: LocalizedText(vi: "Thêm một dòng vào danh sách", en: "Add a line to the list"),
      contexts: ["houseList"], flags: .keyBar),
    Command(
      .houseRemove, label: LocalizedText(vi: "Bỏ", en: "Remove"),
      summary: LocalizedText(vi: "Bỏ dòng đang chọn", en: "Remove the selected line"),
      contexts: ["houseList"], danger: .dangerous, flags: .keyBar),
    Command(
      .rulesApply, label: LocalizedText(vi: "Áp dụng gì", en: "What applies"),
      summary: LocalizedText(
        vi: "Xem quy định nào áp dụng cho một đối tượng và loại tài liệu",
        en: "See which values apply to a category and an item type"),
      contexts: ["rules"], flags: .keyBar),
    Command(
      .rulesReapply, label: LocalizedText(vi: "Đang mượn", en: "Open loans"),
      summary: LocalizedText(
        vi: "Áp quy định hôm nay cho các lượt đang mượn; xem trước rồi mới ghi",
        en: "Give open loans the rules of today; shown before it is done"),
      contexts: ["rules"], permission: "rules.manage", flags: .keyBar),
    Command(
      .rulesExport, label: LocalizedText(vi: "Ghi CSV", en: "Write CSV"),
      summary: LocalizedText(
        vi: "Ghi bảng quy định ra tệp CSV cho bảng tính", en: "Write the rules as a CSV file"),
      contexts: ["rules"]),
    Command(
      .rulesImport, label: LocalizedText(vi: "Nhập CSV", en: "Read CSV"),
      summary: LocalizedText(
        vi: "Nhập bảng quy định từ tệp CSV; xem trước sẽ đổi gì",
        en: "Read the rules from a CSV file; what would change is shown first"),
      contexts: ["rules"], permission: "rules.manage"),
    Command(
      .rulesTake, label: LocalizedText(vi: "Nhập", en: "Take"),
      summary: LocalizedText(vi: "Ghi các thay đổi này", en: "Make these changes"),
      contexts: ["ruleImport"], permission: "rules.manage", danger: .dangerous, flags: .keyBar),
    Command(
      .reapplySave, label: LocalizedText(vi: "Áp dụng", en: "Apply"),
      summary: LocalizedText(
        vi: "Đổi hạn trả và mức phạt của mọi lượt trong bảng, hoàn tác được một lần",
        en: "Change due dates and terms of all loans in the table, undone at once"),
      contexts: ["reapply"], permission: "rules.manage", danger: .dangerous, flags: .keyBar),
    Command(
      .calendarHours, label: LocalizedText(vi: "Giờ mở", en: "Hours"),
      summary: LocalizedText(
        vi: "Đặt giờ mở cửa từng buổi của các thứ trong tuần",
        en: "Set the opening sessions of the days of the week"),
      contexts: ["calendar"], permission: "rules.manage", flags: .keyBar),
    Command(
      .calendarSeason, label: LocalizedText(vi: "Mùa", en: "Season"),
      summary: LocalizedText(
        vi: "Thêm giờ mở cửa riêng cho một mùa: hè, Tết, mỗi năm hay một lần",
        en: "Add opening hours for a season: summer, Tết, every year or once"),
      contexts: ["calendar"], permission: "rules.manage", flags: .keyBar),
    Command(
      .calendarWeek, label: LocalizedText(vi: "Cả tuần", en: "Week"),
      summary: LocalizedText(
        vi: "Đặt những ngày mở cửa trong tuần", en: "Set the opening days of the week"),
      contexts: ["calendar"], permission: "rules.manage", flags: .keyBar),
    Command(
      .calendarHolidays, label: LocalizedText(vi: "Ngày lễ", en: "Holidays"),
      summary: LocalizedText(
        vi: "Ghi các ngày lễ của một năm làm ngày nghỉ",
        en: "Close the library on the public holidays of a year"),
      contexts: ["calendar"], permission: "rules.manage", flags: .keyBar),
    Command(
      .calendarClose, label: LocalizedText(vi: "Nghỉ đột xuất", en: "Close days"),
      summary: LocalizedText(
        vi: "Nghỉ đột xuất: đóng cửa và dời hạn trả, hoàn tác được cả hai",
        en: "Close days nobody planned and move due dates, undone together"),
      contexts: ["calendar"], permission: "rules.manage", flags: .keyBar),
    Command(
      .termsNextList, label: LocalizedText(vi: "Danh mục khác", en: "Next list"),
      summary: LocalizedText(
        vi: "Chuyển giữa đối tượng, loại tài liệu và kho",
        en: "Switch between categories, item types and locations"),
      contexts: ["terms"], flags: .keyBar),
    Command(
      .staffPassword, label: LocalizedText(vi: "Mật khẩu", en: "Password"),
      summary: LocalizedText(
        vi: "Đặt mật khẩu cho tài khoản đang chọn", en: "Set the selected account's password"),
      contexts: ["staff"], flags: .keyBar),
    Command(
      .signIn, label: LocalizedText(vi: "Đổi người", en: "Sign in"),
      summary: LocalizedText(
        vi: "Khoá quầy và đăng nhập người khác", en: "Lock the desk and sign somebody in"),
      contexts: [KeyContext.global]),
    Command(
      .ownPassword, label: LocalizedText(vi: "Mật khẩu của tôi", en: "My password"),
      summary: LocalizedText(
        vi: "Đặt hoặc đổi mật khẩu của mình", en: "Set or change your own password"),
      contexts: [KeyContext.global]),
    Command(
      .language, label: LocalizedText(vi: "English", en: "Tiếng Việt"),
      summary: LocalizedText(
        vi: "Speak English on this screen", en: "Dùng tiếng Việt trên màn hình này"),
      contexts: [KeyContext.global]),
    page(
      .terminal, "Màn hình này", "This terminal",
      vi: "Màn hình này hiện được gì: chữ, màu, khung, phông",
      en: "What this terminal shows: letters, colours, lines, font"),
  ]

  private static func page(
    _ id: CommandID, _ viLabel: String, _ enLabel: String, vi: String, en: String
  ) -> Command {
    Command(
      id, label: LocalizedText(vi: viLabel, en: enLabel), summary: LocalizedText(vi: vi, en: en),
      contexts: [KeyContext.global])
  }
}
