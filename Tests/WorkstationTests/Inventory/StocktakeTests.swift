import Foundation
import LibraryCore
import LibraryStore
import Terminal
import Testing

@testable import Workstation

@Suite("Taking stock")
struct StocktakeTests {
  private let house: TestWorkplace

  init() throws {
    house = try TestWorkplace()
    let shelves = [("VN000001", "100"), ("VN000002", "200"), ("VN000003", "300")]
    for (barcode, callNumber) in shelves {
      let record = try house.addTitle("Sách \(callNumber)", [])
      _ = try house.saved(
        house.desk.addItem(
          ItemDraft(
            record: record, barcode: barcode, callNumber: callNumber, location: "VN",
            price: "50000")))
    }
    let record = try house.addTitle("Sách thiếu nhi", [])
    _ = try house.saved(
      house.desk.addItem(ItemDraft(record: record, barcode: "TN000001", location: "TN")))
    try house.addPatron("TV000001", "Nguyễn Văn An")
  }

  private func stocktake(_ location: String? = "VN") throws -> EntityID {
    try house.saved(
      house.desk.openStocktake(StocktakeScope(name: "Kiểm kê 2026", location: location)))
  }

  private func open(_ id: EntityID, jobs: ScreenDriver.JobTiming = .atOnce) -> ScreenDriver {
    house.driver(StocktakeScreen(workplace: house.workplace, stocktake: id), jobs: jobs)
  }

