import Foundation
import Testing

/// The desk on every kind of terminal a library may have kept.
@Suite("Kinds of terminals")
struct TerminalKindTests {
  private typealias Reader = SessionLibrary.Reader

  struct Kind: CustomTestStringConvertible {
    var name: String
    var more: [String: String] = [:]
    var f2 = Keys.f2
    var isColourful = true

    var testDescription: String { ([name] + more.keys).joined(separator: " ") }
    var environment: [String: String] { more.merging(["TERM": name]) { $1 } }

    static let all = [
      Kind(name: "xterm-256color"),
      Kind(name: "tmux-256color"),
      Kind(name: "linux", f2: "\u{1B}[[B"),
      Kind(name: "vt220", isColourful: false),
      Kind(name: "xterm-mono", isColourful: false),
      Kind(name: "xterm-256color", more: ["NO_COLOR": "1"], isColourful: false),
      Kind(name: "linux", more: ["LC_ALL": "C", "LANG": "C"], f2: "\u{1B}[[B"),
    ]
  }

  @Test("a loan is made and refused on each of them", arguments: Kind.all, [(24, 80), (43, 132)])
  func loan(kind: Kind, size: (rows: Int, columns: Int)) throws {
    let library = try SessionLibrary()
    let terminal = try library.open(
      environment: kind.environment, rows: size.rows, columns: size.columns)
    terminal.expect("QUẦY MƯỢN – TRẢ")
    try terminal.send(kind.f2)
    terminal.expect("GHI MƯỢN")
    try terminal.send([Reader.khai, "B00001"].scanned)
    terminal.expect("Nguyễn Thị Minh Khai", "ĐÃ CHO MƯỢN – hạn trả", "Số đỏ / Vũ Trọng Phụng")
    try terminal.send([SessionLibrary.damagedCopy].scanned)
    terminal.expect("Không cho mượn", "Bản này đang ghi là")
    #expect(hasColours(terminal) == kind.isColourful)
    try terminal.send(Keys.escape)
    try terminal.leave()
    #expect(try library.lent() == ["B00001"])
  }

  private func hasColours(_ terminal: VirtualTerminal) -> Bool {
    (0..<terminal.size.rows).contains { row in
      (0..<terminal.size.columns).contains { column in
        guard let cell = terminal.cell(row: row, column: column) else { return false }
        return cell.foreground >= 0 || cell.background >= 0
      }
    }
  }

  @Test(
    "a serial line without a locale is sent nothing but ASCII, and the loan is made",
    arguments: ["vt220", "vt100", "vt102"])
  func sevenBits(name: String) throws {
    let library = try SessionLibrary()
    let terminal = try library.open(environment: ["TERM": name, "LC_ALL": "", "LANG": "C"])
    terminal.expect("QUAY MUON - TRA", "-- Hom nay -----")
    try terminal.send([Reader.khai, "B00001"].scanned)
    terminal.expect("Nguyen Thi Minh Khai", "DA CHO MUON - han tra", "So do / Vu Trong Phung")
    try terminal.send([SessionLibrary.damagedCopy].scanned)
    terminal.expect("+- Khong cho muon -----", "Ban nay dang ghi la")
    #expect(terminal.bytesBeyondASCII == 0)
    try terminal.send(Keys.escape)
    try terminal.leave()
    #expect(terminal.bytesBeyondASCII == 0)
    #expect(try library.lent() == ["B00001"])
  }

  @Test("a name typed in UTF-8 on such a line is understood and shown without its marks")
  func typedOnSevenBits() throws {
    let library = try SessionLibrary()
    let terminal = try library.open(environment: ["TERM": "vt220", "LC_ALL": "C"])
    try terminal.send("số đỏ")
    terminal.expect("> so do")
    try terminal.send(Keys.enter)
    terminal.expect("So do")
    #expect(terminal.bytesBeyondASCII == 0)
  }

