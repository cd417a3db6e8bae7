import CTerminal
import Testing

@testable import Terminal

@Suite("Display width")
struct DisplayWidthTests {
  @Test("every scalar that is shown has the C library's width")
  func allScalars() {
    var differing: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let width = DisplayWidth.shown(scalar) else {
        continue
      }
      if width != Int(ct_scalar_width(value)) { differing.append(value) }
    }
    #expect(differing == [])
  }

  @Test("every letter of the Vietnamese alphabet is one column wide")
  func vietnamese() {
    let letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậ"
    #expect(DisplayWidth.of(letters) == letters.count)
    #expect(DisplayWidth.of("ngu\u{031B}o\u{031B}\u{0300}i") == 5)
  }

  @Test("control and invisible characters count one column, for the sign shown instead")
  func controls() {
    for text in ["\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{200B}", "\u{FEFF}", "\n"] {
      #expect(DisplayWidth.of(text) == 1, "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test("a prefix ends between graphemes")
  func prefix() {
    #expect(DisplayWidth.prefix("tie\u{302}\u{301}ng", columns: 3) == "tie\u{302}\u{301}")
    #expect(DisplayWidth.prefix("漢字", columns: 3) == "漢")
    #expect(DisplayWidth.prefix("", columns: 3) == "")
  }

  @Test("what is shortened says so")
  func shortened() {
    #expect(DisplayWidth.shortened("Số đỏ", columns: 5) == "Số đỏ")
    #expect(DisplayWidth.shortened("Số đỏ", columns: 4) == "Số …")
    #expect(DisplayWidth.shortened("Số đỏ", columns: 0) == "")
  }

  @Test("what is drawn and what is measured agree")
  func drawnAndMeasured() {
    for text in ["a\u{301}", "\u{301}a", "漢a", "한", "\u{1112}\u{1161}\u{11AB}", "👩‍💻", "\u{7}x"] {
      var surface = Surface(size: Size(rows: 1, columns: 20))
      #expect(surface.write(text, at: Point(row: 0, column: 0)) == DisplayWidth.of(text))
    }
  }
}
