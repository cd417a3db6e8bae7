import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Holds on screen")
struct HoldsScreenTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver
  private let record: EntityID

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addPatron("TV000002", "Trần Thị Ánh")
    record = try house.addTitle("Truyện Kiều", ["VN000001"])
    driver = house.driver()
  }

  private func place(_ card: String) throws {
    _ = try house.desk.placeHold(HoldRequest(card: card, records: [record]))
  }

  @Test("a loan refused because somebody has the copy becomes a hold by one key")
  func holdOnTheSpot() throws {
    _ = try house.desk.checkOut("VN000001", to: "TV000001")
    driver.scan("TV000002")
    driver.scan("VN000001")
    #expect(driver.text.contains("F8  Đặt giữ chỗ"))
    driver.press(.function(8))
    #expect(driver.text.contains("ĐÃ ĐẶT GIỮ CHỖ"))
    #expect(driver.text.contains("Thứ 1 trong hàng chờ"))
    #expect(try house.desk.holds(onTitle: record).count == 1)
    driver.press(.control("z"))
    #expect(try house.desk.holds(onTitle: record).isEmpty)
  }

  @Test("a return says for whom the copy goes to the hold shelf, the reader is told at the desk")
  func shelf() throws {
    _ = try house.desk.checkOut("VN000001", to: "TV000001")
    try place("TV000002")
    driver.press(.function(3))
    driver.scan("VN000001")
    #expect(driver.text.contains("GIÁ GIỮ CHỖ: Trần Thị Ánh (TV000002), đến 26/11/2026"))
    driver.press(.function(7))
    #expect(driver.text.contains("trên giá giữ chỗ, cho Trần Thị Ánh (TV000002)"))
    driver.press(Key(.escape))
    driver.press(.function(12))
    driver.scan("VN000001")
    #expect(driver.text.contains("KHÔNG CHO MƯỢN – trên giá giữ chỗ"))
    #expect(!driver.text.contains("TRONG KHO"))
    driver.scan("TV000002")
    #expect(driver.text.contains("Giữ chỗ 1 (1 đã có)"))
    driver.scan("VN000001")
    #expect(driver.text.contains("Đúng sách đã giữ chỗ"))
  }

  @Test("the lists of the house are fetching, the shelf and what has expired, and clear it")
  func lists() throws {
    try place("TV000002")
    driver.press(.alt("g"))
    #expect(driver.text.contains("Cần lấy từ giá"))
    #expect(driver.text.contains("VN000001"))
    _ = try house.desk.takeBack("VN000001")
    driver.press(Key(.tab))
    #expect(driver.text.contains("đã giữ, đến 26/11/2026"))
    try house.clock.set("2026-11-27T08:00:00")
    driver.press(Key(.tab))
    #expect(driver.text.contains("không đến lấy (26/11/2026)"))
    driver.press(.alt("x"))
    #expect(driver.text.contains("Lấy bản VN000001 khỏi giá giữ chỗ"))
    #expect(try house.desk.holdShelf().isEmpty)
  }

  @Test("a hold is placed and frozen in a form, explained, cancelled with a reason and undone")
  func fromTheRecord() throws {
    _ = try house.desk.checkOut("VN000001", to: "TV000001")
    let screen = HoldsScreen(
      workplace: house.workplace, scope: .title(record, title: "Truyện Kiều"))
    let driver = house.driver(screen)
    driver.press(.function(8))
    driver.type("TV000002")
    driver.press(.function(9))
    #expect(driver.text.contains("TV000002 Trần Thị Ánh"))
    driver.press(.function(9))
    driver.press(Key(.tab))
    driver.type("30112026")
    driver.press(.function(9))
    #expect(driver.text.contains("tạm dừng đến 30/11/2026"))
    driver.press(.function(7))
    #expect(driver.text.contains("HÀNG CHỜ"))
    driver.press(Key(.escape))
    driver.press(.control("k"))
    driver.type("không cần nữa")
    driver.press(.function(9))
    #expect(try house.desk.holds(onTitle: record).isEmpty)
    driver.press(.control("z"))
    #expect(try house.desk.holds(onTitle: record).count == 1)
  }

  @Test("who waits is shown with the place in the queue and the day that is expected")
  func places() throws {
    try house.addPatron("TV000003", "Lê Na")
    _ = try house.desk.checkOut("VN000001", to: "TV000001")
    try place("TV000002")
    try place("TV000003")
    let queue = house.driver(
      HoldsScreen(workplace: house.workplace, scope: .title(record, title: "Truyện Kiều")))
    guard case .item(let copy) = try house.desk.look("VN000001", preferring: .label) else {
      Issue.record("no copy")
      return
    }
    let due = try #require(copy.loan?.dueOn).vietnamese
    #expect(queue.line(with: "Trần Thị Ánh")?.contains("thứ 1 · dự kiến \(due)") == true)
    #expect(queue.line(with: "Lê Na")?.contains("thứ 2 · dự kiến") == true)
    let facts = try #require(try house.desk.patron("TV000003"))
    let own = house.driver(HoldsScreen(workplace: house.workplace, scope: .of(facts.patron)))
    #expect(own.line(with: "Truyện Kiều")?.contains("thứ 2 · dự kiến") == true)
  }

  @Test("places are named, not coded: where to fetch, where to send, and where a copy is under way")
  func names() throws {
    _ = try house.saved(house.desk.saveTerm(.library, code: "Q2", name: "Kho Quận 2"))
    house.workplace.catchUp()
    _ = try house.desk.placeHold(
      HoldRequest(card: "TV000002", records: [record], pickup: "Q2"))
    driver.press(.alt("g"))
    #expect(driver.line(with: "VN000001")?.contains("Kho Quận 2") == true)
    driver.press(Key(.escape))
    driver.press(.function(3))
    driver.scan("VN000001")
    #expect(driver.text.contains("CHUYỂN ĐẾN Kho Quận 2 cho Trần Thị Ánh"))
    let hold = try #require(try house.desk.holds(onTitle: record).first)
    let list = house.driver(
      HoldsScreen(workplace: house.workplace, scope: .title(record, title: "Truyện Kiều")))
    list.press(.control("k"))
    list.type("thôi")
    list.press(.function(9))
    #expect(list.text.contains("Bản VN000001 đang trên đường đến Kho Quận 2"))
    #expect(list.text.contains("Đến nơi thì quét ở Ghi trả"))
    #expect(!list.text.contains("khỏi giá giữ chỗ"))
    #expect(try house.desk.hold(hold.id)?.status == .cancelled)
    let sent = house.driver(HoldsScreen(workplace: house.workplace, scope: .sent))
    #expect(sent.line(with: "VN000001")?.contains("Kho Quận 2") == true)
  }

  @Test("the holds of a reader show what ended by one key, and what stands alone by the same")
  func ended() throws {
    _ = try house.desk.checkOut("VN000001", to: "TV000001")
    try place("TV000002")
    let hold = try #require(try house.desk.holds(onTitle: record).first)
    _ = try house.desk.endHold(hold.id, reason: "đổi ý")
    let facts = try #require(try house.desk.patron("TV000002"))
    let driver = house.driver(HoldsScreen(workplace: house.workplace, scope: .of(facts.patron)))
    #expect(driver.text.contains("Không có giữ chỗ nào"))
    driver.press(.alt("e"))
    #expect(driver.text.contains("cả đã xong"))
    #expect(try #require(driver.line(with: "Truyện Kiều")).contains("đã bỏ"))
    driver.press(.alt("e"))
    #expect(driver.line(with: "Truyện Kiều") == nil)
  }
}
