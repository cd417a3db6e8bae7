import Foundation
import Terminal
import Testing
import VietnameseText
import Workstation

/// The fonts as they are shipped, looked at dot by dot.
@Suite("The console fonts")
struct ConsoleFontTests {
  static let names = ["thuthu-16", "thuthu-24"]

  private struct Glyphs {
    let font: ConsoleFont
    let bytes: [UInt8]
    let width: Int
    let height: Int

    init(_ name: String) throws {
      bytes = try #require(BuiltInFile.named("consolefonts/\(name).psf")).bytes
      font = try #require(ConsoleFont(psf: bytes))
      (width, height) = (font.width, font.height)
    }

    /// The rows of a letter's picture, as numbers.
    func rows(_ letter: Unicode.Scalar) throws -> [Int] {
      let pitch = (width + 7) / 8
      let start = 32 + (try #require(font.letters[letter], "\(letter)")) * pitch * height
      return (0..<height).map { row in
        bytes[start + row * pitch..<start + (row + 1) * pitch].reduce(0) { $0 << 8 | Int($1) }
      }
    }
  }

  @Test("both are fonts of 512 glyphs that the kernel takes", arguments: zip(names, [8, 12]))
  func header(name: String, width: Int) throws {
    let font = try Glyphs(name).font
    #expect(font.width == width && font.height == width * 2)
    #expect(font.glyphCount == 512)
    #expect(font.letters.values.allSatisfy { (0..<512).contains($0) })
    #expect(font.letters.keys.allSatisfy { $0.value < 0x10000 })
  }

  @Test("ASCII stands at its own numbers, and the blank is blank", arguments: names)
  func ascii(name: String) throws {
    let glyphs = try Glyphs(name)
    for code in 0x20...0x7E as ClosedRange<UInt8> {
      #expect(glyphs.font.letters[Unicode.Scalar(code)] == Int(code))
    }
    #expect(try glyphs.rows(" ").allSatisfy { $0 == 0 })
  }

  @Test("lines join their right neighbour on screens nine dots wide", arguments: names)
  func frames(name: String) throws {
    let font = try Glyphs(name).font
    for scalar in "─│┌┐└┘├┤┬┴┼█░".unicodeScalars {
      #expect((0xC0...0xDF).contains(font.letters[scalar] ?? 0), "\(scalar)")
    }
  }

  @Test("lines reach the edges of their cell", arguments: names)
  func edges(name: String) throws {
    let glyphs = try Glyphs(name)
    let row = (1 << glyphs.width) - 1
    let padding = (glyphs.width + 7) / 8 * 8 - glyphs.width
    #expect(try glyphs.rows("─").contains { $0 >> padding == row })
    #expect(try glyphs.rows("│").allSatisfy { $0 != 0 })
  }

  @Test("all 134 Vietnamese letters are there, and no two look alike", arguments: names)
  func letters(name: String) throws {
    let glyphs = try Glyphs(name)
    let letters = VietnameseAlphabet.precomposedLetters
    #expect(letters.count == 134 && Set(letters).count == 134)
    let plain = (0x41...0x7A).compactMap { Unicode.Scalar($0 as UInt8) }
    let pictures = Set(try (letters + plain).map { try glyphs.rows($0) })
    #expect(pictures.count == letters.count + plain.count)
  }

  @Test("marks above and below a letter have dots of their own", arguments: names)
  func marks(name: String) throws {
    let glyphs = try Glyphs(name)
    for letter in VietnameseAlphabet.precomposedLetters {
      let parts = Array(String(letter).nfd.unicodeScalars)
      let rows = try glyphs.rows(letter)
      guard let base = parts.first, parts.count > 1 else { continue }
      let plain = try glyphs.rows(base)
      let top = rows.firstIndex { $0 != 0 } ?? 0
      let bottom = rows.lastIndex { $0 != 0 } ?? 0
      let isBelow = parts.contains("\u{323}")
      let isAbove = parts.contains {
        "\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}".unicodeScalars.contains($0)
      }
      if isBelow { #expect(bottom > (plain.lastIndex { $0 != 0 } ?? 0) - 1, "\(letter)") }
      if isAbove && base != "i" {
        #expect(top < (plain.firstIndex { $0 != 0 } ?? 0), "\(letter)")
      }
    }
  }

  @Test("every letter and sign that the program itself writes can be shown", arguments: names)
  func wording(name: String) throws {
    let font = try Glyphs(name).font
    var missing: Set<Unicode.Scalar> = []
    for line in try programLines() {
      missing.formUnion(line.unicodeScalars.filter { !$0.isASCII && font.letters[$0] == nil })
    }
    #expect(missing.isEmpty, "\(missing.map(String.init).sorted())")
  }

  /// The lines of code of the targets that speak, comments and tables of letters left out.
  private func programLines() throws -> [Substring] {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources")
    let files = ["Workstation", "Terminal", "thuthu"].flatMap { target in
      FileManager.default.enumerator(
        at: sources.appendingPathComponent(target), includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL } ?? []
    }
    let tables = ["PlainLetters.swift", "SpecialLetter.swift"]
    let spoken = files.filter {
      $0.pathExtension == "swift" && !tables.contains($0.lastPathComponent)
    }
    #expect(spoken.count > 100)
    return try spoken.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    }
  }

  @Test(
    "every title and name of the sample library can be shown, but for Chinese", arguments: names)
  func sample(name: String) throws {
    let font = try Glyphs(name).font
    for table in ["titles", "patrons"] {
      let text = try #require(BuiltInFile.named("sample/\(table).tsv")).text
      let missing = Set(
        text.unicodeScalars.filter {
          $0.value > 0x7E && DisplayWidth.of($0) == 1 && font.letters[$0] == nil
        })
      #expect(missing.isEmpty, "\(missing)")
    }
  }
}
