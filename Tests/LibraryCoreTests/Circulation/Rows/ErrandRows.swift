import LibraryCore

/// What a copy's coming over the counter brings about, where it goes, and what is said with it.
enum ErrandRows {
  static let all = nobody + lent + homes + traps

  /// A copy of the house that comes back, on loan to nobody.
  private static func back(
    _ expected: String, _ name: String,
    _ change: @escaping @Sendable (inout ReturnFacts) -> Void = { _ in }
  ) -> ValueRow {
    ValueRow(name: "back, \(name)", expected: expected) {
      var facts = ReturnFacts(
        item: Sample.facts().item, assessment: nil, returnedAt: Moment(milliseconds: 0),
        staff: Sample.staff, library: "VN-TP")
      facts.countsUse = true
      change(&facts)
      return "\(told(facts.decide())); \(told(facts.errand)); "
        + facts.notices.map(\.code).joined(separator: ",")
    }
  }

  private static func told(_ decision: ReturnDecision) -> String {
    switch decision {
    case .refuse: "refused"
    case .close(_, _, let effects): "closed" + told(effects)
    case .take(let effects): "taken" + told(effects)
    case .countUse: "read here"
    case .nothing: "nothing"
    }
  }

  private static func told(_ effects: ReturnEffects) -> String {
    (effects.foundFrom.map { " found \($0)" } ?? "") + (effects.arrives ? " arrived" : "")
      + (effects.sentTo.map { " sent \($0)" } ?? "")
      + (effects.trap.map { " kept \($0.hold.rawValue) \($0.sentTo ?? "here")" } ?? "")
  }

  private static func told(_ errand: CopyErrand) -> String {
    switch errand {
    case .shelf: "shelf"
    case .holdShelf(let kept): "hold shelf \(kept.patron.card)"
    case .send(let library, let kept): "to \(library)" + (kept.map { " \($0.patron.card)" } ?? "")
    case .aside(let status): "aside \(status)"
    }
  }

  private static let nobody = [
    back("read here; shelf; countedOnSite", "from nobody"),
    back("nothing; shelf; ", "back today already") { $0.wasReturnedToday = true },
    back("nothing; shelf; ", "where use is not counted") { $0.countsUse = false },
    back("read here; shelf; countedOnSite,itemNote", "with a note") { $0.item.item.note = "x" },
    back("taken found lost; shelf; foundAgain", "lost") { $0.item.item.status = .lost },
    back("taken found missing; shelf; foundAgain", "missing") { $0.item.item.status = .missing },
    back("nothing; aside damaged; setAside", "damaged") { $0.item.item.status = .damaged },
    back("nothing; aside withdrawn; setAside", "withdrawn") { $0.item.item.status = .withdrawn },
    back("taken found lost; shelf; foundAgain,foundCredit", "lost and charged") {
      ($0.item.item.status, $0.foundCredit) = (.lost, 45_000)
    },
  ]

  private static let lent = [
    back("closed; shelf; ", "from a loan") { $0.lend() },
    back("closed found lost; shelf; foundAgain", "lost on loan") {
      $0.lend()
      $0.item.item.status = .lost
    },
    back("closed; aside damaged; setAside", "damaged on loan") {
      $0.lend()
      $0.item.item.status = .damaged
    },
    back("closed; shelf; claimResolved", "claimed to be back") {
      $0.lend()
      $0.item.loan?.claim = .init(.returned, on: "2026-11-20")
    },
    back("closed; shelf; claimResolved", "claimed never to be had") {
      $0.lend()
      $0.item.loan?.claim = .init(.neverHad, on: "2026-11-20")
    },
    back("closed sent VN-X; to VN-X; otherLibrary", "of another library") {
      $0.lend()
      $0.item.item.library = "VN-X"
    },
  ]

  private static let homes = [
    back("taken sent VN-X; to VN-X; otherLibrary", "from elsewhere") {
      $0.item.item.library = "VN-X"
    },
    back("nothing; to VN-X; otherLibrary", "sent home before") {
      ($0.item.item.library, $0.item.item.sentTo) = ("VN-X", "VN-X")
    },
    back("taken arrived; shelf; ", "come home") { $0.item.item.sentTo = "VN-TP" },
    back("read here; shelf; countedOnSite", "of this library by name") {
      $0.item.item.library = "VN-TP"
    },
    back("nothing; aside damaged; setAside,otherLibrary", "damaged, of another") {
      ($0.item.item.library, $0.item.item.status) = ("VN-X", .damaged)
    },
  ]

  private static let traps = [
    back("taken kept 41 here; hold shelf TV9; ", "wanted here") { $0.wait("VN-TP") },
    back("taken kept 41 VN-X; to VN-X TV9; ", "wanted elsewhere") { $0.wait("VN-X") },
    back("closed kept 41 here; hold shelf TV9; ", "from a loan, wanted") {
      $0.lend()
      $0.wait("VN-TP")
    },
    back("taken found lost kept 41 here; hold shelf TV9; foundAgain", "lost, wanted") {
      $0.wait("VN-TP")
      $0.item.item.status = .lost
    },
    back("nothing; aside damaged; setAside", "damaged, wanted") {
      $0.wait("VN-TP")
      $0.item.item.status = .damaged
    },
    back("nothing; hold shelf TV9; ", "lies there already") {
      $0.wait("VN-TP")
      $0.item.setAside = Sample.kept(for: 9)
    },
    back("taken kept 41 here; hold shelf TV9; ", "arrived for its reader") {
      $0.wait("VN-TP")
      $0.keep(sentTo: "VN-TP")
    },
    back("nothing; to VN-X TV9; ", "on its way elsewhere") {
      $0.wait("VN-X")
      $0.keep(sentTo: "VN-X")
    },
    back("taken kept 41 here; hold shelf TV9; otherLibrary", "of another, wanted here") {
      $0.wait("VN-TP")
      $0.item.item.library = "VN-X"
    },
  ]
}

extension ReturnFacts {
  /// The copy is on loan to somebody, not late.
  fileprivate mutating func lend() {
    item.loan = Sample.openLoan()
    assessment = ReturnAssessment(
      dueOn: "2026-12-01", returnedOn: Sample.today, calendar: OpeningCalendar(),
      terms: LoanTerms(LoanRules(), for: RuleScope(), on: Sample.today))
  }

  /// The reader TV9 waits for it.
  fileprivate mutating func wait(_ pickup: String) {
    let kept = Sample.kept(for: 9)
    next = HoldCandidate(
      hold: kept.hold, patron: kept.patron, pickup: pickup, shelfUntil: "2026-11-26")
  }

  fileprivate mutating func keep(sentTo library: String) {
    var kept = Sample.kept(for: 9)
    (kept.until, kept.sentTo) = (nil, library)
    item.setAside = kept
  }
}
