import Foundation
import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("Record by record before an import")
struct StagingScreenTests {
  private let house: TestWorkplace
  private let path: String
  private let known: EntityID

  init() throws {
    house = try TestWorkplace()
    path = house.folder + "/moi.mrc"
    known = try house.saved(house.desk.saveRecord(StagingScreenTests.record("1", "Số đỏ", [])))
    var bytes: [UInt8] = []
    var writer = RecordWriter(.iso2709)
    writer.begin(&bytes)
    for record in [
      StagingScreenTests.record("1", "Số đỏ", ["Trào phúng"]),
      StagingScreenTests.record("2", "Giông tố", []),
    ] {
      _ = writer.append(record, to: &bytes)
    }
    writer.finish(&bytes)
    bytes += Array("00100 hỏng\u{1D}".utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private static func record(_ number: String, _ title: String, _ subjects: [String]) -> Record {
    Record(
      leader: .newBook,
      fields: [
        MARC.Field(control: "001", number), MARC.Field(control: "003", "TV"),
        MARC.Field("245", [Subfield("a", title)]),
      ] + subjects.map { MARC.Field("653", [Subfield("a", $0)]) })
  }

  private func preview() -> ScreenDriver {
    house.driver(ImportPreviewScreen(workplace: house.workplace, path: path, resuming: nil))
  }

  @Test(
    "each record is shown with what it is taken for, a key changes what is done, one batch comes of it"
  )
  func decided() throws {
    let driver = preview()
    driver.press(.function(8))
    #expect(driver.lines[0].hasPrefix(" TỪNG BIỂU GHI TRƯỚC KHI NHẬP"))
    #expect(driver.lines[2].contains("trùng #\(known) (100)"))
    #expect(driver.lines[2].contains("bỏ qua: đã có"))
    #expect(driver.lines[3].contains("mới"))
    #expect(driver.lines[4].contains("không nhập được"))
    #expect(driver.line(with: "mới 1, trùng 1, chưa chắc 0, hỏng 1") != nil)
    driver.press(.function(8))
    #expect(driver.lines[2].contains("* gộp vào #\(known)"))
    driver.press(Key(.enter))
    #expect(driver.text.contains("+ 653 ## $a Trào phúng"))
    driver.press(Key(.escape), Key(.down), Key(.delete))
    #expect(driver.lines[3].contains("* bỏ qua: cán bộ"))
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" ĐÃ NHẬP"))
    #expect(driver.text.contains("Bỏ lại – không đọc được: 1, cán bộ bỏ qua: 1"))
    #expect(try house.desk.record(known)?.record.first("653")?.text("a") == "Trào phúng")
    #expect(try CatalogueSearch(house.workplace.file).find("giong to").hits.isEmpty)
    driver.press(.function(8))
    #expect(driver.text.contains("Đã ghi 2 biểu ghi"))
    let left = try RecordReader(FileSource(path: path + ".khong-nhap")).next()?.record
    #expect(left?.first("245")?.text("a") == "Giông tố")
    let batch = try #require(try house.desk.batches().first)
    _ = try house.desk.undoBatch(batch.id)
    #expect(try house.desk.record(known)?.record.first("653") == nil)
  }

  @Test("the list can be narrowed to the unsure, known, new or faulty ones")
  func filtered() {
    let driver = preview()
    driver.press(.function(8), Key(.tab), Key(.tab))
    #expect(driver.lines[2].contains("Số đỏ"))
    #expect(driver.line(with: "Giông tố") == nil)
    driver.press(Key(.tab))
    #expect(driver.lines[2].contains("Giông tố"))
  }

  @Test("a profile of the library is chosen on the form and followed")
  func profile() throws {
    _ = try house.desk.saveNamedText(
      NamedText(.importProfile, name: "Fahasa", text: "match control 100\non-match merge\n6XX add"))
    let driver = preview()
    #expect(driver.line(with: "Hồ sơ nhập") != nil)
    driver.press(Key(.right))
    #expect(driver.line(with: "Hồ sơ nhập")?.contains("Fahasa") == true)
    driver.press(.function(9))
    #expect(try house.desk.record(known)?.record.first("653")?.text("a") == "Trào phúng")
  }
}
