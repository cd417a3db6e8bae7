import LibraryCore
import MARC
import Testing

@testable import LibraryStore

@Suite struct UndoTests {
  private func library() throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addItem("VV.2")
    try library.addPatron("TV1")
    try library.addPatron("TV2", name: "Trần Văn Bình")
    return library
  }

  @Test("a checkout taken back leaves the copy on the shelf and the loan void")
  func checkOut() throws {
    let library = try library()
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    guard case .undone(lent, let op) = try library.desk.undo() else {
      throw TestFailure("the checkout was not taken back")
    }
    #expect(try library.item("VV.1").loan == nil)
    #expect(try library.count("SELECT loans FROM patron ORDER BY id LIMIT 1") == 0)
    #expect(try library.desk.undo(lent) == .refused([.alreadyUndone(by: op)]))
    try library.expectFolded()
  }

  @Test("a checkout that ended another's loan gives it back when it is taken back")
  func checkOutEnding() throws {
    let library = try library()
    try library.append(.ruleSaved([RuleField.values.set("finePerDay=1000;owedMaximum=900000")]))
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-20T08:00:00")
    let before = try library.item("VV.1").loan
    let lent = try #require(
      try library.desk.checkOut("VV.1", to: "TV2", override: "sách đang ở quầy").lent)
    #expect(lent.notices.map(\.code) == ["endedLoan"])
    #expect(try library.count("SELECT max(owed) FROM patron") == 4000)
    _ = try library.desk.undo(lent.op)
    #expect(try library.item("VV.1").loan == before)
    #expect(try library.count("SELECT max(owed) FROM patron") == 0)
    try library.expectFolded()
  }

  @Test("a return, a renewal and a payment taken back leave the tables as they were")
  func restored() throws {
    let library = try library()
    try library.append(.ruleSaved([RuleField.values.set("finePerDay=500")]))
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-10T08:00:00")
    try library.expectRestored { _ = try $0.renew("VV.1") }
    try library.clock.set("2026-11-25T08:00:00")
    try library.setStatus(.lost, of: "VV.1")
    try library.expectRestored { _ = try $0.takeBack("VV.1") }
    let before = try library.count("SELECT sum(owed) FROM patron")
    let op = try #require(try library.desk.pay("TV1", amount: Money(dong: 700)).op)
    #expect(try library.count("SELECT sum(owed) FROM patron") == before - 700)
    #expect(try library.desk.undo(op).op != nil)
    #expect(try library.count("SELECT sum(owed) FROM patron") == before)
    try library.expectFolded()
  }

  @Test("what later actions stand on is refused with their names")
  func laterActions() throws {
    let library = try library()
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    let returned = try #require(try library.desk.takeBack("VV.1").returned?.op)
    let again = try #require(try library.desk.checkOut("VV.1", to: "TV2").lent?.op)
    #expect(try library.desk.undo(returned) == .refused([.laterActions([again])]))
    #expect(try library.desk.undo(lent) == .refused([.laterActions([again, returned])]))
    #expect(try library.desk.undo(again).op != nil)
    #expect(try library.desk.undo(returned).op != nil)
    #expect(try library.desk.undo(lent).op != nil)
    #expect(try library.count("SELECT count(*) FROM loan WHERE status = 'open'") == 0)
  }

  @Test("undo goes back step by step, and says when nothing is left")
  func stepByStep() throws {
    let library = try library()
    let helper = try library.addStaff("an", .helper)
    let first = try #require(try helper.checkOut("VV.1", to: "TV1").lent?.op)
    let second = try #require(try helper.checkOut("VV.2", to: "TV1").lent?.op)
    #expect(try helper.undo().undone == second)
    #expect(try helper.undo().undone == first)
    #expect(try helper.undo() == .refused([.nothingToUndo]))
    #expect(try helper.undo(OpID(rawValue: 99_999)) == .unknownOp(OpID(rawValue: 99_999)))
  }

  @Test("a helper takes back only what they did")
  func ownActionsOnly() throws {
    let library = try library()
    let helper = try library.addStaff("an", .helper)
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    #expect(try helper.undo(lent) == .refused([.ownActionsOnly]))
    let own = try #require(try helper.checkOut("VV.2", to: "TV1").lent?.op)
    #expect(try helper.undo(own).op != nil)
  }

  @Test("undoing never opens what doing would not")
  func rights() throws {
    let library = try library()
    let librarian = try library.addStaff("lan", .librarian)
    let rule = try #require(try library.desk.setRule(RuleScope(), values: [.loanDays: 7]).op)
    #expect(try librarian.undo(rule) == .refused([.noPermission(.manageRules)]))
    let payment = try #require(try library.desk.pay("TV1", amount: Money(dong: 5)).op)
    #expect(try librarian.undo(payment).op != nil)
  }

  @Test("taking back a taking back does the thing again, as of when it was done")
  func redo() throws {
    let library = try library()
    try library.append(.ruleSaved([RuleField.values.set("finePerDay=500")]))
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    let loan = try #require(try library.item("VV.1").loan)
    try library.clock.set("2026-11-18T08:00:00")
    let undone = try #require(try library.desk.undo(lent).op)
    let redone = try #require(try library.desk.undo(undone).op)
    let again = try #require(try library.item("VV.1").loan)
    #expect(again.id == redone && again.lentAt == loan.lentAt && again.dueOn == loan.dueOn)
    let returned = try #require(try library.desk.takeBack("VV.1").returned)
    let reopened = try #require(try library.desk.undo(returned.op).op)
    #expect(try library.desk.undo(redone).op != nil)
    #expect(try library.desk.undo(reopened).reasons?.map(\.code) == ["laterActions"])
    try library.expectFolded()
  }

  @Test("an enrolment with loans and a title with copies stay, with the reason")
  func creations() throws {
    let library = try library()
    let patron = try library.patron("TV1")
    let enrolled = try #require(try library.desk.history(of: patron).last?.op.id)
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    #expect(try library.desk.undo(enrolled) == .refused([.laterActions([lent])]))
    let item = try library.item("VV.1").item
    let catalogued = try #require(try library.desk.history(of: item.record).last?.op.id)
    #expect(try library.desk.undo(catalogued) == .refused([.recordInUse(items: 1)]))
    #expect(try library.desk.undo(lent).op != nil)
    #expect(try library.desk.undo(enrolled).op != nil)
    #expect(try library.desk.look("TV1") == .nothing)
    let added = try #require(try library.desk.history(of: item.id).last?.op.id)
    #expect(try library.desk.undo(added).op != nil)
    #expect(try library.desk.undo(catalogued).op != nil)
    #expect(try library.desk.look("VV.1") == .nothing)
    try library.expectFolded()
  }

  @Test("nothing comes back into a place that is taken or gone meanwhile")
  func conflicts() throws {
    let library = try library()
    let enrolled = try #require(
      try library.desk.history(of: library.patron("TV2")).last?.op.id)
    let lent = try #require(try library.desk.checkOut("VV.2", to: "TV2").lent?.op)
    let voided = try #require(try library.desk.undo(lent).op)
    let removed = try #require(try library.desk.undo(enrolled).op)
    #expect(try library.desk.undo(voided) == .refused([.laterActions([removed])]))
    try library.addPatron("TV2", name: "Lê Hoa")
    let card = try #require(CardNumber("TV2"))
    #expect(try library.desk.undo(removed) == .refused([.cardTaken(card, name: "Lê Hoa")]))
  }

  @Test("saved fields go back to what they held, also to what they began with")
  func fields() throws {
    let library = try library()
    let item = try library.item("VV.1").item.id
    try library.expectRestored { _ in
      try library.save(
        .itemSaved([ItemField.type.set("DVD"), ItemField.note.set("rách")]), on: item)
    }
    let edit = try library.save(.itemSaved([ItemField.note.set("mất trang 5")]), on: item)
    let lent = try library.desk.checkOut("VV.1", to: "TV1").lent
    #expect(try library.desk.undo(edit).op != nil)
    #expect(lent != nil)
    #expect(try library.item("VV.1").item.note == nil)
  }

  @Test("an import is taken back as a whole, once, and what was done before it comes next")
  func batch() throws {
    let library = try library()
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    let batch = try library.append(.batchOpened(kind: "import", source: "a.mrc"))
    let record = try library.item("VV.1").item.record
    let marc = try #require(try library.desk.record(record)?.record.storageBytes)
    let imported = try library.append(.recordSaved(RecordSaved(marc: marc, batch: batch)))
    let closed = try library.save(.batchClosed(BatchCounts(records: 1)), on: batch)
    #expect(try library.desk.undo().undone == closed)
    #expect(try library.desk.record(imported)?.status == .removed)
    #expect(try library.desk.undo(closed).reasons?.map(\.code) == ["alreadyUndone"])
    #expect(try library.desk.undo().undone == lent)
    try library.expectFolded()
  }

  @Test("somebody's large import does not hide what another account did last")
  func behindImport() throws {
    let library = try library()
    let helper = try library.addStaff("an", .helper)
    let lent = try #require(try helper.checkOut("VV.1", to: "TV1").lent?.op)
    let patron = try library.patron("TV1")
    try library.file.record { journal in
      for _ in 0..<10_001 {
        try journal.append(
          .patronSaved([PatronField.note.set(nil)]), on: patron, by: library.admin,
          at: library.clock.now())
      }
    }
    #expect(try helper.undo().undone == lent)
  }

  @Test("settings, opening days, rules and terms go back to what they were")
  func house() throws {
    let library = try library()
    let desk = library.desk
    let tet = try #require(CalendarDay(iso: "2027-02-06"))
    try library.expectRestored { _ = try $0.setSetting("a.b", "1") }
    _ = try desk.setSetting("a.b", "1")
    try library.expectRestored { _ = try $0.setSetting("a.b", "2") }
    try library.expectRestored { _ = try $0.setOpeningDays([.monday, .sunday]) }
    try library.expectRestored { _ = try $0.setOpeningDay(tet, isOpen: false, reason: "Tết") }
    _ = try desk.setOpeningDay(tet, isOpen: false, reason: "Tết")
    try library.expectRestored { _ = try $0.setOpeningDay(tet, isOpen: nil) }
    _ = try desk.setRule(RuleScope(category: "CHILD"), values: [.loanDays: 7])
    try library.expectRestored {
      _ = try $0.setRule(RuleScope(category: "CHILD"), values: [.loanDays: 10])
    }
    _ = try desk.saveTerm(.location, code: "KM", name: "Kho mở")
    try library.expectRestored { _ = try $0.removeTerm(.location, code: "KM") }
    try library.expectFolded()
  }
}

extension TestLibrary {
  /// Runs an action, takes it back and compares every table but the counter of configurations.
  func expectRestored(
    _ action: (Desk) throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try dump().withoutCounters
    try action(desk)
    #expect(try dump().withoutCounters != before, sourceLocation: sourceLocation)
    #expect(try desk.undo().op != nil, sourceLocation: sourceLocation)
    #expect(try dump().withoutCounters == before, sourceLocation: sourceLocation)
  }
}

extension CheckoutOutcome {
  var lent: Lent? { if case .lent(let lent) = self { lent } else { nil } }

  var reasons: [Refusal]? {
    if case .refused(let reasons, _, _) = self { reasons } else { nil }
  }
}

extension SaveOutcome {
  var op: OpID? { if case .saved(_, let op) = self { op } else { nil } }

  var reasons: [Refusal]? { if case .refused(let reasons) = self { reasons } else { nil } }
}

extension UndoOutcome {
  var op: OpID? { if case .undone(_, let op) = self { op } else { nil } }

  var undone: OpID? { if case .undone(let undone, _) = self { undone } else { nil } }

  var reasons: [Refusal]? { if case .refused(let reasons) = self { reasons } else { nil } }
}
