import Glibc
import Testing

/// The loop over a real pseudo-terminal, with a small program of its own.
@Suite("Terminal session")
struct TerminalSessionTests {
  private func probe(
    _ environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) throws -> VirtualTerminal {
    let terminal = try VirtualTerminal(
      "TerminalProbe", environment: environment, rows: rows, columns: columns)
    try terminal.settle()
    return terminal
  }

  private let workerCrashKey = "\u{1B}OR"
  private let noiseKey = "\u{1B}OS"
  private let crashKey = "\u{1B}[15~"
  private let complainKey = "\u{1B}[17~"
  private let workKey = "\u{1B}[18~"
  private let flashKey = "\u{1B}[19~"
  private let repaintKey = "\u{1B}[20~"
  private let quitKey = "\u{1B}[21~"

  @Test(
    "Vietnamese is shown and typed on every terminal, without a locale too",
    arguments: [
      ("xterm-256color", "C"), ("linux", "C"), ("vt220", "vi_VN.UTF-8"), ("tmux-256color", "C"),
      ("xterm", "C"),
    ])
  func terminals(name: String, locale: String) throws {
    let terminal = try probe(["TERM": name, "LC_ALL": locale, "LANG": "C"])
    #expect(terminal.lines[0] == "Thử 0               24x80")
    try terminal.send("Nguyễn Ngu\u{31B}o\u{31B}\u{300}i")
    let marks = "o\u{31B}\u{300}i".unicodeScalars
    #expect(terminal.lines[1].unicodeScalars.suffix(4).elementsEqual(marks))
    #expect(terminal.cursor?.column == 14)
    try terminal.send("\r")
    #expect(terminal.lines[0].hasPrefix("Thử 1"))
    try terminal.write(quitKey)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isLineCooked)
    #expect(!terminal.isOnAlternateScreen)
  }

  @Test("colours follow the terminal, and NO_COLOR is obeyed")
  func colours() throws {
    let colourful = try probe()
    let title = try #require(colourful.cell(row: 0, column: 0))
    #expect(title.text == "T")
    #expect(title.background == 4)
    #expect(title.isBold)
    #expect(colourful.cell(row: 1, column: 0)?.background == 152)
    let mono = try #require(try probe(["NO_COLOR": "1"]).cell(row: 0, column: 0))
    #expect(mono.background == -1)
    #expect(mono.isReversed)
    #expect(try probe(["TERM": "linux"]).cell(row: 1, column: 0)?.background == 6)
  }

  @Test("200 codes in one write are 200 outcomes in at most three frames")
  func burst() throws {
    let terminal = try probe(rows: 240)
    let codes = (0..<200).map { "893\(1_000_000_000 + $0)" }
    try terminal.send(codes.map { $0 + "\r" }.joined())
    #expect(terminal.lines[0].hasPrefix("Thử 200"))
    #expect(Array(terminal.lines[4..<204]) == codes)
    try terminal.write(quitKey)
    #expect(try terminal.waitForEnd() == 0)
    let farewell = try #require(terminal.lines.first { $0.hasPrefix("quit after ") })
    let frames = try #require(farewell.split(separator: " ").dropFirst(2).first.flatMap { Int($0) })
    #expect(frames <= 1 + 3)
  }

  @Test("codes typed before the program was ready are not lost")
  func typedAhead() throws {
    let terminal = try VirtualTerminal("TerminalProbe", rows: 60)
    let codes = (0..<20).map { "B\(10_000 + $0)" }
    try terminal.send(codes.map { $0 + "\r" }.joined())
    #expect(terminal.lines[0].hasPrefix("Thử 20"))
  }

  @Test("a scan's Enter never answers a question, and what waited follows the answer")
  func question() throws {
    let terminal = try probe()
    try terminal.send("B00001?\rB00002\r\rB00003\r")
    #expect(terminal.lines[6].contains("Lend B00001??"))
    #expect(terminal.lines[0].hasPrefix("Thử 1"))
    for letter in "B00004\r" { try terminal.write(String(letter)) }
    try terminal.settle()
    #expect(terminal.lines[6].contains("Lend B00001??"))
    #expect(terminal.bells == 1)
    try terminal.send("vì\r")
    #expect(
      terminal.lines[4...9] == ["B00001?", "B00001? vì", "B00002", "", "B00003", "B00004"])
  }

  @Test("the screen follows the terminal's size and survives one that is far too small")
  func resize() throws {
    let terminal = try probe()
    try terminal.resize(rows: 43, columns: 132)
    #expect(terminal.lines[0] == "Thử 0               43x132")
    try terminal.resize(rows: 5, columns: 20)
    #expect(terminal.lines[0] == "The terminal is too")
    try terminal.resize(rows: 1, columns: 1)
    try terminal.send("B00001\r")
    try terminal.resize(rows: 24, columns: 80)
    #expect(terminal.lines[0] == "Thử 1               24x80")
    #expect(terminal.lines[4] == "B00001")
  }

  @Test("a crash on any thread gives the terminal back and leaves its message readable")
  func crash() throws {
    for key in [crashKey, workerCrashKey] {
      let terminal = try probe()
      try terminal.write(key)
      #expect(try terminal.waitForEnd() > 1_000)
      #expect(terminal.isLineCooked)
      #expect(!terminal.isOnAlternateScreen)
      #expect(terminal.text.contains("was told to crash"))
      #expect(terminal.cursor != nil)
    }
  }

  @Test(
    "what changed bit by bit looks as if it was all drawn anew",
    arguments: ["xterm-256color", "linux", "vt220"])
  func changesAgainstWhole(name: String) throws {
    let terminal = try probe(["TERM": name])
    for _ in 0..<25 {
      try terminal.send(noiseKey)
      let changed = cells(of: terminal)
      try terminal.send(repaintKey)
      let whole = cells(of: terminal)
      for (index, (changed, whole)) in zip(changed, whole).enumerated() {
        #expect(changed == whole, "row \(index / 80), column \(index % 80)")
      }
    }
  }

  private func cells(of terminal: VirtualTerminal) -> [VirtualTerminal.Cell?] {
    (0..<terminal.size.rows).flatMap { row in
      (0..<terminal.size.columns).map { terminal.cell(row: row, column: $0) }
    }
  }

  @Test("what is written to standard error does not spoil the screen and follows at the end")
  func standardError() throws {
    let terminal = try probe()
    try terminal.send(complainKey)
    #expect(terminal.lines[2] == "complained")
    #expect(!terminal.text.contains("a message on standard error"))
    try terminal.write(quitKey)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.text.contains("a message on standard error"))
  }

  @Test("a running job is waited for, and its progress shown")
  func job() throws {
    let terminal = try probe()
    try terminal.write(workKey)
    try terminal.wait { $0.lines[2] == "working" }
    try terminal.settle()
    #expect(terminal.lines[2] == "worked")
  }

  @Test("bell and flash reach the terminal and leave the screen as it was")
  func bell() throws {
    let terminal = try probe()
    let before = terminal.text
    try terminal.send(flashKey)
    #expect(terminal.bells == 1)
    try terminal.send(repaintKey)
    #expect(terminal.text == before)
  }

  @Test("the program ends cleanly when asked to", arguments: [SIGTERM, SIGHUP, SIGINT])
  func ends(signal: Int32) throws {
    let terminal = try probe()
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isLineCooked)
    #expect(terminal.text.contains("interrupted"))
  }

  @Test("the program ends when its terminal goes away")
  func hangUp() throws {
    let terminal = try probe()
    terminal.hangUp()
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test("the program stops and comes back with the same screen")
  func suspend() throws {
    let terminal = try probe()
    try terminal.send("abc")
    let before = terminal.lines
    let rests = terminal.rests
    terminal.signal(SIGTSTP)
    // Only a process that has stopped can be continued: one that is about to would miss the signal.
    try terminal.wait(step: 5) { $0.isStopped && !$0.isOnAlternateScreen }
    #expect(terminal.isLineCooked)
    terminal.signal(SIGCONT)
    try terminal.wait { $0.rests > rests && $0.isOnAlternateScreen }
    #expect(terminal.lines == before)
    #expect(!terminal.isLineCooked)
    try terminal.send("d")
    #expect(terminal.lines[1] == "> abcd")
  }

  @Test(
    "no screen is opened on a terminal that is unknown or cannot place its cursor",
    arguments: ["no-such-thing", "dumb", ""])
  func unknownTerminal(name: String) throws {
    let terminal = try VirtualTerminal("TerminalProbe", environment: ["TERM": name])
    #expect(try terminal.waitForEnd() == 3)
    #expect(terminal.text.contains("unknown terminal:"))
    #expect(terminal.isLineCooked)
  }

  @Test("a lone Escape is a key, and sequences nobody knows type nothing")
  func escapes() throws {
    let terminal = try probe()
    try terminal.send("\u{1B}")
    #expect(terminal.lines[2].contains("escape"))
    try terminal.send("\u{1B}[?1;2c\u{1B}[999~")
    #expect(terminal.lines[1] == ">")
    #expect(terminal.lines[2].contains("unknown"))
  }

  @Test("a program that is given no terminal says so")
  func noTerminal() throws {
    let terminal = try VirtualTerminal(
      "/bin/sh", ["-c", "\(VirtualTerminal.builtProgram("TerminalProbe")) </dev/null"])
    #expect(try terminal.waitForEnd() == 4)
    #expect(terminal.text.contains("notATerminal"))
  }

  @Test("lines are plain where nothing better can be drawn")
  func plainLines() throws {
    let terminal = try VirtualTerminal("TerminalProbe", ["--plain-lines"])
    try terminal.settle()
    #expect(terminal.lines[3] == String(repeating: "-", count: 80))
  }

  @Test("a paste arrives as one event")
  func paste() throws {
    let terminal = try probe()
    try terminal.send("\u{1B}[200~Số đỏ\rB00001\r\u{1B}[201~")
    #expect(terminal.lines[2] == #"paste("Số đỏ\nB00001\n")"#)
    #expect(terminal.lines[0].hasPrefix("Thử 0"))
  }
}
