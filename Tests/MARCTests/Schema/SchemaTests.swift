import MARC
import Testing

@Suite("The format as data")
struct SchemaTests {
  private let schema: MARCSchema

  init() throws { schema = try ShippedSchema.read() }

  @Test("a field tells its name, repeatability, indicators and subfields")
  func field() throws {
    let title = try #require(schema.field("245", in: .bibliographic))
    #expect(title.name.en == "Title Statement")
    #expect(title.name.vi == "Nhan đề và thông tin trách nhiệm")
    #expect(!title.isRepeatable && title.isInShortSet)
    #expect(title.indicator1.value("1")?.name.en == "Added entry")
    #expect(title.indicator2.value("7")?.name.en == "Number of nonfiling characters")
    #expect(title.indicator2.value(" ") == nil)
    #expect(title.subfield("n")?.isRepeatable == true)
    #expect(title.subfield("d")?.isObsolete == true)
    #expect(title.subfield("z") == nil)
  }

  @Test("each format has its own fields")
  func formats() throws {
    #expect(schema.field("100", in: .authority)?.name.en == "Heading - Personal Name")
    #expect(schema.field("100", in: .bibliographic)?.name.en == "Main Entry - Personal Name")
    #expect(schema.field("100", in: .holdings) == nil)
    #expect(
      schema.field("852", in: .holdings)?.indicator1.value("1")?.name.en
        == "Dewey Decimal classification")
    #expect(schema.field("876", in: .holdings)?.subfield("p")?.name.en == "Piece designation")
    #expect(RecordKind(leader: .newBook) == .bibliographic)
  }

  @Test("a fill character and codes in a group of positions are found")
  func positions() throws {
    let codes = "261128s2026    vm ab  g b    000 1 vie d"
    let field = Field(control: "008", codes)
    let positions = schema.positions(of: field, under: .newBook)
    let illustrations = try #require(positions.first { $0.label == "18-21" })
    #expect(illustrations.codes(in: Array(field.body)).map(\.code) == ["a", "b", " ", " "])
    #expect(illustrations.value("b")?.name.en == "Maps")
    let literary = try #require(positions.first { $0.range == 33..<34 })
    #expect(literary.value("1")?.name.en == "Fiction (not further specified)")
    #expect(positions.first { $0.label == "15-17" }?.codeList == .countries)
    #expect(positions.map(\.range.lowerBound) == positions.map(\.range.lowerBound).sorted())
  }

  @Test("006 and 007 are read by their first byte, the leader by the format")
  func materials() {
    let sound = schema.positions(of: Field(control: "007", "sd fmngnnmmned"), under: .newBook)
    #expect(sound.contains { $0.name.en == "Speed" })
    let serial = schema.positions(of: Field(control: "006", "s"), under: .newBook)
    #expect(serial.contains { $0.name.en == "Frequency" })
    #expect(schema.leaderPositions(in: .holdings).contains { $0.range == 18..<19 })
    #expect(schema.materials(of: "008", in: .bibliographic).count == Material008.allCases.count)
    #expect(schema.positions(of: Field("245", []), under: .newBook).isEmpty)
  }

  @Test("code lists hold Việt Nam and what it was called before")
  func lists() throws {
    let countries = try #require(schema.codeList(.countries))
    #expect(countries["vm"]?.isObsolete == false)
    #expect(countries["vn"]?.isObsolete == true)
    #expect(schema.codeList(.languages)?["vie"] != nil)
    #expect(schema.codeList(.geographicAreas)?["a-vt---"] != nil)
    #expect(schema.codeList(.relators)?["trl"]?.name.en == "Translator")
    #expect(countries.codes.count > 370)
  }
}
