import MARC
import Testing

struct BibliographyTests {
  private let kieu = Bibliography(
    Record(
      leader: .newBook,
      fields: [
        Field(control: "001", "000042 "),
        Field(control: "008", "210505s2015    vm            000 0 vie d"),
        Field("020", [Subfield("a", "9786041123458 (bìa cứng) :"), Subfield("c", "50000đ")]),
        Field("020", [Subfield("a", "604-1-12345-5")]),
        Field("041", "1", " ", [Subfield("a", "vieeng"), Subfield("h", "chi")]),
        Field(
          "082", "0", "4",
          [Subfield("2", "23"), Subfield("a", "895.9/221"), Subfield("b", "TR527K")]),
        Field("084", [Subfield("a", "V21"), Subfield("2", "19 lớp")]),
        Field(
          "100", "0", " ",
          [Subfield("a", "Nguyễn Du,"), Subfield("d", "1765-1820."), Subfield("e", "tác giả")]),
        Field(
          "245", "1", "0",
          [
            Subfield("a", "Truyện Kiều :"), Subfield("b", "truyện thơ /"), Subfield("n", "T.1,"),
            Subfield("p", "Gặp gỡ"), Subfield("c", "Nguyễn Du ; Đào Duy Anh khảo đính."),
          ]),
        Field("250", [Subfield("a", "In lần thứ 3.")]),
        Field(
          "260",
          [Subfield("a", "Hà Nội :"), Subfield("b", "Văn học,"), Subfield("c", "2014.")]),
        Field("300", [Subfield("a", "250 tr. ;"), Subfield("c", "21 cm.")]),
        Field("490", "0", " ", [Subfield("a", "Văn học cổ điển ;"), Subfield("v", "t. 2")]),
        Field("520", [Subfield("a", "Kể về cuộc đời Thuý Kiều.")]),
        Field(
          "650", " ", "7",
          [
            Subfield("a", "Văn học Việt Nam"), Subfield("x", "Thơ."), Subfield("2", "Bộ TK TVQG"),
          ]),
        Field("653", [Subfield("a", "Truyện thơ"), Subfield("a", "Thế kỷ 19")]),
        Field("700", "1", " ", [Subfield("a", "Đào Duy Anh"), Subfield("4", "edt")]),
        Field(
          "852",
          [
            Subfield("a", "TVHN"), Subfield("b", "Kho mượn"), Subfield("h", "895.9221"),
            Subfield("i", "TR527K"), Subfield("j", "VV.001"), Subfield("j", "VV.002"),
          ]),
        Field(
          "952",
          [
            Subfield("a", "CN1"), Subfield("o", "895 TR"), Subfield("p", "B0001"),
            Subfield("g", "50000"), Subfield("y", "BK"),
          ]),
      ]))

  @Test("the title is freed of the marks that only separate its parts")
  func title() throws {
    let title = try #require(kieu.title)
    #expect(title.full == "Truyện Kiều : truyện thơ / T.1, Gặp gỡ")
    #expect(title.proper == "Truyện Kiều : T.1, Gặp gỡ")
    #expect(title.remainder == "truyện thơ")
    #expect(title.responsibility == "Nguyễn Du ; Đào Duy Anh khảo đính")
  }

  @Test("parts without marks between them get the usual ones")
  func unmarkedTitle() {
    let record = Record(
      leader: .newBook,
      fields: [
        Field(
          "245", "1", "4",
          [
            Subfield("a", "The Title"), Subfield("b", "more"), Subfield("n", "2"),
            Subfield("p", "End..."),
          ])
      ])
    let title = Bibliography(record).title
    #expect(title?.full == "The Title : more. 2. End...")
    #expect(title?.filing == "Title. 2. End...")
  }

  @Test("names come with dates and roles, the main entry first")
  func contributors() {
    #expect(kieu.mainContributor?.name == "Nguyễn Du")
    #expect(kieu.mainContributor?.heading == "Nguyễn Du, 1765-1820")
    #expect(kieu.contributors.map(\.roles) == [["tác giả"], ["edt"]])
  }

