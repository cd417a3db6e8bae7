import Foundation
import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Importing on screen")
struct ImportScreenTests {
  private let house: TestWorkplace
  private let folder: String

  init() throws {
    house = try TestWorkplace()
    folder = house.folder + "/tep/"
    try FileManager.default.createDirectory(
      atPath: folder + "con", withIntermediateDirectories: true)
    try write(records(1...3), to: "sach.mrc")
    try Data("không phải MARC".utf8).write(to: URL(fileURLWithPath: folder + "sai.mrc"))
    try Data().write(to: URL(fileURLWithPath: folder + ".an"))
  }

  private func records(_ numbers: ClosedRange<Int>) -> [Record] {
    numbers.map { number in
      Record(
        leader: .newBook,
        fields: [
          MARC.Field(control: "001", "k\(number)"), MARC.Field(control: "003", "TV"),
          MARC.Field("245", [Subfield("a", "Sách số \(number)")]),
          MARC.Field("852", [Subfield("p", "IM00\(number)")]),
        ])
    }
  }

  private func write(_ records: [Record], to name: String) throws {
    var bytes: [UInt8] = []
    var writer = RecordWriter(.iso2709)
    writer.begin(&bytes)
    for record in records { _ = writer.append(record, to: &bytes) }
    writer.finish(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: folder + name))
  }

  @Test("a table that says more than its copies is taken for new titles")
  func tableOfTitles() throws {
    let table = "Nhan đề,Tác giả,NXB,ĐKCB\nDế mèn,Tô Hoài,Kim Đồng,B1; B2\n"
    try Data(table.utf8).write(to: URL(fileURLWithPath: folder + "moi.csv"))
    let driver = preview("moi.csv")
    #expect(driver.text.contains("bảng sách"))
    #expect(driver.text.contains("Dế mèn / Tô Hoài"))
    driver.press(.function(9))
    #expect(try house.desk.items().map(\.item.barcode.text).contains("B2"))
  }

  private func chooser() -> ScreenDriver {
    house.driver(ImportScreen(workplace: house.workplace, folder: folder))
  }

  private func preview(_ name: String, jobs: ScreenDriver.JobTiming = .atOnce) -> ScreenDriver {
    house.driver(
      ImportPreviewScreen(workplace: house.workplace, path: folder + name, resuming: nil),
      jobs: jobs)
  }

  @Test("the list shows folders and files, Tab completes, Enter goes into a folder")
  func choosing() {
    let driver = chooser()
    #expect(driver.lines[4].hasPrefix("con/"))
    #expect(driver.lines[5].hasPrefix("sach.mrc"))
    #expect(!driver.text.contains(".an"))
    driver.type("s")
    driver.press(Key(.tab))
    #expect(driver.line(with: "con/") == nil)
    driver.type("c")
    driver.press(Key(.tab))
    #expect(driver.lines[1].hasSuffix("/tep/sach.mrc"))
    driver.press(.control("u"))
    driver.type(folder + "co")
    driver.press(Key(.enter))
    #expect(driver.text.contains("Không có tệp nào"))
    driver.press(.control("u"))
    driver.type("/khong/co/")
    #expect(driver.text.contains("No such file"))
  }

  @Test("a file is looked at first, then taken in as a batch that can be undone")
  func wholeWay() throws {
    let driver = chooser()
    driver.type("sach")
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" XEM TRƯỚC"))
    #expect(driver.line(with: "Dạng tệp: ISO 2709") != nil)
    #expect(driver.line(with: "3 biểu ghi mới, 0 thay thế, 3 bản, 0 bỏ qua, 0 lỗi") != nil)
    #expect(driver.line(with: "Sách số 1") != nil)
    #expect(try house.desk.batches().isEmpty)
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" ĐÃ NHẬP"))
    #expect(try CatalogueSearch(house.workplace.file).find("sach so").total == .exactly(3))
    driver.press(Key(.escape))
    driver.run(.catalogueBatches)
    #expect(try #require(driver.line(with: "sach.mrc")).hasSuffix("xong"))
    driver.press(.control("z"))
    #expect(driver.text.contains("Huỷ cả đợt nhập?"))
    driver.press(Key(.enter))
    #expect(driver.text.contains("Huỷ cả đợt nhập?"))
    driver.press(.function(9))
    #expect(try #require(driver.line(with: "sach.mrc")).hasSuffix("đã huỷ"))
    #expect(try CatalogueSearch(house.workplace.file).find("sach so").total == .exactly(0))
  }

  @Test("what the library has already is skipped, or replaced when so chosen")
  func matches() throws {
    _ = try house.desk.importRecords([folder + "sach.mrc"])
    try write(records(2...4), to: "sach.mrc")
    let driver = preview("sach.mrc")
    #expect(driver.line(with: "1 biểu ghi mới, 0 thay thế, 1 bản, 2 bỏ qua") != nil)
    driver.press(Key(.tab), Key(.tab), Key(.right))
    #expect(driver.line(with: "1 biểu ghi mới, 2 thay thế") != nil)
  }

  @Test("a file of something else says so and gives nothing to import")
  func notRecords() throws {
    let driver = preview("sai.mrc")
    #expect(driver.text.contains("không phải tệp biểu ghi"))
    driver.press(.function(9))
    #expect(driver.text.contains("Không có gì để nhập"))
    #expect(try house.desk.batches().isEmpty)
    try FileManager.default.removeItem(atPath: folder + "sai.mrc")
    #expect(preview("sai.mrc").text.contains("sai.mrc"))
  }

  @Test("stopping asks first, keeps what was taken in, and the batch goes on later")
  func stopping() throws {
    try write(records(1...9), to: "sach.mrc")
    let driver = preview("sach.mrc", jobs: .onDemand)
    driver.runJobs()
    driver.press(.function(9), Key(.escape))
    #expect(driver.text.contains("Dừng nhập?"))
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" CÁC ĐỢT NHẬP"))
    driver.runJobs()
    #expect(try #require(driver.line(with: "sach.mrc")).hasSuffix("dở dang"))
    driver.press(.function(8))
    #expect(driver.lines[0].hasPrefix(" NHẬP TIẾP ĐỢT"))
    driver.press(.control("u"))
    driver.type(folder + "sach")
    driver.press(Key(.enter))
    driver.runJobs()
    driver.press(Key(.tab), Key(.tab), Key(.right), .function(9))
    driver.runJobs()
    driver.press(Key(.escape), .function(12))
    driver.run(.catalogueBatches)
    driver.runJobs()
    #expect(try CatalogueSearch(house.workplace.file).find("sach so").total == .exactly(9))
  }

  @Test("faults of a batch stay to be read with record and byte")
  func faults() throws {
    var faulty = records(1...2)
    faulty[1] = Record(
      leader: .newBook,
      fields: Array(faulty[1].fields) + [MARC.Field("852", [Subfield("p", "IM001")])])
    try write(faulty, to: "trung.mrc")
    _ = try house.desk.importRecords([folder + "trung.mrc"])
    let driver = house.driver()
    driver.run(.catalogueBatches)
    driver.press(Key(.enter))
    #expect(driver.lines[0].hasPrefix(" ĐỢT NHẬP"))
    #expect(driver.line(with: "biểu ghi 2")?.contains("IM001") == true)
  }
}
