import LibraryCore
import LibraryStore
import Testing

/// Verbs that act as if: their answers are those of the deed, and nothing of it stays.
@Suite struct RehearsalTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    try library.addItem("VV.1")
    try library.addItem("VV.2")
    try library.addPatron("TV1")
  }

  @Test("what was rehearsed is answered as if it were done, and is nowhere afterwards")
  func nothingStays() throws {
    let before = try library.desk.log(limit: 100)
    let rehearsed = try library.desk.rehearse { desk in
      let lent = try desk.checkOut("VV.1", to: "TV1")
      // Later verbs stand on earlier ones.
      return (lent.lent?.op, try desk.takeBack("VV.1"), try desk.patron("TV1")?.loans)
    }
    let op = try #require(rehearsed.value.0)
    #expect(rehearsed.made(op) && !rehearsed.made(before[0].op.id))
    guard case .returned = rehearsed.value.1 else { throw TestFailure("not returned") }
    #expect(rehearsed.value.2 == 0)
    #expect(try library.desk.log(limit: 100) == before)
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent?.op == op)
    #expect(try library.file.check().findings == [])
  }

  @Test("what the house would decide holds within the rehearsal alone")
  func house() throws {
    let due = try library.desk.rehearse { desk in
      _ = try desk.setRule(RuleScope(), values: [.loanDays: 3, .calendarMode: 0])
      return try desk.checkOut("VV.1", to: "TV1").lent?.due.day
    }.value
    #expect(due == library.desk.today.adding(days: 3))
    let really = try library.desk.checkOut("VV.1", to: "TV1").lent?.due.day
    #expect(really != due)
  }

  @Test("a rehearsal that cannot go on leaves nothing either, and the library works on")
  func fails() throws {
    #expect(throws: TestFailure.self) {
      try library.desk.rehearse { desk in
        _ = try desk.checkOut("VV.1", to: "TV1")
        throw TestFailure("stop")
      }
    }
    #expect(try library.desk.patron("TV1")?.loans == 0)
    #expect(try library.desk.checkOut("VV.2", to: "TV1").lent != nil)
    #expect(try library.file.check().findings == [])
  }
}
