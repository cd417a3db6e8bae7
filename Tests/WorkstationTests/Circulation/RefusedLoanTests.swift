import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("A refused loan")
struct RefusedLoanTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  /// A blocked card at the desk.
  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    _ = try house.desk.editPatron(
      "TV000001", [.status: PatronStatus.blocked.rawValue, .blockReason: "mất sách"])
    try house.addPatron("TV000002", "Trần Thị Ánh")
    try house.addTitle("Truyện Kiều", ["VN000001", "VN000002", "VN000003"])
    driver = house.driver()
    driver.scan("TV000001")
  }

  private var loans: Int { get throws { try house.desk.patron("TV000001")?.loans ?? -1 } }

  @Test("asks with all its reasons and stays until a person answers")
  func asks() throws {
    driver.scan("VN000001")
    #expect(driver.text.contains("• Thẻ đang bị khoá: mất sách"))
    #expect(driver.text.contains("F9  Vẫn cho mượn"))
    driver.press(Key(.enter), Key(.tab), Key(.enter))
    #expect(driver.text.contains("F9  Vẫn cho mượn"))
    #expect(try loans == 0)
    driver.press(Key(.escape))
    #expect(!driver.text.contains("F9  Vẫn cho mượn"))
    #expect(driver.lines[5] == " KHÔNG CHO MƯỢN")
    #expect(try loans == 0)
  }

  @Test("is not answered by scans: they wait, and get their outcomes in order when it is gone")
  func scansWait() throws {
    driver.burst(["VN000001", "TV000002", "VN000002"])
    driver.scan("VN000003")
    #expect(driver.text.contains("F9  Vẫn cho mượn"))
    #expect(driver.heldEvents.count == 3)
    driver.press(Key(.escape))
    #expect(driver.heldEvents.isEmpty)
    #expect(driver.lines[1].hasPrefix(" Trần Thị Ánh"))
    #expect(try house.desk.patron("TV000002")?.loans == 2)
    #expect(try loans == 0)
  }

  @Test("every held loan that is refused asks in its turn")
  func asksAgain() throws {
    driver.burst(["VN000001", "VN000002"])
    driver.press(Key(.escape))
    #expect(driver.text.contains("(VN000002)"))
    #expect(driver.text.contains("F9  Vẫn cho mượn"))
    driver.press(Key(.escape))
    #expect(driver.lines.filter { $0.contains("từ chối") }.count == 2)
  }

  @Test("a key pressed in the same moment as the scan is no answer")
  func enterBehind() throws {
    driver.send([.scan(Scan(code: "VN000001")), .key(.function(9)), .key(Key(.escape))])
    #expect(driver.text.contains("F9  Vẫn cho mượn"))
    #expect(try loans == 0)
  }

  @Test("is lifted with a written reason, which the journal keeps")
  func lifts() throws {
    driver.scan("VN000001")
    driver.press(.function(9))
    #expect(driver.text.contains("Hãy ghi lý do"))
    #expect(try loans == 0)
    driver.type("giám đốc đồng ý")
    driver.press(.function(9))
    #expect(driver.lines[5].hasPrefix(" ĐÃ CHO MƯỢN"))
    #expect(try loans == 1)
    let entry = try #require(try house.desk.log(limit: 1).first)
    guard case .loanOpened(let loan) = entry.op.body else { throw TestFailure("\(entry)") }
    #expect(loan.override == Override(codes: ["patronBlocked"], reason: "giám đốc đồng ý"))
  }

  @Test("cannot be lifted by who may not; it names the right that is needed")
  func mayNot() throws {
    _ = try house.desk.setPassword("admin", to: "mật khẩu")
    let helper = try house.saved(house.desk.addStaff(login: "giup", name: "Giúp", role: .helper))
    house.workplace.takeOver(
      by: Desk(file: house.workplace.file, staff: helper, clock: house.clock))
    driver.scan("VN000001")
    #expect(driver.text.contains("Cần quyền: cho mượn khi thẻ khoá hoặc hết hạn"))
    driver.press(.function(9))
    #expect(try loans == 0)
    driver.press(Key(.escape))
    #expect(driver.lines[5] == " KHÔNG CHO MƯỢN")
  }

  @Test("for want of a deposit takes what is missing by one key, and the copy goes out")
  func deposit() throws {
    _ = try house.desk.setRule(RuleScope(), values: [.deposit: 50_000])
    driver.scan("TV000002")
    driver.scan("VN000001")
    #expect(driver.text.contains("còn thiếu 50.000 đ"))
    #expect(driver.text.contains("F5  Nhận cược 50.000 đ rồi cho mượn"))
    driver.press(Key(.enter))
    #expect(try house.desk.patron("TV000002")?.held == .zero)
    driver.press(.function(5))
    #expect(driver.lines[5].hasPrefix(" ĐÃ CHO MƯỢN"))
    #expect(try house.desk.patron("TV000002")?.held.dong == 50_000)
    #expect(try house.desk.patron("TV000002")?.loans == 1)
  }

  @Test("a reason that came up while the question stood is asked about, with those seen before")
  func newReason() throws {
    driver.scan("VN000001")
    driver.type("đã đền")
    _ = try house.desk.remark(RemarkRequest(card: "TV000001", kind: .restriction, text: "phá sách"))
    driver.press(.function(9))
    #expect(try loans == 0)
    #expect(driver.text.contains("phá sách") && driver.text.contains("mất sách"))
    driver.type("đã đền")
    driver.press(.function(9))
    #expect(try loans == 1)
  }
}
