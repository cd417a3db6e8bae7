import LibraryCore
import Testing

@Suite struct ClockDoubtTests {
  private func isDoubted(_ now: String, last: String?, confirmed: String? = nil) throws -> Bool {
    func moment(_ text: String) throws -> Moment { try #require(Moment(iso: text)) }
    return ClockDoubt(
      now: try moment(now), last: try last.map(moment), confirmed: try confirmed.map(moment)) != nil
  }

  @Test(
    "a clock is believed from a day before the last action to a year after it",
    arguments: [
      ("2026-11-23T08:00:00", false), ("2026-11-22T08:00:00", false),
      ("2026-11-22T07:59:59", true), ("2000-01-01T00:00:00", true),
      ("2027-11-24T08:00:00", false), ("2027-11-24T08:00:01", true), ("2099-01-01T00:00:00", true),
    ])
  func near(now: String, isDoubted: Bool) throws {
    #expect(try self.isDoubted(now, last: "2026-11-23T08:00:00") == isDoubted)
  }

  @Test(
    "what somebody confirmed is believed, and not for ever",
    arguments: [
      ("2026-11-23T08:00:00", false), ("2027-11-01T08:00:00", false), ("2028-11-23T08:00:00", true),
      ("2000-01-01T00:00:00", true),
    ])
  func confirmed(now: String, isDoubted: Bool) throws {
    #expect(
      try self.isDoubted(now, last: "2099-01-01T00:00:00", confirmed: "2026-11-23T07:00:00")
        == isDoubted)
  }

  @Test(
    "a library is made in years that can be",
    arguments: [
      (2000, true), (2025, true), (2026, false), (2075, false), (2076, true), (2099, true),
    ])
  func made(year: Int, isDoubted: Bool) throws {
    #expect(try self.isDoubted("\(year)-06-01T08:00:00", last: nil) == isDoubted)
  }
}
