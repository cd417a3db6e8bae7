import LibraryCore
import Testing

@testable import LibraryStore

/// Readers who wait, from the placing of a hold to the loan that fills it.
@Suite struct HoldTests {
  private let library: TestLibrary
  private let record: EntityID

  init() throws {
    library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    for number in 1...4 { try library.addPatron("TV\(number)", name: "Bạn đọc \(number)") }
    record = try library.item("VV.1").item.record
  }

  @discardableResult
  private func place(_ card: String, until: String? = nil, frozen: String? = nil) throws
    -> HoldOutcome.Placed
  {
    let request = HoldRequest(
      card: card, records: [record], expiresOn: until.flatMap(CalendarDay.init(iso:)),
      frozenUntil: frozen.flatMap(CalendarDay.init(iso:)))
    guard case .placed(let placed) = try library.desk.placeHold(request) else {
      throw TestFailure("not placed")
    }
    return placed
  }

  @Test("the first to ask is the first served, and the shelf keeps the copy for the pickup days")
  func firstServed() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    #expect(try place("TV2").forecast.position == 1)
    let second = try place("TV3").forecast
    #expect(second.position == 2 && second.expectedOn?.iso == "2026-12-03")
    try library.clock.set("2026-11-05T08:00:00")
    let errand = try library.desk.takeBack("VV.1").returned?.errand
    guard case .holdShelf(let kept)? = errand else { throw TestFailure("\(errand as Any)") }
    #expect(kept.patron.card.text == "TV2" && kept.until?.iso == "2026-11-08")
    #expect(try library.desk.holdShelf().map(\.patron.card.text) == ["TV2"])
    #expect(
      try library.desk.checkOut("VV.1", to: "TV3").reasons?.map(\.code) == ["itemHeldForOther"])
    let lent = try #require(try library.desk.checkOut("VV.1", to: "TV2").lent)
    #expect(lent.notices.map(\.code) == ["filledHold"])
    #expect(try library.desk.holds(onTitle: record).map(\.patron.card.text) == ["TV3"])
    try library.expectFolded()
    #expect(try library.file.check().isSound)
  }

  @Test("a copy that somebody wants itself is none for those who wait for the title")
  func copyHoldBeside() throws {
    let other = try library.desk.addItem(ItemDraft(record: record, barcode: "VV.9"))
    guard case .saved = other else { throw TestFailure("\(other)") }
    try place("TV2")
    let copy = try library.desk.placeHold(HoldRequest(card: "TV3", item: "VV.9"))
    guard case .placed = copy else { throw TestFailure("\(copy)") }
    #expect(
      try library.desk.checkOut("VV.1", to: "TV1").reasons?.map(\.code) == ["titleWanted"])
  }

  @Test("a frozen hold is expected behind its freeze, and its last day lies behind it")
  func frozenForecast() throws {
    let placed = try place("TV2", frozen: "2026-11-20")
    #expect(placed.forecast.expectedOn?.iso == "2026-11-21" && !placed.forecast.hasShelvedCopy)
    let hold = try #require(placed.hold)
    #expect(try library.desk.explainHold(hold)?.forecast?.expectedOn?.iso == "2026-11-21")
    let early = try library.desk.editHold(hold, [.expiresOn: "2026-11-15"])
    #expect(early == .refused([.invalidValue(field: "until", typed: "2026-11-15")]))
    #expect(try library.desk.editHold(hold, [.expiresOn: "2026-11-25"]).op != nil)
    let never = try library.desk.placeHold(
      HoldRequest(
        card: "TV3", records: [record], expiresOn: CalendarDay(iso: "2026-11-10"),
        frozenUntil: CalendarDay(iso: "2026-11-12")))
    guard case .refused(let reasons, _) = never else { throw TestFailure("placed") }
    #expect(reasons.map(\.code) == ["invalidValue"])
  }

  @Test("frozen and lapsed holds are passed over and keep their place")
  func passedOver() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2", frozen: "2026-11-09")
    try place("TV3", until: "2026-11-04")
    let last = try place("TV4")
    #expect(last.forecast.position == 2 && last.forecast.frozenAhead == 1)
    try library.clock.set("2026-11-05T08:00:00")
    let lastHold = try #require(last.hold)
    let explained = try #require(try library.desk.explainHold(lastHold))
    #expect(explained.forecast?.position == 1 && explained.forecast?.frozenAhead == 2)
    guard case .holdShelf(let kept)? = try library.desk.takeBack("VV.1").returned?.errand else {
      throw TestFailure("nobody was served")
    }
    #expect(kept.patron.card.text == "TV4")
    _ = try library.desk.checkOut("VV.1", to: "TV4")
    try library.clock.set("2026-11-10T08:00:00")
    guard case .holdShelf(let next)? = try library.desk.takeBack("VV.1").returned?.errand else {
      throw TestFailure("nobody was served")
    }
    #expect(next.patron.card.text == "TV2")
  }

  @Test("a return that served a hold is undone with it, and done again")
  func undoReturn() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2")
    let before = try library.dump().withoutCounters
    let returned = try #require(try library.desk.takeBack("VV.1").returned)
    let after = try library.dump().withoutCounters
    let undo = try #require(try library.desk.undo(returned.op).op)
    #expect(try library.dump().withoutCounters == before)
    _ = try library.desk.undo(undo)
    #expect(try library.dump().rows["hold"] == after["hold"])
    try library.expectFolded()
  }

  @Test("undoing a loan gives the hold its copy back, and everybody theirs")
  func undoLoan() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2")
    _ = try library.desk.takeBack("VV.1")
    let before = try library.dump().withoutCounters
    let own = try #require(try library.desk.checkOut("VV.1", to: "TV2").lent)
    _ = try library.desk.undo(own.op)
    #expect(try library.dump().rows["hold"] == before["hold"])
    let other = try #require(
      try library.desk.checkOut("VV.1", to: "TV3", override: "cần gấp").lent)
    #expect(other.notices.map(\.code) == ["holdWaitsAgain"])
    #expect(try library.desk.holds(onTitle: record).map(\.status) == [.waiting])
    _ = try library.desk.undo(other.op)
    #expect(try library.dump().rows["hold"] == before["hold"])
    try library.expectFolded()
  }

  @Test("a placing is undone until a copy was found for it, an ending always")
  func undoPlacing() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let placed = try place("TV2")
    let undo = try #require(try library.desk.undo(placed.op).op)
    #expect(try library.desk.holds(onTitle: record).isEmpty)
    let again = try #require(try library.desk.undo(undo).op)
    #expect(try library.desk.holds(onTitle: record).count == 1)
    _ = try library.desk.takeBack("VV.1")
    guard case .refused(let reasons) = try library.desk.undo(again) else {
      throw TestFailure("undone")
    }
    #expect(reasons.map(\.code) == ["laterActions"])
    let hold = try #require(placed.hold)
    guard
      case .ended(_, .cancelled, let copy?, let op) = try library.desk.endHold(
        hold, reason: "đã mua sách")
    else { throw TestFailure("not ended") }
    #expect(copy.barcode.text == "VV.1")
    #expect(try library.desk.holdShelf().isEmpty)
    _ = try library.desk.undo(op)
    #expect(try library.desk.holdShelf().map(\.copy?.barcode.text) == ["VV.1"])
    try library.expectFolded()
  }

  @Test("a copy nobody fetched is cleared on the day after, and goes to the next when scanned")
  func clearing() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2")
    try place("TV3")
    _ = try library.desk.takeBack("VV.1")
    try library.clock.set("2026-11-05T20:00:00")
    #expect(try library.desk.clearExpiredHolds().isEmpty)
    try library.clock.set("2026-11-06T08:00:00")
    #expect(try library.desk.expiredHolds().map(\.patron.card.text) == ["TV2"])
    #expect(try library.desk.clearExpiredHolds().count == 1)
    guard
      case .notOnLoan(_, .holdShelf(let kept), _, let op?) = try library.desk.takeBack("VV.1")
    else { throw TestFailure("nobody was served") }
    #expect(kept.patron.card.text == "TV3")
    _ = try library.desk.undo(op)
    #expect(try library.desk.holdShelf().isEmpty)
    try library.expectFolded()
  }

  @Test("the pull list names each copy on the shelf once, in shelf order")
  func pulling() throws {
    for (barcode, mark) in [("VV.20", "895.9"), ("VV.21", "001"), ("VV.22", "500")] {
      try library.addItem(
        barcode, title: "Sách \(mark)", [.location: "VV", .callNumber: mark])
    }
    for (card, barcode) in [("TV1", "VV.20"), ("TV2", "VV.21"), ("TV3", "VV.21"), ("TV4", "VV.22")]
    {
      _ = try library.desk.placeHold(
        HoldRequest(card: card, records: [try library.item(barcode).item.record]))
    }
    let list = try library.desk.pullList()
    #expect(list.map(\.item.barcode.text) == ["VV.21", "VV.22", "VV.20"])
    #expect(list.first?.hold.patron.card.text == "TV2")
    #expect(
      try library.desk.checkOut("VV.21", to: "TV3").reasons?.map(\.code) == ["titleWanted"])
    #expect(try library.desk.checkOut("VV.21", to: "TV2").lent != nil)
    #expect(try library.desk.pullList().map(\.item.barcode.text) == ["VV.22", "VV.20"])
  }

  @Test("any of several titles will do, and the loan of one fills the hold")
  func severalTitles() throws {
    try library.addItem("VV.2", title: "Tắt đèn")
    let other = try library.item("VV.2").item.record
    for barcode in ["VV.1", "VV.2"] { _ = try library.desk.checkOut(barcode, to: "TV1") }
    let request = HoldRequest(card: "TV2", records: [record, other])
    guard case .placed = try library.desk.placeHold(request) else { throw TestFailure("no") }
    guard case .holdShelf? = try library.desk.takeBack("VV.2").returned?.errand else {
      throw TestFailure("nobody was served")
    }
    guard case .shelf? = try library.desk.takeBack("VV.1").returned?.errand else {
      throw TestFailure("served twice")
    }
    let lent = try library.desk.checkOut("VV.1", to: "TV2").lent
    guard case .filledHold(_, let freed)? = lent?.notices.first else { throw TestFailure("no") }
    #expect(freed?.barcode.text == "VV.2")
    #expect(try library.item("VV.2").setAside == nil)
    try library.expectFolded()
  }

  @Test("a copy to be fetched elsewhere is sent there, and set aside where it arrives")
  func transfer() throws {
    _ = try library.desk.saveTerm(.library, code: "VN-X", name: "Điểm Tân Lập")
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let request = HoldRequest(card: "TV2", records: [record], pickup: "VN-X")
    guard case .placed = try library.desk.placeHold(request) else { throw TestFailure("no") }
    guard
      case .refused = try library.desk.placeHold(
        HoldRequest(card: "TV3", records: [record], pickup: "VN-Y"))
    else { throw TestFailure("an unknown library was taken") }
    guard case .send("VN-X", _)? = try library.desk.takeBack("VV.1").returned?.errand else {
      throw TestFailure("not sent")
    }
    _ = try library.desk.setSetting(HouseSetting.libraryCode, "VN-X")
    guard case .notOnLoan(_, .holdShelf, _, let op?) = try library.desk.takeBack("VV.1") else {
      throw TestFailure("not arrived")
    }
    #expect(try library.desk.holdShelf().count == 1)
    _ = try library.desk.undo(op)
    #expect(try library.item("VV.1").setAside?.sentTo == "VN-X")
    try library.expectFolded()
  }

  @Test("a copy that is lost or damaged is kept for nobody")
  func damaged() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2")
    _ = try library.desk.takeBack("VV.1")
    try library.setStatus(.damaged, of: "VV.1")
    #expect(try library.desk.holds(onTitle: record).map(\.status) == [.waiting])
    try library.expectFolded()
  }

  @Test("who waited for a title that became part of another is served by its copies")
  func merged() throws {
    try library.addItem("VV.2", title: "Kim Vân Kiều")
    let keeper = try library.item("VV.2").item.record
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    _ = try library.desk.checkOut("VV.2", to: "TV3")
    try place("TV2")
    try library.save(.recordMerged(RecordMerged(into: keeper)), on: record)
    guard case .holdShelf(let kept)? = try library.desk.takeBack("VV.2").returned?.errand else {
      throw TestFailure("nobody was served")
    }
    #expect(kept.patron.card.text == "TV2")
  }

  @Test("changing a hold writes only what differs, and is undone")
  func editing() throws {
    let placed = try place("TV2")
    let hold = try #require(placed.hold)
    guard case .unchanged = try library.desk.editHold(hold, [.note: nil]) else {
      throw TestFailure("written")
    }
    guard
      case .saved(_, let op) = try library.desk.editHold(
        hold, [.frozenUntil: "09/11/2026", .note: "gọi điện"])
    else { throw TestFailure("not saved") }
    #expect(try library.desk.hold(hold)?.frozenUntil?.iso == "2026-11-09")
    _ = try library.desk.undo(op)
    #expect(try library.desk.hold(hold)?.frozenUntil == nil)
    guard case .refused = try library.desk.editHold(hold, [.expiresOn: "hôm qua"]) else {
      throw TestFailure("taken")
    }
    try library.expectFolded()
  }

  @Test("the day list names what was done about holds")
  func dayList() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2")
    _ = try library.desk.takeBack("VV.1")
    let actions = try library.desk.today().map(\.action)
    #expect(actions == [.returned, .holdPlaced, .lent])
    #expect(try library.desk.today().map(\.title)[1] == "Truyện Kiều")
  }

  @Test("a hold that was taken back does not come back where its reader waits for the title again")
  func doubled() throws {
    let undone = try #require(try library.desk.undo(place("TV2").op).op)
    try place("TV2")
    #expect(try library.desk.undo(undone).reasons?.map(\.code) == ["alreadyHeld"])
    #expect(try library.desk.holds(onTitle: record).count == 1)
  }

  @Test(
    "a copy that nobody fetched in time says so when it lies on the counter, and nobody is called")
  func uncollected() throws {
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try place("TV2")
    try library.clock.set("2026-11-05T08:00:00")
    _ = try library.desk.takeBack("VV.1")
    #expect(try library.desk.holdReadyReaders().count == 1)
    try library.clock.set("2026-11-09T08:00:00")
    guard case .notOnLoan(_, _, let notices, _) = try library.desk.takeBack("VV.1") else {
      throw TestFailure("on loan")
    }
    #expect(notices.map(\.code).contains("holdUncollected"))
    #expect(try library.desk.holdReadyReaders().isEmpty)
  }
}
