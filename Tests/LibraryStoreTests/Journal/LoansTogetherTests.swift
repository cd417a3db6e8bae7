import LibraryCore
import Testing

@testable import LibraryStore

@Suite("What was done to many loans at a time stands in the history of each")
struct LoansTogetherTests {
  private let library: TestLibrary

  /// Two copies with TV1, one with TV2, all due on the same day and long overdue on 16/12.
  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.append(
      .ruleSaved([RuleField.values.set("longOverdueDays=30;lostDays=60;maximumLoans=9")]))
    for number in 1...3 { try library.addItem("VV.\(number)", [.price: "1000"]) }
    for number in 1...2 { try library.addPatron("TV\(number)", name: "Bạn đọc \(number)") }
    for (copy, card) in [("VV.1", "TV1"), ("VV.2", "TV1"), ("VV.3", "TV2")] {
      _ = try library.desk.checkOut(copy, to: card)
    }
    try library.clock.set("2026-12-16T08:00:00")
  }

  private func mark() throws -> OpID {
    guard case .marked(_, _, let op) = try library.desk.markOverdues() else {
      throw TestFailure("not marked")
    }
    return op
  }

  private func named(_ entries: [LogEntry], _ op: OpID?) -> [String]? {
    entries.first { $0.op.id == op }?.loans?.loans
      .map { "\($0.item.barcode) \($0.patron.card)" }.sorted()
  }

  private func ofPatron(_ card: String) throws -> [LogEntry] {
    try library.desk.history(ofPatron: library.patron(card))
  }

  private func ofItem(_ barcode: String) throws -> [LogEntry] {
    try library.desk.history(of: library.item(barcode).item.id)
  }

  @Test("a mark of long overdue names its copy and reader in the history of either")
  func marked() throws {
    let op = try mark()
    #expect(named(try ofPatron("TV1"), op) == ["VV.1 TV1", "VV.2 TV1"])
    #expect(named(try ofPatron("TV2"), op) == ["VV.3 TV2"])
    #expect(named(try ofItem("VV.2"), op) == ["VV.2 TV1"])
    #expect(named(try library.desk.log(), op) == ["VV.1 TV1", "VV.2 TV1", "VV.3 TV2"])
    let ids = try ofItem("VV.2").map(\.op.id)
    #expect(ids == ids.sorted(by: >))
    let loan = try #require(try library.item("VV.3").loan?.id)
    #expect(try library.desk.loanStory(loan)?.entries.last?.op.id == op)
    try library.expectFolded()
  }

  @Test("the day's row of the mark names all loans it is about")
  func today() throws {
    let op = try mark()
    let row = try #require(try library.desk.today().first { $0.op == op })
    #expect(row.loans?.total == 3)
    #expect(Set(row.loans?.loans.map(\.item.barcode.text) ?? []) == ["VV.1", "VV.2", "VV.3"])
  }

  @Test("a marking that finds only lost copies names those")
  func lost() throws {
    _ = try mark()
    try library.clock.set("2027-02-15T08:00:00")
    let op = try mark()
    let row = try #require(try library.desk.today().first { $0.op == op })
    #expect(row.loans?.total == 3 && row.loans?.loans.count == 3)
    #expect(try ofItem("VV.1").map(\.op.id).contains(op) == false)
  }

  @Test("taking the mark back, and doing that again, stand in the histories too")
  func undone() throws {
    let op = try mark()
    let undone = try #require(try library.desk.undo(op).op)
    let again = try #require(try library.desk.undo(undone).op)
    for entries in [try ofPatron("TV2"), try ofItem("VV.3")] {
      for step in [op, undone, again] { #expect(named(entries, step) == ["VV.3 TV2"]) }
    }
    try library.expectFolded()
  }

  @Test("a due date that was moved with many others says so, with the day it got")
  func redated() throws {
    try library.clock.set("2026-11-03T08:00:00")
    let due = try #require(try library.item("VV.1").loan?.dueOn)
    guard
      case .closed(let closing) = try library.desk.closeDays(from: due, to: due, reason: "Bão")
    else { throw TestFailure("not closed") }
    let after = try #require(closing.moved.first?.loan.after)
    for entries in [try ofPatron("TV1"), try ofItem("VV.1")] {
      let entry = try #require(
        entries.first { $0.op.body.kind == OpKind.loansRedated.rawValue })
      #expect(entry.loans?.loans.allSatisfy { $0.due == after } == true)
    }
    try library.expectFolded()
  }

  @Test("the mark of a reader whose entry was merged stands with the entry that stayed")
  func merged() throws {
    let op = try mark()
    _ = try library.desk.mergePatrons("TV1", "TV2")
    #expect(named(try ofPatron("TV1"), op) == ["VV.1 TV1", "VV.2 TV1", "VV.3 TV1"])
  }

  @Test("a library of an older version learns of the marks it made")
  func older() throws {
    let op = try mark()
    try library.forgetMigrations(behind: 26)
    let file = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 2))
    let desk = Desk(file: file, staff: EntityID(rawValue: 2), clock: library.clock)
    let lines = try desk.history(ofPatron: library.patron("TV2"))
    #expect(lines.contains { $0.op.id == op })
    #expect(try file.check().findings == [])
  }

  @Test("an evening's marking of hundreds names the first and counts all")
  func many() throws {
    let total = LoansTogether.namedMaximum + 5
    try library.clock.set("2026-11-02T09:00:00")
    for number in 1...total {
      try library.addItem("X.\(number)")
      try library.addPatron("X\(number)")
      _ = try library.desk.checkOut("X.\(number)", to: "X\(number)")
    }
    try library.clock.set("2026-12-16T08:00:00")
    let op = try mark()
    let entry = try #require(try library.desk.log().first { $0.op.id == op })
    #expect(entry.loans?.total == total + 3)
    #expect(entry.loans?.loans.count == LoansTogether.namedMaximum)
  }
}
