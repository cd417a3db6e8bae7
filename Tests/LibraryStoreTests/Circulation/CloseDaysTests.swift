import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct CloseDaysTests {
  private func library(_ rules: String = "") throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    for barcode in ["VV.1", "VV.2"] { try library.addItem(barcode) }
    try library.addPatron("TV1")
    if !rules.isEmpty { try library.append(.ruleSaved([RuleField.values.set(rules)])) }
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-03T08:00:00")
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    return library
  }

  private func due(_ library: TestLibrary) throws -> [String?] {
    try ["VV.1", "VV.2"].map { try library.item($0).loan?.dueOn.iso }
  }

  private func close(
    _ library: TestLibrary, _ first: String, _ last: String, dryRun: Bool = false
  ) throws -> CloseDaysOutcome {
    try library.desk.closeDays(
      from: #require(CalendarDay(iso: first)), to: #require(CalendarDay(iso: last)),
      reason: "bão số 5", dryRun: dryRun)
  }

  @Test("due dates on closed days move to the next open one, and one undo takes all of it back")
  func moved() throws {
    let library = try library()
    #expect(try due(library) == ["2026-11-16", "2026-11-17"])
    guard case .closed(let preview) = try close(library, "2026-11-16", "2026-11-18", dryRun: true)
    else { throw TestFailure("not closed") }
    #expect(preview.moved.map(\.loan.after.day.iso) == ["2026-11-19", "2026-11-19"])
    #expect(preview.op == nil)
    #expect(try due(library) == ["2026-11-16", "2026-11-17"])
    guard case .closed(let closing) = try close(library, "2026-11-16", "2026-11-18") else {
      throw TestFailure("not closed")
    }
    #expect(try due(library) == ["2026-11-19", "2026-11-19"])
    #expect(try close(library, "2026-11-16", "2026-11-18") == .unchanged)
    try library.clock.set("2026-11-10T08:00:00")
    _ = try library.desk.renew("VV.2")
    let renewed = try due(library)[1]
    #expect(renewed == "2026-11-24")
    #expect(try library.desk.undo(closing.op).op != nil)
    #expect(try due(library) == ["2026-11-16", renewed])
    #expect(try library.desk.houseConfiguration().calendar.exceptions.isEmpty)
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test(
    "which way a due date moves is for the rules to say",
    arguments: [
      ("calendarMode=0", "2026-11-18"), ("calendarMode=1", "2026-11-16"),
      ("calendarMode=3", "2026-11-15"), ("calendarMode=4", "2026-11-23"),
      ("calendarMode=4;loanDays=15", "2026-11-18"),
    ])
  func modes(rules: String, day: String) throws {
    let library = try library(rules)
    _ = try close(library, "2026-11-16", "2026-11-17")
    #expect(try due(library)[0] == day)
  }

  @Test("what is overdue stays, and a renewal after a move goes back to the moved day")
  func edges() throws {
    let library = try library()
    try library.clock.set("2026-11-17T08:00:00")
    guard case .closed(let closing) = try close(library, "2026-11-16", "2026-11-17") else {
      throw TestFailure("not closed")
    }
    #expect(closing.moved.map(\.loan.after.day.iso) == ["2026-11-18"])
    #expect(try library.desk.renew("VV.2", override: "bão").renewed != nil)
    #expect(try library.desk.undo().op != nil)
    #expect(try due(library) == ["2026-11-16", "2026-11-18"])
    try library.expectFolded()
  }

  @Test("it needs a reason, days in their order, and the right to change the calendar")
  func refused() throws {
    let library = try library()
    let day = library.desk.today
    #expect(
      try library.desk.closeDays(from: day, to: day, reason: " ") == .refused([.reasonMissing]))
    guard
      case .refused(let reasons) = try library.desk.closeDays(
        from: day, to: day.adding(days: -1), reason: "bão")
    else { throw TestFailure("not refused") }
    #expect(reasons.map(\.code) == ["invalidValue"])
    let librarian = try library.addStaff("lan", .librarian)
    #expect(
      try librarian.closeDays(from: day, to: day, reason: "bão")
        == .refused([.noPermission(.manageRules)]))
  }

  @Test("a copy on the hold shelf waits for as many open days as before, and no longer once undone")
  func holdShelf() throws {
    let library = try library()
    try library.addPatron("TV2")
    guard case .item(let copy) = try library.desk.look("VV.1") else { throw TestFailure("no copy") }
    _ = try library.desk.placeHold(HoldRequest(card: "TV2", records: [copy.item.record]))
    _ = try library.desk.takeBack("VV.1")
    func until() throws -> String? { try library.desk.holdShelf().first?.shelfUntil?.iso }
    #expect(try until() == "2026-11-06")
    guard case .closed(let preview) = try close(library, "2026-11-05", "2026-11-06", dryRun: true)
    else { throw TestFailure("not closed") }
    #expect(preview.kept.map(\.hold.after.iso) == ["2026-11-08"])
    #expect(preview.kept.map(\.patron.card.text) == ["TV2"])
    guard case .closed(let closing) = try close(library, "2026-11-05", "2026-11-06") else {
      throw TestFailure("not closed")
    }
    #expect(try until() == "2026-11-08")
    try library.expectFolded()
    #expect(try library.desk.undo(closing.op).op != nil)
    #expect(try until() == "2026-11-06")
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("the half of a closing that moved the due dates is not taken back by itself")
  func half() throws {
    let library = try library()
    guard case .closed(let closing) = try close(library, "2026-11-16", "2026-11-18") else {
      throw TestFailure("not closed")
    }
    let cause = try #require(closing.op)
    let moved = try #require(try library.desk.log(limit: 1).first?.op.id)
    #expect(moved != cause)
    #expect(try library.desk.undo(moved).reasons == [.partOfLargerAction(cause)])
    _ = try library.desk.undo(cause)
    let back = try #require(try library.desk.log(limit: 1).first?.op.id)
    #expect(try library.desk.undo(back).reasons?.map(\.code) == ["partOfLargerAction"])
    #expect(try due(library) == ["2026-11-16", "2026-11-17"])
  }
}
