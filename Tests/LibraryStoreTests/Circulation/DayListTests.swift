import GRDB
import LibraryCore
import LibraryStore
import Testing

@Suite struct DayListTests {
  @Test("the day's list tells what was done, to what, for whom and by whom, the newest first")
  func today() throws {
    let library = try TestLibrary(today: "2026-11-22")
    try library.addItem("VV.1")
    try library.addItem("VV.2")
    try library.addPatron("TV1")
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    try library.clock.set("2026-11-23T00:00:00")
    let helper = try library.addStaff("an", .helper)
    let lent = try #require(try helper.checkOut("VV.1", to: "TV1").lent)
    _ = try library.desk.renew("VV.1", override: "gọi điện")
    _ = try library.desk.takeBack("VV.2")
    _ = try library.desk.pay("TV1", amount: Money(dong: 2000))
    _ = try library.desk.undo()
    _ = try library.desk.setSetting("a.note", "x")
    let entries = try library.desk.today()
    #expect(entries.map(\.action) == [.entryVoided, .paid, .returned, .renewed, .lent])
    #expect(entries.map(\.isUndone) == [false, true, false, false, false])
    #expect(entries.map(\.staff) == ["admin", "admin", "admin", "admin", "an"])
    #expect(entries.map(\.item?.barcode.text) == [nil, nil, "VV.2", "VV.1", "VV.1"])
    #expect(entries.allSatisfy { $0.patron?.card == CardNumber("TV1") })
    #expect(entries.last?.due == lent.due.due && entries.last?.op == lent.op)
    #expect(entries.prefix(2).map(\.amount?.dong) == [2000, 2000])
    #expect(try library.desk.today(limit: 2).count == 2)
    try library.clock.set("2026-11-24T08:00:00")
    #expect(try library.desk.today().isEmpty)
  }

  @Test("what was written down later stands on its own day and on the day it was written")
  func statedActs() throws {
    let library = try TestLibrary(today: "2026-11-20")
    for number in 1...3 { try library.addItem("VV.\(number)") }
    try library.addPatron("TV1")
    try library.clock.set("2026-11-23T09:00:00")
    let earlier = library.desk.acting(at: Moment(iso: "2026-11-20T15:30:00"))
    let lent = try #require(try earlier.checkOut("VV.1", to: "TV1").lent?.op)
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    _ = try earlier.pay("TV1", amount: Money(dong: 3000))
    let sameDay = library.desk.acting(at: Moment(iso: "2026-11-23T08:10:00"))
    _ = try sameDay.checkOut("VV.3", to: "TV1")
    let day = try #require(CalendarDay(iso: "2026-11-20"))
    let then = try library.desk.history(ofDay: day)
    #expect(then.map(\.action) == [.paid, .lent] || then.map(\.action) == [.lent, .paid])
    #expect(then.allSatisfy { $0.statedAt?.clock == "15:30" && $0.at.day != day })
    let today = try library.desk.today()
    #expect(today.filter { $0.statedAt != nil }.count == 2)
    #expect(today.count == 4 && Set(today.map(\.op)).count == 4)
    _ = try library.desk.undo(lent)
    #expect(try library.desk.history(ofDay: day).first { $0.op == lent }?.isUndone == true)
    #expect(try library.file.check().findings == [])
    try library.file.pool.write { try $0.execute(sql: "DELETE FROM stated_act") }
    #expect(try library.file.check().findings != [])
  }

