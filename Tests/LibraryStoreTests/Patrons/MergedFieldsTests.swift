import LibraryCore
import Testing

@testable import LibraryStore

@Suite struct MergedFieldsTests {
  let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-10")
    try library.addPatron("TV1", name: "Nguyễn Thị Lan", [.phone: "0912345678", .born: "1987"])
    try library.addPatron(
      "TV2", name: "Nguyen Thi Lan",
      [
        .phone: "0988000111", .born: "1987-05-02", .address: "Xã Tân Phú", .className: "6A",
        .schoolYear: "2026-2027",
      ])
  }

  private func merge(dryRun: Bool = false) throws -> (taken: [PatronField], op: OpID?) {
    guard
      case .merged(let merged) = try library.desk.mergePatrons("TV1", "TV2", dryRun: dryRun)
    else { throw TestFailure("not merged") }
    return (merged.taken, merged.op)
  }

  private var kept: Patron { get throws { try #require(try library.desk.patron("TV1")).patron } }

  @Test("the entry that stays takes over what it lacks, and nothing that it has")
  func taken() throws {
    let before = try library.dump().withoutCounters
    #expect(try merge(dryRun: true).taken == [.born, .address, .className, .schoolYear])
    let op = try merge().op
    #expect(try kept.phone == "0912345678" && kept.born == "1987-05-02")
    #expect(try kept.address == "Xã Tân Phú")
    try library.expectFolded()
    #expect(try library.desk.undo(op).op != nil)
    #expect(try kept.born == "1987" && kept.address == nil)
    #expect(try library.dump().withoutCounters["patron"] == before["patron"])
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
  }

  @Test("taken back and done again, it takes over the same again")
  func again() throws {
    let op = try merge().op
    let undone = try #require(try library.desk.undo(op).op)
    #expect(try library.desk.undo(undone).op != nil)
    #expect(try kept.address == "Xã Tân Phú")
    try library.expectFolded()
  }

  @Test("once what was taken over was changed, the merge stays")
  func changedSince() throws {
    let op = try merge().op
    let edited = try #require(try library.desk.editPatron("TV1", [.address: "Xã Tân Mỹ"]).op)
    #expect(try library.desk.undo(op).reasons == [.laterActions([edited])])
    #expect(try library.desk.undo(edited).op != nil)
    #expect(try kept.address == "Xã Tân Phú")
    #expect(try library.desk.undo(op).op != nil)
  }

  @Test("who answers for somebody is not made to answer for themselves")
  func guardian() throws {
    let keeper = try library.patron("TV1")
    _ = try library.save(
      .patronSaved([PatronField.guardian.set("\(keeper.rawValue)")]), on: library.patron("TV2"))
    #expect(try !merge().taken.contains(.guardian))
  }

  @Test(
    "every card of the entry that goes stands for the keeper, is given to nobody and can be lost")
  func cards() throws {
    _ = try library.desk.addCard("TV2B", to: "TV2")
    _ = try library.desk.replaceCard("TV2", with: "TV3", because: .lost)
    guard case .merged(let merged) = try library.desk.mergePatrons("TV1", "TV3") else {
      throw TestFailure("not merged")
    }
    for card in ["TV3", "TV2B"] {
      #expect(try library.desk.patron(card)?.patron.card.text == "TV1")
    }
    #expect(try library.desk.patron("TV2") == nil)
    #expect(try library.desk.otherCard("TV2")?.patron.card.text == "TV1")
    let id = try library.patron("TV1")
    let cards = try #require(try library.desk.patronDetails(id)).cards
    #expect(cards.map { "\($0.number) \($0.standing)" } == ["TV3 good", "TV2B good", "TV2 lost"])
    for card in ["TV2", "TV2B", "TV3"] {
      let reasons = try library.desk.enrol(
        PatronDraft(fields: [.name: "Kẻ Khác", .card: card])
      ).reasons
      #expect(reasons?.map(\.code) == ["cardTaken"])
    }
    for card in ["TV3", "TV2B"] {
      let lost = try #require(try library.desk.retireCard(card, because: .lost).op)
      #expect(try library.desk.patron(card) == nil)
      #expect(try library.desk.otherCard(card)?.card.standing == .lost)
      // As long as the keeper says something of a card of its own, the entries are not parted.
      #expect(try library.desk.undo(merged.op).reasons?.map(\.code).contains("cardTaken") == true)
      _ = try library.desk.undo(lost)
    }
    try library.expectFolded()
    #expect(try library.file.check().findings == [])
    #expect(try library.desk.undo(merged.op).op != nil)
    #expect(try library.desk.patron("TV2B")?.patron.card.text == "TV3")
    #expect(try library.file.check().findings == [])
  }

  @Test("a further card that was taken back and given to somebody else does not come back")
  func cardGivenAway() throws {
    let added = try #require(try library.desk.addCard("EX2", to: "TV2").op)
    let undone = try #require(try library.desk.undo(added).op)
    _ = try library.desk.enrol(PatronDraft(fields: [.name: "Ê", .card: "EX2"]))
    #expect(try library.desk.undo(undone).reasons?.map(\.code) == ["cardTaken"])
  }

  @Test("one number good for two readers is found by a check")
  func doubledCard() throws {
    _ = try library.desk.addCard("TV2B", to: "TV2")
    let patron = try library.patron("TV1")
    let card = PatronCard(
      number: try #require(CardNumber("tv2b")), standing: .good,
      since: try #require(CalendarDay(iso: "2026-11-10")), staff: patron)
    _ = try library.save(
      .patronSaved([PatronField.cards.set(PatronCard.encode([card]))]), on: patron)
    let findings = try library.file.check().findings
    #expect(findings.count == 1)
    guard case .contradiction(.oneReaderPerCard, let key)? = findings.first else {
      throw TestFailure("\(findings)")
    }
    #expect(key.lowercased() == "tv2b")
  }

  @Test("the keeper answers for whom the other entry answered, and gives them back with an undo")
  func wards() throws {
    try library.addPatron("TV4", name: "Cháu")
    _ = try library.desk.editPatron("TV4", [.guardian: "TV2"])
    _ = try library.desk.editPatron("TV1", [.guardian: "TV2"])
    guard case .merged(let merged) = try library.desk.mergePatrons("TV1", "TV2") else {
      throw TestFailure("not merged")
    }
    #expect(merged.wards.map(\.card.text) == ["TV4"])
    func guardian(_ card: String) throws -> String? {
      try library.desk.patronDetails(library.patron(card))?.guardian?.card.text
    }
    #expect(try guardian("TV4") == "TV1")
    #expect(try guardian("TV1") == nil)
    try library.expectFolded()
    #expect(try library.desk.undo(merged.op).op != nil)
    #expect(try guardian("TV4") == "TV2")
    #expect(try guardian("TV1") == "TV2")
    try library.expectFolded()
  }

  @Test("both notes stay, what must be read first, and what differs is told")
  func notes() throws {
    _ = try library.desk.editPatron("TV1", [.note: "hay quên"])
    _ = try library.desk.editPatron("TV2", [.note: "!gọi cho mẹ"])
    guard case .merged(let merged) = try library.desk.mergePatrons("TV1", "TV2") else {
      throw TestFailure("not merged")
    }
    #expect(try kept.note == "!gọi cho mẹ / hay quên")
    #expect(merged.dropped == [.name, .phone])
    let history = try library.desk.history(ofPatron: library.patron("TV1"))
    #expect(history.contains { $0.revisions.contains { $0.to?.text == "Xã Tân Phú" } })
  }

  @Test("holds of both for one title are named, so that one is cancelled")
  func doubledHolds() throws {
    try library.addItem("VV.1")
    guard case .item(let copy) = try library.desk.look("VV.1") else { throw TestFailure("no copy") }
    let record = copy.item.record
    _ = try library.desk.placeHold(HoldRequest(card: "TV1", records: [record]))
    let request = HoldRequest(card: "TV2", item: "VV.1")
    guard case .placed = try library.desk.placeHold(request) else {
      throw TestFailure("not placed")
    }
    guard case .merged(let merged) = try library.desk.mergePatrons("TV1", "TV2", dryRun: true)
    else {
      throw TestFailure("not merged")
    }
    #expect(merged.doubled.count == 1)
  }

  @Test("a citizen card of somebody enrolled again does not come back with the first entry")
  func citizenAgain() throws {
    let card = try #require(
      CitizenCard(qr: "001087123456||Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"))
    var draft = PatronDraft(card)
    draft.fields[.card] = "C1"
    guard case .saved(_, let first) = try library.desk.enrol(draft) else {
      throw TestFailure("not enrolled")
    }
    let undone = try #require(try library.desk.undo(first).op)
    draft.fields[.card] = "C2"
    _ = try library.desk.enrol(draft)
    #expect(try library.desk.undo(undone).reasons?.map(\.code) == ["citizenKnown"])
  }
}
