import Testing

/// Two desks on one library at once, each on its own terminal.
@Suite("Two desks on one library")
struct TwoDesksTests {
  private typealias Reader = SessionLibrary.Reader

  @Test("of two who lend the same copy at the same moment one lends and one is told")
  func sameCopy() throws {
    let library = try SessionLibrary()
    let desks = try [library.open(), library.open()]
    let readers = [Reader.khai, Reader.binh]
    for (desk, reader) in zip(desks, readers) { try desk.send([reader].scanned) }

    for round in 1...5 {
      let code = SessionLibrary.code(round)
      for desk in desks { try desk.write([code].scanned) }
      for desk in desks { try desk.settle() }
      let told = desks.filter { $0.shows("đang mượn, hạn trả") }
      let lenders = desks.filter { !$0.shows("đang mượn, hạn trả") }
      #expect(told.count == 1, "\(desks[0].text)\n\(desks[1].text)")
      for desk in lenders { desk.expect("ĐÃ CHO MƯỢN") }
      for desk in told { try desk.send(Keys.escape) }
    }
    #expect(try library.lent() == (1...5).map(SessionLibrary.code))
    let loans = desks.compactMap(\.loansShown)
    #expect(loans.reduce(0, +) == 5)
    for desk in desks {
      try desk.send(Keys.f12)
      #expect(Set(desk.copiesListed) == Set((1...5).map(SessionLibrary.code)), "\(desk.text)")
      try desk.leave()
    }
    #expect(try library.isSound())
  }

  @Test("two bursts at once are all lent, each in its order")
  func bursts() throws {
    let library = try SessionLibrary()
    let desks = try [library.open(), library.open()]
    let readers = [Reader.khai, Reader.binh]
    let piles = [1, 2].map { first in
      stride(from: first, through: 120, by: 2).map(SessionLibrary.code)
    }
    for (desk, reader) in zip(desks, readers) { try desk.send([reader].scanned) }
    for (desk, pile) in zip(desks, piles) { try desk.write(pile.scanned) }
    for desk in desks { try desk.settle() }
    let loans = try library.journal().filter { $0.kind == "loanOpened" }
    for (desk, (reader, pile)) in zip(desks, zip(readers, piles)) {
      #expect(desk.loansShown == pile.count)
      let own = loans.filter { $0.patron?.card == reader }
      #expect(own.compactMap(\.subject.item?.barcode) == pile)
      try desk.leave()
    }
    #expect(try library.isSound())
  }

  @Test("what one desk lends another takes back, and an undo of the first is refused")
  func across() throws {
    let library = try SessionLibrary()
    let first = try library.open()
    let second = try library.open()
    try first.send([Reader.khai, "B00001"].scanned)
    try second.send(["B00001"].scanned)
    second.expect("ĐÃ TRẢ", "Nguyễn Thị Minh Khai")
    try first.send(Keys.f7)
    try first.send(Keys.escape)
    try first.send(["B00001"].scanned)
    first.expect("ĐÃ CHO MƯỢN", "Đang mượn 1")
    #expect(
      try library.journal().suffix(3).map(\.kind) == ["loanOpened", "loanClosed", "loanOpened"])
    try first.leave()
    try second.leave()
    #expect(try library.isSound())
  }
}
