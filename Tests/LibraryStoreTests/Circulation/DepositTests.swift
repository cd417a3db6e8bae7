import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct DepositTests {
  private func library() throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    for barcode in ["VV.1", "VV.2"] { try library.addItem(barcode) }
    try library.addPatron("TV1")
    try library.append(.ruleSaved([RuleField.values.set("deposit=50000")]))
    return library
  }

  @Test("a loan is refused until its deposit is held, and its return tells what may be given back")
  func course() throws {
    let library = try library()
    let desk = library.desk
    #expect(try desk.checkOut("VV.1", to: "TV1").reasons?.map(\.code) == ["depositTooSmall"])
    _ = try desk.enter(
      AccountEntry(.depositTaken, Money(dong: 80_000), method: .cash), for: "TV1")
    #expect(try desk.checkOut("VV.1", to: "TV1").lent != nil)
    let second = try desk.checkOut("VV.2", to: "TV1").reasons
    guard case .depositTooSmall(let needed, let held, _)? = second?.first else {
      Issue.record("the second loan was not refused for its deposit")
      return
    }
    #expect(needed.dong == 100_000 && held.dong == 80_000)
    let back = try #require(try desk.takeBack("VV.1").returned)
    #expect(back.notices == [.depositFree(Money(dong: 80_000))])
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("what running loans ask for is neither handed back nor set against a debt")
  func bound() throws {
    let library = try library()
    let desk = library.desk
    func enter(_ kind: AccountEntry.Kind, _ amount: Int64) throws -> SaveOutcome {
      try desk.enter(
        AccountEntry(
          kind, Money(dong: amount), charge: kind == .charge ? .card : nil,
          method: kind == .depositUsed || kind == .charge ? nil : .cash), for: "TV1")
    }
    _ = try enter(.depositTaken, 60_000)
    _ = try desk.checkOut("VV.1", to: "TV1")
    _ = try enter(.charge, 20_000)
    let bound = Refusal.depositBound(needed: Money(dong: 50_000), held: Money(dong: 60_000))
    #expect(try enter(.depositReturned, 50_000).reasons == [bound])
    #expect(try enter(.depositUsed, 10_001).reasons == [bound])
    #expect(try enter(.depositUsed, 10_000).reasons == nil)
    _ = try desk.takeBack("VV.1")
    #expect(try enter(.depositReturned, 50_000).reasons == nil)
    try library.expectFolded()
  }

  @Test("a later change of the rules changes no loan that runs, and undo frees what it asked for")
  func kept() throws {
    let library = try library()
    let desk = library.desk
    _ = try desk.enter(
      AccountEntry(.depositTaken, Money(dong: 60_000), method: .cash), for: "TV1")
    let loan = try #require(try desk.checkOut("VV.1", to: "TV1").lent?.op)
    try library.append(.ruleSaved([RuleField.values.set("deposit=10000")]))
    #expect(try desk.checkOut("VV.2", to: "TV1").lent != nil)
    let patron = try #require(try desk.patron("TV1"))
    #expect(patron.depositDue.dong == 60_000)
    _ = try desk.undo(loan)
    let after = try #require(try desk.patron("TV1"))
    #expect(after.depositDue.dong == 10_000)
    try library.expectFolded()
  }
}
