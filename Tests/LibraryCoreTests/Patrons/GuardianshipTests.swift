import LibraryCore
import Testing

@Suite struct GuardianshipTests {
  private func id(_ number: Int64) -> EntityID { EntityID(rawValue: number) }

  @Test(
    "a child lacks a guardian until the day of sixteen, and one whose age nobody knows by its category",
    arguments: [
      ("2010-11-24", "ADULT", true), ("2010-11-23", "ADULT", false), ("2010", "PUPIL", false),
      ("2011", "PUPIL", true), (nil, "CHILD", true), (nil, "PUPIL", true), (nil, "ADULT", false),
    ] as [(String?, String, Bool)])
  func missing(born: String?, category: String, isMissing: Bool) throws {
    let today = try #require(CalendarDay(iso: "2026-11-23"))
    var facts = PatronFacts(
      patron: Patron(
        id: id(1), card: try #require(CardNumber("TV1")), name: "An", category: category, born: born
      ), loans: 0, overdues: 0, owed: .zero)
    facts.hasGuardian = false
    #expect(facts.lacksGuardian(on: today) == isMissing)
    facts.hasGuardian = true
    #expect(!facts.lacksGuardian(on: today))
  }

  @Test(
    "a circle of guardians is found over any number of steps, and one that is there already ends the way",
    arguments: [
      ([:], 1, 1, [1]), ([2: 1], 2, 1, [2, 1]), ([2: 3, 3: 4, 4: 1], 2, 1, [2, 3, 4, 1]),
      ([2: 3], 2, 1, nil), ([2: 3, 3: 2], 2, 1, nil), ([:], 2, 1, nil),
    ] as [([Int64: Int64], Int64, Int64, [Int64]?)])
  func circles(guardians: [Int64: Int64], named: Int64, patron: Int64, way: [Int64]?) {
    let circle = Guardianship.circle(naming: id(named), for: id(patron)) { below in
      guardians[below.rawValue].map { id($0) }
    }
    #expect(circle == way?.map { id($0) })
  }
}

@Suite struct CitizenConsentTests {
  private let today = CalendarDay(iso: "2026-11-23")
  private let qr =
    "001187012345||Nguyễn Thị Hoa|15081987|Nữ|Số 1, Phường Ba Đình, Hà Nội|15042021"

  private func draft(born: String = "15081987") throws -> PatronDraft {
    let text = qr.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0 == "15081987" ? born : String($0) }.joined(separator: "|")
    return PatronDraft(try #require(CitizenCard(qr: text)))
  }

  @Test("a citizen card alone is no consent, and that is told")
  func silence() throws {
    let draft = try draft()
    #expect(draft[.consentOn] == nil)
    #expect(draft.notices.map(\.code) == ["consentMissing"])
    #expect(PatronDraft(name: "An").notices.isEmpty)
  }

  @Test("consent is kept with its day and the version of the words; of a child its guardian's")
  func consent() throws {
    let today = try #require(today)
    var draft = try draft()
    draft.recordConsent(on: today)
    #expect(draft[.consentOn] == "2026-11-23" && draft[.consentWording] == "CC-1")
    #expect(draft.notices.isEmpty)
    var child = try self.draft(born: "24112010")
    child.recordConsent(on: today)
    #expect(child[.consentWording] == "CC-1-GH")
  }

  @Test("that the patron was asked and did not consent is kept as such, not left out")
  func none() throws {
    let today = try #require(today)
    var draft = try draft()
    draft.recordConsent(on: today)
    draft.recordNoConsent(on: today)
    #expect(draft[.consentOn] == nil && draft[.consentWording] == nil)
    #expect(draft[.consentRefusedOn] == "2026-11-23")
    #expect(draft.notices.isEmpty)
  }
}

@Suite struct MembershipTermTests {
  @Test(
    "a new card is good for the months of its category's rule, which is named; none means no end")
  func term() throws {
    let today = try #require(CalendarDay(iso: "2026-08-31"))
    let pupils = LoanRule(
      id: EntityID(rawValue: 7), scope: RuleScope(category: "PUPIL"), values: [.membershipMonths: 6]
    )
    let staff = LoanRule(
      id: EntityID(rawValue: 8), scope: RuleScope(category: "STAFF"), values: [.membershipMonths: 0]
    )
    let rules = LoanRules(rows: [pupils, staff])
    func term(_ category: String) -> MembershipTerm {
      MembershipTerm(rules, library: nil, category: category, today: today)
    }
    #expect(term("PUPIL").until?.iso == "2027-02-28")
    #expect(term("PUPIL").rule.decidedBy == pupils)
    #expect(term("STAFF").until == nil && term("STAFF").rule.decidedBy == staff)
    #expect(term("ADULT").until?.iso == "2027-08-31" && term("ADULT").rule.decidedBy == nil)
  }
}
