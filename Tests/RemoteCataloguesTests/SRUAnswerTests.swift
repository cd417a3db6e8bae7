import Foundation
import MARC
import RemoteCatalogues
import Testing

@Suite("Answers of SRU")
struct SRUAnswerTests {
  private static let record = """
    <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>\
    <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Số đỏ &amp; hơn</subfield></datafield>\
    </record>
    """

  private static func answer(_ inside: String, prefix: String = "") -> SRUAnswer {
    let open = prefix.isEmpty ? "" : prefix + ":"
    return SRUAnswer(
      Array(
        """
        <?xml version="1.0"?><\(open)searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/">\
        \(inside)</\(open)searchRetrieveResponse>
        """.utf8))
  }

  private static func title(_ answer: SRUAnswer) -> String? {
    answer.records.first.flatMap { Bibliography($0.record).title?.proper }
  }

  @Test("a record packed as XML and the same packed as a string are one record")
  func packings() {
    let escaped = SRUAnswerTests.record.replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    let answers = [SRUAnswerTests.record, escaped].map { data in
      SRUAnswerTests.answer(
        "<numberOfRecords>1</numberOfRecords><records><record><recordData>\(data)</recordData>"
          + "</record></records>")
    }
    #expect(answers.map(\.found) == [1, 1])
    #expect(answers.map(\.fault) == [nil, nil])
    #expect(answers.map(SRUAnswerTests.title) == ["Số đỏ & hơn", "Số đỏ & hơn"])
    #expect(answers[0].records.first?.record == answers[1].records.first?.record)
  }

  @Test("a diagnostic is told with its number and words, and the good records are kept")
  func surrogateDiagnostic() {
    let bad = """
      <record><recordSchema>info:srw/schema/1/diagnostics-v1.1</recordSchema><recordData>\
      <d:diagnostic xmlns:d="info:srw/xmlns/1/sru-1-2-diagnostic"><d:uri>info:srw/diagnostic/1/65</d:uri>\
      <d:details>12</d:details><d:message>Record deleted</d:message></d:diagnostic></recordData></record>
      """
    let good = "<record><recordData>\(SRUAnswerTests.record)</recordData></record>"
    let answer = SRUAnswerTests.answer(
      "<numberOfRecords>2</numberOfRecords><records>\(bad)\(good)</records>")
    #expect(answer.fault == .diagnostic(code: "65", message: "Record deleted", detail: "12"))
    #expect(SRUAnswerTests.title(answer) == "Số đỏ & hơn")
  }

  @Test("UNIMARC in the clothes of MARCXML is said to be UNIMARC, and MARC 21 beside it is kept")
  func unimarc() {
    let french = """
      <record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>\
      <datafield tag="100" ind1=" " ind2=" "><subfield code="a">20070105d2006    m  y0frey50      ba</subfield>\
      </datafield><datafield tag="200" ind1="1" ind2=" "><subfield code="a">Le Vietnam</subfield></datafield>\
      <datafield tag="700" ind1=" " ind2="1"><subfield code="a">Hugo</subfield></datafield></record>
      """
    let answer = SRUAnswerTests.answer(
      "<numberOfRecords>2</numberOfRecords><records>"
        + [french, SRUAnswerTests.record].map {
          "<record><recordData>\($0)</recordData></record>"
        }.joined() + "</records>")
    #expect(answer.fault == .notMARC("UNIMARC"))
    #expect(SRUAnswerTests.title(answer) == "Số đỏ & hơn")
  }

  @Test("Dublin Core is said to be no MARC")
  func otherSchema() {
    let answer = SRUAnswerTests.answer(
      "<numberOfRecords>1</numberOfRecords><records><record><recordSchema>dc</recordSchema>"
        + "<recordData><dc><title>X</title></dc></recordData></record></records>", prefix: "zs")
    #expect(answer.fault == .notMARC("dc"))
    #expect(answer.records.isEmpty)
  }

  @Test("an answer cut off in the middle keeps what was whole and says so")
  func cutOff() {
    let whole = "<record><recordData>\(SRUAnswerTests.record)</recordData></record>"
    let answer = SRUAnswer(
      Array(
        "<searchRetrieveResponse><numberOfRecords>2</numberOfRecords><records>\(whole)<record><rec"
          .utf8))
    #expect(answer.records.count == 1)
    #expect(answer.fault != nil)
  }

  @Test(
    "what is no answer of SRU is told with its beginning",
    arguments: ["", "<html><body>It works!</body></html>", "{\"a\":1}", "\u{0}\u{1}\u{2}"])
  func foreign(text: String) {
    let answer = SRUAnswer(Array(text.utf8))
    #expect(answer.isForeign)
    guard case .otherProtocol = answer.fault else {
      Issue.record("\(text) was taken for an answer")
      return
    }
  }

  @Test("a document type with entities is never read")
  func entities() {
    let bomb = """
      <!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\
      <searchRetrieveResponse><numberOfRecords>1</numberOfRecords><records><record><recordData>\
      &b;</recordData></record></records></searchRetrieveResponse>
      """
    #expect(SRUAnswer(Array(bomb.utf8)).isForeign)
  }

  @Test("answers with damaged bytes never stop the program")
  func damage() {
    let whole = Array(
      """
      <searchRetrieveResponse><numberOfRecords>1</numberOfRecords><records><record><recordData>\
      \(SRUAnswerTests.record)</recordData></record></records></searchRetrieveResponse>
      """.utf8)
    var state: UInt64 = 42
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
      if next(3) == 0 { bytes.removeLast(next(bytes.count)) }
      let answer = SRUAnswer(bytes)
      #expect(answer.fault != nil || answer.found != nil || !answer.records.isEmpty)
    }
  }

  @Test(
    "real answers of SRU are read as their servers meant them", .enabled(if: Samples.areHere),
    arguments: [
      ("1.xml", 23, 10), ("marcxml.xml", 4744, 10), ("marcxml_ns.xml", 4, 4),
      ("marcxml_ns_prefix.xml", 79446, 5),
    ])
  func samples(name: String, found: Int, records: Int) throws {
    let answer = SRUAnswer(try Samples.bytes(of: name))
    #expect(answer.found == found)
    #expect(answer.records.count == records)
    #expect(answer.fault == nil)
  }

  @Test(
    "real answers in MODS, PICA and Dublin Core are said to be no MARC",
    .enabled(if: Samples.areHere), arguments: ["mods.xml", "picaxml.xml", "sru_oai_dc.xml"])
  func foreignSamples(name: String) throws {
    let answer = SRUAnswer(try Samples.bytes(of: name))
    guard case .notMARC = answer.fault else {
      Issue.record("\(name): \(String(describing: answer.fault))")
      return
    }
    #expect(answer.records.isEmpty)
  }
}

/// Answers of real servers, whose licence keeps them out of the project.
private enum Samples {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/sru-oai-samples/sru").standardizedFileURL

  static let areHere: Bool = {
    let isHere = FileManager.default.fileExists(atPath: folder.path)
    if !isHere { print("7 answers of real SRU servers are left out: sru-oai-samples is not here.") }
    return isHere
  }()

  static func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }
}
