import LibraryCore
import Testing

@Suite("A due date moved with many others")
struct DueMovedTests {
  private func moved(_ due: Due, from before: Due, to after: Due) -> Due? {
    RedatedLoan(loan: OpID(rawValue: 3), before: before, after: after).moved(due)
  }

  @Test("moves only where it still is what it was")
  func still() {
    let (before, after) = (Due("2026-11-30"), Due("2026-12-02"))
    #expect(moved(before, from: before, to: after) == after)
    #expect(moved(Due("2026-12-01"), from: before, to: after) == nil)
    #expect(moved(before, from: before, to: before) == nil)
  }

  @Test("keeps its time of day where that does not change, as ops from before due times name none")
  func time() throws {
    let five = try #require(TimeOfDay("17:00"))
    let (before, after) = (Due("2026-11-30"), Due("2026-12-02"))
    #expect(
      moved(Due("2026-11-30", at: five), from: before, to: after) == Due("2026-12-02", at: five))
    let timed = Due("2026-12-02", at: five)
    #expect(moved(before, from: before, to: timed) == timed)
    #expect(moved(Due("2026-11-30", at: five), from: before, to: timed) == nil)
  }
}
