import GRDB
import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Memberships renewed, classes moved up, patrons merged")
struct PatronBatchTests {
  let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-06-10")
    try library.addItem("VV.1")
    try library.addItem("VV.2")
    for (card, name, schoolClass) in [
      ("HS1", "Nguyễn Thị Lan", "10A1"), ("HS2", "Trần Văn Bình", "11A1"),
      ("HS3", "Lê Văn Ba", "12A1"), ("HS4", "Phạm Thị Tư", "12A1"),
    ] {
      _ = try library.desk.enrol(
        PatronDraft(fields: [
          .name: name, .card: card, .className: schoolClass, .schoolYear: "2025-2026",
          .expiresOn: "",
        ]))
    }
  }

  private func details(_ card: String) throws -> PatronDetails {
    let id = try #require(try library.desk.patron(card)).patron.id
    return try #require(try library.desk.patronDetails(id))
  }

  private func moves() throws -> [ClassMove] {
    try library.desk.schoolClasses().compactMap { count in
      count.name.promotion.map { ClassMove(from: count.name, to: $0) }
    }
  }

  @Test("a school year ends: classes move up together, leavers go, and one undo brings all back")
  func promotion() throws {
    _ = try library.desk.checkOut("VV.1", to: "HS3")
    #expect(try library.desk.schoolClasses().map(\.patrons) == [1, 1, 2])
    let year = try #require(SchoolYear("2026"))
    let preview = try library.desk.promoteClasses(try moves(), to: year, dryRun: true)
    guard case .changed(let shown) = preview else { throw TestFailure("\(preview)") }
    #expect(shown.batch == nil && shown.changes.count == 4)
    #expect(shown.leavingWithDebts.map(\.patron.card.text) == ["HS3"])
    #expect(try details("HS1").className == "10A1")

    let outcome = try library.desk.promoteClasses(try moves(), to: year)
    guard case .changed(let done) = outcome, let op = done.op else {
      throw TestFailure("\(outcome)")
    }
    #expect(done.changes == shown.changes)
    #expect(try details("HS1").className == "11A1" && details("HS2").className == "12A1")
    #expect(try details("HS1").schoolYear == "2026-2027")
    #expect(try details("HS3").className == nil)
    #expect(try library.desk.patron("HS4")?.patron.expiresOn == library.desk.today)
    try library.expectFolded()

    #expect(try library.desk.undo(op).op != nil)
    #expect(try details("HS1").className == "10A1" && details("HS3").className == "12A1")
    #expect(try details("HS2").schoolYear == "2025-2026")
    #expect(try library.desk.patron("HS4")?.patron.expiresOn == nil)
    try library.expectFolded()
  }

  @Test("done twice for one year it moves nobody twice, and a class without a grade is told")
  func promotedOnce() throws {
    _ = try library.desk.enrol(
      PatronDraft(fields: [.name: "Bé", .card: "MG1", .className: "Lá 2"]))
    _ = try library.desk.enrol(
      PatronDraft(fields: [
        .name: "Sáu", .card: "HS6", .className: "Lớp 6A", .schoolYear: "2025-2026",
      ]))
    let year = try #require(SchoolYear("2026"))
    guard case .changed(let first) = try library.desk.promoteClasses(try moves(), to: year) else {
      throw TestFailure("not changed")
    }
    #expect(first.keptClasses.map(\.name.name) == ["LÁ2"] && first.inYearAlready.isEmpty)
    #expect(try details("HS6").className == "LỚP7A")
    guard case .changed(let second) = try library.desk.promoteClasses(try moves(), to: year) else {
      throw TestFailure("not changed")
    }
    #expect(second.changes.isEmpty && second.op == nil)
    #expect(second.inYearAlready.map(\.name.name) == ["LỚP7A", "11A1", "12A1"])
    #expect(try details("HS1").className == "11A1")
    // Classes made anew within the year are another matter.
    let anew = ClassMove(
      from: try #require(SchoolClass("11A1")), to: .moves(to: try #require(SchoolClass("11A2"))))
    _ = try library.desk.promoteClasses([anew], to: year)
    #expect(try details("HS1").className == "11A2")
  }

  @Test("a membership is renewed by the months of the category, one by one or a whole class")
  func renewal() throws {
    _ = try library.desk.setRule(RuleScope(category: "STUDENT"), values: [.membershipMonths: 6])
    _ = try library.desk.editPatron("HS1", [.category: "STUDENT"])
    guard case .saved = try library.desk.renewMembership("HS1") else { throw TestFailure("HS1") }
    #expect(try library.desk.patron("HS1")?.patron.expiresOn?.iso == "2026-12-10")
    let outcome = try library.desk.renewMemberships(
      of: .schoolClass(try #require(SchoolClass("12A1"))))
    guard case .changed(let batch) = outcome, let op = batch.op else {
      throw TestFailure("\(outcome)")
    }
    #expect(batch.changes.map { $0.toExpiry?.iso } == ["2027-06-10", "2027-06-10"])
    #expect(try library.desk.expiringPatrons(within: 183).map(\.patron.card.text) == ["HS1"])
    _ = try library.desk.undo(op)
    #expect(try library.desk.patron("HS3")?.patron.expiresOn == nil)
    try library.expectFolded()
    #expect(try library.desk.renewMembership("HS9") == .unknown("HS9"))
  }

  @Test(
    "cards of a class renewed to a chosen day: who owes, is restricted or has longer is told, and one undo brings all back"
  )
  func chosenDay() throws {
    _ = try library.desk.editPatron("HS1", [.className: "12A1", .expiresOn: "2028-01-01"])
    _ = try library.desk.enter(AccountEntry(.charge, Money(dong: 5000), charge: .card), for: "HS3")
    _ = try library.desk.remark(RemarkRequest(card: "HS2", kind: .restriction, text: "x"))
    _ = try library.desk.editPatron("HS4", [.expiresOn: "2026-07-01"])
    _ = try library.desk.editPatron("HS2", [.className: "12A1", .expiresOn: "2026-07-01"])
    _ = try library.desk.editPatron("HS3", [.expiresOn: "2026-07-01"])
    let group = PatronGroup.schoolClass(try #require(SchoolClass("12A1")))
    let day = try #require(CalendarDay(iso: "2027-05-31"))
    guard
      case .changed(let shown) = try library.desk.renewMemberships(
        of: group, MembershipRenewal(until: day), dryRun: true)
    else { throw TestFailure("no preview") }
    #expect(shown.op == nil && shown.changes.map(\.patron.card.text) == ["HS4"])
    let reasons = Dictionary(
      uniqueKeysWithValues: shown.leftOut.map { ($0.patron.card.text, $0.obstacles) })
    #expect(reasons["HS1"] == [.goodAsLong(until: CalendarDay(iso: "2028-01-01"))])
    #expect(reasons["HS2"] == [.restricted(reason: "x")])
    #expect(reasons["HS3"] == [.owes(Money(dong: 5000))])
    guard
      case .changed(let done) = try library.desk.renewMemberships(
        of: group, MembershipRenewal(until: day, includesHeldBack: true)), let op = done.op
    else { throw TestFailure("not renewed") }
    #expect(done.changes.count == 3 && done.leftOut.map(\.patron.card.text) == ["HS1"])
    #expect(try library.desk.patron("HS2")?.patron.expiresOn == day)
    try library.expectFolded()
    _ = try library.desk.undo(op)
    #expect(try library.desk.patron("HS2")?.patron.expiresOn?.iso == "2026-07-01")
    try library.expectFolded()
    #expect(
      try library.desk.renewMemberships(of: group, MembershipRenewal(until: library.desk.today))
        == .refused([.invalidValue(field: "until", typed: "2026-06-10")]))
  }

  @Test("who may not edit patrons changes none of them")
  func permission() throws {
    let helper = try library.addStaff("phu", .helper)
    let year = try #require(SchoolYear("2026"))
    for dryRun in [true, false] {
      #expect(
        try helper.promoteClasses(try moves(), to: year, dryRun: dryRun)
          == .refused([.noPermission(.editPatron)]))
    }
    #expect(try helper.mergePatrons("HS1", "HS2") == .refused([.noPermission(.editPatron)]))
  }

  @Test("two entries become one with loans, money and card, and are parted again")
  func merge() throws {
    _ = try library.desk.setRule(RuleScope(), values: [.finePerDay: 1000, .owedMaximum: 900_000])
    _ = try library.desk.checkOut("VV.1", to: "HS1")
    _ = try library.desk.checkOut("VV.2", to: "HS1")
    try library.clock.set("2026-07-20T08:00:00")
    _ = try library.desk.takeBack("VV.2")
    _ = try library.desk.pay("HS1", amount: Money(dong: 3000))
    let owed = try #require(try library.desk.patron("HS1")).owed
    let before = try library.dump().rows["patron"]
    let outcome = try library.desk.mergePatrons("HS2", "HS1")
    guard case .merged(let merged) = outcome, let op = merged.op else {
      throw TestFailure("\(outcome)")
    }
    #expect(merged.keeper.card.text == "HS2" && merged.gone.card.text == "HS1")
    #expect(merged.loans == 2 && merged.entries == 1)
    let facts = try #require(try library.desk.patron("HS2"))
    #expect(facts.loans == 1 && facts.owed == owed)
    #expect(try library.desk.patron("HS1")?.patron.card.text == "HS2")
    #expect(try library.desk.findPatrons("lan").total == 0)
    guard case .refused(let taken) = try library.desk.enrol(PatronDraft(name: "X Y", card: "HS1"))
    else { throw TestFailure("the card was given again") }
    #expect(taken.map(\.code) == ["cardTaken"])
    try library.expectFolded()

    guard case .undone = try library.desk.undo(op) else { throw TestFailure("not parted") }
    #expect(try library.dump().rows["patron"] == before)
    #expect(try library.desk.findPatrons("lan").total == 1)
    try library.expectFolded()
  }

  @Test("a merge is not undone once the keeper has paid, and other people are not merged")
  func mergeRefused() throws {
    _ = try library.desk.editPatron("HS1", [.born: "2010-02-03"])
    _ = try library.desk.editPatron("HS2", [.born: "2010-04-03"])
    #expect(
      try library.desk.mergePatrons("HS1", "HS2") == .refused([.patronsNotMerged(.bornApart)]))
    #expect(try library.desk.mergePatrons("HS1", "HS1") == .refused([.patronsNotMerged(.same)]))
    #expect(try library.desk.mergePatrons("HS1", "HS9") == .unknown("HS9"))
    guard case .merged(let merged) = try library.desk.mergePatrons("HS3", "HS4"), let op = merged.op
    else {
      throw TestFailure("not merged")
    }
    let paid = try #require(try library.desk.pay("HS3", amount: Money(dong: 1000)).op)
    #expect(try library.desk.undo(op) == .refused([.laterActions([paid])]))
  }

  @Test("entries of the same name and year, or the same telephone, are proposed as one person")
  func twins() throws {
    _ = try library.desk.enrol(PatronDraft(name: "Nguyễn Thị Lan", card: "B1", born: "2010"))
    _ = try library.desk.enrol(PatronDraft(name: "Ng. T. Lan", card: "B2", phone: "0912 345 678"))
    _ = try library.desk.editPatron("HS1", [.born: "2010-02-03", .phone: "0912345678"])
    let twins = try library.desk.twins(of: "HS1")
    #expect(twins.map(\.hit.patron.card.text) == ["B1", "B2"])
    #expect(twins.map(\.sameNameAndBirth) == [true, false])
    #expect(twins.map(\.samePhone) == [false, true])
    #expect(twins.allSatisfy { !$0.sameCitizenCard })
    #expect(try library.desk.twins(of: "HS9").isEmpty)
  }

  @Test(
    "entries of one citizen card are one person for sure and come first; another card or none is none"
  )
  func sameCitizenCard() throws {
    let number = "001087123456"
    func enrol(_ card: String, _ citizen: String?) throws -> OpID {
      var draft = PatronDraft(name: "Nguyễn Văn \(card)", card: card, born: "1987")
      draft.citizenNumber = citizen
      return try library.desk.enrol(draft).op()
    }
    _ = try enrol("C1", number)
    // Two files that were joined, say, may have one person twice.
    _ = try library.desk.enrol(PatronDraft(name: "Nguyễn Văn C2", card: "C2", born: "1987"))
    let key = try #require(
      try library.file.pool.read {
        try String.fetchOne($0, sql: "SELECT citizen_key FROM patron WHERE card = 'C1'")
      })
    _ = try library.save(
      .patronSaved([PatronField.citizenKey.set(key)]), on: library.patron("C2"))
    _ = try library.desk.enrol(PatronDraft(name: "Nguyễn Văn C1", card: "C3", born: "1987"))
    _ = try enrol("C4", "001087654321")
    let twins = try library.desk.twins(of: "C1")
    #expect(twins.map(\.hit.patron.card.text) == ["C2", "C3"])
    #expect(twins.map(\.sameCitizenCard) == [true, false])
    #expect(twins.map(\.sameNameAndBirth) == [false, true])
    #expect(try library.desk.twins(of: "C4").isEmpty)
  }
}
