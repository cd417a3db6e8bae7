import MARC
import Testing

struct MappedFormatTests {
  private static let books = """
    # Sổ sách
    kind table
    Nhan đề | Title     = 245 10 $a
    Nhan đề phụ         = 245 10 $b
    Tác giả | Author    = 100 1# $a each ; then 700
    ĐKCB | Barcode      = 852 ## $p each ; , newline
    Kho                 = 852 ## $b
    Từ khóa             = 653 ## $a each ;
    Số kiểm soát        = 001
    Năm XB | Year       = 260 ## $c
    fixed 041 0# $a vie
    * = 998
    """

  private func profile(_ text: String = books) throws -> MappingProfile {
    try MappingProfile(Array(text.utf8))
  }

  private func read(_ text: String, _ bytes: [UInt8]? = nil) throws -> [ReadRecord] {
    let reader = try RecordReader(
      MemorySource(bytes ?? Array(text.utf8)),
      profiles: MappingProfiles(table: try profile()))
    #expect(reader.format == .csv)
    var steps: [ReadRecord] = []
    while let step = try reader.next() { steps.append(step) }
    return steps
  }

  @Test("a row becomes a record by the profile, cells with line ends and several numbers included")
  func rows() throws {
    let steps = try read(
      """
      NHAN ĐỀ,Tác giả,ĐKCB,Kho,Ghi chú lạ,Năm XB
      "Dế mèn,
      phiêu lưu ký",Tô Hoài; Ngô Mạnh Lân,"VV.1; VV.2
      VV.3",KM,"Bìa ""cứng\""",1941

      Số đỏ,,VV.4,,,
      """)
    #expect(steps.records.count == 2)
    #expect(
      steps[0].record?.lines == """
        =LDR  00000nam\\a2200000\\a\\4500
        =041  0\\$avie
        =100  1\\$aTô Hoài
        =245  10$aDế mèn, phiêu lưu ký
        =260  \\\\$c1941
        =700  1\\$aNgô Mạnh Lân
        =852  \\\\$pVV.1$bKM
        =852  \\\\$pVV.2$bKM
        =852  \\\\$pVV.3$bKM
        =998  \\\\$9Ghi chú lạ$aBìa "cứng"


        """)
    #expect(steps.faults == [.unmapped("Ghi chú lạ")])
    #expect(steps.areSound)
    #expect(steps.records[1].first("852")?.text("p") == "VV.4")
  }

  @Test(
    "tables of spreadsheets are read in UTF-16, with semicolons or tabs, and with a mark before them"
  )
  func encodings() throws {
    let text = "Title\tBarcode\r\nMộng\tA1\r\n"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try read("", wide).records.first?.first("245")?.text("a") == "Mộng")
    #expect(
      try read("\u{FEFF}Title;Year\nMộng;1999").records.first?.first("260")?.text("c") == "1999")
  }

  @Test("an open quote costs its own line and no other")
  func openQuote() throws {
    let steps = try read("Title,Year\n\"Một,1990\nHai,1991\nBa,1992\n")
    #expect(steps.records.map { $0.first("245")?.text("a") } == ["\"Một", "Hai", "Ba"])
    #expect(steps.faults == [.openQuote])
  }

  @Test("a table of which no column is known gives one diagnostic")
  func unknownColumns() throws {
    let reader = try RecordReader(
      MemorySource(Array("A,B\n1,2\n".utf8)), as: .csv,
      profiles: MappingProfiles(table: try profile()))
    #expect(try reader.next()?.diagnostics.map(\.fault) == [.unknownColumns("A, B")])
    #expect(try reader.next() == nil)
  }

  @Test("what a profile writes it reads again")
  func roundTrip() throws {
    let record = Record(
      leader: .newBook,
      fields: [
        Field(control: "001", "7"), Field("041", "0", " ", [Subfield("a", "vie")]),
        Field("100", "1", " ", [Subfield("a", "Tô Hoài")]),
        Field("245", "1", "0", [Subfield("a", "Dế \"mèn\""), Subfield("b", "truyện, ký")]),
        Field("653", [Subfield("a", "Thiếu nhi")]), Field("653", [Subfield("a", "Truyện")]),
        Field("852", [Subfield("p", "VV.1"), Subfield("b", "KM")]),
      ])
    for format in [RecordFormat.csv, .tsv] {
      var writer = RecordWriter(format, profile: try profile())
      var output: [UInt8] = []
      writer.begin(&output)
      _ = writer.append(record, to: &output)
      writer.finish(&output)
      #expect(try read("", output).records == [record])
    }
  }

  @Test("a profile is written as it is read")
  func profileText() throws {
    let first = try profile()
    #expect(try profile(first.text) == first)
  }

  @Test(
    "a faulty line of a profile is named",
    arguments: [
      ("kind table\nTitle 245 10 $a", 2, MappingFault.Kind.noSource),
      ("Title = 24 10 $a", 1, .badTag("24")), ("Title = 245 1 $a", 1, .badIndicators("1")),
      ("Title = 245 10 a", 1, .badSubfield("a")),
      ("Title = 245 10 $a each ab", 1, .unknownWord("ab")),
      ("A = 245 10 $a\nA = 246 10 $a", 2, .repeated("A")), ("kind table", 1, .noRules),
      ("kind marc", 1, .unknownWord("marc")), ("= 245 10 $a", 1, .noSource),
    ])
  func faultyProfile(text: String, line: Int, kind: MappingFault.Kind) throws {
    #expect(throws: MappingFault.self) { try profile(text) }
    do {
      _ = try profile(text)
    } catch let fault as MappingFault {
      #expect((fault.line, fault.kind) == (line, kind))
    }
  }

  // MARK: - CDS/ISIS

  private static let sach = """
    kind isis
    10    = 001
    24^a  = 245 10 $a
    24^b  = 245 10 $c
    26    = 260 ## *
    69    = 653 ## $a each ;
    70    = 100 1# $a then 700
    """

  /// A database's export: the record's text in lines of 80 with `#` for its terminators.
  private func isis(_ fields: [(String, String)], lineEnd: String = "\r\n") -> [UInt8] {
    var directory = ""
    var data = ""
    for (tag, text) in fields {
      let length = text.utf8.count + 1
      directory += tag + digits(length, 4) + digits(data.utf8.count, 5)
      data += text + "#"
    }
    let base = 24 + directory.utf8.count + 1
    let total = base + data.utf8.count + 1
    let whole = Array(
      (digits(total, 5) + "0000000" + digits(base, 5) + "0004500" + directory + "#" + data + "#")
        .utf8)
    var output: [UInt8] = []
    for start in stride(from: 0, to: whole.count, by: 80) {
      output += whole[start..<min(start + 80, whole.count)] + Array(lineEnd.utf8)
    }
    return output
  }

  private func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: count - text.count) + text
  }

  private func readISIS(_ bytes: [UInt8]) throws -> [ReadRecord] {
    let reader = try RecordReader(
      MemorySource(bytes), profiles: MappingProfiles(isis: try profile(Self.sach)))
    #expect(reader.format == .isis)
    var steps: [ReadRecord] = []
    while let step = try reader.next() { steps.append(step) }
    return steps
  }

  private let book = [
    ("010", "17"), ("024", "^aDế mèn phiêu lưu ký^BTô Hoài; minh họa Ngô Mạnh Lân, in lần thứ hai"),
    ("026", "^aH.^bKim Đồng^c1996"), ("069", "Thiếu nhi; Truyện"), ("070", "Tô Hoài"),
    ("070", "Ngô Mạnh Lân"), ("092", "bìa mềm"),
  ]

  @Test("an export of CDS/ISIS becomes MARC by its profile, and nothing of it is dropped")
  func isisRecords() throws {
    let steps = try readISIS(isis(book) + isis([("024", "^aSố đỏ")]))
    #expect(steps.records.count == 2)
    #expect(steps.faults == [.unmapped("092")])
    #expect(
      steps.first?.record?.lines == """
        =LDR  00000nam\\a2200000\\a\\4500
        =001  17
        =100  1\\$aTô Hoài
        =245  10$aDế mèn phiêu lưu ký$cTô Hoài; minh họa Ngô Mạnh Lân, in lần thứ hai
        =260  \\\\$aH.$bKim Đồng$c1996
        =653  \\\\$aThiếu nhi
        =653  \\\\$aTruyện
        =700  1\\$aNgô Mạnh Lân
        =999  \\\\$9092$abìa mềm


        """)
  }

  @Test("lines that lost their ends, and numbers that are wrong, still give the fields")
  func damagedISIS() throws {
    #expect(try readISIS(isis(book, lineEnd: "\n")).records == readISIS(isis(book)).records)
    var wrong = isis(book)
    wrong.replaceSubrange(27..<31, with: "0009".utf8)
    let steps = try readISIS(wrong + isis([("024", "^aSố đỏ")]))
    #expect(steps.faults.contains(.wrongDirectory))
    #expect(steps.records.count == 2)
    #expect(steps.records.first?.first("245")?.text("a") == "Dế mèn phiêu lưu ký")
  }

  @Test("a profile is begun from the field definitions of the database")
  func definitions() throws {
    let fdt = """
      W:A.FMT
      F:B.FMT
      S:0
      ***
      Nhan đề                       ab                   24 500 0 0
      Từ khóa                                            69 250 0 1
      Người nhập                                         91 20 0 0
      """
    let table = try #require(FieldDefinitionTable(Array(fdt.utf8)))
    #expect(table.definitions.map(\.number) == ["24", "69", "91"])
    #expect(table.definitions.first?.subfields == "ab")
    let profile = MappingProfile(table, names: try profile())
    #expect(
      profile.text == """
        kind isis
        24 = 245 10 *
        69 = 653 ## $a each ;
        * = 998

        """)
    #expect(FieldDefinitionTable(Array("Nhan đề 24 500 0 0".utf8)) == nil)
  }
}
