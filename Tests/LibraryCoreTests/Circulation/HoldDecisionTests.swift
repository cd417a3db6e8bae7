import LibraryCore
import Testing

@Suite struct HoldDecisionTests {
  private typealias Change = @Sendable (inout CheckoutFacts) throws -> Void

  private func codes(
    values: [RuleParameter: Int] = [:], role: StaffRole = .administrator, held: Int = 0,
    existing: Bool = false, reason: String? = nil, copies: [Change] = [{ _ in }]
  ) throws -> [String]? {
    let house = try Sample.checkout(values: values, role: role) { $0.overrideReason = reason }
    let copies = try copies.map { try Sample.checkout(values: values, role: role, $0) }
    let facts = HoldFacts(
      patron: copies.first?.patron ?? house.patron, copies: copies, held: held,
      existing: existing ? EntityID(rawValue: 40) : nil, house: house)
    if case .refuse(let reasons) = facts.decide() { return reasons.map(\.code) }
    return nil
  }

  private static let free: Change = { _ in }
  private static let lent: Change = { $0.item.loan = try Sample.loan() }
  private static let kept: Change = { $0.item.setAside = try Sample.setAside() }
  private static let lost: Change = { $0.item.item.status = .lost }

  @Test(
    "the policy says whether copies on the shelf or out are kept",
    arguments: [
      (HoldPolicy.any, [free], true), (.any, [lent], true), (.any, [kept], true),
      (.none, [free], false), (.none, [lent], false), (.onShelf, [free], true),
      (.onShelf, [lent], false), (.onShelf, [lent, free], true), (.onShelf, [kept], false),
      (.allOut, [free], false), (.allOut, [lent, free], false), (.allOut, [lent, lost], true),
      (.allOut, [kept], true),
    ] as [(HoldPolicy, [Change], Bool)])
  private func policy(policy: HoldPolicy, copies: [Change], isPlaced: Bool) throws {
    let codes = try codes(values: [.holdPolicy: policy.rawValue], copies: copies)
    #expect(codes == (isPlaced ? nil : ["holdNotAllowed"]))
  }

  @Test("there is nothing to hold where no copy could be given to anybody")
  func nothing() throws {
    #expect(try codes(copies: []) == ["nothingToHold"])
    #expect(try codes(copies: [Self.lost]) == ["nothingToHold"])
    #expect(try codes(values: [.lendable: Lendability.no.rawValue]) == ["nothingToHold"])
    #expect(try codes(values: [.lendable: Lendability.onSite.rawValue]) == nil)
    #expect(try codes(copies: [Self.lost, Self.free]) == nil)
  }

  @Test("the holds maximum counts what has not ended, and may be lifted")
  func maximum() throws {
    #expect(try codes(values: [.holdsMaximum: 2], held: 1) == nil)
    #expect(try codes(values: [.holdsMaximum: 2], held: 2) == ["tooManyHolds"])
    #expect(try codes(values: [.holdsMaximum: 2], held: 2, reason: "giáo viên") == nil)
    #expect(
      try codes(values: [.holdsMaximum: 2], role: .helper, held: 2, reason: "x")
        == ["tooManyHolds"])
  }

  @Test("nobody waits twice for the same, or for what they have")
  func twice() throws {
    #expect(try codes(existing: true, reason: "x") == ["alreadyHeld"])
    let own: Change = { facts in
      facts.item.loan = try Sample.loan()
      facts.item.loan?.patron = facts.patron.patron.id
    }
    #expect(try codes(reason: "x", copies: [own]) == ["itemAlreadyOnLoanToPatron"])
  }

  @Test("who may not borrow may not wait either, on the days that count")
  func standing() throws {
    let expires = { (day: String) -> Change in
      { $0.patron.patron.expiresOn = try Sample.day(day) }
    }
    #expect(try codes(copies: [expires("2026-11-22")]) == ["cardExpired"])
    #expect(try codes(copies: [expires("2026-11-23")]) == nil)
    #expect(try codes(copies: [{ $0.patron.patron.status = .blocked }]) == ["patronBlocked"])
    #expect(try codes(copies: [{ $0.patron.overdues = 1 }]) == ["tooManyOverdues"])
    #expect(try codes(copies: [{ $0.patron.owed = Money(dong: 50_001) }]) == ["owesTooMuch"])
    let born = { (day: String) -> Change in { $0.patron.patron.born = day } }
    #expect(
      try codes(values: [.ageMinimum: 18], copies: [born("2008-11-24")]) == ["patronTooYoung"])
    #expect(try codes(values: [.ageMinimum: 18], copies: [born("2008-11-23")]) == nil)
  }

  @Test("a day that has passed cannot be meant, today can")
  func days() throws {
    let today = try Sample.day("2026-11-23")
    let codes = { (expires: String, frozen: String) in
      HoldRequest(
        card: "TV1", expiresOn: CalendarDay(iso: expires), frozenUntil: CalendarDay(iso: frozen)
      ).refusals(today: today).map(\.code)
    }
    #expect(codes("2026-11-24", "2026-11-23") == [])
    #expect(codes("2026-11-22", "2026-11-21") == ["invalidValue", "invalidValue"])
    // Frozen until its last day it could never be filled.
    #expect(codes("2026-11-23", "2026-11-23") == ["invalidValue"])
    #expect(codes("2099-01-01", "2026-12-01") == ["invalidValue"])
  }

  @Test("a hold is frozen through its last day and lapses on the day after it was wanted")
  func states() throws {
    var hold = Sample.hold
    let today = try Sample.day("2026-11-23")
    hold.frozenUntil = today
    #expect(hold.state(on: today) == .frozen(until: today))
    #expect(hold.state(on: today.adding(days: 1)) == .waiting)
    hold.expiresOn = today
    #expect(hold.state(on: today) == .frozen(until: today))
    #expect(hold.state(on: today.adding(days: 1)) == .lapsed(on: today))
    (hold.status, hold.shelfUntil) = (.shelf, today)
    #expect(hold.state(on: today) == .onShelf(until: today))
    #expect(hold.state(on: today.adding(days: 1)) == .uncollected(since: today))
  }
}

