import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct ReapplyTests {
  /// Two loans of 2 November 2026, due on the 16th: one of a student, one of an adult.
  private func library() throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    for barcode in ["VV.1", "VV.2"] { try library.addItem(barcode) }
    try library.addPatron("TV1", [.category: "STUDENT"])
    try library.addPatron("TV2", [.category: "ADULT"])
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.checkOut("VV.2", to: "TV2")
    return library
  }

  private func dues(_ library: TestLibrary) throws -> [String?] {
    try ["VV.1", "VV.2"].map { try library.item($0).loan?.dueOn.iso }
  }

  /// The deposit that the student's loans ask for.
  private func due(_ library: TestLibrary) throws -> Money {
    guard case .patron(let facts) = try library.desk.look("TV1", preferring: .card) else {
      throw TestFailure("no card")
    }
    return facts.depositDue
  }

  private func reapply(
    _ library: TestLibrary, _ scope: RuleScope = RuleScope(), dryRun: Bool = false
  ) throws -> Reapplication {
    guard case .reapplied(let done) = try library.desk.reapplyRules(scope, dryRun: dryRun) else {
      throw TestFailure("nothing reapplied")
    }
    return done
  }

  @Test("a changed rule changes no loan until it is asked for, and one undo takes that back")
  func reapplied() throws {
    let library = try library()
    #expect(try library.desk.reapplyRules() == .unchanged(looked: 2))
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 21, .finePerDay: 500])
    #expect(try dues(library) == ["2026-11-16", "2026-11-16"])
    let preview = try reapply(library, dryRun: true)
    #expect(preview.looked == 2 && preview.changed.count == 2 && preview.op == nil)
    #expect(try dues(library) == ["2026-11-16", "2026-11-16"])
    let done = try reapply(library)
    #expect(try dues(library) == ["2026-11-23", "2026-11-23"])
    #expect(try library.item("VV.1").loan?.terms?[.finePerDay] == 500)
    #expect(try library.desk.reapplyRules() == .unchanged(looked: 2))
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
    #expect(try library.desk.undo(done.op).op != nil)
    #expect(try dues(library) == ["2026-11-16", "2026-11-16"])
    #expect(try library.item("VV.1").loan?.terms?[.finePerDay] == 0)
    try library.expectFolded()
  }

  @Test("only the loans of the scope change")
  func scope() throws {
    let library = try library()
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 21])
    #expect(
      try library.desk.reapplyRules(RuleScope(itemType: "DISC")) == .unchanged(looked: 0))
    #expect(try library.desk.reapplyRules(RuleScope(library: "KHAC")) == .unchanged(looked: 0))
    #expect(try reapply(library, RuleScope(category: " STUDENT ")).looked == 1)
    #expect(try dues(library) == ["2026-11-23", "2026-11-16"])
  }

  @Test("what came after stands when a reapplication is taken back")
  func later() throws {
    let library = try library()
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 21, .dueTime: 17 * 60])
    let first = try reapply(library)
    #expect(try library.item("VV.1").loan?.due.time?.text == "17:00")
    try library.clock.set("2026-11-10T08:00:00")
    _ = try library.desk.renew("VV.1")
    #expect(try dues(library) == ["2026-11-24", "2026-11-23"])
    _ = try library.desk.setRule(
      RuleScope(), values: [.loanDays: 21, .dueTime: 17 * 60, .finePerDay: 900])
    _ = try reapply(library)
    #expect(try library.desk.undo(first.op).op != nil)
    #expect(try dues(library) == ["2026-11-24", "2026-11-16"])
    #expect(try library.item("VV.2").loan?.due.time == nil)
    #expect(try library.item("VV.2").loan?.terms?[.finePerDay] == 900)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("a renewal that stands counts, one that was taken back does not; a day staff chose stays")
  func renewed() throws {
    let library = try library()
    try library.addItem("VV.3")
    _ = try library.desk.checkOut(
      "VV.3", to: "TV2", due: RequestedDue("2026-11-12"))
    try library.clock.set("2026-11-10T08:00:00")
    for barcode in ["VV.1", "VV.2"] { _ = try library.desk.renew(barcode) }
    #expect(try library.desk.undo().op != nil)
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 20, .renewalDays: 21])
    #expect(try reapply(library).changed.map(\.item.barcode.text) == ["VV.2", "VV.1"])
    #expect(try dues(library) == ["2026-12-01", "2026-11-22"])
    #expect(try library.item("VV.3").loan?.dueOn.iso == "2026-11-12")
    try library.expectFolded()
  }

  @Test("a deposit the rules ask for now counts against the reader, and no more when taken back")
  func deposit() throws {
    let library = try library()
    _ = try library.desk.setRule(RuleScope(), values: [.deposit: 50_000])
    let done = try reapply(library)
    #expect(try due(library).dong == 50_000)
    _ = try library.desk.undo(done.op)
    #expect(try due(library) == .zero)
  }

  @Test("a late return costs what the loan was given last")
  func late() throws {
    let library = try library()
    _ = try library.desk.setRule(RuleScope(), values: [.finePerDay: 500])
    _ = try reapply(library)
    try library.clock.set("2026-11-18T08:00:00")
    guard case .returned(let returned) = try library.desk.takeBack("VV.1") else {
      throw TestFailure("not returned")
    }
    #expect(returned.charge.dong == 1000)
  }

  @Test("it needs the right to change the rules")
  func refused() throws {
    let library = try library()
    let librarian = try library.addStaff("lan", .librarian)
    #expect(try librarian.reapplyRules() == .refused([.noPermission(.manageRules)]))
  }
}
