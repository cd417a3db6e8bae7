import MARC
import Testing

@Suite("What is to be said of a record")
struct RecordValidationTests {
  private let validation: RecordValidation

  init() throws { validation = RecordValidation(try ShippedSchema.read()) }

  private let codes = Field(control: "008", "261128s1936    vm            000 1 vie d")
  private let title = Field("245", "0", "0", [Subfield("a", "Số đỏ")])
  private let year = Field("260", [Subfield("c", "1936")])

  private func problems(_ fields: [Field], _ leader: Leader = .newBook) -> [RecordProblem] {
    validation.problems(in: EditableRecord(leader: leader, fields: fields))
  }

  /// What is said of one more field in a sound record.
  private func kinds(adding field: Field) -> [RecordProblem.Kind] {
    problems([codes, title, year, field]).map(\.kind)
  }

  /// The record after the only mend.
  private func mended(_ fields: [Field]) throws -> [Field] {
    var record = EditableRecord(fields: fields)
    let mends = validation.problems(in: record).compactMap(\.mend)
    #expect(mends.count == 1)
    #expect(try #require(mends.first).apply(to: &record))
    return record.fields
  }

  @Test("a sound record has no problems")
  func sound() { #expect(problems([codes, title, year]).isEmpty) }

  @Test("a record needs a title that says something, and codes")
  func titles() {
    let missing = problems([codes, year])
    #expect(missing.map(\.kind) == [.titleMissing])
    #expect(missing[0].preventsSaving && missing[0].severity == .error)
    #expect(
      problems([codes, Field("245", "0", "0", [Subfield("a", " ")]), year]).first?.kind
        == .titleEmpty)
    #expect(problems([title, year]).map(\.kind) == [.codesMissing])
    let undated = Field(control: "008", "261128n        vm            000 1 vie d")
    #expect(problems([undated, title]).map(\.kind) == [.yearMissing])
  }

