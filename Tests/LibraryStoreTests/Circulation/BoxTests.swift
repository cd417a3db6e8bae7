import LibraryCore
import LibraryStore
import Testing

@Suite("Boxes lent to institutions")
struct BoxTests {
  private let library: TestLibrary
  private var desk: Desk { library.desk }

  init() throws {
    library = try TestLibrary(today: "2026-11-23")
    for barcode in ["VV.1", "VV.2", "VV.3"] { try library.addItem(barcode) }
    try library.addPatron("TS1", name: "Tủ sách thôn Đông", [.category: "GROUP"])
  }

  private func send(_ barcodes: [String]) throws -> Box {
    let outcome = try desk.checkOutAll(barcodes, to: "TS1", receiver: "Bà Hoa")
    guard case .each(_, _, let box?) = outcome else { throw TestFailure("no box") }
    return try #require(try desk.box(box.id))
  }

  private func uses() throws -> Int { try desk.tallies(on: desk.today).count(.outside) }

  @Test("a box stands in the register with who took it over, and one undo takes all of it back")
  func register() throws {
    let box = try send(["VV.1", "không có", "VV.2"])
    #expect(box.copies == 2 && box.out == 2 && box.receiver == "Bà Hoa" && !box.isBack)
    #expect(try desk.boxes().map(\.id) == [box.id])
    #expect(try desk.copies(of: box.id).map(\.item.barcode.text) == ["VV.1", "VV.2"])
    let undone = try #require(try desk.undo().op)
    #expect(try desk.boxes().isEmpty && desk.box(box.id) == nil)
    #expect(try desk.patron("TS1")?.loans == 0)
    try library.expectFolded()
    _ = try desk.undo(undone)
    let again = try #require(try desk.box(box.id))
    #expect(again.copies == 2 && again.sentAt == box.sentAt)
    #expect(try desk.patron("TS1")?.loans == 2)
    _ = try desk.undo()
    #expect(try desk.patron("TS1")?.loans == 0)
    try library.expectFolded()
  }

  @Test("the register shows what was sent from one day through another")
  func days() throws {
    let first = try send(["VV.1"])
    try library.clock.set("2026-11-25T23:30:00")
    let second = try send(["VV.2"])
    func shown(_ from: String?, _ through: String?) throws -> [EntityID] {
      try desk.boxes(
        from: from.flatMap(CalendarDay.init(iso:)), through: through.flatMap(CalendarDay.init(iso:))
      ).map(\.id)
    }
    #expect(try shown(nil, nil) == [second.id, first.id])
    #expect(try shown("2026-11-24", nil) == [second.id])
    #expect(try shown(nil, "2026-11-24") == [first.id])
    #expect(try shown("2026-11-25", "2026-11-25") == [second.id])
    #expect(try shown("2026-11-24", "2026-11-24").isEmpty)
  }

  @Test("where nothing is lent there is no box")
  func nothing() throws {
    guard case .each(_, _, let box) = try desk.checkOutAll(["không có"], to: "TS1") else {
      throw TestFailure("nobody")
    }
    #expect(box == nil)
    #expect(try desk.boxes().isEmpty && library.count("SELECT count(*) FROM box") == 0)
  }

  @Test("a box comes back with what was read of each copy, and a list taken twice counts once")
  func back() throws {
    let box = try send(["VV.1", "VV.2", "VV.3"])
    let lines = [BoxList.Line("VV.1", uses: 14), BoxList.Line("VV.2"), BoxList.Line("VV.2")]
    let first = try desk.takeBackAll(lines, readBy: .child)
    #expect(first.boxes.map(\.out) == [1] && first.boxes.map(\.uses) == [14])
    #expect(first.ops.count == 2)
    let second = try desk.takeBackAll(lines)
    guard case .notOnLoan(_, _, let notices, _) = second.outcomes[0] else {
      throw TestFailure("returned twice")
    }
    #expect(notices.contains(.usesNotCounted(14)))
    #expect(try uses() == 14)
    #expect(try desk.tallies(on: desk.today).count(.outside, .child) == 14)
    #expect(try desk.copies(of: box.id).map(\.uses) == [0, 14, 0])
    try library.expectFolded()
  }

