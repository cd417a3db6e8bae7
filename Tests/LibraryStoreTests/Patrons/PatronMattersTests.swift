import LibraryCore
import LibraryStore
import Testing

@Suite("Cards, remarks, families and consent of patrons")
struct PatronMattersTests {
  let library: TestLibrary

  init() throws {
    library = try TestLibrary(today: "2026-11-10")
    try library.addItem("VV.1")
    try library.addPatron("TV000001", name: "Nguyễn Thị Lan")
    try library.addPatron("TV000002", name: "Trần Văn Bình")
  }

  private func id(_ card: String) throws -> EntityID {
    try #require(try library.desk.patron(card)).patron.id
  }

  @Test("a lost card gets a new number, is told when it is scanned, and is given to nobody else")
  func lostCard() throws {
    let outcome = try library.desk.replaceCard("TV000001", because: .lost)
    guard case .saved(let id, let op) = outcome else { throw TestFailure("\(outcome)") }
    #expect(try library.desk.patron("TV000003")?.patron.id == id)
    #expect(try library.desk.patron("TV000001") == nil)
    #expect(
      try library.desk.checkOut("VV.1", to: "TV000001").reasons?.map(\.code) == ["cardOutOfUse"])
    let former = try #require(try library.desk.otherCard("tv000001"))
    #expect(former.patron.card.text == "TV000003" && former.card.standing == .lost)
    #expect(former.card.since.iso == "2026-11-10" && !former.staff.isEmpty)
    let enrolled = try library.desk.enrol(PatronDraft(name: "Lê Ba", card: "TV000001"))
    #expect(
      enrolled
        == .refused([.cardTaken(try #require(CardNumber("TV000001")), name: "Nguyễn Thị Lan")]))
    try library.expectFolded()
    _ = try library.desk.undo(op)
    #expect(try library.desk.patron("TV000001")?.patron.id == id)
    #expect(try library.desk.otherCard("TV000001") == nil)
    try library.expectFolded()
  }

  @Test("the number of a card out of use is not the next of its series")
  func seriesGoesOn() throws {
    _ = try library.desk.replaceCard("TV000002", with: "HS-7", because: .damaged)
    #expect(try library.desk.nextCard() == "TV000003")
    _ = try library.desk.replaceCard("HS-7", with: "TV000002", because: .replaced)
    #expect(try library.desk.patron("TV000002") != nil)
    #expect(try library.desk.otherCard("HS-7")?.card.standing == .replaced)
    #expect(try library.desk.otherCard("TV000002") == nil)
  }

  @Test("a further card serves its patron until it is taken out of use")
  func furtherCard() throws {
    let lan = try id("TV000001")
    _ = try library.desk.addCard("TRUONG-12", to: "TV000001")
    #expect(try library.desk.patron("TRUONG-12")?.patron.id == lan)
    #expect(try library.desk.checkOut("VV.1", to: "TRUONG-12").lent != nil)
    guard case .refused(let taken) = try library.desk.addCard("TRUONG-12", to: "TV000002") else {
      throw TestFailure("the card was given twice")
    }
    #expect(taken.map(\.code) == ["cardTaken"])
    _ = try library.desk.retireCard("TRUONG-12", because: .lost)
    #expect(try library.desk.patron("TRUONG-12") == nil)
    #expect(try library.desk.patronDetails(lan)?.cards.map(\.standing) == [.lost])
    _ = try library.desk.undo()
    #expect(try library.desk.patron("TRUONG-12")?.patron.id == lan)
    #expect(try library.desk.retireCard("KHONG", because: .lost) == .unknown("KHONG"))
    try library.expectFolded()
  }

  @Test("every restriction stands against a loan with its own reason, and lifts itself")
  func restrictions() throws {
    let until = CalendarDay(iso: "2026-11-12")
    for text in ["nợ bản cam kết", "  làm rách sách  "] {
      _ = try library.desk.remark(
        RemarkRequest(card: "TV000001", kind: .restriction, text: text, until: until))
    }
    _ = try library.desk.remark(RemarkRequest(card: "TV000001", kind: .message, text: "có thư"))
    guard case .refused(let reasons, _, _) = try library.desk.checkOut("VV.1", to: "TV000001")
    else { throw TestFailure("lent against restrictions") }
    #expect(reasons.map(\.code) == ["patronRestricted", "patronRestricted"])
    guard case .patronRestricted(let second) = reasons[1] else { throw TestFailure("\(reasons)") }
    #expect(second.text == "làm rách sách" && second.until == until && !second.madeBy.isEmpty)
    try library.clock.set("2026-11-13T08:00:00")
    #expect(
      try library.desk.checkOut("VV.1", to: "TV000001").lent?.notices.map(\.code) == [
        "patronMessage"
      ])
    try library.expectFolded()
  }

  @Test("a remark is lifted, a message read; both are undone")
  func settled() throws {
    let outcome = try library.desk.remark(
      RemarkRequest(card: "TV000001", kind: .message, text: "trả áo mưa", mustBeRead: true))
    guard case .saved(let remark, let made) = outcome else { throw TestFailure("\(outcome)") }
    func facts() throws -> [Remark] { try #require(try library.desk.patron("TV000001")).remarks }
    #expect(try facts().map { $0.isUnread(on: library.desk.today) } == [true])
    _ = try library.desk.readRemark(remark)
    #expect(try facts().map { $0.isUnread(on: library.desk.today) } == [false])
    #expect(try library.desk.readRemark(remark) == .unchanged(id: remark))
    _ = try library.desk.liftRemark(remark)
    #expect(try facts().isEmpty)
    #expect(try library.desk.patronDetails(id("TV000001"))?.remarks.count == 1)
    _ = try library.desk.undo()
    _ = try library.desk.undo()
    #expect(try facts().map { $0.isUnread(on: library.desk.today) } == [true])
    #expect(try library.desk.undo(made).op != nil)
    #expect(try library.desk.patronDetails(id("TV000001"))?.remarks.isEmpty == true)
    #expect(try library.desk.liftRemark(remark) == .unknown(remark.description))
    try library.expectFolded()
  }

  @Test("a citizen card enrols once, and is known again by what its number comes to")
  func citizenCard() throws {
    let text = "001087123456||Nguyễn Văn An|02051987|Nam|Xã Tân Phú|15042021"
    let card = try #require(CitizenCard(qr: text))
    #expect(try library.desk.holder(of: card) == nil)
    guard case .saved(let id, _) = try library.desk.enrol(PatronDraft(card)) else {
      throw TestFailure("not enrolled")
    }
    #expect(try library.desk.holder(of: card)?.patron.id == id)
    guard case .refused(let again) = try library.desk.enrol(PatronDraft(card)) else {
      throw TestFailure("enrolled twice")
    }
    #expect(again.map(\.code) == ["citizenKnown"])
    let found = try library.count(
      "SELECT count(*) FROM op WHERE instr(CAST(body AS TEXT), '001087123456') > 0")
    #expect(found == 0)
    let entries = try library.desk.log(entity: id)
    guard case .patronSaved(let changes) = entries[0].op.body else {
      throw TestFailure("\(entries)")
    }
    #expect(changes.contains(PatronField.citizenKey.set("")))
  }

  @Test("guardian, class, consent and photo are kept as they were given, and wrong ones refused")
  func details() throws {
    try library.addPatron("TV000003", name: "Trần Thị Con")
    let outcome = try library.desk.editPatron(
      "TV000003",
      [
        .guardian: "TV000002", .guardianPhone: "0169 123 4567", .className: "10 a1",
        .schoolYear: "2026", .consentOn: "10/11/2026", .consentWording: "1.0", .photo: "anh/3.jpg",
      ])
    guard case .saved(let child, let op) = outcome else { throw TestFailure("\(outcome)") }
    let details = try #require(try library.desk.patronDetails(child))
    #expect(details.guardian?.card.text == "TV000002" && details.guardianPhone == "039 123 4567")
    #expect(details.className == "10A1" && details.schoolYear == "2026-2027")
    #expect(details.consent?.on.iso == "2026-11-10" && details.consent?.wording == "1.0")
    #expect(details.photo == "anh/3.jpg")
    #expect(details.family.map(\.patron.card.text) == ["TV000002"])
    #expect(
      try library.desk.patronDetails(id("TV000002"))?.family.map(\.patron.card.text) == ["TV000003"]
    )
    #expect(
      try library.desk.editPatron("TV000003", [.guardian: "TV000002"]) == .unchanged(id: child))
    for (field, typed) in [
      (PatronField.guardian, "TV9"), (.consentOn, "11/11/2026"),
      (.schoolYear, "2026-2029"),
    ] {
      let refused = try library.desk.editPatron("TV000003", [field: typed])
      #expect(refused == .refused([.invalidValue(field: field.key, typed: typed)]), "\(typed)")
    }
    _ = try library.desk.undo(op)
    #expect(try library.desk.patronDetails(child)?.className == nil)
    try library.expectFolded()
  }
}
