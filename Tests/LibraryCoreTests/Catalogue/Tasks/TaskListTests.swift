import LibraryCore
import MARC
import Testing

@Suite struct TaskListTests {
  private let record = Record(
    leader: .newBook,
    fields: [
      Field(control: "001", "k1"), Field("020", [Subfield("a", "978"), Subfield("c", "50000đ")]),
      Field("245", "0", "0", [Subfield("a", "Truyện Kiều"), Subfield("c", "Nguyễn Du")]),
      Field("260", [Subfield("a", "H."), Subfield("b", "NXB.Văn học"), Subfield("c", "[2015]")]),
      Field("653", [Subfield("a", "thơ ")]), Field("653", [Subfield("a", "Văn học")]),
      Field("925", [Subfield("a", "cũ")]),
    ])

  private func lines(_ tasks: String) throws -> [String] {
    try TaskList(parsing: tasks).applied(to: record).record.fields.map { field in
      field.isControl
        ? "\(field.tag) \(field.text)"
        : "\(field.tag) \(field.indicator1)\(field.indicator2)"
          + field.subfields.map { "$\($0.code)\($0.text)" }.joined()
    }
  }

  private func line(_ tag: String, _ tasks: String) throws -> [String] {
    try lines(tasks).filter { $0.hasPrefix(tag) }
  }

  @Test("each task does what it says")
  func tasks() throws {
    #expect(
      try line("260", "replace 260$b \"NXB.\" \"Nxb. \"") == ["260   $aH.$bNxb. Văn học$c[2015]"])
    #expect(
      try line("260", "replace 260$c regex \"\\[(\\d+)\\]\" \"$1?\"")
        == ["260   $aH.$bNXB.Văn học$c2015?"])
    #expect(
      try line("653", "replace 6XX regex \"\\s+$\" \"\"") == ["653   $athơ", "653   $aVăn học"])
    #expect(
      try line("653", "add 653 \"1#\" $a \"Thiếu nhi\" $2 \"x\"").contains(
        "653 1 $aThiếu nhi$2x"))
    #expect(try line("245", "add 245$h \"[sách]\"") == ["245 00$aTruyện Kiều$cNguyễn Du$h[sách]"])
    #expect(try line("925", "delete 9XX") == [])
    #expect(try line("020", "delete 020$c") == ["020   $a978"])
    #expect(try line("925", "delete 925$a") == [])
    #expect(try line("690", "move 653 690") == ["690   $athơ ", "690   $aVăn học"])
    #expect(try lines("copy 653 690").count == 9)
    #expect(try line("264", "move 260$a 264$a") == ["264   $aH."])
    #expect(try line("260", "move 260$a 264$a") == ["260   $bNXB.Văn học$c[2015]"])
    #expect(try line("020", "copy 020$a 020$z") == ["020   $a978$c50000đ$z978"])
    #expect(try line("020", "move 020$a 020$z") == ["020   $z978$c50000đ"])
    #expect(try line("245", "indicators 245 \"1.\"") == ["245 10$aTruyện Kiều$cNguyễn Du"])
    #expect(try line("001", "replace 001 \"k\" \"TV\"") == ["001 TV1"])
  }

  @Test("conditions narrow the field and the record")
  func conditions() throws {
    #expect(try line("653", "delete 653 where $a contains \"VĂN\"") == ["653   $athơ "])
    #expect(try line("653", "delete 653 where no $x and $a regex \"^t\"") == ["653   $aVăn học"])
    #expect(try line("925", "delete 925 if no 100") == [])
    #expect(try line("925", "delete 925 if 100") == ["925   $acũ"])
    #expect(try line("925", "delete 925 if 245$a contains \"kiều\" and 653") == [])
    #expect(
      try line("245", "indicators 245 \"9#\" where ind1 \"1\"") == [
        "245 00$aTruyện Kiều$cNguyễn Du"
      ])
    #expect(try line("245", "indicators 245 \"9#\" where ind1 0")[0].hasPrefix("245 9 "))
  }

  @Test("tasks follow one another, and what none touches keeps its bytes")
  func order() throws {
    let both = "move 653 690 # rồi\nreplace 690$a \"thơ\" \"Thơ\""
    #expect(try line("690", both).first == "690   $aThơ ")
    let none = try TaskList(parsing: "replace 300 \"x\" \"y\"\ndelete 9XX if 100")
      .applied(to: record)
    #expect(none.record.storageBytes == record.storageBytes)
    #expect(none.changes == [0, 0])
    let broken = Field("500", [Subfield("a", "x")])
    let again = try TaskList(parsing: "add 500 \"##\" $a \"x\"")
    let once = again.applied(to: record).record
    #expect(once.fields("500").map { $0 } == [broken])
    #expect(again.applied(to: once).changes == [0])
  }

  @Test("a record on which a pattern takes too much work is left as it was")
  func givenUp() throws {
    let long = Record(
      leader: .newBook,
      fields: [Field("500", [Subfield("a", String(repeating: "a", count: 3000))])])
    let tasks = try TaskList(
      parsing: "add 653 \"##\" $a \"x\"\nreplace 500$a regex \"(a+)+b\" \"\"")
    let result = tasks.applied(to: long)
    #expect(result.givenUp == [1])
    #expect(result.record == long)
  }

  @Test(
    "what is wrong with a task is said with line and column",
    arguments: [
      ("xoá 245", 1, 1, RuleTextFault.Kind.unknownWord), ("delete 24", 1, 8, .noTag),
      ("\n\ndelete 245$", 3, 8, .noSubfield), ("replace 245$a \"x", 1, 15, .openQuote),
      ("replace 245$a \"x\"", 1, 18, .missingWord), ("delete 245 nay", 1, 12, .extraWord),
      ("replace 245$a regex \"a(\" \"\"", 1, 24, .badPattern),
      ("add 653 \"1\" $a \"x\"", 1, 9, .noIndicators),
      ("add 653 \"##\"", 1, 13, .missingWord), ("# chỉ ghi chú", 1, 1, .noTask),
      ("move 6XX 65X", 1, 10, .noTag), ("delete 653 where $a là \"x\"", 1, 21, .unknownWord),
    ] as [(String, Int, Int, RuleTextFault.Kind)])
  func faults(text: String, line: Int, column: Int, kind: RuleTextFault.Kind) {
    let fault = #expect(throws: RuleTextFault.self) { try TaskList(parsing: text) }
    #expect(fault?.kind == kind)
    #expect(fault?.line == line)
    #expect(fault?.column == column)
  }
}
