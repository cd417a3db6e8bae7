import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Undo in an account and among the drawers")
struct MoneyUndoTests {
  private let house: TestWorkplace
  private let patron: EntityID

  init() throws {
    house = try TestWorkplace()
    patron = try house.addPatron("TV000001", "Nguyễn Văn An", born: "1987")
    _ = try house.desk.enter(
      AccountEntry(.charge, Money(dong: 9000), charge: .photocopy), for: "TV000001")
  }

  private func owed() throws -> Int64 { try house.desk.account(of: patron).owed.dong }

  @Test("the last entry is shown and taken back on a yes, also where it was made elsewhere")
  func elsewhere() throws {
    _ = try house.desk.pay("TV000001", amount: Money(dong: 4000))
    let driver = house.driver(AccountScreen(workplace: house.workplace, patron: patron))
    driver.press(.control("z"))
    #expect(driver.text.contains("thu tiền 4.000 đ"))
    driver.press(.function(9))
    #expect(try owed() == 9000)
    #expect(driver.text.contains("Đã hoàn tác thu tiền 4.000 đ"))
    driver.press(.control("z"), .function(9), .control("z"))
    #expect(try owed() == 0)
    #expect(driver.text.contains("Không có việc nào để hoàn tác"))
  }

  @Test("a scan does not answer")
  func scanned() throws {
    let driver = house.driver(AccountScreen(workplace: house.workplace, patron: patron))
    driver.press(.control("z"))
    driver.scan("TV000001")
    #expect(try owed() == 9000)
  }

  @Test("what cannot be taken back is named, with the reason")
  func refused() throws {
    _ = try house.desk.openCash(float: .zero)
    _ = try house.desk.pay("TV000001", amount: Money(dong: 4000))
    _ = try house.desk.closeCash(counted: Money(dong: 4000))
    let driver = house.driver(
      AccountScreen(workplace: house.workplace, patron: patron), size: Size(rows: 43, columns: 132))
    driver.press(.control("z"))
    #expect(driver.text.contains("Không hoàn tác được thu tiền 4.000 đ"))
    #expect(try owed() == 5000)
  }

  @Test("a void is taken back by the next undo; escape leaves everything as it is")
  func void() throws {
    let op = try #require(try house.desk.account(of: patron).lines.first?.op)
    _ = try house.desk.void(op, reason: "nhầm")
    let driver = house.driver(AccountScreen(workplace: house.workplace, patron: patron))
    driver.press(.control("z"), Key(.escape))
    #expect(try owed() == 0)
    driver.press(.control("z"), .function(9))
    #expect(try owed() == 9000)
  }

  @Test("in a shift and in the list the last thing done with that shift is taken back")
  func drawer() throws {
    _ = try house.desk.openCash(float: Money(dong: 50_000))
    _ = try house.desk.moveCash(Money(dong: -20_000), reason: "nộp quỹ")
    let driver = house.driver(CashScreen(workplace: house.workplace))
    driver.press(Key(.enter), .control("z"))
    #expect(driver.text.contains("lấy ra 20.000 đ: nộp quỹ"))
    driver.press(.function(9))
    #expect(try house.desk.openShift()?.expected.dong == 50_000)
    #expect(driver.text.contains("Phải có: 50.000 đ"))
    driver.press(Key(.escape), .control("z"), .function(9))
    #expect(try house.desk.openShift() == nil)
    #expect(driver.text.contains("Chưa mở ca nào"))
  }

  @Test("cash handed back out of another shift is told, and the shift explains it")
  func acrossShifts() throws {
    _ = try house.desk.openCash(float: .zero)
    _ = try house.desk.pay("TV000001", amount: Money(dong: 4000))
    _ = try house.desk.closeCash(counted: Money(dong: 4000))
    _ = try house.desk.openCash(float: Money(dong: 50_000))
    let driver = house.driver(
      AccountScreen(workplace: house.workplace, patron: patron), size: Size(rows: 43, columns: 132))
    driver.press(.control("z"), .function(9))
    #expect(driver.text.contains("Chi lại 4.000 đ từ ngăn Q1"))
    let cash = house.driver(CashScreen(workplace: house.workplace))
    cash.press(Key(.enter))
    #expect(cash.text.contains("huỷ phiếu của ca khác: -4.000 đ"))
  }
}