  @Test("what a command says on such a line is ASCII too, and JSON stays UTF-8")
  func commandsOnSevenBits() throws {
    let library = try SessionLibrary()
    let serial = ["TERM": "vt220", "LC_ALL": "C"]
    let help = try library.start(["patron", "--help"], environment: serial, columns: 120)
    #expect(try help.waitForEnd() == 0)
    help.expect("Ban doc", "TUY CHON")
    #expect(help.bytesBeyondASCII == 0)
    let found = try library.start(["search", "do so"], environment: serial)
    #expect(try found.waitForEnd() == 0)
    found.expect("So do")
    #expect(found.bytesBeyondASCII == 0)
    let json = try library.start(["search", "do so", "--json"], environment: serial)
    #expect(try json.waitForEnd() == 0)
    #expect(json.bytesBeyondASCII > 0)
  }

  @Test("a word decides where the locale would decide otherwise")
  func letters() throws {
    let library = try SessionLibrary()
    let serial = ["TERM": "vt220", "LC_ALL": "C"]
    try library.open(["--letters", "marked"], environment: serial).expect("QUẦY MƯỢN – TRẢ")
    try library.open(
      environment: serial.merging(["THUTHU_LETTERS": "marked"]) { $1 }
    ).expect("QUẦY MƯỢN – TRẢ")
    let plain = try library.open(["--letters", "plain"])
    plain.expect("QUAY MUON - TRA")
    #expect(plain.bytesBeyondASCII == 0)
  }

  @Test("a console's window elsewhere, without a locale, has its letters and frames")
  func linuxWithoutLocale() throws {
    let library = try SessionLibrary()
    let terminal = try library.open(environment: ["TERM": "linux", "LC_ALL": "C", "LANG": "C"])
    terminal.expect("QUẦY MƯỢN – TRẢ", "── Hôm nay ───")
    try terminal.send([Reader.khai, SessionLibrary.damagedCopy].scanned)
    terminal.expect("┌─ Không cho mượn ───", "Bản này đang ghi là")
  }

  @Test("a font that is asked for where none can be loaded is told once")
  func fontElsewhere() throws {
    let library = try SessionLibrary()
    try library.open(["--console-font", "large"]).expect("Đây không phải console Linux")
    let quiet = try library.open()
    #expect(!quiet.text.contains("console"))
  }

  @Test("the page about this terminal says what it shows")
  func page() throws {
    let library = try SessionLibrary()
    let terminal = try library.open(environment: ["TERM": "vt220", "LC_ALL": "C"])
    try terminal.send("\u{10}")
    try terminal.send(Keys.paste("man hinh nay"))
    try terminal.send(Keys.enter)
    terminal.expect("MAN HINH NAY", "vt220", "khong dau (tieng Viet) - theo loai thiet bi")
  }

  @Test("lines are plain where somebody asks for it")
  func plainLines() throws {
    let library = try SessionLibrary()
    let terminal = try library.open(["--plain-lines"])
    terminal.expect("QUẦY MƯỢN – TRẢ", "-- Hôm nay -----")
    try terminal.send([Reader.khai, SessionLibrary.damagedCopy].scanned)
    terminal.expect("+- Không cho mượn -----", "Bản này đang ghi là")
    #expect(!terminal.text.unicodeScalars.contains { (0x2500...0x257F).contains($0.value) })
  }

  @Test(
    "a terminal nobody knows is named in one sentence", arguments: ["no-such-terminal", "dumb", ""])
  func unknown(name: String) throws {
    let library = try SessionLibrary()
    let terminal = try library.start(environment: ["TERM": name])
    #expect(try terminal.waitForEnd() == 4)
    #expect(terminal.isLineCooked)
    #expect(!terminal.isOnAlternateScreen)
    terminal.expect("thuthu: ", "TERM")
  }

  @Test("without a terminal it says so and does nothing")
  func pipe() throws {
    let library = try SessionLibrary()
    let ending = try library.run([], input: [Reader.khai, "B00001"].scanned)
    #expect(ending.status == 4)
    #expect(ending.output.isEmpty)
    #expect(ending.errors.hasPrefix("thuthu: "))
    #expect(ending.errors.split(separator: "\n").count == 1)
    #expect(try library.lent().isEmpty)
  }
}
