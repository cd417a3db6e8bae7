import MARC
import Testing

struct RecordTests {
  private let title = Field(
    "245", "1", "0", [Subfield("a", "Truyện Kiều /"), Subfield("c", "Nguyễn Du.")])

  @Test("a record gives back its fields in their order")
  func order() {
    let fields = [Field(control: "001", "42"), title, Field(control: "001", "43"), title]
    let record = Record(leader: .newBook, fields: fields)
    #expect(Array(record.fields) == fields)
    #expect(record.fields("001").map(\.text) == ["42", "43"])
    #expect(record.first("245")?.text("c") == "Nguyễn Du.")
    #expect(record.first("246") == nil)
  }

  @Test("repeated, empty and unusual subfields survive")
  func unusualSubfields() {
    let subfields = [
      Subfield("a", ""), Subfield("a", "x"), Subfield("A", "y"), Subfield(" ", "z"),
      Subfield(.missing, ""), Subfield("9", "q"), Subfield(.missing, ""),
    ]
    let field = Field("9é", "#", "|", subfields)
    #expect(Array(field.subfields) == subfields)
    #expect(field.subfields.count == 7)
    let record = Record(leader: .newBook, fields: [field])
    #expect(record.first("9é") == field)
  }

  @Test("composed and decomposed letters are different subfields")
  func bytesDecide() {
    let composed = Subfield("a", "\u{1EBF}")
    let decomposed = Subfield("a", "e\u{302}\u{301}")
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
  }

  @Test("a delimiter cannot be smuggled in through text")
  func delimiters() {
    let field = Field("245", "\u{1F}", "\u{1E}", [Subfield("a", "x\u{1F}by\u{1E}z\u{1D}")])
    #expect(field.indicator1 == .blank)
    #expect(Array(field.subfields) == [Subfield("a", "xbyz")])
    #expect(Field(control: "001", "4\u{1D}2").text == "42")
  }

  @Test("the storage form is read back as the same record")
  func storage() throws {
    let long = String(repeating: "ở", count: 60_000)
    let record = Record(
      leader: .newBook,
      fields: [title, Field("", [Subfield("a", long)]), Field(control: "FMT", "BK")])
    let read = try Record(storage: record.storageBytes)
    #expect(read == record)
    #expect(Array(read.fields) == Array(record.fields))
    #expect(read.storageBytes.count > 180_000)
  }

  @Test("a storage form that breaks off anywhere is refused")
  func brokenStorage() {
    let bytes = Record(leader: .newBook, fields: [title]).storageBytes
    for length in 0..<bytes.count {
      #expect(throws: StorageFault.self) { try Record(storage: Array(bytes.prefix(length))) }
    }
    #expect(throws: StorageFault.self) { try Record(storage: bytes + [0]) }
    #expect(throws: StorageFault.unknownVersion(9)) {
      try Record(storage: [9] + bytes.dropFirst())
    }
  }

  @Test("a damaged storage form is refused or read, and never stops the program")
  func damagedStorage() {
    var random = SeededGenerator(seed: 20_260_101)
    let bytes = Record(leader: .newBook, fields: [title, Field(control: "001", "42")]).storageBytes
    var readCount = 0
    for _ in 0..<4000 {
      var damaged = bytes
      damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      guard let record = try? Record(storage: damaged) else { continue }
      readCount += record.fields.reduce(0) { $0 + $1.subfields.count } > 0 ? 1 : 0
    }
    #expect(readCount > 0)
  }

  @Test("tags order as cataloguers file them")
  func tags() {
    #expect(
      ["245", "100", "001", "9XX"].map { Tag(stringLiteral: $0) }.sorted().map(\.text)
        == ["001", "100", "245", "9XX"])
    #expect(Tag("650")?.isInBlock(6) == true)
    #expect(Tag("6XX")?.isInBlock(6) == false)
    #expect(Tag("12345678") == nil)
    #expect(Tag("00A")?.isControl == true)
  }
}
