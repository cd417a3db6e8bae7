import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Loans marked as long overdue, on screen")
struct MarkedOverduesTests {
  private let house: TestWorkplace
  private let patron: EntityID

  init() throws {
    house = try TestWorkplace()
    try house.addTitle("Truyện Kiều", ["VN000001"])
    try house.addTitle("Dế Mèn", ["VN000002"])
    patron = try house.addPatron("TV000001", "Nguyễn Văn An")
    _ = try house.desk.setRule(RuleScope(), values: [.longOverdueDays: 30])
    for barcode in ["VN000001", "VN000002"] { try house.lend(barcode, to: "TV000001") }
    try house.clock.set("2027-02-01T08:00:00")
    _ = try house.desk.markOverdues()
  }

  @Test("the desk's list of the day names the copies and the reader")
  func today() throws {
    let row = try #require(house.driver().line(with: "ghi quá hạn"))
    #expect(row.contains("VN00000") && row.contains("2 bản:") && row.contains("Nguyễn"))
  }

  @Test("the journals of the reader and of a copy name it, and opened they say whose")
  func journals() throws {
    let reader = house.driver(JournalScreen(workplace: house.workplace, patron: patron))
    #expect(reader.line(with: "ghi quá hạn lâu")?.contains("VN00000") == true)
    guard case .item(let copy) = try house.desk.look("VN000001", preferring: .label) else {
      throw TestFailure("no copy")
    }
    let journal = house.driver(JournalScreen(workplace: house.workplace, entity: copy.item.id))
    journal.press(Key(.enter))
    let text = journal.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(text.contains("VN000001 Truyện Kiều – Nguyễn Văn An (TV000001)"))
    #expect(!text.contains("VN000002"))
  }
}
