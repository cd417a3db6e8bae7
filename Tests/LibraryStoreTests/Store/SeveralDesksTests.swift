import Foundation
import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct SeveralDesksTests {
  @Test(
    "two desks that lend the same copies at once: each is lent once, and the other desk is told")
  func sameCopies() throws {
    let copies = 200
    let library = try TestLibrary()
    _ = try library.desk.setRule(RuleScope(), values: [.loansMaximum: 1000])
    for number in 1...copies { try library.addItem("VV.\(number)") }
    try library.addPatron("TV1")
    try library.addPatron("TV2", name: "Trần Văn Bình")
    let opsBefore = try library.count("SELECT count(*) FROM op")
    let other = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 2))
    let desks = [library.desk, Desk(file: other, staff: library.admin, clock: library.clock)]
    let tally = Tally()
    DispatchQueue.concurrentPerform(iterations: 2) { desk in
      for number in 1...copies {
        tally.add(Result { try desks[desk].checkOut("VV.\(number)", to: "TV\(desk + 1)") })
      }
    }
    #expect(tally.faults.isEmpty)
    #expect(tally.counts == ["lent": copies, "itemOnLoanToOther": copies])
    #expect(try library.count("SELECT count(*) FROM loan") == copies)
    #expect(try library.count("SELECT count(DISTINCT item) FROM loan") == copies)
    #expect(try library.count("SELECT sum(loans) FROM patron") == copies)
    #expect(try library.count("SELECT count(*) FROM op") == opsBefore + copies)
    #expect(try library.count("SELECT max(id) FROM op") == opsBefore + copies)
    #expect(try library.count("SELECT last_sequence FROM origin") == opsBefore + copies)
    #expect(try library.count("SELECT count(*) FROM origin") == 1)
    try library.expectFolded()
  }

  @Test("one desk used by several threads loses no action and no op")
  func oneDeskManyThreads() throws {
    let library = try TestLibrary()
    try library.addPatron("TV1")
    let desk = library.desk
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 1...10 { _ = try? desk.pay("TV1", amount: Money(dong: 1)) }
    }
    #expect(try library.count("SELECT owed FROM patron") == -40)
    #expect(
      try library.count("SELECT count(*) FROM op") == library.count("SELECT max(id) FROM op"))
  }
}

/// Counts outcomes from several threads.
private final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var counts: [String: Int] = [:]
  private(set) var faults: [any Error] = []

  func add(_ result: Result<CheckoutOutcome, any Error>) {
    lock.withLock {
      switch result {
      case .success(.lent): counts["lent", default: 0] += 1
      case .success(.refused(let reasons, _, _)):
        counts[reasons.map(\.code).joined(separator: "+"), default: 0] += 1
      case .success: counts["unknown", default: 0] += 1
      case .failure(let fault): faults.append(fault)
      }
    }
  }
}