  @Test("a library of an older version learns what was written down later")
  func statedActsOfOld() throws {
    let library = try TestLibrary(today: "2026-11-20")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    try library.clock.set("2026-11-23T09:00:00")
    let earlier = library.desk.acting(at: Moment(iso: "2026-11-20T15:30:00"))
    _ = try earlier.checkOut("VV.1", to: "TV1")
    try library.forgetMigrations(behind: 24)
    let file = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 2))
    let desk = Desk(file: file, staff: EntityID(rawValue: 2), clock: library.clock)
    let entries = try desk.history(ofDay: CalendarDay(iso: "2026-11-20"))
    #expect(entries.map(\.action) == [.lent])
    #expect(try file.check().findings == [])
  }

  @Test("damage has its line, for whom and what to do with the copy, and is taken back from there")
  func damage() throws {
    let library = try TestLibrary(today: "2026-11-22")
    for barcode in ["VV.1", "VV.2", "VV.3"] { try library.addItem(barcode) }
    try library.addPatron("TV1")
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.takeBack("VV.1", damage: Damage("rách bìa"))
    _ = try library.desk.reportDamage("VV.2", note: "ướt")
    _ = try library.desk.reportDamage("VV.1", note: "mất trang", charging: Money(dong: 5000))
    var entries = try library.desk.today()
    #expect(entries.map(\.action) == [.charged, .damaged, .damaged, .damaged, .returned, .lent])
    #expect(entries.map(\.item?.barcode.text) == [nil, "VV.1", "VV.2", "VV.1", "VV.1", "VV.1"])
    let cards = ["TV1", "TV1", nil, "TV1", "TV1", "TV1"]
    #expect(entries.map(\.patron?.card.text) == cards)
    #expect(entries[1...3].allSatisfy { $0.errand == .aside(.damaged) })
    #expect(try library.desk.undo(entries[1].op).op != nil)
    #expect(try library.item("VV.1").item.note == "rách bìa")
    entries = try library.desk.today()
    #expect(entries.map(\.action).prefix(2) == [.entryVoided, .damageUndone])
    #expect(entries[1].patron?.card.text == "TV1" && entries[3].isUndone)
  }

  @Test("a patron's loans come by due date, their history newest first")
  func loans() throws {
    let library = try TestLibrary(today: "2026-11-02")
    for number in 1...3 { try library.addItem("VV.\(number)", title: "Tập \(number)") }
    try library.addPatron("TV1")
    let later = try #require(RequestedDue("2026-12-24"))
    _ = try library.desk.checkOut("VV.1", to: "TV1", due: later)
    _ = try library.desk.checkOut("VV.2", to: "TV1")
    _ = try library.desk.checkOut("VV.3", to: "TV1")
    _ = try library.desk.undo()
    try library.clock.set("2026-11-17T08:00:00")
    let patron = try library.patron("TV1")
    let running = try library.desk.loans(of: patron)
    #expect(running.map(\.barcode) == ["VV.2", "VV.1"])
    #expect(running.map(\.title) == ["Tập 2", "Tập 1"])
    #expect(running.map(\.isOverdue) == [true, false])
    _ = try library.desk.takeBack("VV.2")
    let all = try library.desk.loans(of: patron, includeReturned: true)
    #expect(all.map(\.barcode) == ["VV.2", "VV.1"])
    #expect(all.map(\.isOverdue) == [false, false])
    #expect(all.map(\.lateDays) == [1, 0])
    #expect(try library.desk.loans(of: patron, includeReturned: true, offset: 1).count == 1)
  }

  @Test("one line takes a card and a label, and says when a code is both")
  func look() throws {
    let library = try TestLibrary()
    try library.addItem("100")
    try library.addPatron("100")
    guard case .both = try library.desk.look(" 100 ") else { throw TestFailure("not both") }
    guard case .patron = try library.desk.look("100", preferring: .card) else {
      throw TestFailure("no card")
    }
    guard case .item = try library.desk.look("100", preferring: .label) else {
      throw TestFailure("no label")
    }
    #expect(try library.desk.look("truyện kiều") == .nothing)
    #expect(try library.desk.look(String(repeating: "9", count: 10_000)) == .nothing)
  }

  @Test("the log names what each op is about, who did it and what took it back")
  func log() throws {
    let library = try TestLibrary()
    let item = try library.addItem("VV.1", title: "Dế Mèn phiêu lưu ký")
    try library.addPatron("TV1")
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV1").lent?.op)
    let undone = try #require(try library.desk.undo().op)
    let entries = try library.desk.log(limit: 5)
    #expect(entries.map(\.op.id).prefix(2) == [undone, lent])
    #expect(entries[1].undoneBy == undone && !entries[0].isUndone)
    #expect(entries[1].staff == "admin" && entries[1].patron?.card == CardNumber("TV1"))
    guard case .item(let line) = entries[1].subject, case .patron = entries[2].subject,
      case .record(let title) = entries[4].subject
    else { throw TestFailure("other subjects") }
    #expect(line.title == "Dế Mèn phiêu lưu ký" && title == "Dế Mèn phiêu lưu ký")
    #expect(try library.desk.history(of: item).count == 3)
    #expect(try library.desk.log(limit: 1000).last?.subject == .house)
    try library.clock.set("2026-12-01T08:00:00")
    let since = library.desk.now
    #expect(try library.desk.log(since: since).isEmpty)
  }
}
