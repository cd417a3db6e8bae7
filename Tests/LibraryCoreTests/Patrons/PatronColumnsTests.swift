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

  @Test("each column may be said to be another field, or none; the rest is guessed around that")
  func asked() throws {
    let columns = try PatronColumns(
      headings: ["Số thẻ", "Mã HS", "Họ tên"], .headings([.init(heading: "mã hs", target: "card")]))
    #expect(columns.targets == [nil, .field(.card), .field(.name)])
    #expect(columns.unknown == ["Số thẻ"])
    let placed = try PatronColumns(
      headings: ["", "Tên", "Lớp"], .columns([.field(.card), .field(.name), .ignored]))
    #expect(placed.fields == [.card: 0, .name: 1])
    #expect(placed.unknown.isEmpty)
    #expect(PatronMapping.Wish(typed: "a=b=name")?.heading == "a=b")
    #expect(PatronMapping.Wish(typed: "name") == nil && PatronMapping.Wish(typed: "=name") == nil)
  }

  @Test("every target has a name of its own that is read back")
  func targets() {
    for target in PatronColumnTarget.all {
      #expect(PatronColumnTarget(name: target.name) == target)
    }
    #expect(Set(PatronColumnTarget.all.map(\.name)).count == PatronColumnTarget.all.count)
  }

  @Test(
    "one day of birth makes one person; one year only together with telephone, address or class")
  func likeness() {
    func person(_ born: String?, phone: String? = nil, _ className: String? = nil)
      -> PatronIdentity
    {
      PatronIdentity(born: born, phone: phone, address: nil, className: className)
    }
    #expect(person("2010-05-06").likeness(to: person("2010-05-06")) == .twin)
    #expect(person("2010-05-06", "9A").likeness(to: person("2010-05-07", "9A")) == .other)
    #expect(person("2010-05-06").likeness(to: person("2010")) == .alike)
    #expect(person("2010", "9A").likeness(to: person("2010", "9a")) == .twin)
    #expect(person("2010", "9A").likeness(to: person("2011", "9A")) == .other)
    #expect(person(nil, phone: "0912.345").likeness(to: person("2010", phone: "0912 345")) == .twin)
    #expect(person(nil).likeness(to: person(nil)) == .other)
  }
}
