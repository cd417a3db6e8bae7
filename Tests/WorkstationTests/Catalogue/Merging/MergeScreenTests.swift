import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Merging two records")
struct MergeScreenTests {
  private let house: TestWorkplace
  private let keeper: EntityID
  private let other: EntityID

  init() throws {
    house = try TestWorkplace()
    keeper = try house.addTitle("Đất rừng phương Nam", author: "Đoàn Giỏi", ["VN000001"])
    other = try house.saved(
      house.desk.saveRecord(
        Record(
          leader: .newBook,
          fields: [
            MARC.Field("100", [Subfield("a", "Đoàn Giỏi")]),
            MARC.Field("245", "1", "0", [Subfield("a", "Đất rừng phương Nam : truyện")]),
            MARC.Field("653", [Subfield("a", "Nam Bộ")]),
          ])))
    _ = try house.saved(house.desk.addItem(ItemDraft(record: other, barcode: "VN000002")))
  }

  private func title(_ id: EntityID) throws -> String? {
    try house.desk.record(id)?.record.first("245")?.text("a")
  }

  @Test("fields are chosen side by side, the merge is asked about, done and undone")
  func merged() throws {
    let driver = house.driver(DuplicatesScreen(workplace: house.workplace))
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" GỘP HAI BIỂU GHI"))
    #expect(driver.lines[2].contains("="))
    driver.press(Key(.down), Key(.right), .function(9))
    #expect(driver.text.contains("Gộp hai biểu ghi?"))
    #expect(driver.text.contains("+ 653"))
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI NGHI TRÙNG"))
    #expect(driver.text.contains("Đã gộp #\(other) vào #\(keeper), 1 bản chuyển sang"))
    #expect(try title(keeper) == "Đất rừng phương Nam : truyện")
    #expect(try house.desk.items(of: keeper).count == 2)
    driver.press(.control("z"))
    #expect(try title(keeper) == "Đất rừng phương Nam")
    #expect(try house.desk.items(of: other).count == 1)
    #expect(driver.lines[2].contains("\(keeper) – \(other)"))
  }

  @Test("what a side does not have cannot be taken, and sides can be swapped")
  func sides() throws {
    let screen = try #require(try MergeScreen.open(house.workplace, keeping: keeper, other))
    let driver = house.driver(screen)
    driver.press(Key(.end))
    let bells = driver.bells
    driver.press(Key(.left))
    #expect(driver.bells == bells + 1)
    driver.press(Key(.tab))
    #expect(driver.lines[1].contains("Giữ: #\(other)"))
    driver.press(.function(9), .function(9))
    #expect(try house.desk.record(keeper)?.mergedInto == other)
  }

  @Test("from a record, another one is named by its number or by a copy's label")
  func chosen() throws {
    let driver = house.driver(RecordScreen(workplace: house.workplace, trail: RecordTrail(keeper)))
    driver.run(.recordMerge)
    #expect(driver.line(with: "#\(other) Đất rừng phương Nam : truyện") != nil)
    driver.scan("VN000002")
    #expect(driver.top is MergeScreen)
    driver.press(.function(9), .function(9))
    #expect(driver.lines[0].hasPrefix(" BIỂU GHI"))
    #expect(try house.desk.items(of: keeper).count == 2)
    driver.press(.control("z"))
    #expect(try house.desk.items(of: keeper).count == 1)
    driver.run(.recordMerge)
    driver.type("99999")
    driver.press(Key(.enter))
    #expect(driver.text.contains("Không có biểu ghi nào như vậy"))
  }

  @Test("a merged record says where it went")
  func pointer() throws {
    let (one, two) = (
      try #require(try house.desk.record(keeper)), try #require(try house.desk.record(other))
    )
    _ = try house.desk.mergeRecords(
      keeper, [other], into: one.record, seen: [one.version, two.version])
    let driver = house.driver(RecordScreen(workplace: house.workplace, trail: RecordTrail(other)))
    #expect(driver.lines[0].contains("ĐÃ GỘP VÀO #\(keeper)"))
  }
}
