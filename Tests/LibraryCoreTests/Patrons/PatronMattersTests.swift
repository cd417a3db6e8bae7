import LibraryCore
import Testing

@Suite struct PatronMattersTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso: text)) }

  @Test("a remark counts on its first and on its last day, and not a day longer")
  func remarkDays() throws {
    var remark = Remark(
      id: EntityID(rawValue: 9), kind: .restriction, text: "nợ bản cam kết",
      from: try day("2026-11-10"), until: try day("2026-11-20"), madeOn: try day("2026-11-01"),
      madeBy: "lan")
    #expect(remark.state(on: try day("2026-11-09")) == .later(from: try day("2026-11-10")))
    #expect(remark.state(on: try day("2026-11-10")) == .counts)
    #expect(remark.state(on: try day("2026-11-20")) == .counts)
    #expect(remark.state(on: try day("2026-11-21")) == .over(since: try day("2026-11-20")))
    remark.mustBeRead = true
    #expect(remark.isUnread(on: try day("2026-11-20")))
    #expect(!remark.isUnread(on: try day("2026-11-21")))
    remark.liftedOn = try day("2026-11-12")
    #expect(remark.state(on: try day("2026-11-15")) == .lifted(on: try day("2026-11-12")))
  }

  @Test("a remark without words, or over before it begins, is refused")
  func remarkRefusals() throws {
    let today = try day("2026-11-10")
    var request = RemarkRequest(card: "TV1", kind: .message, text: "gọi lại", until: today)
    #expect(request.refusals(text: "gọi lại", today: today).isEmpty)
    request.until = try day("2026-11-09")
    #expect(
      request.refusals(text: nil, today: today).map(\.code) == ["invalidValue", "invalidValue"])
    request.until = try day("2026-11-15")
    request.from = try day("2026-11-16")
    #expect(request.refusals(text: "x", today: today).map(\.code) == ["invalidValue"])
  }

  @Test(
    "a card that is good runs on from its end, one that has ended from today, a short month ends on its last day",
    arguments: [
      ("2026-12-31", 12, "2027-12-31"), ("2026-11-10", 12, "2027-11-10"),
      ("2026-11-09", 12, "2027-11-10"), (nil, 12, "2027-11-10"), ("2027-01-31", 1, "2027-02-28"),
      ("2027-12-31", 2, "2028-02-29"), ("2026-12-15", 1, "2027-01-15"), ("2026-12-15", 0, nil),
    ] as [(String?, Int, String?)])
  func renewal(ends: String?, months: Int, renewed: String?) throws {
    let end = ends.flatMap { CalendarDay(iso: $0) }
    let answer = Membership.renewed(end, months: months, today: try day("2026-11-10"))
    #expect(answer?.iso == renewed)
  }

  @Test("an end is told of from 30 days before until its day")
  func endsSoon() throws {
    let end = try day("2026-12-10")
    #expect(!Membership.endsSoon(end, today: try day("2026-11-09")))
    #expect(Membership.endsSoon(end, today: try day("2026-11-10")))
    #expect(Membership.endsSoon(end, today: end))
    #expect(!Membership.endsSoon(end, today: try day("2026-12-11")))
  }

  @Test(
    "a class moves up by its grade and leaves where a school ends",
    arguments: [
      ("10A1", ClassMove.Destination?.some(.moves(to: SchoolClass("11A1")!))),
      ("10 a1", .moves(to: SchoolClass("11A1")!)), ("1B", .moves(to: SchoolClass("2B")!)),
      ("5C", .leaves), ("9A", .leaves), ("12A1", .leaves), ("Mầm", nil), ("13A", nil),
    ])
  func classes(name: String, becomes: ClassMove.Destination?) throws {
    #expect(try #require(SchoolClass(name)).promotion == becomes)
  }

  @Test("a school year is read with any dash and begins in June")
  func schoolYears() throws {
    #expect(SchoolYear("2026–2027")?.text == "2026-2027")
    #expect(SchoolYear("2026")?.text == "2026-2027")
    #expect(SchoolYear("2026-2028") == nil && SchoolYear("năm học") == nil)
    #expect(SchoolYear(around: try day("2026-05-31")).text == "2025-2026")
    #expect(SchoolYear(around: try day("2026-06-01")).text == "2026-2027")
  }

  @Test("other cards are written and read back; lines of a later version are left out")
  func cards() throws {
    let card = PatronCard(
      number: try #require(CardNumber("TV000001")), standing: .lost, since: try day("2026-11-10"),
      staff: EntityID(rawValue: 2))
    let stored = try #require(PatronCard.encode([card]))
    #expect(PatronCard.decode(stored) == [card])
    #expect(PatronCard.decode(stored + "\nTV2\tburnt\t2026-11-10\t2\nrubbish") == [card])
    #expect(PatronCard.encode([]) == nil && PatronCard.decode(nil).isEmpty)
  }

  @Test("bodies about patrons are read back as they were written")
  func bodies() {
    let merged = PatronMerged(
      keeper: EntityID(rawValue: 7), loans: [OpID(rawValue: 1), OpID(rawValue: 5)],
      entries: [OpID(rawValue: 6)], holds: [EntityID(rawValue: 8)], remarks: [])
    for body in [
      OpBody.remarkSaved([RemarkField.text.set("x")]), .patronMerged(merged), .patronParted(merged),
    ] {
      #expect(OpBody(kind: body.kind, bytes: body.bytes) == body)
    }
  }

  @Test("what a citizen card's number comes to is shown to nobody who reads the journal")
  func hiddenKey() {
    let body = OpBody.patronSaved([
      PatronField.name.set("An"), PatronField.citizenKey.set("abc"),
    ])
    #expect(
      body.withoutSecrets
        == .patronSaved([PatronField.name.set("An"), PatronField.citizenKey.set("")]))
  }
}
