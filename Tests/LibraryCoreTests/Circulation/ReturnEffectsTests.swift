import LibraryCore
import Testing

@Suite struct ReturnEffectsTests {
  private func facts(_ change: (inout ReturnFacts) throws -> Void) throws -> ReturnFacts {
    var facts = ReturnFacts(
      item: try Sample.checkout().item, assessment: nil, returnedAt: Moment(milliseconds: 0),
      staff: Sample.staff, library: "VN-TP")
    facts.countsUse = true
    try change(&facts)
    return facts
  }

  @Test("a copy of another library is sent home, once, and has come home where it belongs")
  func home() throws {
    let away = try facts { $0.item.item.library = "VN-X" }
    #expect(away.decide() == .take(ReturnEffects(sentTo: "VN-X")))
    #expect(away.errand == .send(to: "VN-X", nil))
    #expect(away.notices.map(\.code) == ["otherLibrary"])
    let again = try facts { ($0.item.item.library, $0.item.item.sentTo) = ("VN-X", "VN-X") }
    #expect(again.decide() == .nothing && again.errand == .send(to: "VN-X", nil))
    let home = try facts { $0.item.item.sentTo = "VN-TP" }
    #expect(home.decide() == .take(ReturnEffects(arrives: true)))
    let own = try facts { $0.item.item.library = "VN-TP" }
    #expect(own.decide() == .countUse)
  }

  @Test(
    "a copy on loan to nobody was read on the spot, unless it came back today or nothing counts")
  func use() throws {
    #expect(try facts { _ in }.decide() == .countUse)
    #expect(try facts { _ in }.notices.map(\.code) == ["countedOnSite"])
    #expect(try facts { $0.wasReturnedToday = true }.decide() == .nothing)
    #expect(try facts { $0.countsUse = false }.decide() == .nothing)
    #expect(try facts { $0.item.item.status = .damaged }.decide() == .nothing)
    #expect(try facts { $0.item.setAside = try Sample.setAside() }.decide() == .nothing)
  }

  @Test("a note that has to be read begins with its mark")
  func notes() {
    #expect(Notice.itemNote("! thiếu đĩa").mustBeRead == "thiếu đĩa")
    #expect(Notice.patronNote("!gọi lại").mustBeRead == "gọi lại")
    #expect(Notice.itemNote("bìa rách!").mustBeRead == nil)
    #expect(Notice.countedOnSite.mustBeRead == nil)
  }
}

@Suite struct OnSiteLoanTests {
  private func facts(
    _ values: [RuleParameter: Int] = [:], _ change: (inout CheckoutFacts) throws -> Void = { _ in }
  ) throws -> CheckoutFacts {
    try Sample.checkout(values: values) {
      $0.isOnSite = true
      try change(&$0)
    }
  }

  @Test("what is read on the spot is due the same day", arguments: Lendability.allCases)
  func due(_ lendability: Lendability) throws {
    let decision = try facts([.lendable: lendability.rawValue]).decide()
    #expect(decision.due?.day.iso == (lendability == .no ? nil : "2026-11-23"))
  }

  @Test("reading on the spot has a limit of its own, and does not count against the other")
  func limits() throws {
    #expect(try facts([.onSiteMaximum: 1]) { $0.patron.loansOnSite = 0 }.decide().due != nil)
    let full = try facts([.onSiteMaximum: 1]) { ($0.patron.loans, $0.patron.loansOnSite) = (1, 1) }
    #expect(full.decide().codes == ["tooManyOnSite"])
    let loan = try Sample.checkout(values: [.loansMaximum: 1]) {
      ($0.patron.loans, $0.patron.loansOnSite) = (1, 1)
    }
    #expect(loan.decide().due != nil)
    let both = try Sample.checkout(values: [.loansMaximum: 1, .onSiteMaximum: 0]) {
      $0.patron.loans = 1
    }
    #expect(both.decide().codes == ["tooManyLoans"])
    let none = try facts([.loansMaximum: 0, .onSiteMaximum: 0])
    #expect(none.decide().codes == ["tooManyOnSite"])
    #expect(none.explanation.reasons.map(\.remedy) == [.changeRule(.onSiteMaximum)])
  }

  @Test("a copy read on the spot is not renewed, and others who wait do not stand against it")
  func renewal() throws {
    var loan = try Sample.loan()
    loan.isOnSite = true
    #expect(
      RenewalFacts(checkout: try facts(), loan: loan).decide().codes == ["onSiteNotRenewable"])
    #expect(try facts { $0.demand = TitleDemand(waiting: 3, readers: 3) }.decide().due != nil)
  }

  @Test("copies of one title at once are limited where the rule says so")
  func title() throws {
    let codes = { (held: Int) in
      try Sample.checkout(values: [.copiesOfTitleMaximum: 1]) { $0.patron.loansOfTitle = held }
        .decide().codes
    }
    #expect(try codes(0) == nil)
    #expect(try codes(1) == ["tooManyOfTitle"])
    #expect(try Sample.checkout { $0.patron.loansOfTitle = 60 }.decide().due != nil)
  }

  @Test(
    "extra renewals are given while nobody waits",
    arguments: [(2, 0, true), (3, 0, false), (2, 1, false), (1, 1, true)])
  func extra(made: Int, readers: Int, isRenewed: Bool) throws {
    let facts = try Sample.checkout(values: [.renewalsMaximum: 2, .renewalsExtra: 1]) {
      $0.demand = TitleDemand(waiting: readers, readers: readers, spare: readers)
    }
    let decision = RenewalFacts(checkout: facts, loan: try Sample.loan(renewals: made)).decide()
    #expect(decision.codes == (isRenewed ? nil : ["noMoreRenewals"]))
  }
}