@Suite struct HeldCopyTests {
  @Test("a copy kept for somebody else is refused, and lent by who may lift it")
  func keptForOther() throws {
    let kept = try Sample.checkout { $0.item.setAside = try Sample.setAside() }
    #expect(kept.decide().codes == ["itemHeldForOther"])
    #expect(kept.explanation.reasons.first?.mayLift == true)
    let own = try Sample.checkout { facts in
      facts.item.setAside = try Sample.setAside()
      facts.item.setAside?.patron.id = facts.patron.patron.id
      facts.demand = TitleDemand(waiting: 5)
    }
    #expect(own.decide().due != nil)
  }

  @Test(
    "a copy others wait for is refused unless as many others stand on the shelf",
    arguments: [(0, 0, true), (1, 0, false), (1, 1, true), (2, 1, false), (3, 4, true)])
  func wanted(waiting: Int, spare: Int, isLent: Bool) throws {
    let facts = try Sample.checkout {
      $0.demand = TitleDemand(waiting: waiting, readers: waiting, spare: spare)
    }
    #expect(facts.decide().codes == (isLent ? nil : ["titleWanted"]))
    let renewal = RenewalFacts(checkout: facts, loan: try Sample.loan())
    #expect(renewal.decide().codes == (isLent ? nil : ["titleWanted"]))
  }

  @Test(
    "a loan is short from the number of readers on that the rule names",
    arguments: [
      (0, 9, 14, "2026-12-07"), (2, 1, 7, "2026-12-07"), (2, 2, 7, "2026-11-30"),
      (2, 3, 7, "2026-11-30"), (1, 1, 30, "2026-12-07"),
    ])
  func short(from: Int, readers: Int, days: Int, due: String) throws {
    let facts = try Sample.checkout(values: [.shortLoanFrom: from, .shortLoanDays: days]) {
      $0.demand = TitleDemand(waiting: readers, readers: readers, spare: readers)
    }
    #expect(facts.decide().due?.day.iso == due)
  }

