import Foundation
import LibraryCore
import LibraryStore
import Testing

@Suite struct EnrolTests {
  let library: TestLibrary

  init() throws { library = try TestLibrary() }

  @Test("a patron without a card gets the next running number")
  func runningCards() throws {
    for name in ["Nguyễn Văn An", "Trần Thị Bình"] {
      _ = try library.desk.enrol(PatronDraft(name: name))
    }
    #expect(try library.desk.patron("tv000002")?.patron.name == "Trần Thị Bình")
    #expect(try library.desk.nextCard() == "TV000003")
  }

  @Test("running numbers follow the highest card of the series, in its width")
  func runningWidth() throws {
    for card in ["TV99", "TV0100", "TVX9999", "TV12A", "ZZ999999", "TV"] {
      #expect(try isSaved(library.desk.enrol(PatronDraft(name: "Ai đó", card: card))))
    }
    #expect(try library.desk.nextCard() == "TV0101")
  }

  @Test("a number grows wider when its width is used up")
  func runningOverflow() throws {
    _ = try library.desk.enrol(PatronDraft(name: "Ai đó", card: "TV999"))
    #expect(try library.desk.nextCard() == "TV1000")
  }

  @Test("what was typed is stored as the fields' values")
  func storedFields() throws {
    var draft = PatronDraft(
      name: "Lê  Minh", category: "thiếu nhi", born: "1/2/2015", phone: "0912.345.678",
      expiresOn: "31/12/2027")
    draft[.note] = "đọc nhiều"
    #expect(try isSaved(library.desk.enrol(draft)))
    let patron = try #require(try library.desk.patron("TV000001")).patron
    #expect(patron.name == "Lê  Minh")
    #expect(patron.born == "2015-02-01")
    #expect(patron.phone == "0912.345.678")
    #expect(patron.expiresOn == CalendarDay(iso: "2027-12-31"))
    #expect(patron.enrolledOn == CalendarDay(iso: "2026-11-23"))
    #expect(patron.note == "đọc nhiều")
  }

  @Test("a card somebody has is refused with that person's name")
  func cardTaken() throws {
    _ = try library.desk.enrol(PatronDraft(name: "Đỗ Hà", card: "HS-1"))
    let outcome = try library.desk.enrol(PatronDraft(name: "Đỗ Hạ", card: "hs-1"))
    #expect(try outcome == .refused([.cardTaken(#require(CardNumber("hs-1")), name: "Đỗ Hà")]))
  }

  @Test("everything wrong with a draft is said at once, and nothing is written")
  func allReasons() throws {
    let outcome = try library.desk.enrol(
      PatronDraft(name: "  ", card: "Ừ", born: "mai", phone: "không có"))
    #expect(
      outcome
        == .refused([
          .invalidValue(field: "card", typed: "Ừ"), .nameMissing,
          .invalidValue(field: "born", typed: "mai"),
          .invalidValue(field: "phone", typed: "không có"),
        ]))
    #expect(try library.desk.findPatrons("").hits.isEmpty)
  }

  @Test("cards given out by several desks at once have no gap and no double")
  func concurrentDesks() async throws {
    let folder = library.folder
    let clock = library.clock
    try await withThrowingTaskGroup(of: Void.self) { group in
      for desk in 1...4 {
        group.addTask {
          let file = try LibraryFile.open(in: folder, random: SeededRandom(seed: UInt64(desk)))
          let desk = Desk(file: file, staff: EntityID(rawValue: 2), clock: clock)
          for number in 1...15 { _ = try desk.enrol(PatronDraft(name: "Bạn đọc \(number)")) }
        }
      }
      try await group.waitForAll()
    }
    let cards = try library.desk.findPatrons("", limit: 100).hits.map(\.patron.card.text).sorted()
    let expected = (1...60).map { "TV0000" + ($0 < 10 ? "0" : "") + String($0) }
    #expect(cards == expected)
  }

  private func isSaved(_ outcome: SaveOutcome) -> Bool {
    if case .saved = outcome { true } else { false }
  }
}
