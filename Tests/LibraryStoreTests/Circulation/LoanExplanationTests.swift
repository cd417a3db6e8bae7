import LibraryCore
import Testing

@testable import LibraryStore

/// Why a loan is due when it is: who or what set the date, one after the other.
@Suite struct LoanExplanationTests {
  /// A copy of which TV1 has a loan from Monday 2 November 2026, due on the 16th.
  private func library(_ rules: [RuleParameter: Int] = [:]) throws -> TestLibrary {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    for card in ["TV1", "TV2"] { try library.addPatron(card) }
    if !rules.isEmpty { _ = try library.desk.setRule(RuleScope(), values: rules) }
    return library
  }

  private func lend(_ library: TestLibrary, due: RequestedDue? = nil) throws -> OpID {
    let lent = try library.desk.checkOut("VV.1", to: "TV1", due: due).lent
    return try #require(lent?.op)
  }

  private func explain(_ library: TestLibrary, _ loan: OpID) throws -> LoanExplanation {
    try #require(try library.desk.explainLoan(loan))
  }

  private func due(_ day: String) throws -> Due { Due(try #require(CalendarDay(iso: day))) }

  @Test("a date that the rules gave has its walk over closed days, and the row behind it")
  func lent() throws {
    let library = try library([.loanDays: 13])
    _ = try library.desk.setOpeningDays([.monday, .tuesday, .wednesday, .thursday, .friday])
    let loan = try lend(library)
    let explained = try explain(library, loan)
    #expect(explained.steps.map(\.setting.cause) == [.lent])
    #expect(explained.steps.map(\.setting.staff) == ["admin"])
    let walk = try #require(explained.steps.first?.walk)
    #expect(walk.from.iso == "2026-11-02" && walk.due.counted.iso == "2026-11-15")
    #expect(walk.due.skipped.map(\.day.iso) == ["2026-11-15"])
    #expect(walk.due.day.iso == "2026-11-16" && walk.rule.value == 13)
    #expect(walk.rule.decidedBy != nil)
    #expect(!explained.isOtherToday && explained.terms != nil)
  }

  @Test("a date that staff chose says who chose it, and what the rules would give")
  func chosen() throws {
    let library = try library()
    let loan = try lend(library, due: RequestedDue("2026-11-05"))
    let explained = try explain(library, loan)
    let step = try #require(explained.steps.first)
    #expect(explained.steps.count == 1 && step.setting.cause == .chosen && step.walk == nil)
    #expect(step.setting.staff == "admin")
    #expect(explained.today?.due.day.iso == "2026-11-16" && explained.isOtherToday)
    #expect(try library.desk.loanStory(loan)?.dueSetting == step.setting)
  }

  @Test("a renewal has its own walk, and one that was taken back no longer counts")
  func renewed() throws {
    let library = try library([.renewalDays: 10])
    let loan = try lend(library)
    try library.clock.set("2026-11-10T08:00:00")
    let renewal = try #require(try library.desk.renew("VV.1").renewed?.op)
    var explained = try explain(library, renewal)
    #expect(explained.loan.loan == loan)
    let first = try due("2026-11-16")
    #expect(explained.steps.map(\.setting.cause) == [.lent, .renewed(from: first)])
    #expect(explained.steps.map(\.walk?.from.iso) == ["2026-11-02", "2026-11-10"])
    #expect(explained.steps.last?.walk?.rule.parameter == .renewalDays)
    #expect(explained.today?.due.day.iso == "2026-11-20" && !explained.isOtherToday)
    #expect(try library.desk.undo(renewal).op != nil)
    explained = try explain(library, loan)
    #expect(explained.steps.last?.setting.cause == .takenBack(renewal))
    #expect(explained.steps.last?.setting.due == first)
    #expect(explained.today?.from.iso == "2026-11-02" && !explained.isOtherToday)
  }

  @Test("a closing that moved the date is named, and the date before it keeps its walk")
  func closed() throws {
    let library = try library()
    let loan = try lend(library)
    let day = try #require(CalendarDay(iso: "2026-11-16"))
    guard
      case .closed(let closing) = try library.desk.closeDays(from: day, to: day, reason: "bão số 5")
    else { throw TestFailure("not closed") }
    var explained = try explain(library, loan)
    let closed = OpeningDay(day: day, isOpen: false, reason: "bão số 5")
    #expect(explained.steps.map(\.setting.cause) == [.lent, .closed([closed])])
    #expect(explained.steps.map(\.setting.due.day.iso) == ["2026-11-16", "2026-11-17"])
    #expect(explained.steps.last?.setting.op == closing.op)
    #expect(explained.steps.last?.closed.map(\.closure) == [.exception("bão số 5")])
    #expect(explained.steps.first?.walk?.due.skipped.isEmpty == true)
    #expect(!explained.isOtherToday)
    let undone = try #require(closing.op)
    #expect(try library.desk.undo(undone).op != nil)
    explained = try explain(library, loan)
    #expect(explained.steps.count == 3 && explained.loan.dueOn == day)
    guard case .takenBack? = explained.steps.last?.setting.cause else {
      throw TestFailure("\(explained.steps)")
    }
  }

  @Test("the rules of then explain the date, and those of today what they would give")
  func changed() throws {
    let library = try library([.loanDays: 10])
    let loan = try lend(library)
    _ = try library.desk.setRule(RuleScope(), values: [.loanDays: 20])
    _ = try library.desk.setRule(RuleScope(category: "ADULT"), values: [.loanDays: 21])
    var explained = try explain(library, loan)
    let walk = try #require(explained.steps.first?.walk)
    #expect(walk.due.day.iso == "2026-11-12" && walk.rule.value == 10)
    #expect(walk.rule.decidedBy?.scope == RuleScope())
    #expect(explained.isOtherToday && explained.today?.due.day.iso == "2026-11-23")
    _ = try library.desk.reapplyRules()
    explained = try explain(library, loan)
    #expect(explained.steps.map(\.setting.cause) == [.lent, .reapplied])
    #expect(explained.steps.map(\.walk?.due.day.iso) == ["2026-11-12", "2026-11-23"])
    #expect(!explained.isOtherToday)
    _ = try library.desk.setRule(RuleScope(category: "ADULT"), values: [.loanDays: 3])
    explained = try explain(library, loan)
    #expect(explained.steps.map(\.walk?.rule.value) == [10, 21])
    #expect(explained.isOtherToday)
  }

  @Test("where something else changed since, no walk is made up")
  func untold() throws {
    let library = try library()
    let loan = try lend(library)
    _ = try library.desk.setOpeningDays([.tuesday])
    let explained = try explain(library, loan)
    #expect(explained.steps.map(\.walk) == [nil] && explained.isOtherToday)
  }

  @Test("those who came to wait since the loan was made do not make its walk a short one")
  func wanted() throws {
    let library = try library([.shortLoanFrom: 1, .shortLoanDays: 3])
    let loan = try lend(library)
    let record = try library.item("VV.1").item.record
    _ = try library.desk.placeHold(HoldRequest(card: "TV2", records: [record]))
    let explained = try explain(library, loan)
    #expect(explained.steps.first?.walk?.due.bounds == [])
    #expect(explained.isOtherToday && explained.today?.due.bounds == [.manyWait(1)])
  }

  @Test("a loan that has ended keeps its story, and the rules of today say nothing of it")
  func ended() throws {
    let library = try library()
    let loan = try lend(library)
    try library.clock.set("2026-11-05T08:00:00")
    _ = try library.desk.takeBack("VV.1")
    _ = try library.desk.checkOut("VV.1", to: "TV2")
    let explained = try explain(library, loan)
    #expect(explained.status == .closed && explained.steps.map(\.setting.cause) == [.lent])
    #expect(explained.today == nil && explained.values.isEmpty)
    #expect(explained.steps.first?.walk?.due.day.iso == "2026-11-16")
    #expect(try library.desk.explainLoan(OpID(rawValue: 1)) == nil)
  }
}

@Suite struct RenewalExplainedTests {
  @Test("a refused renewal names who waits and agrees with the renewal it explains")
  func waiting() throws {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    for card in ["TV1", "TV2"] { try library.addPatron(card) }
    #expect(try library.desk.explainRenewal("VV.1") == nil)
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-10T08:00:00")
    let free = try #require(try library.desk.explainRenewal("VV.1"))
    #expect(free.isAllowed && free.waiting.isEmpty)
    #expect(try library.desk.renew("VV.1", dryRun: true).renewed?.due == free.due)
    let record = try library.item("VV.1").item.record
    _ = try library.desk.placeHold(HoldRequest(card: "TV2", records: [record]))
    let explained = try #require(try library.desk.explainRenewal("VV.1"))
    #expect(explained.reasons.map(\.refusal) == (try library.desk.renew("VV.1").reasons))
    #expect(explained.waiting.map(\.patron.card.text) == ["TV2"])
    #expect(explained.reasons.map(\.remedy) == [.serveWaiting(1)])
    #expect(try library.desk.explainRenewal("VV.9") == nil)
  }
}

@Suite struct HoldPlacementExplainedTests {
  @Test("a refused hold names its reasons, what would change them and where it would stand")
  func refused() throws {
    let library = try TestLibrary(today: "2026-11-02")
    for barcode in ["VV.1", "VV.2"] { try library.addItem(barcode) }
    for card in ["TV1", "TV2"] { try library.addPatron(card) }
    _ = try library.desk.setRule(RuleScope(), values: [.holdsMaximum: 1])
    let records = try ["VV.1", "VV.2"].map { try library.item($0).item.record }
    _ = try library.desk.checkOut("VV.2", to: "TV2")
    let request = HoldRequest(card: "TV1", records: [records[1]])
    var explained = try #require(try library.desk.explainPlacement(request))
    #expect(explained.isAllowed && explained.forecast.position == 1)
    #expect(explained.forecast.expectedOn?.iso == "2026-11-16")
    _ = try library.desk.placeHold(HoldRequest(card: "TV1", records: [records[0]]))
    explained = try #require(try library.desk.explainPlacement(request))
    #expect(explained.reasons.map(\.remedy) == [.endHolds(1)])
    guard case .refused(let reasons, _) = try library.desk.placeHold(request, dryRun: true) else {
      throw TestFailure("placed")
    }
    #expect(explained.reasons.map(\.refusal) == reasons && explained.isLiftable)
    #expect(explained.reasons.first?.refusal.rule?.decidedBy != nil)
  }

  @Test("where only titles that are out may be held, a copy on the shelf is to be taken")
  func onShelf() throws {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    _ = try library.desk.setRule(
      RuleScope(), values: [.holdPolicy: HoldPolicy.allOut.rawValue])
    let record = try library.item("VV.1").item.record
    var request = HoldRequest(card: "TV1", records: [record])
    #expect(
      try library.desk.explainPlacement(request)?.reasons.map(\.remedy) == [.takeFromShelf])
    request.card = "TV9"
    #expect(try library.desk.explainPlacement(request) == nil)
  }
}
