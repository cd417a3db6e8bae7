import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct ShelfMarkStoreTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private func rhymes() throws -> RhymeTable {
    try RhymeTable(tsv: Array("iêt\t308\ta\nuyên\t527\ta\n".utf8))
  }

  @discardableResult
  private func save(_ title: String, mark: String?) throws -> EntityID {
    let parts = [Subfield("a", "895.922")] + (mark.map { [Subfield("b", $0)] } ?? [])
    let record = Record(
      leader: .newBook,
      fields: [
        Field("082", "0", "4", parts), Field("245", "1", "0", [Subfield("a", title)]),
      ])
    return try library.desk.saveRecord(record).id()
  }

  @Test("a decided mark is kept by an op, and forgotten again by its undo")
  func decided() throws {
    let op = try library.desk.decideShelfMark("R435J", for: "Rowling, J. K.").op()
    var house = try library.desk.houseConfiguration()
    #expect(house.decidedShelfMarks == ["rowling j k": "R435J"])
    #expect(try library.file.check().findings == [])
    _ = try library.desk.undo(op)
    house = try library.desk.houseConfiguration()
    #expect(house.decidedShelfMarks == [:])
    #expect(try library.file.check().findings == [])
  }

  @Test("schemes are the library's or one stack's, and only those there are")
  func schemes() throws {
    _ = try library.desk.setShelfMarkScheme(.initials, of: nil)
    _ = try library.desk.setShelfMarkScheme(.runningNumber, of: "VV")
    let house = try library.desk.houseConfiguration()
    #expect(house.shelfMarkScheme() == .initials)
    #expect(house.shelfMarkScheme(of: "VV") == .runningNumber)
    #expect(house.shelfMarkScheme(of: "TN") == .initials)
    for (name, value) in [
      (HouseSetting.shelfMarkScheme, "F"), (HouseSetting.shelfMarkEnding, "last"),
      ("shelfmark.rhyme.yêu", "12"), ("shelfmark.scheme.VV", "?"),
    ] {
      guard case .refused = try library.desk.setSetting(name, value) else {
        Issue.record("\(name)=\(value) was taken")
        continue
      }
    }
  }

  @Test("the library's own table is inferred from its records and copies")
  func inference() throws {
    try save("Yêu người", mark: "Y603NG")
    try save("Yêu đời", mark: "Y603Đ")
    try save("Việt Nam sử lược", mark: "V308N")
    let plain = try save("Yêu nước", mark: nil)
    _ = try library.desk.addItem(ItemDraft(record: plain, callNumber: "895.922 Y603N"))
    let findings = try library.desk.inferShelfMarks(try rhymes()).findings
    #expect(findings.map(\.rhyme) == ["iêt", "yêu"])
    #expect(findings.map(\.count) == [1, 3])
    _ = try library.desk.setRhyme("yêu", 603)
    #expect(try library.desk.houseConfiguration().ownRhymes == ["yêu": 603])
  }

  @Test("a stack's next number follows the highest call number, by its value")
  func runningNumbers() throws {
    let record = try save("Số đỏ", mark: nil)
    #expect(try library.desk.nextNumber(inStack: "VV") == 1)
    for mark in ["VV.9", "VV.10", "VN.77", "VV_.99"] {
      _ = try library.desk.addItem(ItemDraft(record: record, callNumber: mark))
    }
    #expect(try library.desk.nextNumber(inStack: "VV") == 11)
  }

  @Test("a line of the crosswalk is the library's own until it is cleared")
  func crosswalk() throws {
    _ = try library.desk.setCrosswalk("v", "895.9223")
    #expect(try library.desk.houseConfiguration().ownCrosswalk == ["V": "895.9223"])
    _ = try library.desk.setCrosswalk("V", nil)
    #expect(try library.desk.houseConfiguration().ownCrosswalk == [:])
  }
}
