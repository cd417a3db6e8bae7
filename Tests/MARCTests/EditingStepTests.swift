import MARC
import Testing

@Suite("Steps of editing, written down")
struct EditingStepTests {
  private let record = Record(
    leader: .newBook,
    fields: [
      Field(control: "008", "190101s2019    vm                  vie d"),
      Field("245", "1", "0", [Subfield("a", "Truyện Kiều"), Subfield("c", "Nguyễn Du")]),
      Field("650", " ", "4", [Subfield("a", "Thơ"), Subfield("x", "1"), Subfield("x", "2")]),
      Field("650", " ", "4", [Subfield("a", "Văn học")]),
    ])

  private let lines = [
    "go 245 c end", "go 650#2 a start", "go 650 x#2 1", "go LDR 5", "go 008 35", "go 245 ind 1",
    "go 245 tag", "go - tag 2", "go 245 code c", "go 900 # end", "type Đào Duy Anh$x ",
    "compose 2 ế",
    "paste a$b", "split-field", "add =653  \\\\$aThơ", "insert =500  \\\\$aGiá {dollar}5",
    "replace chữ mới", "replace ", "indicator 2 #", "positions 35 eng", "add-subfield b",
    "set-subfield 0 (VN-HCM)12 3", "set-subfield 0 ",
  ]

  @Test("a step is written as a line and read back as the same step")
  func lineForm() throws {
    for line in lines + EditingVerb.allCases.map(\.rawValue) {
      let step = try #require(EditingStep(line: line), "\(line)")
      #expect(step.line == line)
    }
  }

  @Test(
    "what is no step is none",
    arguments: [
      "", "go", "go 245", "go 245 c", "go 245 c middle", "go 245 ind 3", "go 245#0 a end", "typ x",
      "type ", "split-field now", "add 653 Thơ", "indicator 3 0", "positions x", "add-subfield ab",
      "set-subfield 0",
    ])
  func noStep(_ line: String) { #expect(EditingStep(line: line) == nil) }

  @Test("steps go to the field by its tag, and are taken back as one")
  func run() {
    var session = EditingSession(record)
    let steps = ["go 245 c end", "type  ; chú giải", "go 650#2 a end", "delete-field", "go 008 35"]
      .compactMap { EditingStep(line: $0) }
    let failed = session.perform(steps)
    #expect(failed == nil)
    #expect(session.fields.map(\.line)[1] == "=245  10$aTruyện Kiều$cNguyễn Du ; chú giải")
    #expect(session.fields.count == 3)
    let isUndone = session.undo()
    #expect(isUndone && session.record == record && !session.canUndo)
  }

  @Test("if one step cannot be done, none is, and the step is told")
  func failing() {
    var session = EditingSession(record)
    let steps = ["go 245 a end", "type !", "go 700 a end", "type ?"].compactMap {
      EditingStep(line: $0)
    }
    let failed = session.perform(steps)
    #expect(failed == 2)
    #expect(session.record == record && !session.canUndo)
  }

  @Test("what is recorded is what was meant: places by name, text without the keys that made it")
  func recording() {
    var session = EditingSession(record)
    var recorder = StepRecorder()
    func act(_ step: EditingStep) {
      let before = session
      guard session.perform(step) else { return }
      recorder.note(step, from: before, to: session)
    }
    session.move(to: EditingPlace(line: 2, .text(1, offset: 99)))
    for letter in " ddd" { act(.type(String(letter))) }
    act(.compose(erased: 2, "đ"))
    act(.verb(.deleteBack))
    act(.type("D"))
    act(.verb(.clearText))
    let isUndone = session.undo()
    recorder.strikeOut(backTo: session)
    session.move(to: EditingPlace(line: 4, .text(0, offset: 0)))
    act(.verb(.duplicateField))
    #expect(isUndone)
    #expect(
      recorder.steps.map(\.line)
        == ["go 245 c end", "type  dD", "go 650#2 a start", "duplicate-field"])
  }

  @Test("what is taken back and done again is in the macro, unless something else was done between")
  func redoing() {
    var session = EditingSession(record)
    var recorder = StepRecorder()
    func act(_ step: EditingStep) {
      let before = session
      guard session.perform(step) else { return }
      recorder.note(step, from: before, to: session)
    }
    func undo() {
      let isDone = session.undo()
      #expect(isDone)
      recorder.strikeOut(backTo: session)
    }
    func redo() {
      let isDone = session.redo()
      #expect(isDone)
      recorder.restore(upTo: session)
    }
    session.move(to: EditingPlace(line: 4, .text(0, offset: 0)))
    act(.replaceText("Thơ lục bát"))
    act(.setIndicator(2, "7"))
    undo()
    undo()
    #expect(recorder.isEmpty)
    redo()
    redo()
    let lines = ["go 650#2 a start", "replace Thơ lục bát", "indicator 2 7"]
    #expect(recorder.steps.map(\.line) == lines)
    undo()
    act(.setSubfield("0", "(VN)7"))
    #expect(!session.canRedo)
    recorder.restore(upTo: session)
    #expect(recorder.steps.map(\.line).dropFirst(2).last == "set-subfield 0 (VN)7")
    #expect(session.fields[3].line == "=650  \\4$aThơ lục bát$0(VN)7")
  }

  @Test("a subfield that is set stands once, at the end; the cursor stays with its own")
  func settingSubfields() {
    var session = EditingSession(record)
    session.move(to: EditingPlace(line: 3, .text(2, offset: 0)))
    let isSet = session.perform(.setSubfield("x", "3"))
    #expect(isSet && session.fields[2].line == "=650  \\4$aThơ$x3")
    let isGone = session.perform(.setSubfield("x", ""))
    #expect(isGone && session.fields[2].line == "=650  \\4$aThơ")
    session.move(to: EditingPlace(line: 1, .text(0, offset: 0)))
    let isFixed = session.perform(.setSubfield("a", "x"))
    #expect(!isFixed)
  }

  @Test("what was recorded in random editing of real records does the same again")
  func replay() throws {
    var random = SeededGenerator(seed: 11)
    for record in try readAll(RecordFiles.fixture("vietnamese.utf8.mrc")).records {
      var session = EditingSession(record)
      var recorder = StepRecorder()
      for _ in 0..<60 {
        if Bool.random(using: &random) {
          _ = session.move(
            [.right, .nextText, .lineEnd, .left].randomElement(using: &random) ?? .right)
          continue
        }
        let step: EditingStep =
          Bool.random(using: &random)
          ? .type(["a", "ế", "$", " "].randomElement(using: &random) ?? "a")
          : .verb(EditingVerb.allCases.randomElement(using: &random) ?? .newLine)
        let before = session
        if session.perform(step) { recorder.note(step, from: before, to: session) }
      }
      let written = recorder.steps.map(\.line)
      var again = EditingSession(record)
      let failed = again.perform(written.compactMap { EditingStep(line: $0) })
      #expect(failed == nil, "\(written)")
      #expect(again.record == session.record, "\(written)")
    }
  }
}
