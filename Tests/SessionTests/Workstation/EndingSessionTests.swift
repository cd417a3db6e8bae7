import Glibc
import Testing

/// Every way out of the desk gives the terminal back.
@Suite("Ways out of the desk")
struct EndingSessionTests {
  private typealias Reader = SessionLibrary.Reader

  @Test("a system that asks it to end is obeyed", arguments: [SIGTERM, SIGHUP, SIGINT])
  func ends(signal: Int32) throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai, "B00001"].scanned)
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isLineCooked)
    #expect(!terminal.isOnAlternateScreen)
    #expect(try library.lent() == ["B00001"])
    #expect(try library.isSound())
  }

  @Test("scans that waited behind a question are named when the program is ended")
  func unanswered() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    let codes = ["B00001", SessionLibrary.damagedCopy, "B00002", "B00003"]
    try terminal.send(([Reader.khai] + codes).scanned)
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("chưa được ghi: B00002, B00003"), "\(terminal.text)")
    #expect(try library.lent() == ["B00001"])
  }

  @Test("it ends when its terminal goes away, and what was scanned is there")
  func hangUp() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai].scanned)
    let codes = (1...30).map(SessionLibrary.code)
    try terminal.send(codes.scanned)
    terminal.hangUp()
    #expect(try terminal.waitForEnd() == 0)
    #expect(try library.lent() == codes)
    #expect(try library.isSound())
  }

  @Test("a crash gives the terminal back", arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGILL])
  func crash(signal: Int32) throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai, "B00001"].scanned)
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == 1000 + Int(signal))
    #expect(terminal.isLineCooked)
    #expect(!terminal.isOnAlternateScreen)
    #expect(terminal.cursor != nil)
    #expect(try library.lent() == ["B00001"])
    #expect(try library.isSound())
  }

  @Test("Ctrl+Z of the shell stops it, and it comes back as it was")
  func suspend() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try terminal.send([Reader.khai, "B00001"].scanned)
    let before = terminal.lines.dropFirst()
    let rests = terminal.rests
    terminal.signal(SIGTSTP)
    try terminal.wait(step: 5) { $0.isStopped && !$0.isOnAlternateScreen }
    #expect(terminal.isLineCooked)
    terminal.signal(SIGCONT)
    try terminal.wait { $0.rests > rests && $0.isOnAlternateScreen }
    #expect(terminal.lines.dropFirst() == before)
    try terminal.leave()
  }
}
