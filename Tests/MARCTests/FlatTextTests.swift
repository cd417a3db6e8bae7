import MARC
import Testing

@Suite("A record as lines of text")
struct FlatTextTests {
  private let record = Record(
    leader: .newBook,
    fields: [
      Field(control: "001", "nlv 1"), Field("245", "1", "0", [Subfield("a", "Giá $5 {hai}")]),
      Field("9X9", "A", "~", [Subfield("Z", "e\u{301}"), Subfield(.missing, "")]),
    ])

  @Test("lines that nobody changed give the record byte for byte, real ones too")
  func untouched() throws {
    let real =
      try readAll(RecordFiles.fixture("books.marc8.mrc")).records
      + readAll(RecordFiles.fixture("vietnamese.utf8.mrc")).records
    for record in real + [record] {
      let read = try FlatText.read(FlatText.lines(of: record.editable), over: record.editable).get()
      #expect(read.record.storageBytes == record.storageBytes)
    }
  }

  @Test("a changed line changes its field and no other, and the leader may be left out")
  func changed() throws {
    var lines = FlatText.lines(of: record.editable)
    #expect(lines[2] == "=245  10$aGiá {dollar}5 {lcub}hai{rcub}")
    lines[2] += "$cNguyễn Du"
    lines.insert("", at: 2)
    lines.append("=653  \\\\$aThơ")
    lines.removeFirst()
    let read = try FlatText.read(lines, over: record.editable).get()
    #expect(read.leader == record.leader)
    #expect(read.fields.map(\.tag.text) == ["001", "245", "9X9", "653"])
    #expect(read.fields[1].subfields.map(\.text) == ["Giá $5 {hai}", "Nguyễn Du"])
    #expect(read.fields[2] == record.editable.fields[2])
  }

  @Test("every line that is no field is told with its line and column")
  func faults() {
    let lines = [
      "=LDR  00000nam", "245 10$aTên", "=245  Tên", "=650  \\4$aẾ$", "=100  0\\$ Tên",
      "=LDR  00000nam a2200000 a 4500",
    ]
    guard case .failure(let faults) = FlatText.read(lines, over: record.editable) else {
      Issue.record("the lines were taken")
      return
    }
    #expect(faults.all.map(\.line) == [1, 2, 3, 4, 5, 6])
    #expect(
      faults.all.map(\.kind) == [
        .leader(count: 8), .noTag, .noSubfields, .code("\u{1F}"), .code(" "), .strayLeader,
      ])
  }

  @Test("lines damaged at random never stop the program")
  func damage() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<3_000 {
      var lines = FlatText.lines(of: record.editable).map(Array.init)
      for _ in 0..<3 {
        let line = Int.random(in: 0..<lines.count, using: &random)
        let place = Int.random(in: 0...lines[line].count, using: &random)
        if Bool.random(using: &random), place < lines[line].count {
          lines[line].remove(at: place)
        } else {
          lines[line].insert("=$\\{} ế\u{301}x".randomElement(using: &random) ?? "=", at: place)
        }
      }
      if case .success(let read) = FlatText.read(lines.map { String($0) }, over: record.editable) {
        #expect(read.fields.count <= lines.count)
      }
    }
  }
}
