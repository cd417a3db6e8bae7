import LibraryCore
import LibraryStore
import Testing

@Suite struct RenewTests {
  private func lentLibrary() throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    return library
  }

  @Test("a renewal counts from its own day and says how many are left")
  func renewed() throws {
    let library = try lentLibrary()
    try library.clock.set("2026-11-10T08:00:00")
    let renewed = try #require(try library.desk.renew("VV.1").renewed)
    #expect(renewed.due.day.iso == "2026-11-24" && renewed.renewalsLeft == 1)
    #expect(renewed.decidedBy.parameter == .renewalDays)
    #expect(try library.item("VV.1").loan?.renewals == 1)
    try library.expectFolded()
  }

  @Test("a renewal never shortens a loan")
  func neverShorter() throws {
    let library = try lentLibrary()
    try library.append(.ruleSaved([RuleField.values.set("renewalDays=3")]))
    #expect(try library.desk.renew("VV.1").reasons?.map(\.code) == ["renewalAddsNothing"])
    let lifted = try library.desk.renew("VV.1", override: "đã gọi điện")
    #expect(lifted.renewed?.due.day.iso == "2026-11-16")
  }

  @Test("while as many wait as the rules say a renewal is as short as a new loan, and says so")
  func short() throws {
    let library = try lentLibrary()
    let record = try library.item("VV.1").item.record
    _ = try library.desk.addItem(ItemDraft(record: record, barcode: "VV.2"))
    _ = try library.desk.setRule(
      RuleScope(), values: [.shortLoanFrom: 1, .shortLoanDays: 4], keepingOthers: true)
    try library.clock.set("2026-11-13T08:00:00")
    let usual = try #require(try library.desk.renew("VV.1", dryRun: true).renewed)
    #expect(usual.due.day.iso == "2026-11-27" && usual.notices.isEmpty)
    try library.addPatron("TV2")
    guard
      case .placed = try library.desk.placeHold(HoldRequest(card: "TV2", records: [record]))
    else { throw TestFailure("not placed") }
    let short = try #require(try library.desk.renew("VV.1").renewed)
    #expect(short.due.day.iso == "2026-11-17" && short.notices == [.shortLoan(readers: 1)])
    #expect(short.due.bounds == [.manyWait(1)])
    #expect(
      try library.desk.renew("VV.1").reasons
        == [.renewalAddsNothing(due: Due(try #require(CalendarDay(iso: "2026-11-17"))), waiting: 1)]
    )
    try library.expectFolded()
  }

  @Test("the last renewal is the last, unless staff lifts it with a reason")
  func noMore() throws {
    let library = try lentLibrary()
    for day in ["2026-11-05", "2026-11-08"] {
      try library.clock.set(day + "T08:00:00")
      #expect(try library.desk.renew("VV.1").renewed != nil)
    }
    try library.clock.set("2026-11-11T08:00:00")
    let refused = try #require(try library.desk.renew("VV.1", override: "  ").reasons)
    #expect(refused.map(\.code) == ["noMoreRenewals"])
    #expect(try library.desk.renew("VV.1", override: "đang ốm").renewed?.renewalsLeft == 0)
  }

  @Test("an overdue loan is not renewed without staff's word, so that no fine is forgotten")
  func overdue() throws {
    let library = try lentLibrary()
    try library.clock.set("2026-11-17T08:00:00")
    #expect(try library.desk.renew("VV.1").reasons?.map(\.code) == ["tooManyOverdues"])
    #expect(try library.desk.renew("VV.1", override: "mưa lũ").renewed != nil)
  }

  @Test("a copy on no loan is not renewed, and an unknown one is unknown")
  func notOnLoan() throws {
    let library = try TestLibrary()
    try library.addItem("VV.1")
    #expect(try library.desk.renew("VV.1").reasons == [.itemNotOnLoan])
    #expect(try library.desk.renew("VV.9") == .unknownItem("VV.9"))
  }
}

extension RenewOutcome {
  var renewed: Renewed? {
    if case .renewed(let renewed) = self { renewed } else { nil }
  }

  var reasons: [Refusal]? {
    if case .refused(let reasons, _, _) = self { reasons } else { nil }
  }
}
