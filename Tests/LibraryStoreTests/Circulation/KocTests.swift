import LibraryCore
import LibraryStore
import Testing

@Suite struct KocTests {
  private func library() throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    try library.clock.set("2026-11-23T08:00:00")
    for barcode in ["VV.1", "VV.2", "VV.3"] { try library.addItem(barcode) }
    for card in ["TV1", "TV2"] { try library.addPatron(card) }
    return library
  }

  private func take(
    _ lines: String..., in library: TestLibrary, again: Bool = false
  ) throws -> KocReport {
    let text = (["Version=1.0"] + lines).joined(separator: "\n")
    return try library.desk.takeKoc(
      KocFile(reading: Array(text.utf8)), reason: "mất mạng", again: again)
  }

  private let day = [
    "2026-11-20 08-00-00 1\tissue\tTV1\tVV.1", "2026-11-20 08-01-00 1\tissue\tTV1\tVV.2",
    "2026-11-20 09-00-00 1\treturn\tVV.1", "2026-11-20 10-00-00 1\tissue\tTV1\tVV.2",
    "2026-11-20 11-00-00 1\tpayment\tTV1\t5000.00",
  ]

  @Test("a day offline is taken at its own moments; the same patron's loan again is a renewal")
  func takes() throws {
    let library = try library()
    let report = try take(day[0], day[1], day[2], day[3], day[4], in: library)
    #expect(
      report.lines.map(\.outcome.code) == [.lent, .lent, .returned, .renewed, .paid])
    let loans = try library.desk.loans(of: library.patron("TV1"), includeReturned: true)
    #expect(Set(loans.map(\.lentAt.day.iso)) == ["2026-11-20"])
    #expect(try library.count("SELECT owed FROM patron WHERE card = 'TV1'") == -5000)
    try library.expectFolded()
  }

  @Test("a file taken again changes nothing, not even one whose loan was taken back since")
  func replay() throws {
    let library = try library()
    let first = try take(day[0], day[1], day[2], day[3], day[4], in: library)
    guard case .paid(_, _, let payment) = first.lines[4].outcome else {
      throw TestFailure("not paid")
    }
    _ = try library.desk.undo(payment)
    let ops = try library.count("SELECT count(*) FROM op")
    let again = try take(day[0], day[1], day[2], day[3], day[4], in: library)
    #expect(again.lines.prefix(4).allSatisfy { $0.outcome == .alreadyTaken })
    #expect(again.lines[4].outcome == .undoneSince)
    #expect(try library.count("SELECT count(*) FROM op") == ops)
  }

  @Test("blocks that staff may lift are lifted and written down; what nobody may lift is told")
  func blocks() throws {
    let library = try library()
    try library.save(
      .patronSaved([PatronField.status.set("blocked")]), on: library.patron("TV2"))
    try library.setStatus(.withdrawn, of: "VV.3")
    let report = try take(
      "2026-11-20 08-00-00 1\tissue\tTV2\tVV.1", "2026-11-20 08-00-01 1\tissue\tTV1\tVV.3",
      "2026-11-20 08-00-02 1\tissue\tTV9\tVV.2", "2026-11-20 08-00-03 1\treturn\tXX.9",
      "2026-11-20 08-00-04 1\treturn\tVV.2", in: library)
    #expect(
      report.lines.map(\.outcome.code)
        == [.lent, .refused, .unknownPatron, .unknownItem, .notOnLoan])
    guard case .lent(let lent) = report.lines[0].outcome else { throw TestFailure("not lent") }
    #expect(lent.overrode.map(\.code) == ["patronBlocked"])
    #expect(report.lines.filter(\.outcome.needsAttention).count == 4)
  }

  @Test("a copy that somebody borrowed since stays with that person, and the line is told")
  func newer() throws {
    let library = try library()
    _ = try library.desk.checkOut("VV.1", to: "TV2")
    let report = try take(day[0], day[2], in: library)
    #expect(report.lines.map(\.outcome.code) == [.newerLoan, .newerLoan])
    #expect(try library.item("VV.1").loan?.card == CardNumber("TV2"))
    let helper = try library.addStaff("an", .helper)
    let refused = try helper.takeKoc(
      KocFile(reading: Array(("Version=1.0\n" + day[1]).utf8)), reason: "x")
    #expect(refused.lines.map(\.outcome) == [.refused([.noPermission(.backdate)])])
  }

  @Test("what a desk did goes out as a file, and taken elsewhere it is the same day there")
  func export() throws {
    let here = try library()
    try here.clock.set("2026-11-23T08:00:00")
    _ = try here.desk.checkOut("VV.1", to: "TV1")
    try here.clock.set("2026-11-23T08:05:00")
    _ = try here.desk.takeBack("VV.1")
    let undone = try #require(try here.desk.checkOut("VV.3", to: "TV1").lent?.op)
    _ = try here.desk.undo(undone)
    try here.clock.set("2026-11-23T08:10:00")
    _ = try here.desk.checkOut("VV.2", to: "TV2")
    _ = try here.desk.pay("TV1", amount: Money(dong: 3000))
    let today = here.desk.today
    let file = try here.desk.koc(from: today, to: today)
    #expect(file.transactions.count == 4)
    let there = try library()
    try there.clock.set("2026-11-23T09:00:00")
    let report = try there.desk.takeKoc(
      KocFile(reading: Array(file.text.utf8)), reason: "mất mạng")
    #expect(report.lines.map(\.outcome.code) == [.lent, .returned, .lent, .paid])
    #expect(try there.item("VV.2").loan?.card == CardNumber("TV2"))
    let again = try here.desk.takeKoc(KocFile(reading: Array(file.text.utf8)), reason: "x")
    #expect(again.lines.allSatisfy { $0.outcome == .alreadyTaken })
    #expect(
      try here.desk.koc(from: today.adding(days: 1), to: today.adding(days: 9)).transactions == [])
  }

  @Test("what a desk did goes back into it without a second renewal, in the order of its moments")
  func ownExport() throws {
    let library = try library()
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    library.clock.move(minutes: 30)
    _ = try library.desk.renew("VV.1", override: "gọi điện")
    library.clock.move(minutes: 30)
    _ = try library.desk.acting(at: Moment(iso: "2026-11-20T09:00:00"))
      .checkOut("VV.2", to: "TV2")
    let today = library.desk.today
    let file = try library.desk.koc(from: today, to: today)
    #expect(file.transactions.map(\.at) == file.transactions.map(\.at).sorted())
    #expect(file.transactions.first?.at.day.iso == "2026-11-20")
    let ops = try library.count("SELECT count(*) FROM op")
    let again = try library.desk.takeKoc(KocFile(reading: Array(file.text.utf8)), reason: "x")
    #expect(again.lines.count == 3 && again.lines.allSatisfy { $0.outcome == .alreadyTaken })
    #expect(try library.count("SELECT count(*) FROM op") == ops)
  }

  @Test(
    "a moment to come, or of before the library, is a fault of its line and nothing of it is taken")
  func moments() throws {
    let library = try library()
    let report = try take(
      "2099-01-01 08-00-00 1\tissue\tTV1\tVV.1", "2026-11-20 08-00-00 1\tissue\tTV1\tVV.2",
      "1999-01-01 08-00-00 1\tpayment\tTV1\t5000", in: library)
    #expect(report.faults.map(\.line) == [2, 4])
    #expect(report.lines.map(\.outcome.code) == [.lent])
    #expect(try library.item("VV.1").loan == nil)
    #expect(try library.count("SELECT owed FROM patron WHERE card = 'TV1'") == 0)
  }

  @Test("whose loan a line ends is told, and all that a file brought goes back together")
  func undone() throws {
    let library = try library()
    let early = library.desk.acting(at: Moment(iso: "2026-11-18T09:00:00"))
    _ = try early.checkOut("VV.1", to: "TV2")
    let report = try take(day[0], day[1], day[2], day[4], in: library)
    #expect(report.lines[0].outcome.endedLoan?.card == CardNumber("TV2"))
    #expect(report.lines[1].outcome.endedLoan == nil)
    #expect(report.ops.count == 4)
    let outcomes = try library.desk.undo(all: report.ops)
    #expect(outcomes.allSatisfy { if case .undone = $0 { true } else { false } })
    #expect(try library.item("VV.1").loan?.card == CardNumber("TV2"))
    #expect(try library.item("VV.2").loan == nil)
    // Undone it stays, until it is asked for again.
    let kept = try take(day[0], day[1], day[4], in: library)
    #expect(kept.ops.isEmpty && kept.lines[0].outcome == .undoneSince)
    let again = try take(day[0], day[1], day[2], day[4], in: library, again: true)
    #expect(again.lines.map(\.outcome.code) == [.lent, .lent, .returned, .paid])
    try library.expectFolded()
  }
}
