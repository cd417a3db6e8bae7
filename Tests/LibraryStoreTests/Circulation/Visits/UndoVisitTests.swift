import GRDB
import LibraryCore
import Testing

@testable import LibraryStore

@Suite("A whole visit taken back, or a reader back to a moment")
struct UndoVisitTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    for barcode in ["VV.1", "VV.2", "VV.3"] {
      try library.addItem(barcode, title: "Sách \(barcode)")
    }
    try library.addPatron("TV1")
    try library.addPatron("TV2", name: "Trần Văn Bình")
    try library.append(.ruleSaved([RuleField.values.set("finePerDay=500;owedMaximum=900000")]))
  }

  private func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(iso: text) else { throw TestFailure("no moment \(text)") }
    return moment
  }

  private func kinds(_ outcome: VisitUndoOutcome) -> [OpKind?] {
    switch outcome {
    case .undone(let undo), .refused(let undo):
      undo.lines.map { OpKind(rawValue: $0.entry.op.body.kind) }
    case .nothing, .unknownPatron: []
    }
  }

  private func expectRestored(_ visit: () throws -> Void) throws -> VisitUndoOutcome {
    let before = try library.dump().withoutCounters
    try visit()
    let tried = try library.desk.undo(.visit, of: "TV1", dryRun: true)
    let outcome = try library.desk.undo(.visit, of: "TV1")
    #expect(kinds(tried) == kinds(outcome))
    let after = try library.dump().withoutCounters
    for table in ["item", "patron", "loan_tally", "hold_title"] {
      #expect(after[table] == before[table], "\(table)")
    }
    try library.expectFolded()
    return outcome
  }

  @Test("loans, renewals, returns, holds, money and remarks of a visit go together, newest first")
  func whole() throws {
    _ = try library.desk.checkOut("VV.3", to: "TV1")
    try library.clock.set("2026-11-25T08:00:00")
    let outcome = try expectRestored {
      _ = try library.desk.takeBack("VV.3")
      _ = try library.desk.checkOut("VV.1", to: "TV1")
      _ = try library.desk.renew("VV.1", override: "hẹn trước")
      _ = try library.desk.pay("TV1", amount: Money(dong: 1000))
      _ = try library.desk.placeHold(
        HoldRequest(card: "TV1", records: [library.item("VV.2").item.record]))
      _ = try library.desk.editPatron("TV1", [.phone: "0912345678"])
    }
    #expect(kinds(outcome).first == .patronSaved)
    #expect(kinds(outcome).last == .loanClosed)
    guard case .undone(let undo) = outcome else { throw TestFailure("\(outcome)") }
    #expect(undo.lines.allSatisfy { $0.undone != nil && $0.reasons.isEmpty })
    #expect(try library.desk.undo(.visit, of: "TV1") == .nothing(undo.patron))
  }

  @Test("the visit before the pause, and what was done with others, stays")
  func bounds() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-02T10:00:00")
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    _ = try library.desk.checkOut("VV.3", to: "TV2")
    #expect(kinds(try library.desk.undo(.visit, of: "TV1")) == [.loanOpened])
    #expect(try library.item("VV.1").loan != nil)
    #expect(try library.item("VV.2").loan == nil)
    #expect(try library.item("VV.3").loan != nil)
  }

  @Test("a visit ends where the same staff lent to somebody else")
  func lentToOther() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.checkOut("VV.3", to: "TV2")
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    #expect(kinds(try library.desk.undo(.visit, of: "TV1")) == [.loanOpened])
    #expect(try library.item("VV.1").loan != nil)
  }

  @Test("where a later action stands on one of them none goes, unless the rest is asked for")
  func blocked() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-03T08:00:00")
    _ = try library.desk.takeBack("VV.1")
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    let other = try #require(try library.desk.checkOut("VV.1", to: "TV2").lent?.op)
    let before = try library.dump()
    guard case .refused(let undo) = try library.desk.undo(.visit, of: "TV1") else {
      throw TestFailure("the return was taken back under a later loan")
    }
    #expect(try library.dump() == before)
    #expect(undo.lines.map(\.reasons) == [[], [.laterActions([other])]])
    #expect(undo.lines.allSatisfy { $0.undone == nil })
    guard case .undone(let rest) = try library.desk.undo(.visit, of: "TV1", partly: true) else {
      throw TestFailure("the rest was not taken back")
    }
    #expect(rest.lines.map { $0.undone != nil } == [true, false])
    #expect(try library.item("VV.2").loan == nil)
    #expect(try library.item("VV.1").loan?.card.text == "TV2")
    guard case .refused = try library.desk.undo(.visit, of: "TV1", partly: true) else {
      throw TestFailure("nothing is left to take back")
    }
    try library.expectFolded()
  }

  @Test("back to a moment takes all staff's actions, and does again what was undone since")
  func since() throws {
    let first = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    let moment = try moment("2026-11-02T12:00:00")
    try library.clock.set("2026-11-03T08:00:00")
    let helper = try library.addStaff("phuong", .helper)
    _ = try helper.checkOut("VV.2", to: "TV1")
    _ = try library.desk.undo(first)
    let lent = try library.desk.checkOut("VV.3", to: "TV1")
    _ = try library.desk.undo(#require(lent.lent?.op))
    let outcome = try library.desk.undo(.since(moment), of: "TV1")
    #expect(kinds(outcome) == [.loanVoided, .loanOpened])
    #expect(try library.item("VV.1").loan?.card.text == "TV1")
    #expect(try library.item("VV.2").loan == nil)
    #expect(try library.item("VV.3").loan == nil)
    try library.expectFolded()
  }

  @Test("what was done and taken back since stands in no way back")
  func sinceAndBack() throws {
    let first = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    let moment = try moment("2026-11-02T12:00:00")
    try library.clock.set("2026-11-03T08:00:00")
    _ = try library.desk.undo(first)
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let tried = try library.desk.undo(.since(moment), of: "TV1", dryRun: true)
    #expect(kinds(tried) == [.loanOpened, .loanVoided])
    guard case .undone = try library.desk.undo(.since(moment), of: "TV1") else {
      throw TestFailure("a loan made and taken back stands in the way")
    }
    #expect(try library.item("VV.1").loan?.id.rawValue ?? 0 > first.rawValue)
    try library.expectFolded()
  }

  @Test("a look at what would go waits for no other desk, and no other desk for it")
  func previewReads() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let other = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 9))
    try other.pool.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let tried = try library.desk.undo(.visit, of: "TV1", dryRun: true)
      #expect(kinds(tried) == [.loanOpened])
      try db.execute(sql: "ROLLBACK")
    }
  }

  @Test("before the enrolment the reader is there still, with nothing")
  func enrolment() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let outcome = try library.desk.undo(.since(Moment(milliseconds: 0)), of: "TV1")
    #expect(kinds(outcome) == [.loanOpened])
    #expect(try library.desk.patron("TV1")?.loans == 0)
  }

  @Test("whoever may take back only what is their own is told which actions are others'")
  func others() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let helper = try library.addStaff("phuong", .helper)
    _ = try helper.checkOut("VV.2", to: "TV1")
    guard
      case .refused(let undo) = try helper.undo(.since(Moment(milliseconds: 0)), of: "TV1")
    else { throw TestFailure("a helper took back what the librarian did") }
    #expect(undo.lines.map(\.reasons) == [[], [.ownActionsOnly]])
    #expect(kinds(try helper.undo(.visit, of: "TV1")) == [.loanOpened])
  }

  @Test("damage and its charge go as one; a loss marked for many readers goes only as a whole")
  func causes() throws {
    try library.append(.ruleSaved([RuleField.values.set("lostDays=10;finePerDay=0")]))
    let priced = try library.addItem("VV.9", title: "Số đỏ", [.price: "50000"])
    _ = try library.desk.checkOut("VV.9", to: "TV1")
    try library.clock.set("2026-12-20T08:00:00")
    guard case .marked(_, 1, let marked) = try library.desk.markOverdues() else {
      throw TestFailure("nothing was marked")
    }
    guard
      case .refused(let undo) = try library.desk.undo(.visit, of: "TV1")
    else { throw TestFailure("one reader's share of a batch was taken back") }
    #expect(undo.lines.map(\.reasons) == [[.partOfLargerAction(marked)]])
    _ = try library.desk.undo(marked)
    try library.clock.set("2026-12-21T08:00:00")
    _ = try library.desk.reportDamage("VV.9", note: "rách bìa", charging: Money(dong: 9000))
    #expect(kinds(try library.desk.undo(.visit, of: "TV1")) == [.copyDamaged])
    #expect(try library.item("VV.9").item.id == priced)
    #expect(try library.item("VV.9").item.status == .available)
    #expect(try library.count("SELECT max(owed) FROM patron") == 0)
  }

  @Test("a card nobody has, and a reader nothing was done with")
  func nothing() throws {
    #expect(try library.desk.undo(.visit, of: "TV9") == .unknownPatron("TV9"))
    guard case .nothing(let patron) = try library.desk.undo(.visit, of: "TV2") else {
      throw TestFailure("something was taken back")
    }
    #expect(patron.card.text == "TV2")
  }
}
