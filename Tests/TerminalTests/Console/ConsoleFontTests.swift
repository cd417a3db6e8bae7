import Terminal
import Testing

@Suite("Console fonts")
struct ConsoleFontTests {
  private func psf(
    width: Int = 8, height: Int = 2, count: Int = 256, flags: Int = 1, table: [UInt8]? = nil
  ) -> [UInt8] {
    let size = (width + 7) / 8 * height
    let header = [0x864A_B572, 0, 32, flags, count, size, height, width].flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    let glyphs = [UInt8](repeating: 0xAA, count: count * size)
    return header + glyphs + (table ?? [UInt8](repeating: 0xFF, count: count))
  }

  @Test("the table names the letters of each glyph, sequences left out")
  func letters() throws {
    var table: [UInt8] = Array("A".utf8) + [0xFF] + Array("ếx".utf8) + [0xFE]
    table += Array("e\u{302}".utf8) + [0xFF]
    let font = try #require(ConsoleFont(psf: psf(table: table)))
    #expect(font.letters == ["A": 0, "ế": 1, "x": 1])
  }

  @Test("a font that the kernel could not show is none")
  func impossible() {
    #expect(ConsoleFont(psf: psf()) != nil)
    #expect(ConsoleFont(psf: psf(width: 33)) == nil)
    #expect(ConsoleFont(psf: psf(height: 33)) == nil)
    #expect(ConsoleFont(psf: psf(height: 0)) == nil)
    #expect(ConsoleFont(psf: psf(count: 300)) == nil)
    #expect(ConsoleFont(psf: psf(flags: 0)) == nil)
  }

  @Test("damage never reads beyond the file")
  func damage() {
    let whole = psf(table: Array("A".utf8) + [0xFF, 0xC3])
    var random = SeededRandom(seed: 16)
    for _ in 0..<300 {
      var bytes = Array(whole.prefix(Int(random.next() % UInt64(whole.count))))
      if !bytes.isEmpty { bytes[Int(random.next() % UInt64(min(bytes.count, 40)))] = 0xFF }
      #expect(ConsoleFont(psf: bytes).map { $0.glyphCount <= 512 } ?? true)
    }
  }
}
