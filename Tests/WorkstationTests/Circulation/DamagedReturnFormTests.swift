import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("A damaged copy taken back on the screen")
struct DamagedReturnFormTests {
  @Test("one form returns, notes the damage and charges; the answer says to set the copy aside")
  func oneStep() throws {
    let house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Truyện Kiều", ["VN000001"])
    try house.lend("VN000001", to: "TV000001")
    let driver = house.driver()
    driver.press(.function(3), .alt("h"))
    #expect(driver.text.contains("TRẢ HỎNG"))
    // The row on top may be another reader's copy: nothing is proposed, and a scan fills the field.
    #expect(!driver.text.contains("VN000001"))
    driver.scan("VN000001")
    #expect(driver.line(with: "VN000001") != nil)
    // Who would pay is said before it is done.
    #expect(driver.line(with: "ghi nợ cho Nguyễn Văn An (TV000001)") != nil)
    driver.press(.function(9))
    #expect(try house.desk.patron("TV000001")?.loans == 1)
    driver.type("rách bìa")
    driver.press(Key(.tab))
    driver.type("8000")
    driver.press(.function(9))
    #expect(driver.text.contains("ĐÃ TRẢ"))
    #expect(try house.desk.patron("TV000001")?.loans == 0)
    #expect(try house.desk.patron("TV000001")?.owed == Money(dong: 8000))
    driver.press(.control("z"))
    #expect(try house.desk.patron("TV000001")?.loans == 1)
    #expect(try house.desk.patron("TV000001")?.owed == .zero)
  }

  @Test("what was typed for the form or a renewal no longer says what Enter would do")
  func usedUp() throws {
    let house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Truyện Kiều", ["VN000001"])
    try house.lend("VN000001", to: "TV000001")
    let driver = house.driver()
    for key in [Key.alt("h"), Key.control("r")] {
      driver.type("VN000001")
      #expect(driver.lines[4].contains("Enter: "))
      driver.press(key, Key(.escape))
      #expect(!driver.lines[4].contains("Enter: "))
    }
  }

  @Test("the row that a person chose is proposed, and what is typed takes its place")
  func chosenRow() throws {
    let house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addTitle("Truyện Kiều", ["VN000001", "VN000002"])
    try house.lend("VN000001", to: "TV000001")
    try house.lend("VN000002", to: "TV000001")
    let driver = house.driver()
    driver.press(Key(.down), .alt("h"))
    #expect(driver.line(with: "VN000001") != nil)
    driver.type("VN9")
    #expect(driver.line(with: "VN9") != nil && driver.line(with: "VN000001VN9") == nil)
  }

  @Test("nothing but a chosen, scanned or typed copy is renewed")
  func renewsNobodyElses() throws {
    let house = try TestWorkplace()
    try house.addPatron("TV000001", "Nguyễn Văn An")
    try house.addPatron("TV000002", "Trần Thị Bình")
    try house.addTitle("Truyện Kiều", ["VN000001"])
    try house.lend("VN000001", to: "TV000001")
    let driver = house.driver()
    driver.scan("TV000002")
    driver.press(.control("r"))
    #expect(driver.text.contains("Chọn một dòng"))
  }
}