  @Test("taking a return back takes its uses along, and doing it again brings them back")
  func undo() throws {
    _ = try send(["VV.1"])
    let back = try #require(try desk.takeBack("VV.1", uses: 9).returned?.op)
    #expect(try uses() == 9)
    let undone = try #require(try desk.undo(back).op)
    #expect(try uses() == 0)
    _ = try desk.undo(undone)
    #expect(try uses() == 9)
    try library.expectFolded()
  }

  @Test("a number of uses that is none is refused, and the copy stays lent")
  func wrongUses() throws {
    _ = try send(["VV.1"])
    #expect(try desk.takeBack("VV.1", uses: -1).reasons?.map(\.code) == ["invalidValue"])
    #expect(try desk.takeBack("VV.1", uses: 10_001).reasons?.map(\.code) == ["invalidValue"])
    #expect(try desk.patron("TS1")?.loans == 1)
  }

  @Test("uses reported of a box as a whole are its own, and the box stays while they stand")
  func wholeBox() throws {
    let box = try send(["VV.1"])
    let counted = try #require(
      try desk.tally(Tally(.outside, count: 120, audience: .child, box: box.id)).op)
    #expect(try desk.box(box.id)?.uses == 120)
    #expect(try desk.tally(Tally(.visit, box: box.id)).reasons?.map(\.code) == ["invalidValue"])
    guard case .unknown = try desk.tally(Tally(.outside, box: EntityID(rawValue: 999))) else {
      throw TestFailure("a box that nobody sent")
    }
    let sent = try library.count("SELECT id FROM op WHERE kind = 110")
    #expect(
      try desk.undo(OpID(rawValue: Int64(sent))).reasons == [.laterActions([counted])])
    _ = try desk.undo(counted)
    #expect(try desk.undo(OpID(rawValue: Int64(sent))).op != nil)
    try library.expectFolded()
  }

  @Test("copies scanned one by one become a box, whose undo leaves the loans")
  func pack() throws {
    for barcode in ["VV.1", "VV.2"] { _ = try desk.checkOut(barcode, to: "TS1") }
    guard case .saved(let id, let op) = try desk.packBox(for: "TS1", receiver: "Hoa") else {
      throw TestFailure("not packed")
    }
    #expect(try desk.box(id)?.copies == 2)
    #expect(try desk.packBox(for: "TS1").reasons == [.boxEmpty])
    let undone = try #require(try desk.undo(op).op)
    #expect(try desk.patron("TS1")?.loans == 2 && desk.boxes().isEmpty)
    _ = try desk.undo(undone)
    #expect(try desk.box(id)?.copies == 2)
    try library.expectFolded()
  }

  @Test("each right that packing at a stated moment needs is asked for once")
  func rights() throws {
    _ = try desk.checkOut("VV.1", to: "TS1")
    let helper = try library.addStaff("giup", .helper)
    let stated = helper.acting(at: desk.now)
    #expect(try stated.packBox(for: "TS1").reasons == [.noPermission(.backdate)])
  }

  @Test("a patron who is merged takes the boxes along")
  func merged() throws {
    try library.addPatron("TS2", name: "Tủ sách thôn Đông", [.category: "GROUP"])
    let box = try send(["VV.1"])
    _ = try desk.mergePatrons("TS2", "TS1")
    #expect(try desk.box(box.id)?.patron.card.text == "TS2")
    _ = try desk.undo()
    #expect(try desk.box(box.id)?.patron.card.text == "TS1")
    try library.expectFolded()
  }

  @Test("the visit that sent a box is taken back with it")
  func visit() throws {
    _ = try send(["VV.1", "VV.2"])
    guard case .undone = try desk.undo(.visit, of: "TS1") else { throw TestFailure("not undone") }
    #expect(try desk.boxes().isEmpty && desk.patron("TS1")?.loans == 0)
  }

  @Test("in the diary a box is no loan to a reader: what was read out of it is")
  func diary() throws {
    _ = try send(["VV.1", "VV.2"])
    _ = try desk.takeBack("VV.1", uses: 5)
    let day = try #require(try desk.diary(from: desk.today, to: desk.today).first)
    #expect(day.boxed == 2 && day.lent() == 0 && day.served.isEmpty)
    #expect(day.circulation() == 5)
  }
}
