import MARC
import Testing

@Suite("The simple sheet")
struct SimpleSheetTests {
  private let codes = Field(control: "008", "261128s2019    vm            000 1 vie d")

  /// The fields behind 008 after the sheet was written into a new record.
  private func written(_ texts: [SimpleSheet.Line: String]) -> [Field] {
    var record = EditableRecord(fields: [codes])
    SimpleSheet(texts: texts).write(into: &record)
    return Array(record.fields.dropFirst())
  }

  @Test("a filled sheet becomes the MARC that a cataloguer would write")
  func new() {
    let fields = written([
      .title: "Dế mèn phiêu lưu ký", .subtitle: "truyện", .author: "Tô Hoài",
      .coauthors: "Thành Chương", .translators: "Đặng Thai Mai", .edition: "Tái bản lần 2",
      .place: "H.", .publisher: "Kim Đồng", .year: "2019", .pages: "144", .size: "21",
      .series: "Tủ sách vàng", .isbn: "9786041234567", .price: "45.000", .classMark: "895.92233",
      .keywords: "Văn học thiếu nhi; Truyện", .summary: "Chú dế.", .language: "vie",
      .audience: "Thiếu nhi",
    ])
    let expected = [
      Field("020", [Subfield("a", "9786041234567"), Subfield("c", "45.000đ")]),
      Field("082", "0", "4", [Subfield("a", "895.92233")]),
      Field("100", "0", " ", [Subfield("a", "Tô Hoài")]),
      Field(
        "245", "1", "0",
        [
          Subfield("a", "Dế mèn phiêu lưu ký :"), Subfield("b", "truyện /"),
          Subfield("c", "Tô Hoài, Thành Chương ; Đặng Thai Mai dịch"),
        ]),
      Field("250", [Subfield("a", "Tái bản lần 2")]),
      Field("260", [Subfield("a", "H. :"), Subfield("b", "Kim Đồng,"), Subfield("c", "2019")]),
      Field("300", [Subfield("a", "144 tr. ;"), Subfield("c", "21 cm")]),
      Field("490", "0", " ", [Subfield("a", "Tủ sách vàng")]),
      Field("520", [Subfield("a", "Chú dế.")]), Field("521", [Subfield("a", "Thiếu nhi")]),
      Field("653", [Subfield("a", "Văn học thiếu nhi")]), Field("653", [Subfield("a", "Truyện")]),
      Field("700", "0", " ", [Subfield("a", "Thành Chương")]),
      Field("700", "0", " ", [Subfield("a", "Đặng Thai Mai"), Subfield("e", "dịch")]),
    ]
    #expect(fields == expected)
  }

  @Test("what the sheet writes it reads again, and writing it again changes nothing")
  func readsItself() {
    let texts: [SimpleSheet.Line: String] = [
      .title: "Số đỏ", .author: "Vũ Trọng Phụng", .place: "H.", .publisher: "Văn học",
      .year: "1988", .price: "45.000đ", .keywords: "Tiểu thuyết; Việt Nam", .language: "vie",
    ]
    var record = EditableRecord(fields: [codes])
    SimpleSheet(texts: texts).write(into: &record)
    var again = record
    let sheet = SimpleSheet(record)
    #expect(sheet.texts == texts)
    sheet.write(into: &again)
    #expect(again == record)
  }

  @Test("one changed line touches only its own part")
  func oneLine() throws {
    var record = EditableRecord(fields: [
      codes,
      Field("020", [Subfield("a", "9786041234567 (bìa cứng) :"), Subfield("c", "45.000đ")]),
      Field(
        "245", "1", "0",
        [
          Subfield("a", "Số đỏ :"), Subfield("b", "tiểu thuyết /"),
          Subfield("c", "VTP ; minh hoạ X."),
        ]),
      Field("260", [Subfield("a", "Hà Nội :"), Subfield("b", "Văn học,"), Subfield("c", "2019.")]),
      Field("653", [Subfield("a", "A"), Subfield("a", "B")]),
      Field("910", [Subfield("q", "riêng")]),
    ])
    let before = record
    var sheet = SimpleSheet(record)
    sheet.texts[.year] = "2020"
    sheet.texts[.keywords] = "A; C"
    sheet.write(into: &record)
    #expect(record.fields[0].text == "261128s2020    vm            000 1 vie d")
    #expect(record.fields[3].text("c") == "2020.")
    #expect(Array(record.fields[4].subfields) == [Subfield("a", "A")])
    #expect(record.fields[5] == Field("653", [Subfield("a", "C")]))
    for place in [1, 2] { #expect(record.fields[place] == before.fields[place]) }
    #expect(record.fields[6] == before.fields[5])
  }

  @Test("a part that goes takes its mark with it, one that comes brings it")
  func marks() {
    var record = EditableRecord(fields: [
      Field("245", "0", "0", [Subfield("a", "Số đỏ /"), Subfield("c", "VTP.")])
    ])
    var sheet = SimpleSheet(record)
    sheet.texts[.subtitle] = "tiểu thuyết"
    sheet.write(into: &record)
    #expect(
      Array(record.fields[0].subfields)
        == [Subfield("a", "Số đỏ :"), Subfield("b", "tiểu thuyết /"), Subfield("c", "VTP.")])
    sheet = SimpleSheet(record)
    sheet.texts[.subtitle] = nil
    sheet.write(into: &record)
    #expect(Array(record.fields[0].subfields) == [Subfield("a", "Số đỏ /"), Subfield("c", "VTP.")])
  }

  @Test("a sheet that nobody changed leaves every byte of real records as it was")
  func everyByte() throws {
    guard let shared = RecordFiles.shared else { return }
    var count = 0
    for path in ["loc-vietnamese-40/vie.utf8.mrc", "loc-books-10k/loc_books_2k.utf8.mrc"] {
      let reader = try RecordReader(FileSource(path: shared + "/" + path))
      while let read = try reader.next() {
        guard let record = read.record else { continue }
        var editable = record.editable
        SimpleSheet(editable).write(into: &editable)
        #expect(editable.record.storageBytes == record.storageBytes)
        count += 1
        guard count % 10 == 0 else { continue }
        var sheet = SimpleSheet(editable)
        sheet.texts[.keywords] = (sheet.list(.keywords) + ["Từ mới"]).joined(separator: "; ")
        var changed = editable
        sheet.write(into: &changed)
        changed.fields.removeAll { $0 == Field("653", [Subfield("a", "Từ mới")]) }
        #expect(changed.fields == editable.fields)
      }
    }
    print("Simple sheet: \(count) real records")
  }
}