  @Test("an initial or abbreviation keeps its full stop")
  func fullStops() {
    let names = [
      "Sếchxpia, U.", "King, Martin, Jr.,", "Wiley & Sons, Inc.", "Vũ Trọng Phụng.", "2015.",
    ]
    let records = names.map {
      Bibliography(Record(leader: .newBook, fields: [Field("100", [Subfield("a", $0)])]))
    }
    #expect(
      records.map { $0.mainContributor?.name ?? "" }
        == ["Sếchxpia, U.", "King, Martin, Jr.", "Wiley & Sons, Inc.", "Vũ Trọng Phụng", "2015"])
  }

  @Test("publication, year, country and languages are read")
  func publication() {
    #expect(kieu.publication?.place == "Hà Nội")
    #expect(kieu.publication?.publisher == "Văn học")
    #expect(kieu.publication?.date == "2014")
    #expect(kieu.year == 2015)
    #expect(kieu.country == "vm")
    #expect(kieu.languages == ["vie", "eng"])
    #expect(kieu.edition == "In lần thứ 3")
    #expect(kieu.physicalDescription == "250 tr. ; 21 cm")
    #expect(kieu.series.map(\.title) == ["Văn học cổ điển"])
    #expect(kieu.series.first?.volume == "t. 2")
    #expect(kieu.summary == "Kể về cuộc đời Thuý Kiều")
    #expect(kieu.controlNumber == "000042")
  }

  @Test("the year is looked for in the statement when 008 has none")
  func yearFromStatement() {
    let record = Record(
      leader: .newBook,
      fields: [
        Field(control: "008", "210505suuuu    vm"),
        Field("264", " ", "4", [Subfield("c", "©1999")]),
        Field("264", " ", "1", [Subfield("c", "[khoảng 1998?]")]),
      ])
    #expect(Bibliography(record).year == 1998)
  }

  @Test("book numbers of both lengths become the same thirteen digits")
  func standardNumbers() {
    #expect(kieu.isbnStatements.map(\.text) == ["9786041123458 (bìa cứng) :", "604-1-12345-5"])
    #expect(kieu.isbnStatements.first?.price == "50000đ")
    #expect(kieu.isbns.map(\.digits) == ["9786041123458"])
    #expect(ISBN("0-306-40615-2")?.digits == "9780306406157")
    #expect(ISBN("978-0-306-40615-7 (pbk.)") == ISBN("0306406152"))
    #expect(ISBN("080442957X")?.digits == "9780804429573")
    #expect(ISBN("0306406153") == nil)
    #expect(ISBN("9780306406158") == nil)
    #expect(ISBN("8934567890128") == nil)
    #expect(ISBN("") == nil)
    #expect(ISSN("0317-8471")?.text == "0317-8471")
    #expect(ISSN("2434561x")?.text == "2434-561X")
    #expect(ISSN("03178472") == nil)
  }

  @Test("class marks keep their scheme and subjects their vocabulary")
  func subjects() {
    #expect(kieu.classMarks.map(\.scheme) == [.dewey, .other])
    #expect(kieu.classMarks.map(\.number) == ["895.9221", "V21"])
    #expect(kieu.classMarks.map(\.edition) == ["23", "19 lớp"])
    #expect(kieu.subjects.map(\.text) == ["Văn học Việt Nam--Thơ", "Truyện thơ", "Thế kỷ 19"])
    #expect(kieu.subjects.map(\.kind) == [.topic, .keyword, .keyword])
    #expect(kieu.subjects.first?.source == "Bộ TK TVQG")
  }

  @Test("each accession number of an 852 and each 952 is a copy")
  func items() {
    let items = kieu.itemStatements
    #expect(items.map(\.barcode) == ["VV.001", "VV.002", "B0001"])
    #expect(items.map(\.callNumber) == ["895.9221 TR527K", "895.9221 TR527K", "895 TR"])
    #expect(items.map(\.collection) == ["Kho mượn", "Kho mượn", nil])
    #expect(items.last?.price == "50000")
    #expect(items.last?.itemType == "BK")
  }
}
