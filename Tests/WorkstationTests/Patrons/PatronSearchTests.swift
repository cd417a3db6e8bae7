import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Finding patrons")
struct PatronSearchTests {
  private let house: TestWorkplace
  private let driver: ScreenDriver

  init() throws {
    house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An", born: "1987", phone: "0912345678")
    try house.addPatron("TV000002", "Trần Thị Ánh", born: "12/05/2015")
    try house.addPatron("TV000003", "Lê Hoàng Anh", born: "1987")
    try house.addTitle("Truyện Kiều", ["VN000001"])
    driver = house.driver()
    driver.press(.function(4))
  }

  @Test("F4 lists everybody in the order of given names")
  func everybody() {
    #expect(driver.lines[0].hasPrefix(" TÌM BẠN ĐỌC"))
    #expect(driver.lines[1].hasSuffix("3 người"))
    #expect(driver.lines[4].hasPrefix("TV000001     Nguyễn Văn An"))
    #expect(driver.lines[6].contains("12/05/2015"))
  }

  @Test("a name without tones, in any order, and a birth year")
  func words() {
    driver.type("anh 1987")
    #expect(driver.lines[1].hasSuffix("1 người"))
    #expect(driver.lines[4].contains("Lê Hoàng Anh"))
    driver.press(.control("u"))
    driver.type("an van")
    #expect(driver.lines[4].contains("Nguyễn Văn An"))
  }

  @Test("a telephone number")
  func phone() {
    driver.type("0912 345")
    #expect(driver.lines[4].contains("Nguyễn Văn An"))
  }

  @Test("Enter opens the selected patron and Esc comes back to the words")
  func open() {
    driver.type("anh")
    driver.press(Key(.down), Key(.enter))
    #expect(driver.lines[0].hasPrefix(" HỒ SƠ BẠN ĐỌC"))
    #expect(driver.lines[1] == " Trần Thị Ánh")
    driver.press(Key(.escape))
    #expect(driver.lines[1].hasPrefix(" > anh"))
  }

  @Test("Enter before the answer waits for it and opens the only one found")
  func enterBeforeAnswer() throws {
    let driver = house.driver(PatronSearchScreen(workplace: house.workplace), jobs: .onDemand)
    driver.runJobs()
    driver.send([.text("tv000002"), .key(Key(.enter))])
    #expect(driver.lines[0].hasPrefix(" TÌM BẠN ĐỌC"))
    driver.runJobs()
    #expect(driver.lines[1] == " Trần Thị Ánh")
  }

  @Test("an answer to words that are typed no more is dropped")
  func stale() {
    let driver = house.driver(PatronSearchScreen(workplace: house.workplace), jobs: .onDemand)
    driver.type("anh")
    driver.type("x")
    driver.runJobs()
    #expect(driver.lines[1].hasSuffix("0 người"))
    #expect(driver.text.contains("Không có bạn đọc nào như vậy"))
  }

  @Test("a scanned card opens its holder, a scanned copy goes to the desk")
  func scans() {
    driver.scan("TV000003")
    #expect(driver.lines[1] == " Lê Hoàng Anh")
    driver.press(Key(.escape))
    driver.scan("VN000001")
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    #expect(driver.text.contains("TRONG KHO"))
  }

  @Test("a scan takes back the letters that came before it was known to be one")
  func takeBack() {
    driver.type("TV")
    driver.send([.scan(Scan(code: "TV000003", alreadyTyped: 2))])
    #expect(driver.lines[1] == " Lê Hoàng Anh")
    driver.press(Key(.escape))
    #expect(!driver.lines[1].contains("TV"))
  }

  @Test("long lists are read as they come into sight")
  func pages() throws {
    for number in 10..<260 {
      try house.addPatron("TV000\(number)", "Phạm Văn Bình \(number)")
    }
    driver.press(Key(.escape))
    driver.press(.function(4))
    #expect(driver.lines[1].hasSuffix("253 người"))
    for _ in 1...15 {
      driver.press(Key(.pageDown))
      #expect(driver.lines[4...21].allSatisfy { $0.hasPrefix("TV000") })
    }
  }

  @Test("the list goes by given name or by card, and its end is a step away")
  func orders() throws {
    for number in 100..<350 {
      try house.addPatron("TV000\(number)", "Phạm Số\(number) Bình")
    }
    driver.press(Key(.escape))
    driver.press(.function(4))
    #expect(driver.lines[2].contains("theo tên, rồi họ"))
    #expect(driver.lines[4].contains("Nguyễn Văn An"))
    driver.press(.function(9))
    #expect(driver.lines[2].contains("theo số thẻ"))
    #expect(driver.lines[4].hasPrefix("TV000001"))
    driver.press(Key(.end))
    #expect(driver.lines[21].hasPrefix("TV000349"))
    for _ in 0..<30 {
      driver.press(Key(.pageUp))
      #expect(driver.lines[4...21].allSatisfy { $0.hasPrefix("TV000") })
    }
    #expect(driver.lines[4].hasPrefix("TV000001"))
    driver.type("an")
    driver.press(.function(9))
    #expect(driver.lines[2] == "")
    #expect(driver.text.contains("Nguyễn Văn An"))
  }

  @Test("in English and on a wide screen")
  func english() throws {
    let house = try TestWorkplace(.english)
    try house.addPatron("TV000001", "Nguyễn Văn An", born: "1987-05-02")
    let driver = house.driver(size: Size(rows: 43, columns: 132))
    driver.press(.function(4))
    #expect(driver.lines[0].hasPrefix(" PATRONS"))
    #expect(driver.lines[3].hasPrefix("Card"))
    #expect(driver.lines[4].contains("1987-05-02"))
  }
}
