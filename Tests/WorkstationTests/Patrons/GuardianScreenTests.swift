import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Guardians, consent, new cards and filters on the screen")
struct GuardianScreenTests {
  private let house: TestWorkplace
  private static let qr = "001087123456|012345678|Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"

  init() throws { house = try TestWorkplace() }

  private func details(_ card: String) throws -> PatronDetails {
    let id = try #require(try house.desk.patron(card)).patron.id
    return try #require(try house.desk.patronDetails(id))
  }

  @Test(
    "the question says what Enter agrees to, and Enter records it with the version of the words")
  func consent() throws {
    let driver = house.driver()
    driver.scan(Self.qr)
    #expect(driver.text.contains("Enter = BẠN ĐỌC ĐỒNG Ý cho"))
    #expect(driver.text.contains("Để cấp thẻ, cho mượn, nhắc trả, thống kê"))
    #expect(driver.text.contains("Alt+K = cấp thẻ và ghi rõ là đã hỏi, chưa đồng ý"))
    driver.press(Key(.enter))
    let consent = try details("TV000001").consent
    #expect(consent == PatronDetails.Consent(on: house.desk.today, wording: "CC-1"))
    #expect(try details("TV000001").consentRefusedOn == nil)
  }

  @Test("of a child the guardian is asked, and is said to be missing once it is enrolled")
  func childConsent() throws {
    let driver = house.driver()
    driver.scan("001216123456||Lê Thị Bé|02052016|Nữ|Xã Tân Phú|15042021")
    #expect(driver.text.contains("Enter = NGƯỜI GIÁM HỘ ĐỒNG Ý cho"))
    driver.press(Key(.enter))
    #expect(try details("TV000001").consent?.wording == "CC-1-GH")
    #expect(driver.text.contains("chưa có người giám hộ"))
  }

  @Test(
    "another key enrols without consent, which stands on the patron's page; saving says that nothing is recorded"
  )
  func noConsent() throws {
    let driver = house.driver()
    driver.scan(Self.qr)
    driver.press(.alt("k"))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    let refused = try details("TV000001")
    #expect(refused.consent == nil && refused.consentRefusedOn == house.desk.today)
    let id = try #require(try house.desk.patron("TV000001")).patron.id
    let page = house.driver(PatronScreen(workplace: house.workplace, patron: id))
    #expect(page.text.contains("Chưa đồng ý cho lưu dữ liệu cá nhân"))
    driver.press(Key(.escape))
    driver.scan("001087123457||Lê Văn Ba|02051987|Nam|Xã Tân Phú|15042021")
    driver.press(.function(9))
    #expect(driver.text.contains("chưa ghi có đồng ý lưu dữ liệu không"))
    #expect(try details("TV000002").consent == nil)
  }

  /// The form of a new card, as it is reached from the search.
  private func enrolling(_ name: String) -> ScreenDriver {
    let driver = house.driver()
    driver.press(.function(4))
    driver.type(name)
    driver.press(.function(8))
    return driver
  }

  @Test("a child's age chooses the children's category before saving, until somebody chooses one")
  func category() throws {
    let driver = enrolling("Lê Bé")
    for _ in 0..<3 { driver.press(Key(.tab)) }
    driver.type("2016")
    #expect(driver.line(with: "Đối tượng")?.contains("thiếu nhi") == true)
    #expect(driver.text.contains("10 tuổi: đề nghị đối tượng «thiếu nhi»"))
    driver.press(Key(.backspace))
    #expect(driver.line(with: "Đối tượng")?.contains("người lớn") == true)
    #expect(!driver.text.contains("đề nghị đối tượng"))
    driver.type("6")
    driver.press(.function(9))
    #expect(try house.desk.patron("TV000001")?.patron.category == "CHILD")
    #expect(driver.text.contains("đối tượng thiếu nhi, vì 10 tuổi"))
    let chosen = enrolling("Lê Út")
    chosen.press(Key(.tab), Key(.tab), Key(.right), Key(.left), Key(.tab))
    chosen.type("2016")
    #expect(chosen.line(with: "Đối tượng")?.contains("người lớn") == true)
  }

  @Test("a child's citizen card fills the form with the children's category")
  func scannedChild() throws {
    let driver = house.driver()
    driver.scan("001216123456||Lê Thị Bé|02052016|Nữ|Xã Tân Phú|15042021")
    #expect(driver.line(with: "Đối tượng")?.contains("thiếu nhi") == true)
    driver.press(Key(.enter))
    #expect(try house.desk.patron("TV000001")?.patron.category == "CHILD")
  }

  @Test("the page says whether consent was given, refused or never recorded")
  func consentState() throws {
    let id = try house.addPatron("TV1", "Trần An")
    func page() -> String {
      house.driver(PatronScreen(workplace: house.workplace, patron: id)).text
    }
    #expect(page().contains("Cho lưu dữ liệu: chưa ghi"))
    _ = try house.desk.editPatron("TV1", [.consentRefusedOn: "2026-11-20"])
    #expect(page().contains("Chưa đồng ý cho lưu dữ liệu cá nhân (hỏi ngày 20/11/2026)"))
    _ = try house.desk.editPatron("TV1", [.consentOn: "2026-11-23"])
    #expect(page().contains("đồng ý 23/11/2026") && !page().contains("Chưa đồng ý"))
  }

