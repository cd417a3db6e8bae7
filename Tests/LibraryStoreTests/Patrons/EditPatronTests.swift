import LibraryCore
import LibraryStore
import Testing

@Suite struct EditPatronTests {
  let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    _ = try library.desk.enrol(
      PatronDraft(name: "Phạm Thị Hòa", card: "TV1", born: "1987", phone: "0912345678"))
  }

  @Test("a changed name is found by the new one and no longer by the old")
  func rename() throws {
    _ = try library.desk.editPatron("TV1", [.name: "Phạm Thị Hoài"])
    #expect(try cards("hòa ") == [])
    #expect(try cards("hoai") == ["TV1"])
  }

  @Test("a changed card, year and telephone move in the index too")
  func otherFields() throws {
    _ = try library.desk.editPatron("TV1", [.card: "TV2", .born: "1990", .phone: "0987654321"])
    for old in ["hoa 1987", "0912345678", "tv1 "] { #expect(try cards(old) == []) }
    for new in ["hoa 1990", "098 7654 321", "tv2"] { #expect(try cards(new) == ["TV2"]) }
  }

  @Test("what does not differ is not written")
  func unchanged() throws {
    let id = try #require(try library.desk.patron("TV1")).patron.id
    let outcome = try library.desk.editPatron(
      "tv1", [.name: " Phạm Thị Hòa", .phone: "0912345678", .address: nil])
    #expect(outcome == .unchanged(id: id))
  }

  @Test("a block is stored with its reason and lifted again")
  func block() throws {
    _ = try library.desk.editPatron("TV1", [.status: "blocked", .blockReason: "mất thẻ"])
    var patron = try #require(try library.desk.patron("TV1")).patron
    #expect(patron.status == .blocked)
    #expect(patron.blockReason == "mất thẻ")
    _ = try library.desk.editPatron("TV1", [.status: nil, .blockReason: nil])
    patron = try #require(try library.desk.patron("TV1")).patron
    #expect(patron.status == .active)
    #expect(patron.blockReason == nil)
  }

  @Test("another patron's card is refused, the own one in another case is not")
  func cardTaken() throws {
    _ = try library.desk.enrol(PatronDraft(name: "Vũ Lan", card: "TV9"))
    #expect(
      try library.desk.editPatron("TV1", [.card: "tv9"])
        == .refused([.cardTaken(#require(CardNumber("tv9")), name: "Vũ Lan")]))
    _ = try library.desk.editPatron("TV1", [.card: "tv1"])
    #expect(try library.desk.patron("TV1")?.patron.card.text == "tv1")
  }

  @Test("a card nobody has is unknown")
  func unknown() throws {
    #expect(try library.desk.editPatron("TV7", [.name: "Ai"]) == .unknown("TV7"))
  }

  private func cards(_ words: String) throws -> [String] {
    try library.desk.findPatrons(words).hits.map(\.patron.card.text)
  }
}
