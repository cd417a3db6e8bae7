import Testing

@testable import Terminal

@Suite("Input decoder under random bytes")
struct DecoderFuzzTests {
  /// What must not depend on how reads cut the bytes: what was typed and pressed, in order.
  private func canonical(_ events: [InputEvent]) -> [String] {
    var result: [String] = []
    for event in events {
      switch event {
      case .text(let text): result += characters(text)
      case .scan(let scan):
        result.removeLast(typedItems(of: scan, in: result))
        result += characters(scan.code)
        result.append("\(Key(scan.terminator == .enter ? .enter : .tab))")
      case .key(let key): result.append("\(key)")
      case .paste(let text): result.append("paste \(text)")
      case .unknown, .resize, .closed: break
      }
    }
    return result
  }

  /// How many items at the end are the front of the scan, which it says was typed already.
  private func typedItems(of scan: Scan, in result: [String]) -> Int {
    let scalars = Array(scan.code.unicodeScalars)
    let items = characters(scan.code)
    return (0...items.count).last { count in
      let text = scalars.prefix(count).filter { Key(control: $0) == nil }
      return String(String.UnicodeScalarView(text)).count == scan.alreadyTyped
        && Array(result.suffix(count)) == Array(items.prefix(count))
    } ?? 0
  }

  private func characters(_ text: String) -> [String] {
    text.unicodeScalars.map { scalar in
      Key(control: scalar).map { "\($0)" } ?? String(scalar.value, radix: 16)
    }
  }

  private func unknown(_ events: [InputEvent]) -> [InputEvent] {
    events.filter { if case .unknown = $0 { true } else { false } }
  }

  private static let pieces: [[UInt8]] = [
    [0x1B], [0x1B], Array("[".utf8), Array("O".utf8), Array("]".utf8), Array("P".utf8), [0x07],
    Array("\u{1B}\\".utf8), Array("1;5".utf8), Array("~".utf8), Array("$".utf8), Array("u".utf8),
    Array("\u{1B}[200~".utf8), Array("\u{1B}[201~".utf8), [0x0D], [0x0A], [0x09], [0x1D], [0x7F],
    Array("B00001\r".utf8), Array("ễ".utf8), [0xE1], [0xBB], [0xFF], [0xC2, 0x9B], [0x18],
    Array("M".utf8), Array("abc".utf8), [0x00],
  ]

  private func randomBytes(_ random: inout SeededRandom) -> [UInt8] {
    (0..<Int.random(in: 1...40, using: &random)).flatMap { _ -> [UInt8] in
      Bool.random(using: &random)
        ? Self.pieces.randomElement(using: &random) ?? []
        : [UInt8.random(in: 0...255, using: &random)]
    }
  }

  @Test("any bytes in any reads give the same events")
  func anyChunking() {
    var random = SeededRandom(seed: 2026)
    for round in 0..<3_000 {
      let bytes = randomBytes(&random)
      var whole = InputDecoder()
      var cut = InputDecoder()
      var wholeEvents = whole.decode(bytes, at: .init(milliseconds: 50))
      var cutEvents: [InputEvent] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let part = rest.prefix(Int.random(in: 1...5, using: &random))
        cutEvents += cut.decode(part, at: .init(milliseconds: 50))
        rest = rest.dropFirst(part.count)
      }
      wholeEvents += whole.timePassed(to: .init(milliseconds: 99_000))
      cutEvents += cut.timePassed(to: .init(milliseconds: 99_000))
      #expect(canonical(wholeEvents) == canonical(cutEvents), "round \(round): \(bytes)")
      #expect(unknown(wholeEvents) == unknown(cutEvents), "round \(round): \(bytes)")
      #expect(!whole.isMidSequence)
      #expect(!cut.isMidSequence)
    }
  }

  @Test("any bytes at any times leave a decoder that still reads scans")
  func anyTiming() {
    var random = SeededRandom(seed: 1975)
    for round in 0..<1_000 {
      var decoder = InputDecoder()
      var time: UInt64 = 0
      for _ in 0..<20 {
        time += UInt64.random(in: 0...120, using: &random)
        _ = decoder.decode(randomBytes(&random), at: .init(milliseconds: time))
        time += UInt64.random(in: 0...60, using: &random)
        _ = decoder.timePassed(to: .init(milliseconds: time))
      }
      _ = decoder.timePassed(to: .init(milliseconds: time + 5_000))
      let events = decoder.decode("B00001\r".utf8, at: .init(milliseconds: time + 6_000))
      #expect(events == [.scan(Scan(code: "B00001"))], "round \(round)")
    }
  }
}
