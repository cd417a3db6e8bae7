import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

/// The key «Vì sao» on whatever it stands: a loan, a renewal, a question.
@Suite("Why")
struct WhyTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver
  private let record: EntityID

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addPatron("TV000002", "Trần Thị Ánh")
    record = try house.addTitle("Truyện Kiều", ["VN000001", "VN000002"])
    driver = house.driver()
  }

  /// Everything on the page on screen, from its first line to its last, with a blank wherever it was wrapped.
  private func page() -> String {
    var seen: [String] = []
    for _ in 0..<6 {
      seen += driver.lines.dropLast(2).filter { !seen.contains($0) }
      driver.press(Key(.pageDown))
    }
    return seen.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test("right after a good loan it is the loan that is explained, not a second one refused")
  func afterLoan() throws {
    driver.scan("TV000001")
    driver.scan("VN000001")
    driver.press(.function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – lượt mượn"))
    let page = page()
    #expect(page.contains("cho mượn, hạn theo quy định: → 07/12/2026 [admin]"))
    #expect(page.contains("23/11/2026 + 14 ngày = 07/12/2026 (thứ Hai)"))
    #expect(page.contains("Quy định hôm nay cũng cho hạn này."))
    #expect(page.contains("LỊCH SỬ CỦA BẢN") && !page.contains("KHÔNG CHO MƯỢN"))
  }

  @Test("a due date that staff chose is said to be theirs, on the row of the list as well")
  func chosen() throws {
    driver.scan("TV000001")
    driver.press(.alt("u"))
    driver.type("30/11/2026")
    driver.press(.function(9))
    driver.scan("VN000001")
    driver.press(.control("n"))
    driver.press(Key(.down), Key(.up), .function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – lượt mượn"))
    let page = page()
    #expect(page.contains("cho mượn, hạn do cán bộ đặt: → 30/11/2026 [admin]"))
    #expect(page.contains("QUY ĐỊNH HÔM NAY CHO HẠN KHÁC"))
    #expect(page.contains("→ 07/12/2026"))
  }

  @Test("the row that was chosen is explained, not the answer above the list")
  func row() throws {
    driver.scan("TV000001")
    driver.scan("VN000001")
    driver.scan("XX999999")
    driver.press(Key(.down), Key(.up), .function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – lượt mượn"))
    #expect(driver.text.contains("(VN000001)"))
  }

  @Test("a refused renewal names who waits, the rows that decided and what would change it")
  func refusedRenewal() throws {
    try house.lend("VN000001", to: "TV000001")
    _ = try house.desk.setRule(RuleScope(), values: [.renewalsMaximum: 1])
    try house.clock.set("2026-11-30T08:00:00")
    _ = try house.desk.renew("VN000001")
    try house.clock.set("2026-12-03T08:00:00")
    try house.lend("VN000002", to: "TV000002")
    try house.addPatron("TV000003", "Lê Văn Ba")
    _ = try house.desk.placeHold(HoldRequest(card: "TV000003", records: [record]))
    driver.type("VN000001")
    driver.press(.control("r"))
    #expect(driver.lines[5] == " KHÔNG GIA HẠN ĐƯỢC")
    driver.press(.function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – gia hạn"))
    let page = page()
    #expect(page.contains("đã gia hạn 1 lần, được nhiều nhất 1 lần"))
    #expect(page.contains("1. Lê Văn Ba (TV000003)"))
    #expect(page.contains("KHÔNG GIA HẠN VÌ"))
    #expect(page.contains("quy định: Số lần gia hạn = 1 ← dòng"))
    #expect(page.contains("nên: để 1 bản khác trên giá cho người chờ"))
    #expect(page.contains("HẠN TRẢ NẾU GIA HẠN"))
    #expect(page.contains("03/12/2026 + 14 ngày = 17/12/2026"))
    driver.press(Key(.escape))
    #expect(driver.lines[5] == " KHÔNG GIA HẠN ĐƯỢC")
  }

  @Test("a loan on the page of its patron is explained there, and its refused renewal too")
  func patronPage() throws {
    let patron = try #require(try house.desk.patron("TV000001")?.patron.id)
    try house.lend("VN000001", to: "TV000001")
    let driver = house.driver(PatronScreen(workplace: house.workplace, patron: patron))
    driver.press(.function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – lượt mượn"))
    driver.press(Key(.escape), .control("r"))
    #expect(driver.text.contains("F7  Vì sao"))
    driver.type("gọi điện")
    driver.press(.function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – gia hạn"))
    driver.press(Key(.escape))
    #expect(driver.text.contains("gọi điện"))
    driver.press(.function(9))
    #expect(try house.desk.loans(of: patron).map(\.renewals) == [1])
  }

  @Test("a refused loan is explained above its question, which stays, and scans wait for it")
  func question() throws {
    _ = try house.desk.editPatron(
      "TV000001", [.status: PatronStatus.blocked.rawValue, .blockReason: "mất sách"])
    driver.scan("TV000001")
    driver.scan("VN000001")
    #expect(driver.text.contains("F7  Vì sao"))
    driver.press(.function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – cho mượn"))
    #expect(driver.text.contains("• Thẻ đang bị khoá: mất sách"))
    driver.scan("TV000002")
    #expect(driver.heldEvents.count == 1)
    driver.press(.function(7))
    #expect(driver.text.contains("F9  Vẫn cho mượn"))
    #expect(driver.heldEvents.count == 1)
    driver.press(Key(.escape))
    #expect(driver.heldEvents.isEmpty)
    #expect(driver.lines[1].hasPrefix(" Trần Thị Ánh"))
  }

  @Test("who has the copy already is offered no place in the queue for it")
  func ownCopy() throws {
    driver.scan("TV000001")
    driver.scan("VN000001")
    _ = try house.desk.placeHold(
      HoldRequest(card: "TV000002", records: [], item: "VN000001"))
    driver.scan("VN000001")
    #expect(driver.text.contains("đang mượn chính bản này"))
    #expect(!driver.text.contains("Đặt giữ chỗ"))
    driver.press(Key(.escape), .control("n"))
    driver.scan("TV000002")
    _ = try house.desk.takeBack("VN000001")
    try house.addPatron("TV000003", "Lê Văn Ba")
    driver.press(.control("n"))
    driver.scan("TV000003")
    driver.scan("VN000001")
    #expect(driver.text.contains("F8  Đặt giữ chỗ"))
  }

  @Test("a hold that is refused at the desk, or would be in its form, is explained")
  func hold() throws {
    _ = try house.desk.setRule(RuleScope(), values: [.holdsMaximum: 0])
    driver.scan("TV000002")
    driver.scan("VN000001")
    driver.press(.control("n"))
    driver.scan("TV000001")
    driver.scan("VN000001")
    driver.press(.function(8))
    #expect(driver.lines[5] == " KHÔNG GIỮ CHỖ ĐƯỢC")
    driver.press(.function(7))
    #expect(driver.lines[0].hasPrefix(" VÌ SAO – đặt giữ chỗ"))
    let page = page()
    #expect(page.contains("KHÔNG GIỮ CHỖ VÌ"))
    #expect(page.contains("nên: đổi quy định «Số giữ chỗ nhiều nhất»"))
    #expect(page.contains("CHỖ TRONG HÀNG CHỜ NẾU ĐẶT"))
    driver.press(Key(.escape))
    let form = HoldForm.placing(
      house.workplace, HoldForm.Given(card: CardNumber("TV000001"), record: record, title: nil))
    let asking = house.driver(form)
    asking.press(.function(7))
    #expect(asking.lines[0].hasPrefix(" VÌ SAO – đặt giữ chỗ"))
    asking.press(Key(.escape))
    #expect(asking.lines[0].hasPrefix(" GIỮ CHỖ MỚI"))
  }
}
