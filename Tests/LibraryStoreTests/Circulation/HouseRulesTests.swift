import LibraryCore
import LibraryStore
import Testing

@Suite struct HouseRulesTests {
  @Test("a scope has one row: saving it again changes that row, removing and saving brings it back")
  func oneRow() throws {
    let library = try TestLibrary()
    let scope = RuleScope(category: " STAFF ", itemType: "")
    let id = try #require(try library.desk.setRule(scope, values: [.loanDays: 7]).id)
    #expect(try library.desk.setRule(scope, values: [.loanDays: 7]) == .unchanged(id: id))
    #expect(try library.desk.setRule(scope, values: [.loanDays: 9]).id == id)
    #expect(try library.desk.removeRule(id).op != nil)
    #expect(try rows(library).isEmpty)
    #expect(try library.desk.removeRule(id) == .unknown(id.description))
    #expect(try library.desk.setRule(scope, values: [.loanDays: 9]).id == id)
    #expect(try rows(library).map(\.scope) == [RuleScope(category: "STAFF")])
    #expect(try rows(library).map(\.values) == [[.loanDays: 9]])
    try library.expectFolded()
  }

  @Test("a scope may have rows for certain days and collections beside its row for always")
  func datedRows() throws {
    let library = try TestLibrary(today: "2026-11-23")
    try library.addItem("VV.1", [.location: "TN"])
    try library.addPatron("TV1")
    let tet = RulePeriod(from: CalendarDay(iso: "2026-11-20"), to: CalendarDay(iso: "2026-11-23"))
    for (period, days) in [(RulePeriod(), 7), (tet, 30)] {
      _ = try library.desk.setRule(
        RuleScope(collection: "TN"), period, values: [.loanDays: days])
    }
    #expect(
      try library.desk.checkOut("VV.1", to: "TV1", dryRun: true).lent?.due.day.iso == "2026-12-23")
    try library.clock.set("2026-11-24T10:00:00")
    #expect(
      try library.desk.checkOut("VV.1", to: "TV1", dryRun: true).lent?.due.day.iso == "2026-12-01")
    let empty = RulePeriod(from: tet.to, to: tet.from)
    #expect(
      try library.desk.setRule(RuleScope(), empty, values: [.loanDays: 1]).reasons
        == [.periodEmpty(empty)])
    try library.expectFolded()
  }

  @Test("a table gives the matrix its rows at once, and alone where it replaces")
  func table() throws {
    let library = try TestLibrary()
    let table = RuleTable(try library.desk.houseConfiguration().rules)
    let read = try RuleTable.read(
      Array(table.text.utf8), known: library.desk.houseConfiguration().codes
    ).get()
    #expect(Set(read.rows.map(\.key)) == Set(table.rows.map(\.key)))
    guard case .unchanged(let same) = try library.desk.setRules(read, replacing: true) else {
      throw TestFailure("something changed")
    }
    #expect(same.unchanged == table.rows.count)
    let one = RuleTable.Row(scope: RuleScope(category: "CHILD"), values: [.loanDays: 3])
    let comparison = try library.desk.houseConfiguration().comparison(
      setting: [one], on: CalendarDay(number: 20_800))
    #expect(comparison.lines.contains { $0.scope.category == "CHILD" && $0.after.value == 3 })
    #expect(comparison.lines.allSatisfy { $0.scope.category == "CHILD" })
    let before = try library.desk.houseConfiguration().rules
    guard
      case .saved(let changes, let batch, let op) = try library.desk.setRules(
        RuleTable([one]), replacing: true, source: "quy-dinh.csv")
    else { throw TestFailure("nothing was saved") }
    #expect(changes.changed == [one] && changes.removed.count == table.rows.count - 1)
    #expect(try library.desk.houseConfiguration().rules.rows.map(\.values) == [[.loanDays: 3]])
    #expect(try library.desk.batch(batch)?.source == "quy-dinh.csv")
    let helper = try library.addStaff("an", .helper)
    #expect(
      try helper.setRules(RuleTable([one]), replacing: true)
        == .refused([.noPermission(.manageRules)]))
    try library.expectFolded()
    #expect(try library.desk.undo(op).op != nil)
    #expect(try library.desk.houseConfiguration().rules == before)
    try library.expectFolded()
  }

  @Test("a row keeps what a table has no column for, and loses what the table leaves empty")
  func partOfTheColumns() throws {
    let library = try TestLibrary()
    let child = RuleScope(category: "CHILD")
    _ = try library.desk.setRule(
      child, values: [.loanDays: 7, .loansMaximum: 3, .finePerDay: 500])
    let table = try RuleTable.read(
      Array("category,loanDays,finePerDay\nCHILD,9,\n".utf8),
      known: library.desk.houseConfiguration().codes
    ).get()
    guard case .saved(let changes, _, _) = try library.desk.setRules(table, replacing: false) else {
      throw TestFailure("nothing was saved")
    }
    #expect(changes.changed.map(\.values) == [[.loanDays: 9, .loansMaximum: 3]])
    guard case .saved = try library.desk.setRules(table, replacing: true) else {
      throw TestFailure("nothing was saved")
    }
    #expect(try library.desk.houseConfiguration().rules.rows.map(\.values) == [[.loanDays: 9]])
  }

  @Test("a table of rules is not taken back once one of its rows was changed by hand")
  func tableStays() throws {
    let library = try TestLibrary()
    let rows = ["CHILD", "PUPIL"].map {
      RuleTable.Row(scope: RuleScope(category: $0), values: [.loanDays: 3])
    }
    guard case .saved(_, _, let op) = try library.desk.setRules(RuleTable(rows), replacing: false)
    else {
      throw TestFailure("nothing was saved")
    }
    guard
      case .saved(_, let later) = try library.desk.setRule(
        RuleScope(category: "PUPIL"), values: [.loanDays: 4])
    else { throw TestFailure("nothing was saved") }
    #expect(try library.desk.undo(op) == .refused([.laterActions([later])]))
    _ = try library.desk.undo(later)
    #expect(try library.desk.undo(op).op != nil)
    try library.expectFolded()
  }

  @Test("a table with one row that cannot be changes nothing, and tells that row")
  func faultyTable() throws {
    let library = try TestLibrary()
    let rows = [
      RuleTable.Row(scope: RuleScope(category: "CHILD"), values: [.loanDays: 3]),
      RuleTable.Row(
        scope: RuleScope(category: "LUNGTUNG", itemType: "BOOK"), values: [.loansMaximum: 3]),
    ]
    let before = try library.dump()
    guard case .faulty(let faults) = try library.desk.setRules(RuleTable(rows), replacing: false)
    else {
      throw TestFailure("the table was taken")
    }
    #expect(faults.map(\.row) == [1])
    #expect(faults[0].reasons.map(\.code) == ["unknownCode", "valueOverAll"])
    #expect(try library.dump().rows == before.rows)
  }

  @Test("a row of another day or library is compared there, and what both say is told once")
  func comparedThere() throws {
    let library = try TestLibrary()
    let house = try library.desk.houseConfiguration()
    let today = library.desk.today
    let summer = RuleTable.Row(
      scope: RuleScope(category: "CHILD"),
      period: RulePeriod(from: today.adding(days: 100), to: today.adding(days: 130)),
      values: [.loanDays: 30])
    let lines = house.comparison(setting: [summer], on: today).lines
    #expect(!lines.isEmpty && lines.allSatisfy { $0.on == today.adding(days: 100) })
    let branch = RuleTable.Row(
      scope: RuleScope(library: "CN2", category: "CHILD"), values: [.loanDays: 5])
    let there = house.comparison(setting: [branch], on: today).lines
    #expect(!there.isEmpty && there.allSatisfy { $0.scope.library == "CN2" && $0.on == today })
    let general = RuleTable.Row(scope: RuleScope(), values: [.graceDays: 2])
    let once = house.comparison(setting: [general, summer, branch], on: today).lines
    #expect(once.filter { $0.after.parameter == .graceDays }.allSatisfy { $0.on == today })
    #expect(
      once.filter { $0.after.parameter == .graceDays }
        .allSatisfy { $0.scope.library == house.libraryCode })
  }

  /// The rows beside those that every new library has.
  private func rows(_ library: TestLibrary) throws -> [LoanRule] {
    try library.desk.houseConfiguration().rules.rows.filter { row in
      !HouseDefaults.rules.contains { $0.scope == row.scope }
    }
  }

  @Test(
    "values out of range are refused, all of them at once, and without the right nothing is set")
  func refused() throws {
    let library = try TestLibrary()
    let values: [RuleParameter: Int] = [.loanDays: -1, .lendable: 3]
    #expect(
      try library.desk.setRule(RuleScope(), values: values).reasons
        == [.valueOutOfRange(.lendable, 3), .valueOutOfRange(.loanDays, -1)])
    let librarian = try library.addStaff("lan", .librarian)
    let missing: [Refusal] = [.noPermission(.manageRules)]
    #expect(try librarian.setRule(RuleScope(), values: [:]).reasons == missing)
    #expect(try librarian.setSetting("a", "b").reasons == missing)
    #expect(try librarian.setOpeningDay(library.desk.today, isOpen: false).reasons == missing)
    #expect(try librarian.saveTerm(.location, code: "A", name: "B").reasons == missing)
  }

  @Test("a week needs an open day")
  func week() throws {
    let library = try TestLibrary()
    #expect(try library.desk.setOpeningDays([]).reasons == [.noOpenDay])
    #expect(try library.desk.setSetting(HouseSetting.openWeekdays, "18").reasons == [.noOpenDay])
    #expect(try library.desk.setOpeningDays([.sunday, .monday]).op != nil)
    let calendar = try library.desk.houseConfiguration().calendar
    #expect(calendar.openWeekdays == [.monday, .sunday])
  }

  @Test("an opening day set twice alike is written once")
  func openingDay() throws {
    let library = try TestLibrary()
    let day = library.desk.today
    #expect(try library.desk.setOpeningDay(day, isOpen: false, reason: "Mất điện").op != nil)
    #expect(try library.desk.setOpeningDay(day, isOpen: false, reason: "Mất điện").op == nil)
    #expect(try library.desk.houseConfiguration().calendar.isOpen(day) == false)
    #expect(try library.desk.setOpeningDay(day, isOpen: nil).op != nil)
    #expect(try library.desk.houseConfiguration().calendar.isOpen(day))
  }

  @Test("several days are one action, taken back as one, and what stood before comes again")
  func severalDays() throws {
    let library = try TestLibrary()
    let days = (0..<3).map { library.desk.today.adding(days: $0) }
    #expect(try library.desk.setOpeningDay(days[1], isOpen: true, reason: "Mở bù").op != nil)
    let closed = days.map { OpeningDay(day: $0, isOpen: false, reason: "Tết") }
    let op = try #require(try library.desk.setCalendar(closed).op)
    #expect(try library.desk.setCalendar(closed).op == nil)
    #expect(try exceptions(library).map(\.value.reason) == ["Tết", "Tết", "Tết"])
    try library.expectFolded()
    #expect(try library.desk.setOpeningDay(days[2], isOpen: nil).op != nil)
    guard case .refused(let reasons) = try library.desk.undo(op), reasons.count == 1 else {
      Issue.record("a later change of one of the days stands on the op")
      return
    }
    _ = try library.desk.undo()
    _ = try library.desk.undo(op)
    #expect(try exceptions(library).map(\.value.reason) == ["Mở bù"])
    _ = try library.desk.undo()
    #expect(try exceptions(library).isEmpty)
    try library.expectFolded()
  }

  private func exceptions(_ library: TestLibrary) throws
    -> [(key: CalendarDay, value: OpeningCalendar.Exception)]
  {
    try library.desk.houseConfiguration().calendar.exceptions.sorted { $0.key < $1.key }
  }

  @Test("a term is stored composed, and its list keeps it once")
  func terms() throws {
    let library = try TestLibrary()
    let decomposed = "Kho mo\u{31B}\u{309}"
    let id = try library.desk.saveTerm(.location, code: "KM", name: "Kho").id
    #expect(try library.desk.saveTerm(.location, code: " KM", name: decomposed).id == id)
    let terms = try library.desk.houseConfiguration().terms(.location).filter { $0.code == "KM" }
    #expect(terms.map { Array($0.name.utf8) } == [Array("Kho mở".utf8)])
    #expect(try library.desk.removeTerm(.location, code: "KM").id == id)
    #expect(try library.desk.removeTerm(.location, code: "KM") == .unknown("KM"))
    #expect(try library.desk.saveTerm(.location, code: "", name: "x").reasons == [.nameMissing])
  }

  @Test("another process sees a rule at its next action")
  func otherProcess() throws {
    let library = try TestLibrary()
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    let other = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 7))
    let desk = Desk(file: other, staff: library.admin, clock: library.clock)
    #expect(try desk.checkOut("VV.1", to: "TV1", dryRun: true).lent?.due.loanDays == 14)
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 3])
    #expect(try desk.checkOut("VV.1", to: "TV1").lent?.due.loanDays == 3)
  }
}
