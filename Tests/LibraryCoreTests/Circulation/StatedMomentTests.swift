import LibraryCore
import Testing

@Suite struct StatedMomentTests {
  @Test(
    "a stated moment may lie ten minutes after the clock's and no more",
    arguments: [(-86_400_000, false), (0, false), (600_000, false), (600_001, true)])
  func ahead(by milliseconds: Int64, isAhead: Bool) throws {
    let clock = try #require(Moment(iso: "2026-11-23T08:00:00"))
    let stated = Moment(
      milliseconds: clock.milliseconds + milliseconds, offsetMinutes: clock.offsetMinutes)
    let refusals = StatedMoment.refusals(of: stated, by: clock)
    #expect(refusals == (isAhead ? [.momentAhead(stated)] : []))
    #expect(StatedMoment.refusals(of: nil, by: clock).isEmpty)
  }
}
