import Foundation
import LibraryCore
import LibraryStore
import MARC
import Terminal
import Testing
import VietnameseText

@testable import Workstation

@Suite("Importing old encodings on screen")
struct ImportEncodingTests {
  private let house: TestWorkplace

  init() throws { house = try TestWorkplace() }

  private func preview(_ bytes: [UInt8], _ name: String) throws -> ScreenDriver {
    let path = house.folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return house.driver(
      ImportPreviewScreen(workplace: house.workplace, path: path, resuming: nil))
  }

  /// From the first field of the form to the encoding.
  private func chooseEncoding(_ driver: ScreenDriver, _ steps: Int) {
    driver.press(Key(.tab), Key(.tab), Key(.tab), Key(.tab))
    for _ in 0..<steps { driver.press(Key(.right)) }
  }

  @Test("a table of patrons in TCVN3 is previewed in its encoding, taken in and kept as received")
  func patrons() throws {
    let text = "Họ và tên,Số thẻ,Địa chỉ\nNguyễn Văn Hùng,TV000009,Phố Huế\nLê Ánh,TV000010,\n"
    let driver = try preview(LegacyEncoding.tcvn3.encode(text).bytes, "bandoc.csv")
    #expect(driver.line(with: "Dạng tệp: bảng bạn đọc (CSV)") != nil)
    #expect(driver.line(with: "2 dòng; 3 trường đổi bảng mã") != nil)
    #expect(driver.line(with: "Nguyễn Văn Hùng | TV000009 | Phố Huế") != nil)
    let first = try #require(driver.lines.firstIndex { $0.contains("Bảng mã có thể là:") })
    #expect(driver.lines[first + 1].hasPrefix("   TCVN3 (ABC): "))
    #expect(driver.lines[(first + 2)...].contains { $0.contains("Nguyễn Văn Hùng · Phố Huế") })
    driver.press(.function(9))
    #expect(driver.lines[0].hasPrefix(" ĐÃ NHẬP"))
    #expect(driver.line(with: "2 dòng: cấp 2 thẻ") != nil)
    #expect(driver.line(with: "bandoc.csv 2, Họ và tên: NguyÔn V¨n Hïng") != nil)
    #expect(try house.desk.patron("TV000010")?.patron.name == "Lê Ánh")
  }

  @Test("a table of copies in VNI comes in as a batch whose page has the texts as received")
  func copies() throws {
    let record = Record(
      leader: .newBook, fields: [MARC.Field("245", [Subfield("a", "Tắt đèn")])])
    _ = try house.saved(house.desk.saveRecord(record))
    let text = "Nhan đề;ĐKCB;Ghi chú\nTắt đèn;VN.9002;Sách tặng\n"
    let driver = try preview(LegacyEncoding.vni.encode(text).bytes, "ban.csv")
    #expect(driver.line(with: "Dạng tệp: bảng bản tài liệu (CSV)") != nil)
    #expect(driver.line(with: "VNI Windows: ") != nil)
    driver.press(.function(9))
    #expect(driver.line(with: "1 bản, 0 bỏ qua, 0 lỗi; 2 trường đổi bảng mã") != nil)
    #expect(try house.desk.items().map(\.item.note) == ["Sách tặng"])
    driver.press(Key(.escape))
    driver.run(.catalogueBatches)
    driver.press(Key(.enter))
    #expect(driver.line(with: "ban.csv 2, Ghi chú: Saùch taëng  ← VNI Windows") != nil)
  }

  @Test("records of several encodings are read field by field, or all in one that is chosen")
  func records() throws {
    func record(_ title: [UInt8], _ control: String) -> Record {
      Record(
        leader: .newBook,
        fields: [
          MARC.Field(control: "001", control),
          MARC.Field("245", [Subfield("a", ReceivedText.bytes(title).shown)]),
        ])
    }
    var bytes: [UInt8] = []
    var writer = RecordWriter(.iso2709)
    for (title, encoding) in [
      ("Đường lối đổi mới", LegacyEncoding.tcvn3), ("Lịch sử tỉnh Bình Định", .vni),
    ] {
      _ = writer.append(
        record(encoding.encode(title).bytes, encoding.rawValue), to: &bytes)
    }
    _ = writer.append(
      Record(
        leader: .newBook,
        fields: [MARC.Field("245", [Subfield("a", "Nghie\u{301}\u{302}p thơ")])]), to: &bytes)
    let driver = try preview(bytes, "tron.mrc")
    #expect(
      driver.line(with: "3 biểu ghi mới, 0 thay thế, 0 bản, 0 bỏ qua, 0 lỗi; 2 trường") != nil)
    #expect(driver.lines.contains("   Đường lối đổi mới"))
    #expect(driver.line(with: "  Lịch sử tỉnh Bình Định") != nil)
    chooseEncoding(driver, 1)
    #expect(!driver.lines.contains("   Đường lối đổi mới"))
    #expect(driver.line(with: "§\u{AD}êng lèi ®æi míi") != nil)
    driver.press(Key(.left), Key(.tab), Key(.tab), Key(.tab), Key(.right), Key(.right))
    let words = driver.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("2 trường đổi bảng mã, 1 chỗ sửa dấu"))
    driver.press(.function(9))
    #expect(driver.line(with: "tron.mrc 3, 245") != nil)
    #expect(
      try CatalogueSearch(house.workplace.file).find("nghiếp thơ").total == .exactly(1))
  }

  @Test("what is no table says why, and right Unicode shows no other encodings")
  func others() throws {
    #expect(
      try preview(Array("a,b\n1,2\n".utf8), "la.csv").text.contains("không phải tệp biểu ghi"))
    let driver = try preview(Array("Họ tên,Số thẻ\nVũ Thị Lựu,TV000011\n".utf8), "dung.csv")
    #expect(driver.line(with: "Bảng mã: Unicode") != nil)
    #expect(driver.line(with: "có thể là") == nil)
  }

  @Test("the texts of one record are mended from its page, shown before and undone after")
  func record() throws {
    let record = Record(
      leader: .newBook,
      fields: [
        MARC.Field("245", [Subfield("a", "Thö vieän tænh Bình Ñònh")]),
        MARC.Field("500", [Subfield("a", "Ðà Nẵng")]),
      ])
    let id = try house.saved(house.desk.saveRecord(record))
    let driver = house.driver(
      RecordScreen(workplace: house.workplace, trail: RecordTrail(id)))
    driver.run(.recordMend)
    #expect(driver.text.contains("Sửa chữ của biểu ghi?"))
    #expect(driver.line(with: "Thư viện tỉnh Bình Định (VNI Windows)") != nil)
    driver.press(.function(9))
    #expect(driver.line(with: "Thư viện tỉnh Bình Định") != nil)
    #expect(driver.line(with: "Đà Nẵng") != nil)
    driver.run(.recordMend)
    #expect(driver.text.contains("không có gì phải sửa"))
    driver.press(.control("z"))
    #expect(try house.desk.record(id)?.record == record)
  }
}
