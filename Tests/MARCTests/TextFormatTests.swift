import MARC
import Testing

struct TextFormatTests {
  private let record = Record(
    leader: .newBook,
    fields: [
      Field(control: "001", "a b"), Field(control: "008", "  x $y{z}\\ "),
      Field(
        "245", "1", " ",
        [
          Subfield("a", "Giá 5$ {hay} \\ \"không\""), Subfield(.missing, ""),
          Subfield("b", " /\n\t\u{1}"),
          Subfield("$", "mã lạ"),
        ]),
      Field("900", [Subfield]()), Field(control: "FMT", "BKX"),
      Field("24", [Subfield("a", "ngắn")]),
    ])

  @Test(
    "JSON and lines give back every byte of the text",
    arguments: [RecordFormat.json, .jsonLines, .line])
  func roundTrip(format: RecordFormat) throws {
    let steps = try readAll(written([record, record], as: format))
    #expect(steps.records == [record, record])
    #expect(steps.faults == [.badTag("24"), .badTag("24")])
    #expect(try readAll(written([], as: format)).records.isEmpty)
  }

  @Test("the line form keeps bytes that are no text")
  func invalidBytes() throws {
    let file = Array("=LDR  00000nam a2200000 a 4500\n=500  \\\\$ax{xFF}{x80}y{unknown}\n".utf8)
    let steps = try readAll(file)
    #expect(steps.faults == [.invalidUTF8])
    let record = try #require(steps.records.first)
    #expect(
      record.first("500")?.first("a")?.bytes.elementsEqual(
        [0x78, 0xFF, 0x80, 0x79] + Array("{unknown}".utf8)) == true)
    #expect(
      record.lines == """
        =LDR  00000nam\\a2200000\\a\\4500
        =500  \\\\$ax{xFF}{x80}y{lcub}unknown{rcub}


        """)
  }

  @Test("lines as people type them are read")
  func typedLines() throws {
    let text = """
      =LDR  00000nam  2200000 a 4500\r
      =001  1\r
      =245 10$aTitle /\r
       $cName\r
      =500\t  $aNote
      rubbish
      =6

      =LDR  00000nam  2200000 a 4500
      =245  10$aSecond
      =LDR  00000nam  2200000 a 4500
      =245  1$aNo indicator
      """
    let steps = try readAll(Array(text.utf8))
    #expect(steps.records.map { $0.first("245")?.text("a") } == ["Title /", "Second", nil])
    #expect(steps.records.first?.first("245")?.text("c") == "Name")
    #expect(steps.faults.contains(.missingSubfields))
    #expect(steps[0].record?.first("500")?.text("a") == "Note rubbish =6")
  }

  @Test("JSON is read in any order of keys and around strange values")
  func looseJSON() throws {
    let text = """
      [ {"id": {"x": [1, {"y": null}]}, "fields": [ {"001": "1"}, {"245": {"subfields": [{"a": "\\u1ec7\\ud83d\\ude00\\n"},
      {"b": 5}], "ind2": "0", "ind1": "1"}}, 7, {"650": true} ], "leader": "00000nam a2200000 a 4500"} ]
      """
    let steps = try readAll(Array(text.utf8))
    #expect(
      steps.records.map { Array($0.fields) } == [
        [
          Field(control: "001", "1"),
          Field("245", "1", "0", [Subfield("a", "ệ😀\n"), Subfield("b", "5")]),
        ]
      ])
    #expect(
      steps.faults == [
        .unexpectedElement("id"), .unexpectedValue("5"), .unexpectedElement("fields"),
        .unexpectedElement("650"),
      ])
  }

  @Test("a broken record of JSON does not take its neighbours along")
  func brokenJSON() throws {
    let good = record.json
    for broken in [
      "{\"leader\"", "{\"fields\":[{\"245\":{]}", "{\"leader\":\"\\q\"}", "{\"leader\":tru!",
    ] {
      let steps = try readAll(Array("\(good)\n\(broken)\n\(good)\n".utf8), as: .json)
      #expect(steps.records.count == 2, "\(broken)")
      #expect(steps.contains { $0.record == nil && $0.severity == .error })
    }
  }

  @Test("brackets without end and lone surrogates are told")
  func hostileJSON() throws {
    let deep = "{\"leader\":\"\",\"x\":" + String(repeating: "[", count: 100_000)
    #expect(try readAll(Array(deep.utf8)).faults.contains(.notWellFormed(.tooDeep)))
    let lone = "{\"leader\":\"00000nam a2200000 a 4500\",\"fields\":[{\"001\":\"\\ud800x\"}]}"
    let steps = try readAll(Array(lone.utf8))
    #expect(steps.faults == [.notWellFormed(.badEscape)])
    #expect(steps.records.first?.first("001")?.text == "\u{FFFD}x")
  }
}
