import Testing

@testable import LibraryCore

@Suite("Cards renewed at once")
struct MembershipRenewalTests {
  private let today: CalendarDay

  init() throws { today = try Sample.day("2026-11-29") }

  private func facts(_ expires: String?, months: Int = 12) throws -> MembershipRenewal.Facts {
    MembershipRenewal.Facts(
      expiresOn: try expires.map { try Sample.day($0) }, months: months)
  }

  @Test("months of the rules run from the end of a good card, or from today")
  func months() throws {
    let renewal = MembershipRenewal()
    #expect(
      renewal.decide(try facts("2026-12-31"), on: today)
        == .renew(until: try Sample.day("2027-12-31")))
    #expect(
      renewal.decide(try facts("2026-01-31"), on: today)
        == .renew(until: try Sample.day("2027-11-29")))
    #expect(
      renewal.decide(try facts(nil), on: today) == .renew(until: try Sample.day("2027-11-29")))
    #expect(renewal.decide(try facts("2026-12-31", months: 0), on: today) == .renew(until: nil))
    #expect(
      renewal.decide(try facts(nil, months: 0), on: today)
        == .leaveOut([.goodAsLong(until: nil)]))
  }

  @Test("a chosen day shortens no card, on the day it turns")
  func chosen() throws {
    let day = try Sample.day("2027-05-31")
    let renewal = MembershipRenewal(until: day)
    #expect(renewal.decide(try facts("2027-05-30"), on: today) == .renew(until: day))
    for good in ["2027-05-31", "2027-06-01"] {
      #expect(
        renewal.decide(try facts(good), on: today)
          == .leaveOut([.goodAsLong(until: try Sample.day(good))]))
    }
    #expect(
      renewal.decide(try facts(nil), on: today) == .leaveOut([.goodAsLong(until: nil)]))
  }

  @Test("who owes, is restricted or blocked is left out with all reasons, unless asked for too")
  func heldBack() throws {
    var facts = try facts("2026-12-31")
    facts.owed = Money(dong: 1)
    facts.restrictions = ["mất thẻ"]
    (facts.isBlocked, facts.blockReason) = (true, "chuyển trường")
    #expect(
      MembershipRenewal().decide(facts, on: today)
        == .leaveOut([
          .blocked(reason: "chuyển trường"), .restricted(reason: "mất thẻ"),
          .owes(Money(dong: 1)),
        ]))
    #expect(
      MembershipRenewal(includesHeldBack: true).decide(facts, on: today)
        == .renew(until: try Sample.day("2027-12-31")))
  }
}
