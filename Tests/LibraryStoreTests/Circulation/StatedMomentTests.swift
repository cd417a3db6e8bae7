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
}
