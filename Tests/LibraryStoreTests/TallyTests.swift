import LibraryCore
import LibraryStore
import Testing

@Suite struct TallyTests {
  private let day = CalendarDay(number: 20_780)

  @Test("counts add up by kind, audience and subject group, and an undo takes one back")
  func counts() throws {
    let library = try TestLibrary(today: "2026-11-23")
    let desk = library.desk
    for tally in [
      Tally(.visit), Tally(.visit, audience: .child), Tally(.onSite, count: 3, group: 8),
      Tally(.onSite, audience: .child), Tally(.reference), Tally(.trip, count: 2),
    ] {
      guard case .saved = try desk.tally(tally) else { throw TestFailure("not counted") }
    }
    let totals = try desk.tallies(on: day)
    #expect(totals.count(.visit) == 2 && totals.count(.visit, .child) == 1)
    #expect(
      totals.count(.onSite) == 4 && totals.read(group: 8) == 3 && totals.read(group: nil) == 1)
    #expect(totals.count(.reference) == 1 && totals.count(.trip) == 2)
    let outcome = try desk.undo()
    #expect(try desk.tallies(on: day).count(.trip) == 0)
    guard case .undone(_, let op) = outcome else { throw TestFailure("not undone") }
    _ = try desk.undo(op)
    #expect(try desk.tallies(on: day).count(.trip) == 2)
    try library.expectFolded()
  }

  @Test(
    "what cannot be counted is refused",
    arguments: [
      Tally(.visit, count: 0), Tally(.visit, count: 10_001), Tally(.visit, group: 8),
      Tally(.onSite, group: 10), Tally(.onSite, group: -1), Tally(.trip, count: -1),
    ])
  func refused(tally: Tally) throws {
    let library = try TestLibrary(today: "2026-11-23")
    #expect(try library.desk.tally(tally).reasons?.map(\.code) == ["invalidValue"])
    #expect(try library.count("SELECT count(*) FROM tally") == 0)
  }

  @Test("a helper counts today; another day needs the right to back-date")
  func rights() throws {
    let library = try TestLibrary(today: "2026-11-23")
    let helper = try library.addStaff("an", .helper)
    #expect(try helper.tally(Tally(.visit)).op != nil)
    let yesterday = Tally(.visit, day: day.adding(days: -1))
    #expect(try helper.tally(yesterday).reasons == [.noPermission(.backdate)])
    #expect(try library.desk.tally(yesterday).op != nil)
    _ = try library.desk(at: "2026-11-20T09:00:00").tally(Tally(.visit))
    #expect(
      try library.desk.tallies(on: try #require(CalendarDay(iso: "2026-11-20"))).count(.visit) == 1)
    #expect(try library.desk.tallies(on: day).count(.visit) == 1)
  }

  @Test("nothing is counted for a day to come")
  func ahead() throws {
    let library = try TestLibrary(today: "2026-11-23")
    let tomorrow = Tally(.visit, count: 3, day: CalendarDay(iso: "2026-11-24"))
    guard case .refused(let reasons) = try library.desk.tally(tomorrow) else {
      throw TestFailure("counted")
    }
    #expect(reasons.map(\.code) == ["momentAhead"])
  }

  @Test("the diary of a day is what the desk did and what was counted")
  func diary() throws {
    let library = try TestLibrary(today: "2026-11-22")
    let desk = library.desk
    for barcode in ["VV.1", "VV.2", "VV.3"] { try library.addItem(barcode) }
    try library.addItem("BC.1", [.type: "MAGAZINE"])
    try library.addPatron("TV1", [.enrolledOn: "2026-11-23", .born: "1990"])
    try library.addPatron("TV2", [.enrolledOn: "2026-11-22", .born: "2015-01-01"])
    _ = try desk.checkOut("VV.3", to: "TV2")
    try library.clock.set("2026-11-23T09:00:00")
    for barcode in ["VV.1", "BC.1"] { _ = try desk.checkOut(barcode, to: "TV1") }
    _ = try desk.takeBack("VV.3")
    let voided = try #require(try desk.checkOut("VV.2", to: "TV2").lent?.op)
    _ = try desk.undo(voided)
    _ = try desk.tally(Tally(.visit, count: 4, audience: .child))
    _ = try desk.tally(Tally(.onSite, count: 2, group: 8))
    let days = try desk.diary(from: day.adding(days: -1), to: day)
    #expect(days.map(\.day) == [day.adding(days: -1), day])
    let today = try #require(days.last)
    #expect(today.newCards == 1 && today.served == [.adult: 1, .child: 1])
    #expect(today.visits() == 6 && today.visits(.child) == 5)
    #expect(today.loans == [.adult: 2] && today.magazines == 1)
    #expect(today.circulation() == 4 && today.circulation(group: 8) == 2)
    #expect(today.circulation(group: nil) == 2)
    #expect(days[0].loans == [.child: 1] && days[0].newCards == 1)
    #expect(try desk.diary(from: day.adding(days: 1), to: day.adding(days: 9)).isEmpty)
  }

  @Test("events have a kind of the list and the number of people who came")
  func events() throws {
    let library = try TestLibrary(today: "2026-11-23")
    let desk = library.desk
    _ = try desk.tally(Tally(.event, count: 2, audience: .child, form: "STORY", attendance: 60))
    let other = try #require(try desk.tally(Tally(.event, attendance: 10)).op)
    let totals = try desk.tallies(on: day)
    #expect(totals.count(.event) == 3 && totals.attendance == 70)
    #expect(totals.events["STORY"] == TallyTotals.Events(count: 2, attendance: 60))
    for wrong in [
      Tally(.event, form: "PARTY"), Tally(.visit, form: "STORY"), Tally(.visit, attendance: 3),
      Tally(.event, attendance: -1),
    ] {
      #expect(try desk.tally(wrong).reasons?.map(\.code) == ["invalidValue"])
    }
    _ = try desk.undo(other)
    #expect(try desk.diary(from: day, to: day).first?.tallies.attendance == 60)
    try library.expectFolded()
  }

  @Test("the diary parts readers by occupation, and what they read by language")
  func parts() throws {
    let library = try TestLibrary(today: "2026-11-23")
    let desk = library.desk
    try library.addItem("VV.1")
    try library.addItem("VV.2", language: "eng")
    try library.addPatron("TV1", [.occupation: "FARMER"])
    try library.addPatron("TV2", [.category: "PUPIL"])
    try library.addPatron("TV3")
    _ = try desk.checkOut("VV.1", to: "TV1")
    _ = try desk.checkOut("VV.2", to: "TV2", onSite: true)
    _ = try desk.takeBack("VV.1")
    _ = try desk.checkOut("VV.1", to: "TV3")
    let today = try #require(try desk.diary(from: day, to: day).first)
    #expect(today.servedByOccupation == ["FARMER": 1, "STUDENT": 1, nil: 1])
    #expect(today.readByLanguage == [nil: 2, "eng": 1])
  }

  @Test("a library of an older program learns the languages of its records")
  func languages() throws {
    let library = try TestLibrary(today: "2026-11-23")
    try library.addItem("VV.1", language: "fre")
    try library.forgetMigrations(behind: 20)
    let file = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 3))
    #expect(try library.count("SELECT count(*) FROM record WHERE language = 'fre'") == 1)
    #expect(try file.check().findings == [])
  }
}
