import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Moments that are stated")
struct StatedMomentTests {
  @Test("nothing is written at a moment to come, by whatever verb")
  func ahead() throws {
    let library = try TestLibrary(today: "2026-11-23")
    for barcode in ["VV.1", "VV.2"] { try library.addItem(barcode) }
    try library.addPatron("TV1")
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    let moment = try #require(Moment(iso: "2027-11-28T08:00:00"))
    let ahead = library.desk.acting(at: moment)
    let ops = try library.count("SELECT count(*) FROM op")
    let refusal = Refusal.momentAhead(moment)
    #expect(try ahead.checkOut("VV.2", to: "TV1").reasons?.contains(refusal) == true)
    #expect(try ahead.takeBack("VV.1").reasons == [refusal])
    #expect(try ahead.renew("VV.1").reasons?.contains(refusal) == true)
    #expect(try ahead.pay("TV1", amount: Money(dong: 1000)).reasons == [refusal])
    #expect(try ahead.openCash(float: .zero).reasons == [refusal])
    #expect(try ahead.editPatron("TV1", [.note: "x"]).reasons == [refusal])
    #expect(try ahead.tally(Tally(.visit)).reasons == [refusal])
    #expect(try library.count("SELECT count(*) FROM op") == ops)
    let near = library.desk.acting(
      at: Moment(milliseconds: library.clock.now().milliseconds + 300_000))
    #expect(try near.takeBack("VV.1").returned != nil)
  }

  @Test("a loan of before the card was issued is lifted only with a reason")
  func beforeEnrolment() throws {
    let library = try TestLibrary(today: "2026-11-23")
    try library.addItem("VV.1")
    try library.addPatron("TV1", [.enrolledOn: "2026-11-20"])
    let early = library.desk.acting(at: Moment(iso: "2026-11-19T08:00:00"))
    #expect(
      try early.checkOut("VV.1", to: "TV1").reasons
        == [.beforeEnrolment(on: try #require(CalendarDay(iso: "2026-11-20")))])
    #expect(try early.checkOut("VV.1", to: "TV1", override: "sổ giấy").lent != nil)
  }

  @Test("a copy that somebody had then, or since, is not lent for then")
  func lentThen() throws {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    for card in ["TV1", "TV2"] { try library.addPatron(card) }
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-10T08:00:00")
    let returned = library.clock.now()
    _ = try library.desk.takeBack("VV.1")
    try library.clock.set("2026-11-23T08:00:00")
    for moment in ["2026-11-05T10:00:00", "2026-11-01T10:00:00"] {
      let stated = library.desk.acting(at: Moment(iso: moment))
      #expect(try stated.checkOut("VV.1", to: "TV2").reasons == [.itemLentThen(until: returned)])
      #expect(try stated.checkOut("VV.1", to: "TV2", override: "sổ giấy").lent == nil)
      #expect(
        try stated.explainCheckOut("VV.1", to: "TV2")?.reasons.map(\.refusal.code)
          .contains("itemLentThen") == true)
    }
    let free = library.desk.acting(at: Moment(iso: "2026-11-10T08:00:00"))
    #expect(try free.checkOut("VV.1", to: "TV2").lent != nil)
  }

  @Test("a return or a renewal of before the last renewal is refused")
  func beforeRenewal() throws {
    let library = try TestLibrary(today: "2026-11-02")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    _ = try library.desk.checkOut("VV.1", to: "TV1")
    try library.clock.set("2026-11-12T08:00:00")
    let renewedAt = library.clock.now()
    let renewal = try #require(try library.desk.renew("VV.1").renewed?.op)
    try library.clock.set("2026-11-14T08:00:00")
    let stated = library.desk.acting(at: Moment(iso: "2026-11-11T08:00:00"))
    #expect(try stated.takeBack("VV.1").reasons == [.beforeRenewal(at: renewedAt)])
    #expect(try stated.renew("VV.1").reasons?.contains(.beforeRenewal(at: renewedAt)) == true)
    _ = try library.desk.undo(renewal)
    #expect(try stated.takeBack("VV.1").returned != nil)
  }

  @Test("no money is taken for a moment before the card was issued")
  func moneyBeforeEnrolment() throws {
    let library = try TestLibrary(today: "2026-11-23")
    try library.addPatron("TV1", [.enrolledOn: "2026-11-20"])
    let early = library.desk.acting(at: Moment(iso: "2020-01-01T10:00:00"))
    let refusal = Refusal.beforeEnrolment(on: try #require(CalendarDay(iso: "2026-11-20")))
    #expect(try early.pay("TV1", amount: Money(dong: 5000)).reasons == [refusal])
    let charge = AccountEntry(.charge, Money(dong: 5000), charge: .other, note: "x")
    #expect(try early.enter(charge, for: "TV1").reasons == [refusal])
    let day = library.desk.acting(at: Moment(iso: "2026-11-20T10:00:00"))
    #expect(try day.pay("TV1", amount: Money(dong: 5000)).op != nil)
  }
}
