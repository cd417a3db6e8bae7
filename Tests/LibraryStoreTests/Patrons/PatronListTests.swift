import LibraryCore
import LibraryStore
import Testing

@Suite struct PatronListTests {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary()
    let names = ["Nguyễn Văn Ánh", "Trần Thị Anh", "Lê Ngọc Ảnh", "Đỗ Hà", "Đỗ Thị Hà", "Bùi Hà"]
    for number in 1...30 {
      let name = names[number % names.count] + (number > 20 ? " \(number)" : "")
      _ = try library.desk.enrol(PatronDraft(name: name, card: "TV\(100 - number)"))
    }
  }

  @Test("people go by given name, then family name, then what stands between")
  func givenNames() throws {
    let names = try library.desk.patrons(sortedBy: .givenName, limit: 100).hits.map(\.patron.name)
    let plain = names.filter { $0.last?.isNumber == false }
    var order: [String] = []
    for name in plain where order.last != name { order.append(name) }
    #expect(
      order == [
        "Trần Thị Anh", "Lê Ngọc Ảnh", "Nguyễn Văn Ánh", "Bùi Hà", "Đỗ Hà", "Đỗ Thị Hà",
      ])
  }

  @Test("cards go in their own order")
  func cards() throws {
    let cards = try library.desk.patrons(sortedBy: .card, limit: 100).hits.map(\.patron.card.text)
    #expect(cards == (70...99).map { "TV\($0)" })
  }

  @Test(
    "walking forwards and backwards passes everybody once", arguments: PatronOrder.allCases, [4, 9])
  func walking(order: PatronOrder, page: Int) throws {
    let desk = library.desk
    _ = try desk.undo()
    let whole = try desk.patrons(sortedBy: order, limit: 100)
    #expect(whole.total == 29)
    var forwards = try desk.patrons(sortedBy: order, .fromBeginning, limit: page)
    while let last = forwards.last {
      let next = try desk.patrons(sortedBy: order, .behind(last.patron.id), limit: page)
      if next.isEmpty { break }
      forwards += next
    }
    #expect(forwards == whole.hits)
    var backwards = try desk.patrons(sortedBy: order, .backFromEnd, limit: page)
    while let first = backwards.first {
      let next = try desk.patrons(sortedBy: order, .backFrom(first.patron.id), limit: page)
      if next.isEmpty { break }
      backwards = next + backwards
    }
    #expect(backwards == whole.hits)
  }
}
