import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("What the house decides")
struct HouseListTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    driver = house.driver()
    driver.press(.function(11))
  }

  private var configuration: HouseConfiguration {
    get throws { try house.desk.houseConfiguration() }
  }

  private func open(_ command: CommandID) { driver.run(command) }

  @Test("F11 lists the pages; Enter opens one and Esc comes back")
  func menu() {
    #expect(driver.lines[0].hasPrefix(" THƯ VIỆN"))
    #expect(driver.lines[2].contains("Quy định mượn"))
    for _ in 0..<5 { driver.press(Key(.down)) }
    #expect(driver.lines[1] == " Mục lục của nơi khác (Z39.50, SRU): thêm, sửa, tắt, thử")
    for _ in 0..<5 { driver.press(Key(.up)) }
    driver.press(.control("z"))
    #expect(driver.text.contains("Màn hình này không có việc để hoàn tác"))
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" QUY ĐỊNH MƯỢN"))
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" THƯ VIỆN"))
  }

  @Test("the matrix of rules is shown row by row, the built-in values last")
  func rules() {
    open(.houseRules)
    #expect(driver.line(with: "sách tra cứu")?.contains("đọc tại chỗ") == true)
    #expect(driver.line(with: "14 ngày; 5 bản")?.hasPrefix("mọi") == true)
  }

  @Test("a row is added, changed, removed and brought back")
  func editsRule() throws {
    open(.houseRules)
    let before = try configuration.rules.rows.count
    driver.press(.function(8), Key(.tab))
    driver.press(Key(.right))
    for _ in 0..<6 { driver.press(Key(.tab)) }
    driver.type("21")
    driver.press(.function(9))
    #expect(driver.text.contains("Đã lưu quy định"))
    let rule = try #require(
      try configuration.rules.rows.first { $0.scope == RuleScope(category: "ADULT") })
    #expect(rule.values == [.loanDays: 21])
    let place = try #require(driver.lines.firstIndex { $0.contains("21 ngày") })
    for _ in 3..<place { driver.press(Key(.down)) }
    driver.press(Key(.enter), Key(.tab))
    driver.press(.control("u"))
    driver.type("5000")
    driver.press(.function(9))
    #expect(driver.text.contains("Số ngày mượn: 5000 ngoài khoảng 0–3650"))
    driver.press(.control("u"))
    driver.type("30")
    driver.press(.function(9))
    #expect(
      try configuration.rules.value(.loanDays, for: rule.scope, on: CalendarDay(number: 20_800))
        .value == 30)

    driver.press(.control("k"), Key(.enter))
    #expect(try configuration.rules.rows.count == before + 1)
    driver.press(.function(9))
    #expect(try configuration.rules.rows.count == before)
    driver.press(.control("z"))
    #expect(
      try configuration.rules.value(.loanDays, for: rule.scope, on: CalendarDay(number: 20_800))
        .value == 30)
  }

  @Test("what applies shows every value with the row that decided it, as the choice changes")
  func applies() throws {
    open(.houseRules)
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" QUY ĐỊNH ÁP DỤNG"))
    #expect(driver.line(with: "Số ngày mượn")?.contains("bạn đọc tập thể") == true)
    driver.press(Key(.right))
    #expect(driver.line(with: "Số ngày mượn")?.contains("14 ngày") == true)
    #expect(driver.line(with: "Số ngày mượn")?.contains("mặc định của chương trình") == true)
    driver.press(Key(.right))
    #expect(driver.line(with: "Số ngày mượn")?.contains("7") == true)
    #expect(driver.line(with: "Số ngày mượn")?.contains("bạn đọc thiếu") == true)
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" QUY ĐỊNH MƯỢN"))
  }

  @Test("another library is asked as well, and the chosen row is told in full at any width")
  func appliesElsewhere() throws {
    _ = try house.desk.saveTerm(.library, code: "CN2", name: "điểm phục vụ ấp Bàu Sen")
    _ = try house.desk.setRule(
      RuleScope(library: "CN2", category: "CHILD", itemType: "REFERENCE"), values: [.lendable: 1])
    open(.houseRules)
    driver.press(.function(9))
    #expect(driver.text.contains("Thư viện"))
    for _ in 0..<3 { driver.press(Key(.tab)) }
    #expect(driver.text.contains("điểm phục vụ ấp Bàu Sen"))
    driver.press(Key(.tab), Key(.tab))
    let told = driver.lines.suffix(6).joined(separator: " ")
    #expect(told.contains("Cho mượn (lendable): "))
    driver.press(Key(.down))
    #expect(driver.lines.suffix(6).joined(separator: " ").contains("(loanDays): "))
    driver.press(Key(.up), Key(.up), Key(.left))
    #expect(!driver.text.contains("(loanDays): "))
  }

  @Test("a matrix goes out to a file, comes back changed, is shown first and taken back as one")
  func tableOfRules() throws {
    open(.houseRules)
    let path = house.folder + "/quy-dinh.csv"
    driver.press(.alt("e"), .control("u"))
    driver.type(path)
    driver.press(.function(9))
    #expect(driver.text.contains("Đã ghi 6 dòng quy định"))
    let before = try configuration.rules
    let changed = "category,loanDays\nCHILD,3\nPUPIL,5\n"
    try Data(changed.utf8).write(to: URL(fileURLWithPath: house.folder + "/moi.csv"))
    func read(_ name: String) {
      driver.press(.alt("r"), .control("u"))
      driver.type(house.folder + "/" + name)
      driver.press(.function(9))
    }
    read("moi.csv")
    #expect(driver.lines[0].hasPrefix(" NHẬP QUY ĐỊNH"))
    #expect(driver.text.contains("thêm 1, đổi 1, bỏ 0 dòng; 0 dòng như cũ"))
    #expect(driver.text.contains("7 ngày → 3 ngày"))
    #expect(try configuration.rules == before)
    driver.press(.function(9))
    #expect(try configuration.rules.rows.count == 7)
    driver.press(.control("z"))
    #expect(try configuration.rules == before)
    read("quy-dinh.csv")
    #expect(driver.text.contains("Không có gì thay đổi"))
    driver.press(Key(.escape))
    try Data("category,loanDays\nLUNGTUNG,3\n".utf8)
      .write(to: URL(fileURLWithPath: house.folder + "/sai.csv"))
    read("sai.csv")
    #expect(driver.text.contains("dòng 2, cột category: Danh mục «đối tượng bạn đọc» không có mã"))
    driver.press(.function(9))
    #expect(try configuration.rules == before)
  }

  @Test("before a row is saved, one key shows which values it would change, and for whom")
  func whatIf() throws {
    open(.houseRules)
    let before = try configuration.rules.rows.count
    driver.press(.function(8), Key(.tab), Key(.right))
    for _ in 0..<6 { driver.press(Key(.tab)) }
    driver.type("21")
    driver.press(.function(7))
    #expect(driver.lines[0].hasPrefix(" NẾU LƯU DÒNG NÀY"))
    #expect(
      driver.line(with: "14 ngày → 21 ngày")?.contains("bạn đọc người lớn, loại tài liệu sách")
        == true)
    #expect(driver.line(with: "thiếu nhi") == nil)
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" THÊM QUY ĐỊNH"))
    #expect(try configuration.rules.rows.count == before)
  }

  @Test("a closed week is typed once, and its days can be removed")
  func calendar() throws {
    open(.houseCalendar)
    #expect(driver.lines[1].contains("T2 T3 T4 T5 T6 T7 CN"))
    driver.press(.function(8))
    driver.type("16022027")
    driver.press(Key(.tab))
    driver.type("22022027")
    driver.press(Key(.tab), Key(.tab))
    driver.type("Tết Nguyên đán")
    driver.press(.function(9))
    #expect(try configuration.calendar.exceptions.count == 7)
    #expect(driver.lines[3].hasPrefix("16/02/2027 thứ Ba"))
    #expect(driver.lines[3].contains("Tết Nguyên đán"))
    driver.press(.control("k"), .function(9))
    #expect(try configuration.calendar.exceptions.count == 6)
  }

  @Test("the holidays of a year are shown, written as one action, and taken back")
  func holidays() throws {
    open(.houseCalendar)
    driver.press(.alt("h"))
    #expect(driver.lines[2].contains("2027"))
    driver.press(.control("u"))
    driver.type("2070")
    #expect(driver.text.contains("Lịch âm chỉ có từ năm 1990 đến 2060"))
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" NGÀY LỄ"))
    driver.press(.control("u"))
    driver.type("2027")
    #expect(driver.text.contains("+ 05/02 T6 Tết Nguyên đán"))
    driver.press(Key(.tab), Key(.right))
    #expect(driver.text.contains("+ 04/02 T5 Tết Nguyên đán"))
    #expect(try configuration.calendar.exceptions.isEmpty)
    driver.press(.function(9))
    #expect(driver.text.contains("Đã ghi 12 ngày nghỉ"))
    #expect(try configuration.calendar.exceptions.count == 12)
    driver.press(.alt("h"))
    #expect(driver.text.contains("ghi 1 ngày có dấu +"))
    driver.press(Key(.escape), .control("z"))
    #expect(try configuration.calendar.exceptions.isEmpty)
  }

  @Test("the lunar date stands beside the clock, shorter where there is less room")
  func lunarClock() throws {
    #expect(driver.lines[0].hasSuffix("Phú · admin · 23/11/2026 08:00 · 15/10 Bính Ngọ"))
    for (columns, end) in [
      (70, " THƯ VIỆN   Thư viện xã Tân Phú · admin · 23/11/2026 08:00 · 15/10 ÂL"),
      (60, "         admin · 23/11/2026 08:00 · 15/10 Bính Ngọ"),
      (40, " THƯ VIỆN   23/11/2026 08:00 · 15/10 ÂL"),
    ] {
      let driver = house.driver(
        HouseScreen(workplace: house.workplace), size: Size(rows: 24, columns: columns))
      #expect(driver.lines[0].hasSuffix(end), "\(columns): \(driver.lines[0])")
    }
    try house.clock.set("2061-01-21T08:00:00")
    #expect(house.driver().lines[0].hasSuffix("admin · 21/01/2061 08:00"))
  }

  @Test("a row of days that runs backwards is refused at its field")
  func badDays() throws {
    open(.houseCalendar)
    driver.press(.function(8))
    driver.type("16022027")
    driver.press(Key(.tab))
    driver.type("15022027")
    driver.press(.function(9))
    #expect(driver.text.contains("Khoảng ngày không hợp lệ"))
    #expect(try configuration.calendar.exceptions.isEmpty)
  }

  @Test("the week has at least one open day")
  func week() throws {
    open(.houseCalendar)
    driver.press(.function(9))
    for _ in 1...6 { driver.press(Key(.right), Key(.tab)) }
    driver.press(Key(.right), .function(9))
    #expect(driver.text.contains("Lịch không có ngày mở cửa nào"))
    driver.press(Key(.right), .function(9))
    #expect(try configuration.calendar.openWeekdays == [.sunday])
    #expect(driver.lines[1].hasSuffix(": CN"))
  }

  @Test("lists are named, renamed and switched with Tab")
  func terms() throws {
    open(.houseTerms)
    #expect(driver.lines[1].contains("1/7  [đối tượng bạn đọc] › "))
    driver.press(Key(.tab), Key(.tab))
    #expect(driver.lines[1].contains("[kho]"))
    driver.press(.function(8))
    driver.type("TB")
    driver.press(Key(.tab))
    driver.type("kho tạm bợ")
    driver.press(.function(9))
    #expect(try configuration.terms(.location).contains { $0.code == "TB" })
    #expect(driver.line(with: "TB")?.contains("kho tạm bợ") == true)
  }

  @Test("who lacks the right sees everything and changes nothing")
  func rights() throws {
    _ = try house.desk.setPassword("admin", to: "mật khẩu")
    let helper = try house.saved(house.desk.addStaff(login: "giup", name: "Giúp", role: .helper))
    house.workplace.takeOver(
      by: Desk(file: house.workplace.file, staff: helper, clock: house.clock))
    open(.houseRules)
    #expect(driver.lines[0].hasPrefix(" QUY ĐỊNH MƯỢN"))
    driver.press(.function(8))
    #expect(driver.text.contains("Tài khoản này không được phép: sửa quy định mượn"))
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" QUY ĐỊNH MƯỢN"))
    open(.houseSettings)
    #expect(driver.lines[0].hasPrefix(" QUY ĐỊNH MƯỢN"))
  }

  @Test("settings are written where they differ, and the language changes at once")
  func settings() throws {
    open(.houseSettings)
    driver.press(.control("u"))
    driver.type("Thư viện xã Hòa Tiến")
    driver.press(Key(.tab), Key(.tab))
    driver.type("BĐ")
    driver.press(.function(9))
    #expect(try configuration.libraryName == "Thư viện xã Hòa Tiến")
    #expect(try house.desk.nextCard()?.hasPrefix("BD") == true)
    open(.houseSettings)
    for _ in 0..<7 { driver.press(Key(.up)) }
    driver.press(Key(.right), .function(9))
    #expect(driver.lines[0].hasPrefix(" THE HOUSE"))
    #expect(driver.lines[23].contains("Help"))
    driver.press(.alt("l"))
    #expect(driver.lines[0].hasPrefix(" THƯ VIỆN"))
    #expect(driver.lines[23].contains("Trợ giúp"))
  }

  @Test("the library's own language is spoken at the next start")
  func houseLanguage() throws {
    _ = try house.desk.setSetting(HouseSetting.language, "en")
    house.workplace.speakAsTheHouse()
    #expect(house.workplace.language == .english)
    _ = try house.desk.setSetting(HouseSetting.language, "xx")
    house.workplace.speakAsTheHouse()
    #expect(house.workplace.language == .english)
  }
}
