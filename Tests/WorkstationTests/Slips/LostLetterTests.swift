import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Letters about lost books")
struct LostLetterTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    try house.addTitle("Số đỏ", ["VN1", "VN2"])
    try house.addPatron("TV1", "Nguyễn Văn An", phone: "0901")
    _ = try house.desk.setRule(RuleScope(), values: [.lostPercent: 150, .processingFee: 10_000])
    try house.lend("VN1", to: "TV1")
  }

  private func letter(_ language: Language) throws -> String {
    let writer = try SlipWriter(house.desk, Wording(language))
    return try writer.letters(try house.desk.lostReaders())[0].text
  }

  @Test("the letter names the book, its number, price, both ways and the sum in words")
  func letter() throws {
    _ = try house.desk.declareLost("VN1", price: Money(dong: 45_000))
    let text = try letter(.vietnamese)
    for part in [
      "GIẤY BÁO ĐỀN SÁCH MẤT", "Kính gửi: Nguyễn Văn An (thẻ TV1)", "Số đỏ", "Số ĐKCB VN1",
      "Giá sách: 45.000 đ", "đền 1,5 lần giá: 67.500 đ",
      "Bằng chữ: Sáu mươi bảy nghìn năm trăm đồng", "nộp thêm phí xử lý: 10.000 đ", "1. Đền sách",
      "2. Đền tiền", "77.500 đ", "Bảy mươi bảy nghìn năm trăm đồng",
    ] { #expect(text.contains(part), "\(part) is not in\n\(text)") }
    #expect(!text.contains("Còn phải nộp"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= SlipWriter.letterColumns })
    _ = try house.desk.pay("TV1", amount: Money(dong: 7_500))
    #expect(try letter(.vietnamese).contains("Còn phải nộp"))
    let english = try letter(.english)
    #expect(english.contains("LOST BOOKS TO BE MADE GOOD") && english.contains("1.5 × the price"))
    #expect(english.split(separator: "\n").allSatisfy { $0.count <= SlipWriter.letterColumns })
  }

  @Test("without a fee and a price the letter says nothing of them")
  func plain() throws {
    _ = try house.desk.setRule(
      RuleScope(), values: [.longOverdueDays: 30, .processingFee: 0, .lostPercent: 100])
    try house.lend("VN2", to: "TV1")
    _ = try house.desk.takeBack("VN1")
    try house.clock.set("2027-06-01T08:00")
    _ = try house.desk.markOverdues()
    let text = try letter(.vietnamese)
    #expect(text.contains("Số ĐKCB VN2"))
    #expect(!text.contains("Giá sách") && !text.contains("phí xử lý") && !text.contains("Bằng chữ"))
  }

  @Test("on the screen they stand among the reminders, are written, noted, and taken back")
  func screen() throws {
    _ = try house.desk.declareLost("VN1", price: Money(dong: 45_000))
    let driver = house.driver(RemindersScreen(workplace: house.workplace))
    for _ in 0..<3 { driver.run(.remindersNext) }
    #expect(driver.lines[1].contains("[sách mất]"))
    #expect(driver.line(with: "Nguyễn Văn An")?.contains("77.500 đ") == true)
    driver.run(.remindersWrite)
    driver.run(.formNext)
    let path = house.folder + "/letters.txt"
    driver.type(path)
    driver.run(.formSave)
    #expect(
      try String(contentsOfFile: path, encoding: .utf8).contains("GIẤY BÁO ĐỀN SÁCH MẤT"))
    #expect(driver.line(with: "Không có ai") != nil)
    driver.run(.undo)
    #expect(driver.line(with: "Nguyễn Văn An") != nil)
  }
}
