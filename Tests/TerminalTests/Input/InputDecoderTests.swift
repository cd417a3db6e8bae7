import Testing

@testable import Terminal

@Suite("Input decoder")
struct InputDecoderTests {
  /// Decodes one read, then lets every waiting time pass.
  private func decode(
    _ text: String, with decoder: InputDecoder = InputDecoder()
  ) -> [InputEvent] {
    decode(Array(text.utf8), with: decoder)
  }

  private func decode(
    _ bytes: [UInt8], with decoder: InputDecoder = InputDecoder()
  ) -> [InputEvent] {
    var decoder = decoder
    return decoder.decode(bytes, at: .init(milliseconds: 0))
      + decoder.timePassed(to: .init(milliseconds: 10_000))
  }

  struct Sent: Sendable, CustomTestStringConvertible {
    let bytes: String
    let key: Key
    init(_ bytes: String, _ code: Key.Code, _ modifiers: Key.Modifiers = []) {
      self.bytes = bytes
      key = Key(code, modifiers)
    }
    var testDescription: String { bytes.debugDescription }
  }

  static let keys: [Sent] = [
    Sent("\r", .enter), Sent("\n", .enter), Sent("\t", .tab), Sent("\u{7F}", .backspace),
    Sent("\u{8}", .backspace), Sent("\u{1B}", .escape), Sent("\u{1}", .character("a"), .control),
    Sent("\u{1A}", .character("z"), .control), Sent("\u{0}", .character(" "), .control),
    Sent("\u{1C}", .character("\\"), .control), Sent("\u{1F}", .character("_"), .control),
    Sent("\u{1B}[A", .up), Sent("\u{1B}OB", .down), Sent("\u{1B}[1;5C", .right, .control),
    Sent("\u{1B}O5D", .left, .control), Sent("\u{1B}Od", .left, .control),
    Sent("\u{1B}[a", .up, .shift), Sent("\u{1B}[H", .home), Sent("\u{1B}[1~", .home),
    Sent("\u{1B}[7~", .home), Sent("\u{1B}OF", .end), Sent("\u{1B}[8~", .end),
    Sent("\u{1B}[2~", .insert), Sent("\u{1B}[3~", .delete), Sent("\u{1B}[3;5~", .delete, .control),
    Sent("\u{1B}[3$", .delete, .shift), Sent("\u{1B}[3^", .delete, .control),
    Sent("\u{1B}[3@", .delete, [.shift, .control]), Sent("\u{1B}[5~", .pageUp),
    Sent("\u{1B}[6;3~", .pageDown, .alt), Sent("\u{1B}OP", .function(1)),
    Sent("\u{1B}[[A", .function(1)), Sent("\u{1B}[[E", .function(5)),
    Sent("\u{1B}[11~", .function(1)), Sent("\u{1B}[15~", .function(5)),
    Sent("\u{1B}[17~", .function(6)), Sent("\u{1B}[24~", .function(12)),
    Sent("\u{1B}[34~", .function(20)), Sent("\u{1B}[1;2P", .function(1), .shift),
    Sent("\u{1B}[15;5~", .function(5), .control),
    Sent("\u{1B}[15;6~", .function(5), [.shift, .control]), Sent("\u{1B}[Z", .tab, .shift),
    Sent("\u{1B}OM", .enter), Sent("\u{1B}r", .character("r"), .alt),
    Sent("\u{1B}đ", .character("đ"), .alt), Sent("\u{1B}\r", .enter, .alt),
    Sent("\u{1B}\n", .enter, .alt), Sent("\u{1B}\u{7F}", .backspace, .alt),
    Sent("\u{1B}\u{1}", .character("a"), [.alt, .control]), Sent("\u{1B}\u{1B}[A", .up, .alt),
    Sent("\u{1B}[", .character("["), .alt), Sent("\u{1B}O", .character("O"), .alt),
    Sent("\u{1B}]", .character("]"), .alt), Sent("\u{1B}[13;2u", .enter, .shift),
    Sent("\u{1B}[105;5u", .character("i"), .control),
    Sent("\u{1B}[27;5;109~", .character("m"), .control),
    Sent("\u{1B}[27;2;13~", .enter, .shift), Sent("\u{1B}[27u", .escape),
    Sent("\u{1B}[9;5u", .tab, .control),
  ]

  @Test("keys of all common terminals", arguments: keys)
  func commonKeys(sent: Sent) {
    #expect(decode(sent.bytes) == [.key(sent.key)])
  }

  @Test("printable characters in a long form are text", arguments: ["97;65u", "27;2;65~", "65;2u"])
  func longForms(form: String) {
    #expect(decode("\u{1B}[\(form)") == [.text(form == "97;65u" ? "a" : "A")])
  }

  @Test("the keypad in application mode types digits")
  func keypad() {
    #expect(decode("\u{1B}Op\u{1B}Oy\u{1B}Ok\u{1B}On") == [.text("09+.")])
  }

