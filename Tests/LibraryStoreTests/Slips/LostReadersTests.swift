import LibraryCore
import LibraryStore
import Testing

@Suite("Readers who have to make lost copies good")
struct LostReadersTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-03-02")
    _ = try library.desk.setRule(
      RuleScope(),
      values: [.lostPercent: 200, .processingFee: 10_000, .longOverdueDays: 60, .loanDays: 14])
    for number in 1...4 {
      try library.addItem(
        "VV.\(number)", title: "Sách \(number)", number == 4 ? [:] : [.price: "\(number * 10_000)"])
      try library.addPatron("TV\(number)", name: "Bạn đọc \(number)")
      _ = try library.desk.checkOut("VV.\(number)", to: "TV\(number)")
    }
  }

  private func cards() throws -> [String] { try library.desk.lostReaders().map(\.patron.card.text) }

  private func demand() throws -> LossDemand? {
    try library.desk.lostReaders().first?.matters.first?.demand
  }

  @Test("a declared loss names price, percent and fee, until it is paid, replaced or found")
  func declared() throws {
    #expect(try cards().isEmpty)
    _ = try library.desk.declareLost("VV.1")
    let demand = try #require(try demand())
    #expect(demand.price == Money(dong: 10_000) && demand.percent == 200 && demand.isCharged)
    #expect(demand.charge == Money(dong: 20_000) && demand.fee == Money(dong: 10_000))
    #expect(demand.open == Money(dong: 30_000) && !demand.isPartlyPaid)
    let paid = try #require(try library.desk.pay("TV1", amount: Money(dong: 5_000)).op)
    #expect(try self.demand()?.open == Money(dong: 25_000))
    _ = try library.desk.pay("TV1", amount: Money(dong: 25_000))
    #expect(try cards().isEmpty)
    _ = paid

    _ = try library.desk.declareLost("VV.4", price: Money(dong: 7_000))
    #expect(try self.demand()?.price == Money(dong: 7_000))
    _ = try library.desk.takeBack("VV.4")
    #expect(try cards().isEmpty)
  }

  @Test("a replacement brought leaves the fee alone to be paid")
  func replaced() throws {
    _ = try library.desk.declareLost("VV.2")
    try library.addItem("VV.9")
    #expect(try library.desk.replaceLost("VV.2", with: "VV.9").op != nil)
    #expect(try demand()?.open == Money(dong: 10_000))
  }

  @Test("a loan marked as long overdue is asked for as what it will come to, on the day it turns")
  func longOverdue() throws {
    // Due on 16 March.
    try library.clock.set("2026-05-14T08:00:00")
    #expect(try library.desk.markOverdues() == .nothing)
    try library.clock.set("2026-05-15T08:00:00")
    guard case .marked = try library.desk.markOverdues() else { throw TestFailure("not marked") }
    #expect(try cards() == ["TV1", "TV2", "TV3", "TV4"])
    let readers = try library.desk.lostReaders()
    #expect(readers.map { $0.matters[0].demand?.isCharged } == [false, false, false, false])
    #expect(readers.map(\.charge.dong) == [30_000, 50_000, 70_000, 10_000])
    #expect(readers[3].matters[0].demand?.price == nil)
    _ = try library.desk.claim("VV.1", .returned)
    _ = try library.desk.takeBack("VV.2")
    #expect(try cards() == ["TV3", "TV4"])
  }

  @Test("who was told is not told again; undo takes it back")
  func told() throws {
    _ = try library.desk.declareLost("VV.1")
    let readers = try library.desk.lostReaders(onlyDue: true)
    guard case .recorded(let ops, _) = try library.desk.recordReminders(readers, by: .letter) else {
      throw TestFailure("not recorded")
    }
    #expect(try library.desk.lostReaders(onlyDue: true).isEmpty)
    #expect(try cards() == ["TV1"])
    guard case .undone = try library.desk.undo(ops[0]) else { throw TestFailure("not undone") }
    #expect(try library.desk.lostReaders(onlyDue: true).count == 1)
    try library.expectFolded()
    #expect(try library.file.check().isSound)
  }
}