  @Test("what may stand once stands once")
  func repeated() {
    #expect(problems([codes, title, title, year]).map(\.kind) == [.repeatedField("245")])
    let author = Field("100", "0", " ", [Subfield("a", "A")])
    let body = Field("110", "2", " ", [Subfield("a", "B")])
    let entered = Field("245", "1", "0", [Subfield("a", "Số đỏ")])
    #expect(problems([codes, author, body, entered, year]).map(\.kind) == [.severalMainEntries])
    #expect(
      kinds(adding: Field("250", [Subfield("a", "1"), Subfield("b", "x"), Subfield("b", "y")]))
        == [.repeatedSubfield("b")])
  }

  @Test("tags, indicators and subfields are those of the format; the library's own are left alone")
  func shapes() {
    #expect(kinds(adding: Field("24x", [Subfield("a", "x")])) == [.tagShape("24x")])
    #expect(kinds(adding: Field("249", [Subfield("a", "x")])).isEmpty)
    #expect(kinds(adding: Field("943", "5", "5", [Subfield("q", "x")])).isEmpty)
    #expect(kinds(adding: Field("248", [Subfield("a", "x")])) == [.unknownField("248")])
    #expect(
      kinds(adding: Field("650", " ", "8", [Subfield("a", "x"), Subfield("q", "y")]))
        == [.indicator("8"), .unknownSubfield("q")])
    #expect(kinds(adding: Field("650", " ", "4", [Subfield("9", "x")])) == [])
    #expect(kinds(adding: Field("020", [Subfield("c", "5đ"), Subfield("d", "500b")])).isEmpty)
    #expect(kinds(adding: Field("500", [Subfield("A", "x")])) == [.codeShape("A")])
    #expect(kinds(adding: Field("440", " ", "0", [Subfield("a", "x")])) == [.obsoleteField("440")])
    #expect(
      kinds(adding: Field("300", [Subfield("a", "1"), Subfield("d", "x")]))
        == [.obsoleteSubfield("d")])
  }

  @Test("each problem names its place")
  func places() throws {
    let field = Field("650", " ", "8", [Subfield("a", "x"), Subfield("q", "y")])
    let found = problems([codes, title, year, field])
    #expect(found.map(\.place) == [3, 3])
    #expect(found.map(\.part) == [.indicator(2), .subfield(1)])
    var leader = Leader.newBook
    leader[6] = UInt8(ascii: "!")
    let first = try #require(problems([codes, title, year], leader).first)
    #expect(first.isOfLeader && first.part == .positions(6..<7))
  }

  @Test("fixed fields have their length and codes")
  func fixed() throws {
    #expect(
      problems([Field(control: "008", "short"), title, year]).map(\.kind)
        == [.length(found: 5, expected: 40)])
    let odd = Field(control: "008", "261128s1936    vm  q         000 1 vie d")
    #expect(
      problems([Field(control: "008", "261128s1936    vm q          000 1 vie d"), title, year])
        .map(\.kind) == [.positionCode("q")])
    #expect(odd.body.count == 40)
    let hashes = Field(control: "008", "261128s1936    vm #          000 1 vie d")
    #expect(
      try mended([hashes, title, year])[0]
        == codes.replacing("261128s1936    vm            000 1 vie d"))
    let padded = Field(control: "008", codes.text + "  ")
    #expect(try mended([padded, title, year])[0] == codes)
  }

  @Test("codes are those of their lists; old ones are replaced")
  func lists() throws {
    #expect(
      kinds(adding: Field("041", "0", " ", [Subfield("a", "vie"), Subfield("a", "vnm")]))
        == [.unknownCode("vnm", .languages)])
    let north = Field(control: "008", "261128s1936    vn            000 1 vie d")
    #expect(problems([north, title, year]).map(\.kind) == [.obsoleteCode("vn", .countries)])
    #expect(try mended([north, title, year])[0] == codes)
    let joined = Field("041", "1", " ", [Subfield("a", "viefre")])
    #expect(
      Array(try mended([codes, joined, title, year])[1].subfields).map(\.text) == ["vie", "fre"])
    let area = Field("043", [Subfield("a", "a-vt")])
    #expect(try mended([codes, area, title, year])[1].text("a") == "a-vt---")
    #expect(
      kinds(adding: Field("700", "0", " ", [Subfield("a", "x"), Subfield("4", "xyz")]))
        == [.unknownCode("xyz", .relators)])
    let local = Field("650", " ", "7", [Subfield("a", "x"), Subfield("2", "btkkhcn")])
    #expect(problems([codes, title, year, local]).map(\.severity) == [.advice])
  }

  @Test("numbers have their check digits; prices and product numbers are no book numbers")
  func numbers() throws {
    #expect(
      kinds(adding: Field("020", [Subfield("a", "9786041234568 (bìa cứng)")]))
        == [.isbn("9786041234568 (bìa cứng)")])
    #expect(kinds(adding: Field("020", [Subfield("a", "9786041234567")])).isEmpty)
    #expect(kinds(adding: Field("020", [Subfield("z", "9786041234568")])).isEmpty)
    #expect(
      kinds(
        adding: Field("773", "0", " ", [Subfield("t", "Văn nghệ"), Subfield("x", "1234-5678")]))
        == [.issn("1234-5678")])
    let serial = Field("022", [Subfield("a", "ISSN 08667322")])
    #expect(try mended([codes, serial, title, year])[1].text("a") == "0866-7322")
    let product = Field("020", [Subfield("a", "8935244812343")])
    #expect(
      try mended([codes, product, title, year])[1]
        == Field("024", "3", " ", [Subfield("a", "8935244812343")]))
    let price = Field("020", [Subfield("a", "45.000đ")])
    #expect(try mended([codes, price, title, year])[1] == Field("020", [Subfield("c", "45.000đ")]))
  }

  @Test(
    "a Dewey number is three digits and a point",
    arguments: [
      ("895.92234", true), ("813/.54", true), ("025.3/16'09", true), ("[Fic]", true),
      ("959.704 22", true), ("8(V)2", false), ("V23", false), ("59.7", false), ("4(N)", false),
      ("B", true),
      ("895.922.34", false),
    ])
  func dewey(_ text: String, _ isSound: Bool) {
    let field = Field("082", "0", "4", [Subfield("a", text), Subfield("2", "23")])
    #expect(kinds(adding: field) == (isSound ? [] : [.deweyForm(text)]))
  }

  @Test("the title's indicators fit the main entry and the language")
  func titleIndicators() throws {
    let author = Field("100", "0", " ", [Subfield("a", "Vũ Trọng Phụng")])
    #expect(try mended([codes, author, title, year])[2].indicator1 == "1")
    let skipped = Field("245", "0", "4", [Subfield("a", "Số đỏ")])
    #expect(try mended([codes, skipped, year])[1] == title)
    let english = Field(control: "008", "261128s1936    enk           000 1 eng d")
    let novel = Field("245", "0", "0", [Subfield("a", "The quiet American")])
    #expect(try mended([english, novel, year])[1].indicator2 == "4")
    let wrong = Field("245", "0", "3", [Subfield("a", "The quiet American")])
    #expect(
      problems([english, wrong, year]).map(\.kind) == [.filing(found: "3", expected: "0")])
  }

  @Test("008 agrees with languages, countries and years")
  func agreement() throws {
    let french = Field("041", "0", " ", [Subfield("a", "fre")])
    #expect(problems([codes, french, title, year]).map(\.kind) == [.languageDiffers("vie")])
    let blank = Field(control: "008", "261128s1936    vm            000 1     d")
    let vietnamese = Field("041", "0", " ", [Subfield("a", "vie")])
    #expect(try mended([blank, vietnamese, title, year])[0] == codes)
    let country = Field("044", [Subfield("a", "fr")])
    #expect(problems([codes, country, title, year]).map(\.kind) == [.countryDiffers("vm")])
    #expect(
      problems([codes, title, Field("260", [Subfield("c", "1938")])]).map(\.kind)
        == [.yearDiffers("1936")])
    let undated = Field(control: "008", "261128s        vm            000 1 vie d")
    #expect(try mended([undated, title, year])[0] == codes)
  }

  @Test("fields in another script point at each other")
  func links() {
    let linked = Field("245", "0", "0", [Subfield("6", "880-01"), Subfield("a", "Số đỏ")])
    let other = Field("880", "0", "0", [Subfield("6", "245-01/$1"), Subfield("a", "數都")])
    #expect(problems([codes, linked, year, other]).isEmpty)
    #expect(problems([codes, linked, year]).map(\.kind) == [.linkBroken("880-01")])
    #expect(problems([codes, title, year, other]).map(\.kind) == [.linkBroken("245-01")])
    let alone = Field("880", " ", " ", [Subfield("6", "500-00/$1"), Subfield("a", "數都")])
    #expect(problems([codes, title, year, alone]).isEmpty)
  }

  @Test("broken and decomposed text, and control characters")
  func texts() throws {
    let decomposed = Field("500", [Subfield("a", "e\u{302}\u{301}")])
    #expect(kinds(adding: decomposed) == [.decomposed])
    #expect(try mended([codes, title, year, decomposed])[3] == Field("500", [Subfield("a", "ế")]))
    #expect(kinds(adding: Field("500", [Subfield("a", "a\u{7}b")])) == [.controlCharacter(7)])
    #expect(kinds(adding: Field("500", [Subfield("a", "\u{FFFD}")])) == [.brokenText])
    #expect(try mended([codes, title, year, Field("500", [])]) == [codes, title, year])
  }

  @Test("a mend changes nothing where the record has changed since")
  func staleMend() throws {
    let fields = [codes, title, year, Field("500", [])]
    let mend = try #require(problems(fields).first?.mend)
    var record = EditableRecord(fields: [codes, title, year, Field("500", [Subfield("a", "x")])])
    let before = record
    #expect(!mend.apply(to: &record))
    #expect(record == before)
  }

  @Test("authority and holdings records are read by their own format")
  func otherFormats() throws {
    var authority = Leader.newBook
    authority[6] = UInt8(ascii: "z")
    authority[7] = 0x20
    authority[17] = UInt8(ascii: "n")
    let heading = Field("100", "0", " ", [Subfield("a", "Nam Cao")])
    let codes = Field(control: "008", "261128n| azannaabn          |a ana      ")
    let found = problems([codes, heading, Field("245", [Subfield("a", "x")])], authority)
    #expect(found.map(\.kind).contains(.unknownField("245")))
    #expect(!found.map(\.kind).contains(.titleMissing))
  }
}

extension Field {
  fileprivate func replacing(_ text: String) -> Field { Field(control: tag, text) }
}
