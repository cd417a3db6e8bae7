import LibraryCore
import MARC
import Testing

@Suite struct ImportProfileTests {
  private let text = """
    # nhà cung cấp
    threshold 90
    match control 100
    match isbn 60   # và
    match K2 30
    match 035$a digits 100
    on-match merge
    on-none skip
    on-several best
    copies 852
    LDR replace
    6XX add
    9XX protect
    245 keep
    * replace
    """

  @Test("a profile is read as it is written, and written as it is read")
  func roundTrip() throws {
    let profile = try ImportProfile(parsing: text)
    #expect(profile.threshold == 90)
    #expect(profile.points.map(\.weight) == [100, 60, 30, 100])
    #expect(profile.points[2].match == .key(.titleYear))
    #expect(profile.onNone == .skip)
    #expect(profile.fields.action(for: "650") == .add)
    #expect(profile.fields.action(for: "245") == .keep)
    #expect(profile.fields.action(for: "100") == .replace)
    #expect(try ImportProfile(parsing: profile.text) == profile)
  }

  @Test(
    "what is wrong is said with its line and column",
    arguments: [
      ("match isbn", 1, 11, RuleTextFault.Kind.missingWord),
      ("match isbn 100\nmacth isbn 1", 2, 1, .unknownWord),
      ("match isbn mười", 1, 12, .noNumber), ("match isbn 100 200", 1, 16, .extraWord),
      ("match 2450$a exact 1", 1, 7, .noTag), ("match 245$ exact 1", 1, 7, .noSubfield),
      ("match isbn 100\n6XX gộp", 2, 5, .unknownWord), ("6XX add", 1, 1, .noMatchRule),
    ] as [(String, Int, Int, RuleTextFault.Kind)])
  func faults(text: String, line: Int, column: Int, kind: RuleTextFault.Kind) throws {
    let fault = #expect(throws: RuleTextFault.self) { try ImportProfile(parsing: text) }
    #expect(fault?.kind == kind)
    #expect(fault?.line == line)
    #expect(fault?.column == column)
  }

  private func record(_ fields: [(MARC.Tag, String)]) -> Record {
    Record(
      leader: .newBook, fields: fields.map { tag, text in Field(tag, [Subfield("a", text)]) })
  }

  private func texts(_ record: Record) -> [String] {
    record.fields.map { "\($0.tag) \($0.text("a") ?? "")" }
  }

  @Test(
    "fields are kept, replaced, added without doubling or protected, by the first rule that fits")
  func merging() throws {
    let rules = try ImportProfile(parsing: text).fields
    let current = record([
      ("100", "Nguyễn Du"), ("245", "Truyện Kiều"), ("650", "Thơ"), ("650", "Văn học"),
      ("925", "của nhà"),
    ])
    let incoming = record([
      ("100", "Nguyễn Du, 1765-1820"), ("245", "Kiều"), ("260", "H."), ("650", "thơ."),
      ("650", "Việt Nam"), ("925", "của họ"), ("999", "của họ"),
    ])
    #expect(
      texts(rules.merged(current, with: incoming)) == [
        "100 Nguyễn Du, 1765-1820", "245 Truyện Kiều", "260 H.", "650 Thơ", "650 Văn học",
        "650 Việt Nam", "925 của nhà",
      ])
    #expect(rules.merged(current, with: record([])).storageBytes == current.storageBytes)
    #expect(
      rules.merged(current, with: record([("650", "THƠ"), ("925", "x")])).storageBytes
        == current.storageBytes)
  }

  @Test("merging twice with the same record changes nothing more")
  func again() throws {
    let rules = FieldRules.usual
    let current = record([("020", "1"), ("245", "A"), ("650", "x"), ("900", "nhà")])
    let incoming = record([("020", "2"), ("245", "B"), ("500", "n"), ("650", "y"), ("650", "y")])
    let once = rules.merged(current, with: incoming)
    #expect(rules.merged(once, with: incoming).storageBytes == once.storageBytes)
  }
}
