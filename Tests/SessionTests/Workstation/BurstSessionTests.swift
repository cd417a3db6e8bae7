import Testing

/// Law 1: no scan is ever lost, reordered or swallowed.
@Suite("Bursts of scans")
struct BurstSessionTests {
  private typealias Reader = SessionLibrary.Reader

  @Test("200 codes in one write are 200 loans in their order")
  func burst() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai].scanned)
    let codes = (1...200).map(SessionLibrary.code)
    try terminal.send(codes.scanned)
    #expect(terminal.loansShown == 200)
    #expect(terminal.copiesListed == codes.suffix(terminal.copiesListed.count).reversed())
    #expect(try library.lent() == codes)
    try terminal.leave()
  }

  @Test("card and copies in one write, before the first screen stood, are all taken")
  func typedAhead() throws {
    let library = try SessionLibrary()
    let codes = (1...20).map(SessionLibrary.code)
    let terminal = try library.start()
    try terminal.send(([Reader.khai] + codes).scanned)
    #expect(terminal.loansShown == 20)
    #expect(try library.lent() == codes)
  }

  @Test("a refusal in the middle holds the rest until a person answers", arguments: [false, true])
  func refusal(isLifted: Bool) throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai].scanned)
    let first = (1...29).map(SessionLibrary.code)
    let rest = (31...60).map(SessionLibrary.code)
    try terminal.send((first + [SessionLibrary.damagedCopy] + rest).scanned)
    terminal.expect("Bản này đang ghi là", SessionLibrary.damagedCopy)
    #expect(try library.lent() == first)

    try terminal.send(SessionLibrary.code(61) + "\r")
    terminal.expect("Bản này đang ghi là")
    if isLifted {
      try terminal.send("chỉ rách bìa")
      try terminal.send(Keys.f9)
    } else {
      try terminal.send(Keys.escape)
    }
    let lifted = isLifted ? [SessionLibrary.damagedCopy] : []
    let expected = first + lifted + rest + [SessionLibrary.code(61)]
    #expect(try library.lent() == expected)
    #expect(terminal.loansShown == expected.count)
    try terminal.leave()
    #expect(try library.isSound())
  }

  @Test("each of several refusals in one burst is asked by itself")
  func refusals() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    let codes = (1...6).map(SessionLibrary.code)
    try terminal.send(([Reader.lan] + codes).scanned)
    for refused in codes.suffix(3) {
      terminal.expect("Đang mượn 3 bản, quy định nhiều nhất 3", refused)
      try terminal.send(Keys.escape)
    }
    terminal.expectNo("Vẫn cho mượn")
    #expect(terminal.loansShown == 3)
    #expect(try library.lent() == Array(codes.prefix(3)))
    try terminal.leave()
  }

  @Test("a burst of codes nobody knows is one outcome each and few bells")
  func unknownCodes() throws {
    let library = try SessionLibrary()
    let terminal = try library.open(rows: 240, columns: 100)
    let codes = (1...200).map { "X\(10_000 + $0)" }
    try terminal.send(codes.scanned)
    let listed = terminal.lines.compactMap { line in
      line.split(separator: " ").first { $0.count == 6 && $0.first == "X" }.map(String.init)
    }
    #expect(listed.first == "X10200")
    #expect(listed.dropFirst().elementsEqual(codes.reversed()), "\(terminal.text)")
    #expect(terminal.bells < codes.count / 2)
    try terminal.leave()
  }

  @Test("codes no label could carry are answered, shown safely and do no harm")
  func badCodes() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([String(repeating: "9", count: 10_000)].scanned)
    // The line's own buffer holds 4,096 bytes: on a busy machine its front may pass as typed.
    terminal.expect("MÃ LẠ", "ký tự, nhiều nhất 40")
    try terminal.send(["Nguyễn-Ánh-01"].scanned)
    terminal.expect("MÃ LẠ", "Mã vạch không mang được chữ «ễ»")
    try terminal.send("B0\u{1}00\u{2}01\r")
    terminal.expect("MÃ LẠ", "Mã có ký tự điều khiển")
    try terminal.send(["B00001"].scanned)
    terminal.expect("TRONG KHO", "Số đỏ")
    try terminal.leave()
    #expect(try library.isSound())
  }
}
