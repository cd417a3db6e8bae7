import LibraryCore
import Testing

@testable import LibraryStore

/// Where those who wait stand, and what becomes of a copy whose reader wants it no longer.
@Suite struct HoldQueueTests {
  private let library: TestLibrary
  private let record: EntityID

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addItem("VV.9", title: "Sách khác")
    for number in 1...4 { try library.addPatron("TV\(number)", name: "Bạn đọc \(number)") }
    record = try library.item("VV.1").item.record
    _ = try library.desk.saveTerm(.library, code: "VN-X", name: "Điểm Tân Lập")
  }

  @discardableResult
  private func place(_ card: String, frozen: String? = nil, pickup: String? = nil) throws
    -> EntityID
  {
    let request = HoldRequest(
      card: card, records: [record], pickup: pickup,
      frozenUntil: frozen.flatMap(CalendarDay.init(iso:)))
    guard case .placed(let placed) = try library.desk.placeHold(request),
      let hold = placed.hold
    else { throw TestFailure("not placed") }
    return hold
  }

  @Test("each hold of a list has its place and the day of the copy that comes first, as explained")
  func places() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2")
    try place("TV3", frozen: "2026-11-09")
    let last = try place("TV4")
    let lines = try library.desk.queue(onTitle: record)
    #expect(lines.map { $0.forecast?.position } == [1, nil, 2])
    let due = try #require(try library.item("VV.1").loan?.dueOn)
    let first = try #require(lines.first?.forecast)
    #expect(first.expectedOn == due && first.expectedFrom?.item.barcode.text == "VV.1")
    #expect(first.expectedFrom?.whereabouts == .onLoan(due: due))
    let own = try library.desk.queue(of: library.patron("TV4"))
    #expect(own.map(\.hold.id) == [last])
    #expect(own.first?.forecast == lines.last?.forecast)
    #expect(try library.desk.explainHold(last)?.forecast == own.first?.forecast)
    try library.clock.set("2027-06-01T08:00:00")
    let overdue = try library.desk.queue(of: library.patron("TV4")).first?.forecast
    #expect(overdue?.expectedOn == nil && overdue?.expectedFrom == nil)
  }

  @Test("a hold with its copy has no place in the queue any more")
  func kept() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2")
    _ = try library.desk.takeBack("VV.1")
    #expect(try library.desk.queue(onTitle: record).map(\.forecast) == [nil])
  }

  @Test("the pull list names where each copy is to be brought")
  func pickup() throws {
    _ = try library.desk.setSetting(HouseSetting.libraryCode, "VN-A")
    _ = try library.desk.setSetting(HouseSetting.libraryName, "Thư viện huyện A")
    try place("TV2", pickup: "VN-X")
    #expect(try library.desk.pullList().map(\.pickup) == ["Điểm Tân Lập"])
    _ = try library.desk.endHold(try place("TV3"), reason: "thử")
    let own = HoldRequest(card: "TV3", item: "VV.9")
    guard case .placed = try library.desk.placeHold(own) else { throw TestFailure("not placed") }
    #expect(try Set(library.desk.pullList().map(\.pickup)) == ["Điểm Tân Lập", "Thư viện huyện A"])
  }

  /// A copy on its way to the reader of the hold that is handed back.
  private func underWay() throws -> EntityID {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let hold = try place("TV2", pickup: "VN-X")
    guard case .send("VN-X", _)? = try library.desk.takeBack("VV.1").returned?.errand else {
      throw TestFailure("not sent")
    }
    return hold
  }

  @Test("a copy whose hold is cancelled on the way is still on that way, on no shelf")
  func cancelledOnTheWay() throws {
    let hold = try underWay()
    let before = try library.dump().withoutCounters
    guard case .ended(let ended, _, _, let op) = try library.desk.endHold(hold, reason: "thôi")
    else { throw TestFailure("not ended") }
    #expect(ended.sentTo == "VN-X")
    #expect(try library.desk.transfers().map { $0.kept == nil ? $0.to : "" } == ["VN-X"])
    let next = try place("TV3")
    #expect(try library.desk.pullList().isEmpty)
    #expect(
      try library.desk.explainHold(next)?.forecast?.expectedFrom?.whereabouts
        == .underWay(to: "VN-X"))
    let undo = try #require(try library.desk.undo(op).op)
    #expect(try library.dump().rows["item"] == before["item"])
    #expect(try library.item("VV.1").setAside?.hold == hold)
    _ = try library.desk.undo(undo)
    #expect(try library.item("VV.1").item.sentTo == "VN-X")
    try library.expectFolded()
  }

  @Test("scanned here again it serves whoever waits next, and an undo sets it on its way again")
  func nextReader() throws {
    _ = try library.desk.endHold(underWay(), reason: "thôi")
    try place("TV3")
    guard case .notOnLoan(_, .holdShelf(let kept), _, let op?) = try library.desk.takeBack("VV.1")
    else { throw TestFailure("not kept") }
    #expect(kept.patron.card.text == "TV3")
    #expect(try library.desk.transfers().isEmpty)
    _ = try library.desk.undo(op)
    #expect(try library.desk.transfers().map(\.to) == ["VN-X"])
    #expect(try library.desk.holds(onTitle: record).map(\.status) == [.waiting])
    try library.expectFolded()
  }

  @Test("scanned here again with nobody waiting it goes to its shelf, and is on no way any more")
  func backOnShelf() throws {
    _ = try library.desk.endHold(underWay(), reason: "thôi")
    guard case .notOnLoan(_, .shelf, _, let op?) = try library.desk.takeBack("VV.1") else {
      throw TestFailure("not shelved")
    }
    #expect(try library.item("VV.1").item.sentTo == nil)
    _ = try library.desk.undo(op)
    #expect(try library.item("VV.1").item.sentTo == "VN-X")
    try library.expectFolded()
  }
}
