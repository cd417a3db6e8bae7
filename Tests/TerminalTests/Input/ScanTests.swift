import Testing

@testable import Terminal

@Suite("Scan bursts")
struct ScanTests {
  /// Decodes reads at their times; each read is a drain of its own.
  private func decode(_ reads: [(UInt64, String)]) -> [InputEvent] {
    var decoder = InputDecoder()
    return reads.flatMap { time, text in
      decoder.decode(text.utf8, at: .init(milliseconds: 1_000 + time))
    }
  }

  private func scan(_ code: String, _ terminator: Scan.Terminator = .enter, typed: Int = 0)
    -> InputEvent
  {
    .scan(Scan(code: code, terminator: terminator, alreadyTyped: typed))
  }

  @Test("six quick characters and Enter or Tab are a scan, five are text")
  func boundary() {
    #expect(decode([(0, "B00001\r")]) == [scan("B00001")])
    #expect(decode([(0, "B00001\t")]) == [scan("B00001", .tab)])
    #expect(decode([(0, "B0001\r")]) == [.text("B0001"), .key(Key(.enter))])
  }

  @Test("every line end ends a scan, once", arguments: ["\r", "\n", "\r\n", "\u{1B}OM"])
  func lineEnds(end: String) {
    #expect(decode([(0, "B00001\(end)B00002\(end)")]) == [scan("B00001"), scan("B00002")])
  }

  @Test("a gap of 34 ms goes on, a gap of 35 ms was a person")
  func gaps() {
    #expect(
      decode([(0, "B00"), (34, "001"), (68, "\r")])
        == [.text("B00"), .text("001"), scan("B00001", typed: 6)])
    #expect(
      decode([(0, "B00001"), (35, "\r")]) == [.text("B00001"), .key(Key(.enter))])
    #expect(
      decode([(0, "abc"), (35, "B00001\r")]) == [.text("abc"), scan("B00001")])
  }

  @Test("letters that come one by one from a scanner are typed and then taken back")
  func oneByOne() {
    let reads = "B00001\r".enumerated().map { (UInt64($0.offset) * 8, String($0.element)) }
    let events = decode(reads)
    #expect(events.dropLast() == ["B", "0", "0", "0", "0", "1"].map { .text($0) })
    #expect(events.last == scan("B00001", typed: 6))
  }

  @Test("how much was typed is counted in graphemes")
  func graphemes() {
    #expect(
      decode([(0, "Nguye"), (1, "\u{302}\u{303}n A"), (2, "n\r")])
        == [.text("Nguye"), .text("\u{302}\u{303}n A"), scan("Nguye\u{302}\u{303}n An", typed: 8)])
  }

  @Test("200 codes in one write are 200 scans in order, however reads cut them")
  func burst() {
    let codes = (0..<200).map { "893\(1_000_000_000 + $0)" }
    let bytes = Array(codes.map { $0 + "\r" }.joined().utf8)
    for size in [1, 7, 13, 14, 15, 1_024, bytes.count] {
      var decoder = InputDecoder()
      var scans: [String] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        let part = bytes[start..<min(start + size, bytes.count)]
        for case .scan(let scan) in decoder.decode(part, at: .init(milliseconds: 5)) {
          scans.append(scan.code)
        }
      }
      #expect(scans == codes, "in reads of \(size)")
    }
  }

  @Test("several reads of one drain give no text of a scan")
  func oneDrain() {
    var decoder = InputDecoder()
    decoder.read("B00".utf8, at: .init(milliseconds: 1))
    decoder.read("001\rab".utf8, at: .init(milliseconds: 2))
    #expect(decoder.endDrain() == [scan("B00001"), .text("ab")])
  }

  @Test("a citizen card's code carries Vietnamese")
  func citizenCard() {
    let code =
      "001099012345|123456789|Nguyễn Văn Ánh|01011999|Nam|Số 1, Đường Láng, Hà Nội|02052021"
    #expect(decode([(0, code + "\r")]) == [scan(code)])
  }

  @Test("a paste is not a scan, and ends what was being typed")
  func paste() {
    #expect(
      decode([(0, "ab\u{1B}[200~B00001\r\u{1B}[201~\r")])
        == [.text("ab"), .paste("B00001\n"), .key(Key(.enter))])
  }

  @Test("a control character stays in its own code and harms no other")
  func controlCharacters() {
    #expect(
      decode([(0, "B00001\rB00\u{1D}002\rB00003\r")])
        == [scan("B00001"), scan("B00\u{1D}002"), scan("B00003")])
    #expect(
      decode([(0, "\u{15}B00001\r")]) == [.key(.control("u")), scan("B00001")])
    #expect(
      decode([(0, "B00\u{1D}"), (5, "002\r")])
        == [.text("B00"), .key(.control("]")), .text("002"), .key(Key(.enter))].dropLast(2)
        + [scan("B00\u{1D}002", typed: 3)])
  }

  @Test("a key in the middle ends the run")
  func keyInTheMiddle() {
    #expect(
      decode([(0, "abc\u{1B}[Adefghi\r")]) == [.text("abc"), .key(Key(.up)), scan("defghi")])
    #expect(
      decode([(0, "abc\u{7F}defg\r")])
        == [.text("abc"), .key(Key(.backspace)), .text("defg"), .key(Key(.enter))])
  }

  @Test("an answer of the terminal in the middle does not cut a scan")
  func terminalAnswerInTheMiddle() {
    let answer = "\u{1B}[?1;2c"
    #expect(decode([(0, "B00\(answer)001\r")]) == [.unknown(Array(answer.utf8)), scan("B00001")])
  }

  @Test("a code of 10 000 characters is one scan")
  func longCode() {
    let code = String(repeating: "7", count: 10_000)
    #expect(decode([(0, code + "\r")]) == [scan(code)])
  }
}
