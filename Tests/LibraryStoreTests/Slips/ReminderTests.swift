import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Readers who are reminded")
struct ReminderTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    for number in 1...3 {
      try library.addItem("VV.\(number)", title: "Sách \(number)")
      try library.addPatron("TV\(number)", name: "Bạn đọc \(number)", [.phone: "090\(number)"])
    }
    _ = try library.desk.checkOut("VV.1", to: "TV1", due: RequestedDue("2026-11-10"))
    _ = try library.desk.checkOut("VV.2", to: "TV1", due: RequestedDue("2026-11-16"))
    _ = try library.desk.checkOut("VV.3", to: "TV2", due: RequestedDue("2026-11-20"))
  }

  private func record(_ readers: [ReminderReader]) throws -> [OpID] {
    guard case .recorded(let ops, _) = try library.desk.recordReminders(readers, by: .letter) else {
      throw TestFailure("not recorded")
    }
    return ops
  }

  @Test(
    "a reader is late from the first step on, on the day it turns, and the letter names every overdue copy"
  )
  func late() throws {
    try library.clock.set("2026-11-16T08:00:00")
    #expect(try library.desk.overdueReaders().isEmpty)
    try library.clock.set("2026-11-17T08:00:00")
    let readers = try library.desk.overdueReaders()
    #expect(readers.map(\.patron.card.text) == ["TV1"])
    #expect(readers[0].matters.map(\.daysLate) == [7, 1])
    #expect(readers[0].matters.map(\.level) == [1, 0])
    #expect(readers[0].phone == "0901")
    #expect(try library.desk.overdueReaders(days: 8).isEmpty)
    #expect(try library.desk.dueSoonReaders(days: 2).isEmpty)
    #expect(try library.desk.dueSoonReaders(days: 3).map(\.patron.card.text) == ["TV2"])
  }

  @Test("a loan that was renewed begins with its first notice again")
  func renewed() throws {
    try library.clock.set("2026-11-27T08:00:00")
    let first = try #require(try library.desk.overdueReaders().first)
    _ = try record([first])
    #expect(try library.desk.overdueReaders(onlyDue: true).allSatisfy { $0.patron != first.patron })
    for matter in first.matters {
      _ = try library.desk.renew(matter.item.barcode.text, override: "theo yêu cầu")
    }
    try library.clock.set("2026-12-20T08:00:00")
    let again = try #require(
      try library.desk.overdueReaders(onlyDue: true).first { $0.patron == first.patron })
    #expect(again.matters.allSatisfy { $0.sent == 0 } && again.level == 1)
  }

  @Test("nobody is asked for what they claim to have brought back")
  func claimed() throws {
    try library.clock.set("2026-11-17T08:00:00")
    let reader = try #require(try library.desk.overdueReaders().first)
    for matter in reader.matters {
      _ = try library.desk.claim(matter.item.barcode.text, .returned)
    }
    #expect(try library.desk.overdueReaders(days: 0).allSatisfy { $0.patron != reader.patron })
  }

  @Test("a loan of hours is overdue, and due for its first notice, the minute after its time")
  func hours() throws {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("MT.1", title: "Máy tính", [.type: "EQUIPMENT"])
    try library.addPatron("TV1")
    _ = try library.desk.saveTerm(.itemType, code: "EQUIPMENT", name: "thiết bị")
    _ = try library.desk.setRule(
      RuleScope(itemType: "EQUIPMENT"), values: [.loanHours: 3, .finePerHour: 2000])
    _ = try library.desk.checkOut("MT.1", to: "TV1")
    try library.clock.set("2026-11-02T11:00:00")
    #expect(try library.desk.overdueReaders().isEmpty)
    #expect(try library.desk.overdueReaders(days: 0).isEmpty)
    #expect(try library.desk.dueSoonReaders(days: 0).count == 1)
    try library.clock.set("2026-11-02T11:01:00")
    #expect(try library.desk.dueSoonReaders(days: 3).isEmpty)
    #expect(try library.desk.overdueReaders(days: 1).isEmpty)
    #expect(try library.desk.overdueReaders(days: 0).count == 1)
    try library.clock.set("2026-11-02T13:05:00")
    let reader = try #require(try library.desk.overdueReaders(onlyDue: true).first)
    #expect(reader.level == 1 && reader.isDue && reader.charge == Money(dong: 4000))
    #expect(reader.matters.map(\.minutesLate) == [125])
    #expect(reader.matters.map(\.due.time) == [TimeOfDay("11:00")])
    _ = try library.desk.recordReminders([reader], by: .phone)
    #expect(try library.desk.overdueReaders(onlyDue: true).isEmpty)
    #expect(try library.desk.overdueReaders().count == 1)
  }

  @Test("a loan of days that ends at a time waits for the days of the first notice")
  func dueTime() throws {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 7, .dueTime: 17 * 60])
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-09T17:01:00")
    #expect(try library.desk.overdueReaders().isEmpty)
    #expect(try library.desk.overdueReaders(days: 0).first?.matters.map(\.minutesLate) == [1])
    try library.clock.set("2026-11-16T08:00:00")
    #expect(try library.desk.overdueReaders().first?.level == 1)
  }

  @Test("who was reminded is not due again before the next step; undo takes the reminder back")
  func sent() throws {
    try library.clock.set("2026-11-17T08:00:00")
    let ops = try record(try library.desk.overdueReaders(onlyDue: true))
    #expect(ops.count == 1)
    #expect(try library.desk.overdueReaders(onlyDue: true).isEmpty)
    #expect(try library.desk.overdueReaders().map(\.matters).first?.map(\.sent) == [1, 1])
    try library.clock.set("2026-11-24T08:00:00")
    let second = try library.desk.overdueReaders(onlyDue: true)
    #expect(second.first?.level == 2)
    let later = try record(second)
    guard case .refused(let reasons) = try library.desk.undo(ops[0]) else {
      throw TestFailure("the first notice was taken back under the second")
    }
    #expect(reasons == [.laterActions(later)])
    guard case .undone = try library.desk.undo(later[0]) else { throw TestFailure("not undone") }
    #expect(try library.desk.overdueReaders(onlyDue: true).first?.level == 2)
    guard case .undone(_, let undo) = try library.desk.undo(ops[0]) else {
      throw TestFailure("not undone")
    }
    #expect(try library.desk.overdueReaders().first?.matters.map(\.sent) == [0, 0])
    guard case .undone = try library.desk.undo(undo) else { throw TestFailure("not redone") }
    #expect(try library.desk.overdueReaders().first?.matters.map(\.sent) == [1, 1])
    try library.expectFolded()
    #expect(try library.file.check().isSound)
  }

  private var levels: [[Int]] {
    get throws { try library.desk.overdueReaders(days: 1).map { $0.matters.map(\.sent) } }
  }

  @Test("one undo takes back what was noted for many readers, and undoing that notes it again")
  func together() throws {
    try library.clock.set("2026-12-01T08:00:00")
    let readers = try library.desk.overdueReaders(days: 1)
    guard
      case .recorded(let ops, let together?) = try library.desk.recordReminders(
        readers, by: .letter)
    else { throw TestFailure("not recorded") }
    #expect(ops.count == 2 && !ops.contains(together))
    #expect(try levels == [[2, 2], [1]])
    guard case .undone(together, let undo) = try library.desk.undo() else {
      throw TestFailure("not taken back as one")
    }
    #expect(try levels == [[0, 0], [0]])
    #expect(try library.desk.undo(ops[0]) != .undone(ops[0], op: undo))
    #expect(try library.desk.undo(undo).op != nil)
    #expect(try levels == [[2, 2], [1]])
    try library.expectFolded()
    #expect(try library.file.check().isSound)
  }

  @Test("one reader's notice of many may go alone, and the rest go together later")
  func alone() throws {
    try library.clock.set("2026-12-01T08:00:00")
    let ops = try record(try library.desk.overdueReaders(days: 1))
    #expect(try library.desk.undo(ops[1]).undone == ops[1])
    #expect(try levels == [[2, 2], [0]])
    #expect(try library.desk.undo().op != nil)
    #expect(try levels == [[0, 0], [0]])
    #expect(try library.desk.undo(ops[1]).op == nil)
    try library.expectFolded()
  }

  @Test("notices of many are kept together where one reader had a later one")
  func laterOne() throws {
    try library.clock.set("2026-11-24T08:00:00")
    let readers = try library.desk.overdueReaders(days: 1)
    guard case .recorded(_, let together?) = try library.desk.recordReminders(readers, by: .letter)
    else { throw TestFailure("not recorded") }
    let later = try record(Array(readers.prefix(1)))
    #expect(try library.desk.undo(together) == .refused([.laterActions(later)]))
    #expect(try library.desk.undo().undone == later[0])
    #expect(try library.desk.undo().undone == together)
  }

  @Test("a visit taken back takes this reader's notice, and leaves those of the others")
  func visit() throws {
    try library.clock.set("2026-12-01T08:00:00")
    _ = try record(try library.desk.overdueReaders(days: 1))
    guard case .undone(let visit) = try library.desk.undo(.visit, of: "TV1") else {
      throw TestFailure("not taken back")
    }
    #expect(visit.lines.count == 1)
    #expect(try levels == [[0, 0], [1]])
    try library.expectFolded()
  }

  @Test("a reminder stands in the reader's own history")
  func history() throws {
    try library.clock.set("2026-11-17T08:00:00")
    let readers = try library.desk.overdueReaders()
    let ops = try record(readers)
    let entries = try library.desk.history(of: readers[0].patron.id)
    #expect(entries.first?.op.id == ops[0])
    #expect(entries.first?.subject == .patron(readers[0].patron))
  }

  @Test("who may not edit patrons records no reminder")
  func permission() throws {
    try library.clock.set("2026-11-17T08:00:00")
    let helper = try library.addStaff("phu", .helper)
    #expect(
      try helper.recordReminders(try helper.overdueReaders(), by: .phone)
        == .refused([.noPermission(.editPatron)]))
  }

  @Test("a setting of slips takes only what can be meant")
  func settings() throws {
    for (name, value) in [
      (HouseSetting.slipPrinter, "máy in"), (HouseSetting.slipPrinter, "lp:"),
      (HouseSetting.slipPrinter, "host:0"), (HouseSetting.slipLetters, "31"),
      (HouseSetting.slipPaper, "70"), (HouseSetting.slipAutomatic, "có"),
      (HouseSetting.reminderSteps, "14,7"),
    ] {
      #expect(
        try library.desk.setSetting(name, value).reasons
          == [.invalidValue(field: name, typed: value)])
    }
    _ = try library.desk.setSetting(HouseSetting.slipPrinter, "192.168.1.9:9100").op()
    _ = try library.desk.setSetting(HouseSetting.reminderSteps, "3,10").op()
    let house = try library.desk.houseConfiguration()
    #expect(house.slipSettings.printer == .network(host: "192.168.1.9", port: 9100))
    #expect(house.slipSettings.letters == .raster && house.slipSettings.paper == .wide)
    #expect(house.reminderSteps.days == [3, 10])
  }

  @Test(
    "a house's template is the rules' keeper's to change, and undo brings the built-in one back")
  func template() throws {
    let named = NamedText(.slip, name: SlipKind.checkout.rawValue, text: "{library}\n")
    let helper = try library.addStaff("phu", .helper)
    #expect(try helper.saveNamedText(named).reasons == [.noPermission(.manageRules)])
    let op = try library.desk.saveNamedText(named).op()
    #expect(try library.desk.namedText(.slip, "checkout") == "{library}\n")
    guard case .undone = try library.desk.undo(op) else { throw TestFailure("not undone") }
    #expect(try library.desk.namedText(.slip, "checkout") == nil)
    try library.expectFolded()
  }

  @Test("a pupil stands under the class, anybody else under the category")
  func classes() throws {
    let library = try TestLibrary(today: "2026-11-02")
    for (number, schoolClass) in [(1, "7B"), (2, "6A"), (3, nil)] as [(Int, String?)] {
      try library.addItem("VV.\(number)")
      try library.addPatron("HS\(number)", schoolClass.map { [.className: $0] } ?? [:])
      _ = try library.desk.checkOut("VV.\(number)", to: "HS\(number)")
    }
    try library.clock.set("2026-12-10T08:00:00")
    #expect(try library.desk.overdueReaders().map(\.group) == ["6A", "7B", "người lớn"])
  }
}
