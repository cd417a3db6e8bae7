/// A font for the Linux console: small pictures, and which letter each of them shows.
public struct ConsoleFont: Sendable {
  public let width: Int
  public let height: Int
  public let glyphCount: Int
  /// The glyphs one behind the other, each of 32 rows as the kernel wants them.
  let glyphs: [UInt8]
  /// The number of the glyph that shows a letter.
  public let letters: [Unicode.Scalar: Int]

  /// What the kernel takes of every font: rows and columns, and one of these two counts.
  private static let dotsMaximum = 32
  private static let glyphCounts = [256, 512]
  private static let headerBytes = 32
  private static let magic = 0x864A_B572

  /// Reads a file of the form PSF 2 with its table of letters; nil for anything else, or where the
  /// kernel could not show it.
  public init?(psf bytes: [UInt8]) {
    func number(_ index: Int) -> Int {
      bytes[4 * index..<4 * index + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    guard bytes.count >= Self.headerBytes, number(0) == Self.magic, number(3) & 1 == 1 else {
      return nil
    }
    let (start, count, size, height, width) = (
      number(2), number(4), number(5), number(6), number(7)
    )
    let pitch = (width + 7) / 8
    guard (1...Self.dotsMaximum).contains(width), (1...Self.dotsMaximum).contains(height),
      Self.glyphCounts.contains(count), size == pitch * height, start >= Self.headerBytes,
      bytes.count >= start + count * size
    else { return nil }
    var glyphs: [UInt8] = []
    for glyph in 0..<count {
      glyphs += bytes[start + glyph * size..<start + (glyph + 1) * size]
      glyphs += repeatElement(0, count: pitch * (Self.dotsMaximum - height))
    }
    self.width = width
    self.height = height
    self.glyphs = glyphs
    glyphCount = count
    letters = Self.letters(in: bytes[(start + count * size)...], glyphs: count)
  }

  /// The picture of a letter, row by row from the top, the leftmost dot first; nil where the font has none.
  public func picture(of letter: Unicode.Scalar) -> [[Bool]]? {
    letters[letter].map { glyph in
      let pitch = (width + 7) / 8
      let start = glyph * pitch * Self.dotsMaximum
      return (0..<height).map { row in
        (0..<width).map { column in
          let byte = glyphs[start + row * pitch + column / 8]
          return byte & 0x80 >> UInt8(column % 8) != 0
        }
      }
    }
  }

  /// The table: for each glyph its letters in UTF-8, closed by FF; sequences of letters begin with FE.
  private static func letters(in table: ArraySlice<UInt8>, glyphs: Int) -> [Unicode.Scalar: Int] {
    var letters: [Unicode.Scalar: Int] = [:]
    let entries = table.split(separator: 0xFF, omittingEmptySubsequences: false)
    for (glyph, entry) in entries.prefix(glyphs).enumerated() {
      for scalar in String(decoding: entry.prefix { $0 != 0xFE }, as: UTF8.self).unicodeScalars {
        letters[scalar] = glyph
      }
    }
    return letters
  }
}

/// The fonts a program brings along for the Linux console, and the letters it cannot do without.
public struct ConsoleFonts: Sendable {
  public let small: ConsoleFont
  public let large: ConsoleFont
  /// A console that shows all of these keeps the font it has.
  public let neededLetters: [Unicode.Scalar]

  public init(small: ConsoleFont, large: ConsoleFont, neededLetters: [Unicode.Scalar]) {
    self.small = small
    self.large = large
    self.neededLetters = neededLetters
  }

  subscript(size: ConsoleFontSize) -> ConsoleFont {
    switch size {
    case .small: small
    case .large: large
    }
  }
}

public enum ConsoleFontSize: String, Sendable {
  case small
  case large
}