  @Test("two notices about one entry are both read whole, at 80 columns too")
  func notices() throws {
    let driver = house.driver()
    driver.scan("001216123456||LÊ THỊ BÉ|02052016|Nữ|Xã Tân Phú|15042021")
    driver.press(Key(.tab), .function(9))
    let told = driver.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for notice in ["chưa ghi có đồng ý lưu dữ liệu không", "giám hộ", "đối tượng thiếu nhi"] {
      #expect(told.contains(notice), "\(notice)")
    }
  }

  @Test("once anything was touched the question is gone and Enter agrees to nothing")
  func touched() throws {
    let driver = house.driver()
    driver.scan(Self.qr)
    driver.press(Key(.tab))
    #expect(!driver.text.contains("ĐỒNG Ý cho"))
    driver.press(.alt("k"), .function(9))
    #expect(try details("TV000001").consentRefusedOn == house.desk.today)
  }

  @Test("the form proposes the last day of the category's rule, which gives way to typing")
  func expiry() throws {
    _ = try house.desk.setRule(RuleScope(), values: [.membershipMonths: 6])
    let until = try #require(house.desk.today.adding(months: 6) as CalendarDay?)
    let driver = house.driver(PatronFormScreen(workplace: house.workplace, .enrol(PatronDraft())))
    #expect(driver.line(with: "Thẻ có giá trị đến")?.contains(until.vietnamese) == true)
    driver.type("Trần Thị Ánh")
    for _ in 0..<7 { driver.press(Key(.tab)) }
    #expect(driver.text.contains("Để trống: giá trị đến \(until.vietnamese) (6 tháng, dòng"))
    driver.press(.function(9))
    #expect(try house.desk.patron("TV000001")?.patron.expiresOn == until)
    let typed = house.driver(PatronFormScreen(workplace: house.workplace, .enrol(PatronDraft())))
    typed.type("Lê Văn Ba")
    for _ in 0..<7 { typed.press(Key(.tab)) }
    typed.type("31/12/2099")
    typed.press(.function(9))
    #expect(try house.desk.patron("TV000002")?.patron.expiresOn == CalendarDay(iso: "2099-12-31"))
  }

  @Test(
    "a child without a guardian is told on the page and at the desk, a circle refused at its field")
  func guardian() throws {
    let child = try house.addPatron("HS1", "Lê Bé", born: "2016")
    try house.addPatron("TV1", "Lê Mẹ")
    _ = try house.desk.editPatron("TV1", [.guardian: "HS1"])
    let page = house.driver(PatronScreen(workplace: house.workplace, patron: child))
    #expect(page.text.contains("chưa có người giám hộ trong hồ sơ"))
    page.press(.function(9))
    for _ in 0..<12 { page.press(Key(.tab)) }
    page.type("TV1")
    page.press(.function(9))
    #expect(page.text.contains("Giám hộ vòng tròn"))
    let desk = house.driver()
    desk.scan("HS1")
    #expect(desk.text.contains("chưa có người giám hộ"))
  }

  @Test("Alt+O lists a sex or an occupation alone, also of what is looked for; Esc lists all again")
  func filter() throws {
    try house.addPatron("TV1", "Trần Thị Ánh")
    try house.addPatron("TV2", "Lê Ánh")
    try house.addPatron("TV3", "Đỗ Cúc")
    _ = try house.desk.editPatron("TV1", [.sex: "female"])
    let driver = house.driver()
    driver.press(.function(4))
    #expect(driver.lines[1].hasSuffix("3 người"))
    driver.press(.alt("o"), Key(.right), .function(9))
    #expect(driver.lines[1].hasSuffix("1 người"))
    #expect(driver.lines[2].contains("Chỉ nữ"))
    #expect(driver.lines[4].contains("Trần Thị Ánh"))
    driver.type("anh")
    #expect(driver.lines[1].hasSuffix("1 người") && driver.lines[2].contains("Chỉ nữ"))
    driver.press(Key(.escape), Key(.escape))
    #expect(driver.lines[0].hasPrefix(" TÌM BẠN ĐỌC") && driver.lines[1].hasSuffix("3 người"))
  }

  @Test("a guardian's telephone says whose it is in the list, the letter and the message list")
  func telephones() throws {
    try house.addTitle("Truyện Kiều", ["VN000001"])
    try house.addPatron("HS1", "Lê Bé")
    _ = try house.desk.editPatron("HS1", [.guardianName: "Lê Mẹ", .guardianPhone: "0912345678"])
    _ = try house.desk.checkOut("VN000001", to: "HS1", due: RequestedDue(house.desk.today))
    let readers = try house.desk.dueSoonReaders(days: 1)
    let writer = try SlipWriter(house.desk, house.workplace.wording)
    let letter = try ReminderPaper.letters.text(readers, writer)
    #expect(letter.contains("0912345678 (giám hộ: Lê Mẹ)"))
    let list = try ReminderPaper.messages.text(readers, writer).split(separator: "\n")
    #expect(list[0] == "phone,card,name,group,message,guardian")
    #expect(list[1].hasPrefix("0912345678,HS1,Lê Bé,") && list[1].hasSuffix(",Lê Mẹ"))
  }

  @Test("the journal of a patron says due days, money and what changed")
  func journal() throws {
    let id = try house.addPatron("TV1", "Lê Ba", phone: "0901")
    _ = try house.desk.editPatron("TV1", [.phone: "0902"])
    let driver = house.driver(JournalScreen(workplace: house.workplace, patron: id))
    driver.press(Key(.enter))
    #expect(driver.text.contains("Điện thoại: 0901 →"))
  }
}
