import LibraryCore
import Testing

@Suite struct ReaderVisitTests {
  private func op(_ number: Int64, minute: Int64) -> Op {
    Op(
      id: OpID(rawValue: number), wall: minute * 60_000, clockQuality: .setByStaff, actor: nil,
      entity: EntityID(rawValue: 9), body: .holdReopened)
  }

  private func visit(_ minutes: [Int64], lentToOther: Int64? = nil) -> [Int64] {
    let ops = minutes.enumerated().map { op(Int64(100 - $0), minute: $1) }
    return ReaderVisit.last(ops, lentToOther: lentToOther.map { $0 * 60_000 })
      .map { $0.wall / 60_000 }
  }

  @Test("a visit goes back as far as nothing was lent to somebody else")
  func others() {
    #expect(visit([50, 45, 40, 20]) == [50, 45, 40, 20])
    #expect(visit([50, 45, 40, 20], lentToOther: 42) == [50, 45])
    #expect(visit([50, 45], lentToOther: 45) == [50, 45])
    #expect(visit([]) == [])
  }

  @Test("an hour is still the same visit, a minute more is another")
  func pause() {
    #expect(visit([161, 101, 41]) == [161, 101, 41])
    #expect(visit([161, 101, 40]) == [161, 101])
  }
}
