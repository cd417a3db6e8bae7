import Foundation
import Testing

/// Vietnamese typed and pasted into the line of the desk.
@Suite("Typing at the desk")
struct TypingSessionTests {
  /// The line between `>` and what will happen.
  private func line(of terminal: VirtualTerminal) -> String {
    let row = terminal.lines[4]
    return String(row.dropFirst(3).prefix(36)).trimmed
  }

  @Test("precomposed and decomposed letters are the same line, and Backspace takes a letter whole")
  func letters() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send("đường Nguyễn")
    #expect(line(of: terminal) == "đường Nguyễn")
    try terminal.send(String(repeating: Keys.backspace, count: 12))
    #expect(line(of: terminal).isEmpty)

    for part in "Ngu\u{31B}o\u{31B}\u{300}i".unicodeScalars { try terminal.send(String(part)) }
    #expect(line(of: terminal) == "Người")
    #expect(terminal.cursor?.column == 3 + 5)
    try terminal.send(Keys.backspace + Keys.backspace)
    #expect(line(of: terminal) == "Ngư")
    #expect(terminal.cursor?.column == 3 + 3)
    try terminal.send(Keys.escape)
    #expect(line(of: terminal).isEmpty)
    try terminal.leave()
  }

  @Test("letters cut in the middle by the line are put together")
  func cutLetters() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    for byte in "tiếng Việt".utf8 { try terminal.write(byte: byte) }
    try terminal.settle()
    #expect(line(of: terminal) == "tiếng Việt")
    try terminal.write(byte: 0xE1)
    try terminal.send("!")
    #expect(line(of: terminal) == "tiếng Việt\u{FFFD}!")
    try terminal.leave()
  }

  @Test("a paste types its words and does not press Enter")
  func paste() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send(Keys.paste("Số đỏ\rB00001\r"))
    terminal.expect("Số đỏ B00001")
    #expect(terminal.copiesListed.isEmpty)
    try terminal.send(Keys.escape)
    try terminal.send(Keys.paste("B00001"))
    #expect(line(of: terminal) == "B00001")
    terminal.expect("Enter: xem «Số đỏ»")
    try terminal.send(Keys.enter)
    terminal.expect("TRONG KHO")
    try terminal.leave()
    #expect(try library.lent().isEmpty)
  }

  @Test(
    "Telex at the desk: words are composed, codes and scans are not, and keys switch and give back")
  func telex() throws {
    let library = try SessionLibrary()
    let terminal = try library.open(["--typing", "telex"])
    try terminal.send("dduowngf")
    #expect(line(of: terminal) == "đường")
    try terminal.send(Keys.backspace + Keys.backspace)
    #expect(line(of: terminal) == "đườ")
    try terminal.send("ngs")
    #expect(line(of: terminal) == "đướng")
    try terminal.send(Keys.giveBack)
    #expect(line(of: terminal) == "dduowfngs")
    try terminal.send(Keys.escape)
    terminal.expect("TELEX")
    try terminal.send(Keys.typingSwitch)
    terminal.expectNo("TELEX")
    try terminal.send("dduowngf")
    #expect(line(of: terminal) == "dduowngf")
    try terminal.send(Keys.escape)
    try terminal.send(Keys.typingSwitch)
    try terminal.send("TV0001")
    #expect(line(of: terminal) == "TV0001")
    try terminal.send(Keys.escape)
    try terminal.send([SessionLibrary.Reader.khai, "B00001", "B00002"].scanned)
    #expect(terminal.loansShown == 2)
    try terminal.leave()
    #expect(try library.lent() == ["B00001", "B00002"])
  }

  @Test("every syllable of the dictionary is typed into the patron's form")
  func everySyllable() throws {
    let library = try SessionLibrary()
    try "start on\nmethod telex\nstyle new\n".write(
      toFile: library.home + "/config/thuthu/typing", atomically: true, encoding: .utf8)
    let terminal = try library.open()
    try terminal.send(Keys.f4)
    try terminal.send(Keys.f8)
    var wrong: [String] = []
    var batch: [String] = []
    for (turn, syllable) in TypedSyllables.all.enumerated() {
      batch.append(syllable)
      let columns = batch.reduce(0) { $0 + $1.count + 1 }
      guard columns > 46 || turn == TypedSyllables.all.count - 1 else { continue }
      let keys = batch.enumerated().map { TypedSyllables.telex($1, turn: turn + $0) }
      try terminal.send(Keys.clear + keys.joined(separator: " "))
      let row = terminal.lines.first { $0.contains("Họ và tên") } ?? ""
      let typed = row.dropFirst(22).split(separator: " ").map(String.init)
      if typed != batch { wrong += zip(keys, typed).map { "\($0) \($1)" } }
      batch = []
    }
    #expect(wrong == [])
    try terminal.send(Keys.escape)
    try terminal.send(Keys.f9)
    try terminal.send(Keys.escape)
    try terminal.leave()
  }

  @Test("how one types is asked once, and scans go to the desk behind the question")
  func question() throws {
    let library = try SessionLibrary()
    try FileManager.default.removeItem(atPath: library.home + "/config/thuthu/typing")
    let terminal = try library.open()
    terminal.expect("GÕ TIẾNG VIỆT")
    try terminal.send([SessionLibrary.Reader.khai, "B00001"].scanned)
    terminal.expect("GÕ TIẾNG VIỆT")
    try terminal.send(Keys.right + Keys.f9)
    terminal.expect("TELEX", "Nguyễn Thị Minh Khai")
    try terminal.leave()
    let next = try library.open()
    next.expect("TELEX")
    next.expectNo("GÕ TIẾNG VIỆT")
    try next.leave()
    #expect(try library.lent() == ["B00001"])
  }

  @Test("keys no keyboard of ours has, and bytes that are no text, type nothing")
  func noise() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send(
      "\u{1B}[?1;2c\u{1B}[999~\u{1B}]11;rgb:0000/0000/0000\u{1B}\\\u{1B}P>|x\u{1B}\\")
    #expect(line(of: terminal).isEmpty)
    #expect(try library.isSound())
    try terminal.leave()
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
