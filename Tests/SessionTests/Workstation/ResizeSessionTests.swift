import Testing

/// The desk while its window changes size.
@Suite("Resizing the desk")
struct ResizeSessionTests {
  private typealias Reader = SessionLibrary.Reader

  @Test("work goes on over every size, and a screen too small says so and keeps the scans")
  func sizes() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai, "B00001"].scanned)
    try terminal.resize(rows: 43, columns: 132)
    terminal.expect("QUẦY MƯỢN – TRẢ", "Nguyễn Thị Minh Khai", "ĐÃ CHO MƯỢN", "F10")
    #expect(terminal.copiesListed == ["B00001"])

    try terminal.resize(rows: 5, columns: 20)
    #expect(terminal.lines[0].hasPrefix("Màn hình quá nhỏ"))
    try terminal.send(["B00002", "B00003"].scanned)
    #expect(terminal.lines[0].hasPrefix("Màn hình quá nhỏ"))
    try terminal.resize(rows: 1, columns: 1)

    try terminal.resize(rows: 24, columns: 80)
    #expect(terminal.loansShown == 3)
    #expect(terminal.copiesListed == ["B00003", "B00002", "B00001"])
    #expect(try library.lent() == ["B00001", "B00002", "B00003"])
    try terminal.leave()
  }

  @Test("a refusal stays readable and answerable through sizes")
  func dialog() throws {
    let library = try SessionLibrary()
    let terminal = try library.open(rows: 43, columns: 132)
    try terminal.send([Reader.khai, SessionLibrary.damagedCopy].scanned)
    try terminal.resize(rows: 5, columns: 20)
    try terminal.send(["B00002"].scanned)
    for (rows, columns) in [(10, 40), (24, 80), (60, 200)] {
      try terminal.resize(rows: rows, columns: columns)
      terminal.expect("Không cho mượn", "Bản này đang ghi", "Esc")
    }
    try terminal.send(Keys.escape)
    #expect(try library.lent() == ["B00002"])
    try terminal.leave()
  }

  @Test("a hundred sizes in the middle of a burst lose nothing")
  func storm() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai].scanned)
    let codes = (1...100).map(SessionLibrary.code)
    for (step, code) in codes.enumerated() {
      try terminal.write([code].scanned)
      terminal.changeSize(rows: 4 + step * 7 % 60, columns: 10 + step * 13 % 190)
    }
    try terminal.resize(rows: 24, columns: 80)
    #expect(terminal.loansShown == 100)
    #expect(try library.lent() == codes)
    try terminal.leave()
  }
}
