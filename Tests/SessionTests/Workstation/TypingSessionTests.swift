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