  @Test("a returned copy goes to who waits first, here or where it is to be fetched")
  func trap() throws {
    let until = try Sample.day("2026-11-26")
    func facts(pickup: String, _ change: (inout ItemFacts) throws -> Void = { _ in }) throws
      -> ReturnFacts
    {
      var item = try Sample.checkout().item
      try change(&item)
      return ReturnFacts(
        item: item, assessment: nil, returnedAt: Moment(milliseconds: 0), staff: Sample.staff,
        library: "VN-TP",
        next: HoldCandidate(
          hold: Sample.hold.id, patron: Sample.hold.patron, pickup: pickup, shelfUntil: until))
    }
    let here = HoldTrap(hold: Sample.hold.id, shelfUntil: until)
    #expect(try facts(pickup: "VN-TP").decide() == .take(ReturnEffects(trap: here)))
    #expect(
      try facts(pickup: "VN-TP").errand
        == .holdShelf(SetAside(hold: Sample.hold.id, patron: Sample.hold.patron, until: until)))
    let there = HoldTrap(hold: Sample.hold.id, sentTo: "VN-X")
    #expect(try facts(pickup: "VN-X").decide() == .take(ReturnEffects(trap: there)))
    let missing = try facts(pickup: "VN-TP") { $0.item.status = .missing }
    #expect(missing.decide() == .take(ReturnEffects(foundFrom: .missing, trap: here)))
    let damaged = try facts(pickup: "VN-TP") { $0.item.status = .damaged }
    #expect(damaged.decide() == .nothing && damaged.errand == .aside(.damaged))
    let arrived = try facts(pickup: "VN-TP") {
      $0.setAside = SetAside(hold: Sample.hold.id, patron: Sample.hold.patron, sentTo: "VN-TP")
    }
    #expect(arrived.decide() == .take(ReturnEffects(trap: here)))
    let passing = try facts(pickup: "VN-X") {
      $0.setAside = SetAside(hold: Sample.hold.id, patron: Sample.hold.patron, sentTo: "VN-X")
    }
    #expect(passing.decide() == .nothing)
    #expect(passing.errand == .send(to: "VN-X", passing.item.setAside))
    let lies = try Sample.setAside()
    let lying = try facts(pickup: "VN-TP") { $0.setAside = try Sample.setAside() }
    #expect(lying.decide() == .nothing && lying.errand == .holdShelf(lies))
  }

  @Test("a slip names a reader by the end of the card and the first letter of the given name")
  func masked() throws {
    func text(_ card: String, _ name: String) throws -> String {
      let number = try #require(CardNumber(card))
      return MaskedReader(PatronLine(id: EntityID(rawValue: 1), card: number, name: name)).text
    }
    #expect(try text("TV000123", "Nguyễn Thị Ánh") == "…0123 Á.")
    #expect(try text("TV1", "Y Moan") == "…1 Y.")
    #expect(try text("123456", "") == "…456")
  }
}

@Suite struct HoldForecastTests {
  private func expected(ahead: Int, _ copies: [HoldForecast.Whereabouts]) throws -> String? {
    let item = ItemLine(try Sample.checkout().item)
    return HoldForecast(
      ahead: ahead, frozenAhead: 0,
      copies: copies.map { HoldForecast.Copy(item: item, whereabouts: $0) }, turnDays: 17,
      today: try Sample.day("2026-11-23")
    ).expectedOn?.iso
  }

  @Test("who is next gets what stands on the shelf today, and what is out on its due day")
  func next() throws {
    let due = try Sample.day("2026-12-01")
    #expect(try expected(ahead: 0, [.onShelf, .onLoan(due: due)]) == "2026-11-23")
    #expect(try expected(ahead: 0, [.onLoan(due: due), .away(.lost)]) == "2026-12-01")
    #expect(try expected(ahead: 0, [.setAside]) == "2026-12-10")
  }

  @Test("everybody before takes the copy that is free first, for a whole turn")
  func turns() throws {
    let (first, second) = (try Sample.day("2026-12-01"), try Sample.day("2026-12-05"))
    let copies: [HoldForecast.Whereabouts] = [.onLoan(due: first), .onLoan(due: second)]
    #expect(try expected(ahead: 1, copies) == "2026-12-05")
    #expect(try expected(ahead: 2, copies) == "2026-12-18")
    #expect(try expected(ahead: 3, copies) == "2026-12-22")
  }

  @Test("a copy whose due time passed today is overdue, not expected back today")
  func overdueSinceThisHour() throws {
    let label = try #require(Barcode("VN1"))
    var loan = Sample.ownLoan(due: "2026-11-23")
    loan.dueAt = TimeOfDay("10:00")
    let copy = ItemFacts(
      item: Item(id: EntityID(rawValue: 1), record: EntityID(rawValue: 2), barcode: label),
      title: "T", loan: loan)
    let (due, late) = ("2026-11-23T10:00:00", "2026-11-23T10:01:00")
    #expect(
      HoldForecast.Whereabouts(copy, now: try #require(Moment(iso: due)))
        == .onLoan(due: loan.dueOn))
    #expect(
      HoldForecast.Whereabouts(copy, now: try #require(Moment(iso: late)))
        == .overdue(since: loan.dueOn))
  }

  @Test("an overdue copy promises nothing")
  func overdue() throws {
    let since = try Sample.day("2026-11-20")
    #expect(try expected(ahead: 0, [.overdue(since: since)]) == nil)
    #expect(try expected(ahead: 0, []) == nil)
  }
}

extension Sample {
  static func setAside() throws -> SetAside {
    SetAside(hold: hold.id, patron: hold.patron, until: try day("2026-11-25"))
  }

  static var hold: Hold {
    guard let card = CardNumber("TV9") else { preconditionFailure("TV9 is a card number") }
    return Hold(
      id: EntityID(rawValue: 41),
      patron: PatronLine(id: EntityID(rawValue: 9), card: card, name: "Lê Văn Chín"),
      category: "ADULT", wanted: .titles([]), pickup: "VN-TP", placedAt: Moment(milliseconds: 0))
  }
}
