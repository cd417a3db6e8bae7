import MARC
import Testing

@Suite("Roles, lists of terms and fields in another script")
struct RelatorAndSourceTests {
  private let validation: RecordValidation

  init() throws { validation = RecordValidation(try ShippedSchema.read()) }

  private let codes = Field(control: "008", "261128s1936    vm            000 1 vie d")
  private let title = Field("245", "0", "0", [Subfield("a", "Số đỏ")])
  private let year = Field("260", [Subfield("c", "1936")])

  private func problems(_ field: Field) -> [RecordProblem] {
    validation.problems(in: EditableRecord(fields: [codes, title, year, field]))
  }

  /// The field after the only mend.
  private func mended(_ field: Field) throws -> Field {
    var record = EditableRecord(fields: [codes, title, year, field])
    let mend = try #require(problems(field).compactMap(\.mend).first)
    let isMended = mend.apply(to: &record)
    #expect(isMended)
    return try #require(record.fields.last)
  }

  private func translator(_ parts: (Code, String)...) -> Field {
    Field(
      "700", "0", " ",
      [Subfield("a", "Trần Đĩnh,")] + parts.map { Subfield($0.0, $0.1) })
  }

  @Test("a role in words may be any word; a code among words goes where codes stand")
  func roles() throws {
    #expect(problems(translator(("e", "dịch."))).isEmpty)
    #expect(problems(translator(("e", "sưu tầm, kể lại"))).isEmpty)
    #expect(problems(translator(("e", "dịch"), ("4", "trl"))).isEmpty)
    #expect(problems(translator(("e", "trl"))).map(\.kind) == [.relatorCodeAsTerm("trl")])
    #expect(try mended(translator(("e", "trl"))) == translator(("4", "trl")))
  }

  @Test("a role without its marks gets them, and keeps the mark behind it")
  func unmarked() throws {
    let field = translator(("e", "dich."))
    #expect(problems(field).map(\.kind) == [.relatorUnmarked("dich", "dịch")])
    #expect(try mended(field) == translator(("e", "dịch.")))
  }

  @Test("a word in the place of a code becomes the code; another role than that in words is told")
  func codeAndWord() throws {
    #expect(try mended(translator(("4", "dịch"))) == translator(("4", "trl")))
    #expect(try mended(translator(("4", "TRL"))) == translator(("4", "trl")))
    #expect(
      problems(translator(("e", "dịch"), ("4", "aut"))).map(\.kind)
        == [.relatorsDiffer("dịch", "aut")])
  }

  @Test("a list of terms is named where the indicator says so, and only there")
  func sources() throws {
    func subject(_ indicator: Code, _ source: String?) -> Field {
      Field(
        "650", " ", indicator, [Subfield("a", "Thơ")] + (source.map { [Subfield("2", $0)] } ?? []))
    }
    #expect(problems(subject("7", nil)).map(\.kind) == [.sourceMissing])
    let named = problems(subject("4", "Bộ TK TVQG")).map(\.kind)
    #expect(named.contains(.sourceNotNamed("Bộ TK TVQG")))
    #expect(try mended(subject("4", "Bộ TK TVQG")) == subject("7", "Bộ TK TVQG"))
    #expect(problems(subject("0", nil)).isEmpty)
  }

  private let linked = Field("245", "0", "0", [Subfield("6", "880-01"), Subfield("a", "Số đỏ")])
  private let other = Field("880", "0", "0", [Subfield("6", "245-01/$1"), Subfield("a", "數都")])

  @Test("an 880 that no field names gets its link where only one field can be meant")
  func missingEnd() throws {
    var record = EditableRecord(fields: [codes, title, year, other])
    let problem = try #require(validation.problems(in: record).first)
    #expect(problem.kind == .linkBroken("245-01") && problem.place == 3)
    let mend = try #require(problem.mend)
    let isMended = mend.apply(to: &record)
    #expect(isMended)
    #expect(record.fields[1] == linked)
    #expect(validation.problems(in: record).isEmpty)
    #expect(record.partners(of: 1) == [3] && record.partners(of: 3) == [1])
    #expect(record.partners(of: 2) == [])
  }

  @Test("two fields of a tag under one link are told")
  func doubled() {
    let record = EditableRecord(fields: [codes, linked, year, other, other])
    #expect(validation.problems(in: record).map(\.kind) == [.linkDoubled("245-01")])
  }

  @Test("a field in another script is looked at as the one it stands for")
  func governed() {
    let number = Field("880", [Subfield("6", "020-02"), Subfield("a", "9786041234568")])
    let kinds = problems(number).map(\.kind)
    #expect(kinds.contains(.isbn("9786041234568")))
    let odd = Field("880", "0", "0", [Subfield("6", "245-00/$1"), Subfield("q", "x")])
    #expect(problems(odd).map(\.kind) == [.unknownSubfield("q")])
  }

  @Test("every mend can be written as steps that do the same, and is taken back as one")
  func mendsAsSteps() throws {
    let fields = [
      Field(control: "008", "261128s1936    vm #          000 1 vie d"),
      Field("020", [Subfield("a", "8935244812343")]),
      Field("020", [Subfield("a", "45.000đ")]),
      Field("022", [Subfield("a", "ISSN 08667322")]),
      Field("041", "1", " ", [Subfield("a", "viefre"), Subfield("h", "chi")]),
      Field("043", "1", " ", [Subfield("a", "a-vt")]),
      translator(("e", "trl")), translator(("e", "dich"), ("e", "")), title, other,
      Field("500", []), Field("500", [Subfield("a", "e\u{302}\u{301}")]),
    ]
    var record = EditableRecord(fields: fields)
    record.leader = .newBook
    let mends = validation.problems(in: record).compactMap(\.mend)
    #expect(mends.count >= 10)
    for mend in mends {
      var mended = record
      let isMended = mend.apply(to: &mended)
      #expect(isMended)
      var session = EditingSession(record.record)
      let steps = try #require(mend.steps(in: session), "\(mend)")
      let written = steps.compactMap { EditingStep(line: $0.line) }
      #expect(written == steps)
      let failed = session.perform(written)
      #expect(failed == nil && session.fields == mended.fields)
      let isUndone = session.undo()
      #expect(isUndone && session.record == record.record && !session.canUndo)
    }
  }
}
