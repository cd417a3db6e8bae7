import LibraryCore
import Testing

@Suite struct PatronColumnsTests {
  @Test("headings are understood in both languages, with tones or without")
  func headings() {
    let columns = PatronColumns(
      headings: ["STT", "Số thẻ", "HỌ VÀ TÊN", "Ngày sinh", "Phone", "dia chi", "Lớp", "Ghi chú"])
    #expect(
      columns.fields == [
        .card: 1, .name: 2, .born: 3, .phone: 4, .address: 5, .className: 6, .note: 7,
      ])
    #expect(columns.unknown == ["STT"])
  }

  @Test("a name in two columns is put together")
  func splitName() throws {
    let table = try SeparatedValues(Array("Họ đệm;Tên;Năm sinh\nNguyễn Văn;An;1987\n;Bình;".utf8))
    let columns = PatronColumns(headings: table.headings)
    #expect(columns.hasNames)
    #expect(columns.draft(table.rows[0]) == PatronDraft(name: "Nguyễn Văn An", born: "1987"))
    #expect(columns.draft(table.rows[1]) == PatronDraft(name: "Bình"))
  }

  @Test("a table without names is said to have none")
  func noNames() {
    #expect(!PatronColumns(headings: ["Số thẻ", "Năm sinh"]).hasNames)
  }
}
