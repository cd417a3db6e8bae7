import LibraryCore
import Testing

@testable import LibraryStore

@Suite("Patrons of a sex or an occupation")
struct PatronFilterTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    let people: [(String, String, [PatronField: String])] = [
      ("TV1", "Trần Thị Ánh", [.sex: "female", .occupation: "FARMER"]),
      ("TV2", "Lê Ánh", [.sex: "male", .occupation: "FARMER"]),
      ("TV3", "Đỗ Thị Cúc", [.sex: "female", .occupation: "CIVIL"]), ("TV4", "Vũ Ánh", [:]),
    ]
    for (card, name, fields) in people { try library.addPatron(card, name: name, fields) }
  }

  @Test(
    "a list holds those of the sex and the occupation alone, from either end and around a row",
    arguments: [
      (PatronFilter(sex: .female), ["TV1", "TV3"]),
      (PatronFilter(occupation: "FARMER"), ["TV2", "TV1"]),
      (PatronFilter(sex: .male, occupation: "FARMER"), ["TV2"]),
      (PatronFilter(sex: .male, occupation: "CIVIL"), []),
    ])
  func lists(filter: PatronFilter, cards: [String]) throws {
    let desk = library.desk
    func texts(_ hits: [PatronHit]) -> [String] { hits.map(\.patron.card.text) }
    let page = try desk.patrons(sortedBy: .givenName, among: filter)
    #expect(texts(page.hits) == cards && page.total == cards.count)
    #expect(
      texts(try desk.patrons(sortedBy: .card, among: filter).hits) == cards.sorted())
    #expect(
      texts(try desk.patrons(sortedBy: .givenName, among: filter, .backFromEnd, limit: 1))
        == cards.suffix(1))
    guard let first = page.hits.first else { return }
    #expect(
      texts(
        try desk.patrons(sortedBy: .givenName, among: filter, .behind(first.patron.id), limit: 9))
        == Array(cards.dropFirst()))
  }

  @Test("words are looked for among those of the sex and the occupation alone, a card too")
  func searches() throws {
    func found(_ words: String, _ filter: PatronFilter) throws -> [String] {
      try library.desk.findPatrons(words, among: filter).hits.map(\.patron.card.text)
    }
    #expect(try found("anh", PatronFilter(sex: .female)) == ["TV1"])
    #expect(try found("anh", PatronFilter(occupation: "FARMER")) == ["TV2", "TV1"])
    #expect(try found("TV4", PatronFilter(sex: .female)) == [])
    #expect(try found("", PatronFilter(sex: .female)) == ["TV1", "TV3"])
    #expect(try found("anh", .everybody).count == 3)
  }
}
