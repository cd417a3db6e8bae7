import MARC
import Testing

/// Records with what another program wrote of them: every pair is compared, and each that differs is listed with the reason.
@Suite(.enabled(if: RecordFiles.shared != nil))
struct ExpectedOutputTests {
  private let folder = (RecordFiles.shared ?? "") + "/yaz-marc-tests"

  /// Why the fields differ from the expected ones, by the number of the file.
  private static let reasons = [
    0: "bytes before the first subfield are kept here and dropped there",
    1:
      "control fields with subfields, and letters of ISO 8859-1 that only a word beside the file names",
    2:
      "control fields with subfields, and letters of ISO 8859-1 that only a word beside the file names",
    3: "a subfield without a code: its text is kept whole here and loses its first letter there",
    4: "a leader without any number: all fields are found here and none there",
    5: "a field without any subfield, in Greek: its text is kept here and cut there",
    7: "the half of a ligature stays the half mark U+FE20 here and becomes the whole U+0361 there",
    10: "letters of danMARC, which only a word beside the file names",
    11: "letters of danMARC, which only a word beside the file names",
    12: "delimiters within escapes of EACC: what follows is kept as it stands here",
  ]

  private func fields(_ name: String) throws -> [[Field]] {
    try readAll(RecordFiles.contents(of: "\(folder)/\(name)")).records.map { Array($0.fields) }
  }

  @Test(
    "each file is read as its expected MARCXML and JSON say, or is listed with the reason",
    arguments: 0...12)
  func expected(number: Int) throws {
    let read = try fields("marc\(number).marc")
    #expect(!read.isEmpty)
    for kind in ["xml", "json"] {
      let isSame = try fields("marc\(number).\(kind)") == read
      #expect(isSame == (ExpectedOutputTests.reasons[number] == nil), "marc\(number).\(kind)")
    }
  }
}
