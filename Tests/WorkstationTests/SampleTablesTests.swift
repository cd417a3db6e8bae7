import Testing
import Workstation

@Suite("The sample library's tables")
struct SampleTablesTests {
  @Test("every row of both tables can be read", arguments: ["titles", "patrons"])
  func wholeTable(name: String) throws {
    let file = try #require(BuiltInFile.named("sample/\(name).tsv"))
    let rows = file.text.split(separator: "\n").count - 1
    #expect(rows > 100)
    #expect((name == "titles" ? SampleTables.titles.count : SampleTables.patrons.count) == rows)
  }

  @Test("titles look like those of a small Vietnamese library")
  func titles() {
    let titles = SampleTables.titles
    #expect(titles.contains { $0.title == "Truyện Kiều" && $0.authors == ["Nguyễn Du"] })
    #expect(titles.filter { $0.title == "Kính vạn hoa" }.count == 9)
    for title in titles {
      #expect(!title.title.isEmpty && !title.publisher.isEmpty && !title.keywords.isEmpty)
      #expect((1980...2026).contains(title.year))
      #expect((10...40).contains(title.heightCentimetres))
      #expect(title.classMark.prefix(3).allSatisfy { $0.isNumber })
      #expect(["VN", "VV", "VL", "TN", "TC", "DC"].contains(title.location))
      #expect((1...10).contains(title.copies))
      #expect(title.language.count == 3 && title.language != title.original)
    }
  }

  @Test("patrons are of the four categories, and two of them share a name")
  func patrons() {
    let patrons = SampleTables.patrons
    #expect(
      Set(patrons.map(\.category)) == ["thiếu nhi", "học sinh", "người lớn", "cán bộ"])
    #expect(patrons.filter { $0.name == "Nguyễn Thị Hoa" }.count == 2)
    let phoneLengths = Set(patrons.map(\.phone.count))
    #expect(phoneLengths == [0, 10])
  }

  @Test("what the program carries is in normal form C")
  func composed() {
    for file in BuiltInFile.all {
      let marks = file.text.unicodeScalars.filter { (0x300...0x36F).contains($0.value) }
      #expect(marks.isEmpty, "\(file.name)")
    }
  }
}