  @Test(
    "what is no key of ours is one event and never letters",
    arguments: [
      "\u{1B}[I", "\u{1B}[O", "\u{1B}[?1;2c", "\u{1B}[>41;354;0c", "\u{1B}[200;1R", "\u{1B}[99~",
      "\u{1B}[<0;10;20M", "\u{1B}[M !!", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}P>|XTerm(354)\u{1B}\\",
      "\u{1B}_Gi=1;OK\u{1B}\\",
      "\u{1B}[?2026;2$y", "\u{1B}[57399u", "\u{1B}[97;1:3u", "\u{1B}[97;9u", "\u{1B}[201~",
      "\u{1B}[[Z", "\u{1B}OE", "\u{9B}",
    ])
  func unknownSequences(sequence: String) {
    #expect(decode(sequence) == [.unknown(Array(sequence.utf8))])
    #expect(
      decode("a\(sequence)b").filter { if case .unknown = $0 { false } else { true } }
        == [.text("ab")])
  }

  @Test("a sequence broken off by a control character leaves that character alone")
  func brokenSequence() {
    #expect(decode("\u{1B}[12\r") == [.unknown(Array("\u{1B}[12".utf8)), .key(Key(.enter))])
    #expect(decode("\u{1B}[12\u{1B}[A") == [.unknown(Array("\u{1B}[12".utf8)), .key(Key(.up))])
    #expect(decode("\u{1B}]0;x\u{1B}[A") == [.unknown(Array("\u{1B}]0;x".utf8)), .key(Key(.up))])
  }

  @Test("Escape alone is Escape once its time has passed, and not before")
  func escapeTimeout() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B], at: .init(milliseconds: 100)) == [])
    #expect(decoder.isMidSequence)
    #expect(decoder.deadline == .init(milliseconds: 125))
    #expect(decoder.timePassed(to: .init(milliseconds: 124)) == [])
    #expect(decoder.timePassed(to: .init(milliseconds: 125)) == [.key(Key(.escape))])
    #expect(!decoder.isMidSequence)
    #expect(decoder.decode([0x1B], at: .init(milliseconds: 200)) == [])
    #expect(decoder.decode(Array("[A".utf8), at: .init(milliseconds: 210)) == [.key(Key(.up))])
    #expect(decoder.decode([0x1B], at: .init(milliseconds: 300)) == [])
    #expect(
      decoder.decode(Array("[A".utf8), at: .init(milliseconds: 330))
        == [.key(Key(.escape)), .text("[A")])
  }

  @Test("Escape pressed twice is two Escapes")
  func doubleEscape() {
    #expect(decode("\u{1B}\u{1B}") == [.key(Key(.escape)), .key(Key(.escape))])
  }

  @Test("a sequence that is never finished comes out as unknown")
  func unfinished() {
    #expect(decode("\u{1B}[1;") == [.unknown(Array("\u{1B}[1;".utf8))])
    let long = [0x1B, 0x5D] + [UInt8](repeating: 0x61, count: 100_000)
    let events = decode(long)
    #expect(events.count == 1)
    guard case .unknown(let bytes) = events.first else {
      Issue.record("not unknown: \(events)")
      return
    }
    #expect(bytes.count <= 4_096)
  }

  @Test("CR LF is one Enter, in one read or in two")
  func carriageReturnLineFeed() {
    #expect(decode("\r\n\r\n\n") == Array(repeating: .key(Key(.enter)), count: 3))
    var decoder = InputDecoder()
    #expect(decoder.decode([0x0D], at: .init(milliseconds: 0)) == [.key(Key(.enter))])
    #expect(decoder.decode([0x0A], at: .init(milliseconds: 5)) == [])
    #expect(decoder.decode([0x0A], at: .init(milliseconds: 9)) == [.key(Key(.enter))])
  }

  @Test("the terminal's own erase character is Backspace")
  func erase() {
    #expect(decode([0x15], with: InputDecoder(erase: 0x15)) == [.key(Key(.backspace))])
    #expect(decode("#", with: InputDecoder(erase: 0x23)) == [.text("#")])
  }

  @Test("letters split over reads come out whole, wrong bytes as U+FFFD")
  func encodings() {
    var decoder = InputDecoder()
    let bytes = Array("ễ".utf8)
    #expect(decoder.decode(bytes[..<1], at: .init(milliseconds: 0)) == [])
    #expect(decoder.decode(bytes[1...], at: .init(milliseconds: 1)) == [.text("ễ")])
    #expect(decode([0xE1, 0xBB]) == [.text("\u{FFFD}")])
    #expect(decode([0x61, 0xFF, 0xC0, 0x80, 0x62]) == [.text("a\u{FFFD}\u{FFFD}\u{FFFD}b")])
    #expect(decode("Nguye\u{302}\u{303}n") == [.text("Nguye\u{302}\u{303}n")])
  }

  @Test("wrong UTF-8 is repaired as the standard library does it")
  func repair() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<500 {
      let bytes = (0..<12).map { _ in UInt8.random(in: 0xA0...0xFF, using: &random) }
      let text = decode(bytes).map { if case .text(let text) = $0 { text } else { "" } }.joined()
      #expect(
        Array(text.unicodeScalars) == Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    }
  }

  @Test("terminfo teaches the sequences that the grammar does not know")
  func terminfo() {
    let strings: [String: String] = [
      "kf1": "\u{1B}[224z", "kf13": "\u{1B}[1;2P", "kf2": "\u{1B}[M", "kcuu1": "\u{1B}A",
      "kRIT5": "\u{1B}[c9x", "kbs": "\u{7F}",
    ]
    let decoder = InputDecoder(sequences: KeySequences { strings[$0].map { Array($0.utf8) } })
    #expect(decode("\u{1B}[224z", with: decoder) == [.key(.function(1))])
    #expect(decode("\u{1B}[1;2P", with: decoder) == [.key(Key(.function(1), .shift))])
    #expect(decode("\u{1B}[M", with: decoder) == [.key(.function(2))])
    #expect(decode("\u{1B}A\u{1B}B", with: decoder) == [.key(Key(.up)), .key(.alt("B"))])
    #expect(decode("\u{1B}[c9x", with: decoder) == [.key(Key(.right, .control))])
    #expect(decode("\u{1B}", with: decoder) == [.key(Key(.escape))])
  }
}
