import MARC
import Testing

struct MARCXMLTests {
  private func read(_ text: String) throws -> [ReadRecord] {
    try readAll(Array(text.utf8), as: .marcXML)
  }

  private func title(_ step: ReadRecord?) -> String? { step?.record?.first("245")?.text("a") }

  private let good = """
    <record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">1</controlfield>\
    <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Tốt</subfield></datafield></record>
    """

  @Test("any prefix, wrapping and order of attributes is read")
  func prefixes() throws {
    let wrapped = """
      <?xml version='1.0'?><!-- x --><zs:searchRetrieveResponse xmlns:zs="a"><zs:record><zs:recordData>
      <m:record xmlns:m='http://www.loc.gov/MARC21/slim'><m:leader>00000nam a2200000 a 4500</m:leader>
      <m:datafield ind2 = '0' ind1="1" tag="245"><m:subfield code="a">Một &amp; hai</m:subfield><m:subfield code='b'/>
      </m:datafield></m:record></zs:recordData></zs:record></zs:searchRetrieveResponse>
      """
    let steps = try read(wrapped)
    #expect(steps.faults == [])
    #expect(
      steps.records.map { Array($0.fields) } == [
        [Field("245", "1", "0", [Subfield("a", "Một & hai"), Subfield("b", "")])]
      ])
  }

  @Test("the named and numbered references are resolved, and no others")
  func references() throws {
    let text = good.replacing(
      "Tốt", with: "&lt;&gt;&quot;&apos;&#7879;&#x1EC7;<![CDATA[&amp;<]]> &nbsp; & x")
    let steps = try read(text)
    #expect(title(steps.first) == "<>\"'ệệ&amp;< &nbsp; & x")
    #expect(steps.faults == [.unknownEntity("nbsp"), .notWellFormed(.badEscape)])
  }

  @Test("a document type is refused and nothing it declares is believed")
  func documentType() throws {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <collection>\(good.replacing("Tốt", with: "&b;&f;"))</collection>
      """
    let steps = try read(bomb)
    #expect(title(steps.first) == "&b;&f;")
    #expect(steps.faults == [.documentTypeRefused, .unknownEntity("b"), .unknownEntity("f")])
  }

  @Test("where the document breaks, the records before and after are kept")
  func brokenRecord() throws {
    let breaks = ["</b>", "<x", "<subfield code=a>", "<a b=\"<\">"]
    for broken in breaks {
      let steps = try read(
        "<collection>\(good)\(good.replacing("Tốt", with: broken))\(good)</collection>")
      #expect(steps.map { $0.record != nil } == [true, false, true], "\(broken)")
      #expect(steps.map(\.number) == [1, 2, 3])
      #expect(steps[1].severity == .error)
    }
  }

  @Test("a document that ends too early gives the records before its end")
  func truncated() throws {
    let text = "<collection>\(good)\(good)</collection>"
    for (kept, length) in [(0, 40), (1, 20 + good.count), (1, 10 + 2 * good.count)] {
      let steps = try read(String(text.prefix(length)))
      #expect(steps.last?.record == nil)
      #expect(steps.last?.severity == .error)
      #expect(steps.records.count == kept)
    }
  }

  @Test("wrong leaders, tags, indicators and codes are mended and told")
  func badParts() throws {
    let text = """
      <record><leader>short</leader><controlfield>x</controlfield>\
      <datafield tag="24" ind1="" ind2="10"><subfield code="">A</subfield><subfield code="ab">B</subfield>\
      <b>C</b></datafield></record>
      """
    let steps = try read(text)
    #expect(steps.first?.record?.leader.text == "short                   ")
    #expect(
      steps.first?.record.map { Array($0.fields) } == [
        Field(control: "", "x"), Field("24", [Subfield("?", "A"), Subfield("a", "B")]),
      ])
    #expect(
      steps.faults == [
        .badLeader(length: 5), .badTag(""), .badTag("24"), .badIndicator(""), .badIndicator("10"),
        .badSubfieldCode(""), .badSubfieldCode("ab"), .unexpectedElement("b"),
      ])
  }

  @Test("control characters cannot come in as delimiters")
  func controlCharacters() throws {
    let steps = try read(good.replacing("Tốt", with: "a&#31;b\u{1E}c"))
    #expect(title(steps.first) == "abc")
    #expect(steps.faults == [.forbiddenCharacter(31), .forbiddenCharacter(30)])
  }

  @Test("a document in another encoding is refused")
  func otherEncoding() throws {
    let steps = try read("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\(good)")
    #expect(steps.records.isEmpty)
    #expect(steps.faults == [.unknownEncoding("ISO-8859-1")])
  }

  @Test("elements within elements without end are given up")
  func depth() throws {
    let steps = try read(String(repeating: "<a>", count: 1000) + good)
    #expect(steps.faults == [.notWellFormed(.tooDeep)])
    #expect(steps.records.count == 1)
  }

  @Test("what XML cannot hold is shown as such and told")
  func writing() throws {
    let record = Record(
      leader: .newBook, fields: [Field("500", [Subfield("a", "a\u{1}<&>\"\n\u{FFFF}")])])
    var output: [UInt8] = []
    var writer = RecordWriter(.marcXML)
    #expect(writer.append(record, to: &output) == [.forbiddenCharacter(1), .invalidUTF8])
    let steps = try readAll(output, as: .marcXML)
    #expect(steps.records.first?.first("500")?.text("a") == "a\u{FFFD}<&>\"\n\u{FFFD}")
  }
}
