import LibraryCore
import MARC
import Testing

@Suite struct HeadingKeyTests {
  @Test(
    "one person written in two ways has one key",
    arguments: [
      ("Nguyễn, Nhật Ánh, 1955-", "Nguyễn Nhật Ánh"),
      ("Nguyễn, Trãi, 1380-1442", "NGUYỄN TRÃI"),
      ("Nguyễn, Trãi, active 15th century", "Nguyễn Trãi (1380-1442)"),
      ("Hoà, Minh", "Hòa Minh"), ("Lý, Thường Kiệt", "Lí Thường Kiệt"),
      ("Khánh Vân", "Khánh Vân."), ("Nguyễn Du 1766-1820", "Nguyễn, Du"),
    ])
  func samePerson(one: String, other: String) {
    #expect(HeadingKey(one, .person) == HeadingKey(other, .person))
  }

  @Test(
    "tones, names and kinds that differ give other keys",
    arguments: [
      ("Nguyễn, Văn Hoa", "Nguyễn, Văn Hòa"), ("Dương, Đức", "Đường, Đức"),
      ("Tố Hữu", "Tố Hữu Nam"),
    ])
  func otherPerson(one: String, other: String) {
    #expect(HeadingKey(one, .person) != HeadingKey(other, .person))
  }

  @Test("dates count in what is no person")
  func dates() {
    #expect(HeadingKey("Hội nghị, 1954", .meeting) != HeadingKey("Hội nghị, 1955", .meeting))
  }

  @Test("the unmarked letters of a key stand in front")
  func folded() throws {
    #expect(try #require(HeadingKey("Đặng Thùy Trâm", .person)).folded == "dang thuy tram")
    #expect(HeadingKey("…", .topic) == nil)
  }

  @Test("a very long heading has a key of whole letters")
  func long() throws {
    let key = try #require(HeadingKey(String(repeating: "ế", count: 400), .topic))
    #expect(key.text.utf8.count <= 330)
    #expect(!key.text.contains("\u{FFFD}"))
  }

  @Test(
    "a number of an authority is one, however it is written",
    arguments: ["(DLC)n  79021164", "n79021164", "http://id.loc.gov/authorities/names/n79021164"])
  func number(written: String) {
    #expect(AuthorityNumber(written)?.text == "n79021164")
  }
}