  @Test("F6, F8: a new stocktake of one location is opened and ready to scan")
  func opens() throws {
    let driver = house.driver()
    driver.press(.function(6))
    #expect(driver.text.contains("Chưa có đợt kiểm kê nào"))
    driver.press(.function(8), Key(.tab))
    driver.press(Key(.right))
    #expect(driver.line(with: "Kho")?.contains("VN – kho mở") == true)
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" KIỂM KÊ – Kiểm kê 2026"))
    #expect(driver.lines[1].hasPrefix(" kho VN · mở 23/11/2026"))
    #expect(driver.lines[2] == " Trên sổ 3  Đã thấy 0  Đang mượn 0  Chưa thấy 3")
    driver.press(Key(.escape))
    #expect(driver.line(with: "Kiểm kê 2026")?.contains("đang quét") == true)
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" KIỂM KÊ – Kiểm kê 2026"))
  }

  @Test("a range that runs backwards is told at its field")
  func badRange() throws {
    let driver = house.driver(StocktakeForm.screen(house.workplace))
    driver.press(Key(.tab), Key(.tab))
    driver.type("300")
    driver.press(Key(.tab))
    driver.type("100")
    driver.press(.function(9))
    #expect(driver.text.contains("không hợp lệ"))
    #expect(try house.desk.stocktakes().isEmpty)
  }

  @Test("each finding has its words, its sound and what to do")
  func findings() throws {
    try house.lend("VN000003", to: "TV000001")
    let driver = open(try stocktake())
    driver.scan("VN000002")
    #expect(driver.lines[4] == " ĐÚNG CHỖ")
    #expect(driver.lines[5] == " Sách 200  (VN000002)")
    let bells = driver.bells
    driver.scan("VN000001")
    #expect(driver.lines[4] == " SAI THỨ TỰ")
    #expect(driver.lines[6] == " Đứng sau bản 200, phải đứng trước")
    #expect(driver.bells == bells + 1)
    driver.scan("TN000001")
    #expect(driver.lines[6] == " Trả về kho TN")
    driver.scan("VN000003")
    #expect(driver.lines[6].contains("Đang ghi Nguyễn Văn An (TV000001) mượn"))
    let flashes = driver.flashes
    driver.scan("VN999999")
    #expect(driver.lines[4] == " MÃ LẠ")
    #expect(driver.flashes == flashes + 1)
    driver.scan("VN000002")
    #expect(driver.lines[4] == " ĐÃ QUÉT RỒI")
    #expect(driver.lines[2].hasPrefix(" Trên sổ 3  Đã thấy 2  Đang mượn 1  Chưa thấy 0"))
    #expect(driver.lines[10].contains("VN000002"))
    #expect(driver.lines[11].contains("VN999999"))
  }

  @Test("a burst of 300 scans is 300 outcomes and one frame")
  func burst() throws {
    let driver = open(try stocktake(nil))
    let frames = driver.frames
    driver.burst((1...300).map { "VN\(100_000 + $0)" })
    #expect(driver.frames == frames + 1)
    #expect(driver.lines[2].contains("mã lạ 300"))
    #expect(driver.lines[10].contains("VN100300"))
  }

  @Test("work goes on after a stop: figures, latest scans and shelf are there again")
  func resumes() throws {
    let id = try stocktake()
    let before = open(id)
    before.press(.function(8))
    before.type("Giá 3")
    before.press(.function(9))
    #expect(before.lines[1].hasSuffix("Giá: Giá 3"))
    before.scan("VN000001")
    let driver = open(id)
    #expect(driver.lines[1].hasSuffix("Giá: Giá 3"))
    #expect(driver.lines[2].contains("Đã thấy 1"))
    #expect(driver.lines[10].contains("VN000001"))
    #expect(driver.lines[10].contains("Sách 100"))
  }

  @Test("a sighting is taken back: the last one, or the one chosen")
  func undo() throws {
    let driver = open(try stocktake())
    driver.burst(["VN000001", "VN000002"])
    driver.press(.control("z"))
    #expect(driver.lines[2].contains("Đã thấy 1"))
    #expect(driver.lines[10].contains("× đúng chỗ"))
    driver.press(Key(.down), .control("z"))
    #expect(driver.lines[2].contains("Đã thấy 0"))
    driver.scan("VN000001")
    #expect(driver.lines[4] == " ĐÚNG CHỖ")
  }

  @Test("a patron's card is no copy: the desk answers it and the stocktake stays clean")
  func card() throws {
    let id = try stocktake()
    let driver = open(id)
    driver.scan("TV000001")
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
    #expect(driver.lines[1].hasPrefix(" Nguyễn Văn An"))
    #expect(try house.desk.status(of: id)?.counts.scans == 0)
  }

  @Test("codes no label can carry are shown and written nowhere")
  func hostile() throws {
    let id = try stocktake()
    let driver = open(id)
    driver.burst(["VN\u{1}0001", String(repeating: "9", count: 10_000), "Sách đỏ"])
    #expect(driver.text.contains("VN␦0001"))
    #expect(try house.desk.status(of: id)?.counts.scans == 0)
    #expect(driver.lines.allSatisfy { DisplayWidth.of($0) <= 80 })
  }

  @Test("a file of barcodes is loaded by a worker; the lines nobody can read are listed")
  func load() throws {
    let path = house.folder + "/codes.txt"
    try Data("VN000001\r\nVN000002\n\nSách\nVN000001\n".utf8).write(to: URL(fileURLWithPath: path))
    let driver = open(try stocktake(), jobs: .onDemand)
    driver.press(.control("f"))
    driver.type(path)
    driver.press(.function(9))
    #expect(driver.lines[1].contains("Đang nạp tệp"))
    driver.runJobs()
    #expect(driver.text.contains("Đã đọc 5 dòng"))
    #expect(driver.text.contains("đúng chỗ: 2"))
    #expect(driver.text.contains("đã quét rồi: 1"))
    #expect(driver.text.contains("dòng 4: Mã vạch không mang được chữ «á»"))
    driver.press(Key(.escape))
    #expect(driver.lines[2].contains("Đã thấy 2"))
    #expect(driver.lines[10].contains("VN000002"))
  }

  @Test("Esc stops a load, and a file that is not there is told")
  func stopsLoading() throws {
    let driver = open(try stocktake(), jobs: .onDemand)
    driver.press(.control("f"))
    driver.type("/nowhere/codes.txt")
    driver.press(.function(9), Key(.escape))
    driver.runJobs()
    #expect(driver.lines[0].hasPrefix(" KIỂM KÊ"))
    #expect(!driver.lines[1].contains("Đang nạp tệp"))
    driver.press(.control("f"))
    driver.type("/nowhere/codes.txt")
    driver.press(.function(9))
    driver.runJobs()
    #expect(driver.text.contains("Không đọc được /nowhere/codes.txt"))
  }

  @Test("the report lists what is missing and what to see to")
  func report() throws {
    let driver = open(try stocktake())
    driver.burst(["VN000001", "TN000001"])
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" KẾT QUẢ KIỂM KÊ"))
    #expect(driver.lines[2] == " Trên sổ        3 bản, 150.000 đ")
    #expect(driver.lines[5] == " Thiếu          2 bản, 100.000 đ")
    #expect(driver.text.contains("[Thiếu 2]"))
    #expect(driver.line(with: "VN000003")?.contains("50.000 đ") == true)
    driver.press(Key(.tab))
    #expect(driver.line(with: "TN000001")?.contains("của kho khác") == true)
  }

  @Test("closing asks, Enter answers nothing, and F9 marks what is missing")
  func closes() throws {
    let id = try stocktake()
    let driver = open(id)
    driver.scan("VN000001")
    driver.press(.control("k"), Key(.enter), Key(.tab))
    #expect(driver.text.contains("Còn 2 bản chưa thấy"))
    driver.press(Key(.escape))
    #expect(try house.desk.status(of: id)?.isClosed == false)
    driver.press(.control("k"), .function(9))
    #expect(driver.lines[0].hasPrefix(" KẾT QUẢ KIỂM KÊ"))
    let missing = try house.desk.items(status: .missing).map(\.item.barcode.text).sorted()
    #expect(missing == ["VN000002", "VN000003"])
    driver.press(Key(.escape))
    #expect(driver.lines[0].hasPrefix(" QUẦY MƯỢN – TRẢ"))
  }

  @Test("a closed stocktake takes no more scans and says so")
  func closed() throws {
    let id = try stocktake()
    _ = try house.desk.closeStocktake(id)
    let driver = open(id)
    driver.scan("VN000001")
    #expect(driver.text.contains("• Đợt kiểm kê đã đóng"))
    driver.press(.control("k"))
    #expect(driver.text.contains("Đợt kiểm kê đã đóng"))
    #expect(driver.text.contains("Chưa thấy 3"))
  }
}
