import Terminal
import Testing

struct TextViewTests {
  private func lines(_ text: StyledText, _ columns: Int) -> [String] {
    text.wrapped(columns: columns).map { $0.map(\.text).joined() }
  }

  @Test("text breaks between words, and inside one only when it must")
  func wrapping() {
    #expect(lines("một hai ba bốn", 8) == ["một hai ", "ba bốn"])
    #expect(lines("a 0123456789 b", 4) == ["a ", "0123", "4567", "89 b"])
    #expect(lines("a\n\nb", 4) == ["a", "", "b"])
    #expect(lines("", 4) == [""])
    #expect(lines("書館書館", 3) == ["書", "館", "書", "館"])
    #expect(lines("書", 1) == ["書"])
  }

  @Test("later lines of a paragraph hang under its text")
  func hanging() {
    let text = StyledText(
      [StyledText.Span("F1  ", .keyBarKey), StyledText.Span("trợ giúp ở đây")], hangingIndent: 4)
    #expect(lines(text, 12) == ["F1  trợ giúp", "    ở đây"])
  }

  @Test("nothing is lost and no line is too wide, whatever the text")
  func wrapsAll() {
    var generator = SeededRandom(seed: 3)
    let pieces = ["a", "chữ ", "e\u{302}\u{323}", "書", " ", "  ", "\n", "0123456789"]
    for _ in 0..<300 {
      let text = (0..<30).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let columns = Int.random(in: 2...15, using: &generator)
      let lines = lines(StyledText(text, hangingIndent: columns / 3), columns)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
      let letters = text.filter { $0 != " " && !$0.isNewline }
      #expect(lines.joined().filter { $0 != " " } == letters)
    }
  }

  @Test("scrolling stops at both ends and follows the width")
  func scrolling() {
    var view = TextView((1...9).map { StyledText("dòng \($0)") })
    func draw(rows: Int) -> [String] {
      var surface = Surface(size: Size(rows: rows, columns: 10))
      view.draw(into: &surface, in: surface.bounds)
      return surface.lines
    }
    #expect(draw(rows: 3) == ["dòng 1", "dòng 2", "dòng 3"])
    #expect(!view.hasMoreAbove && view.hasMoreBelow)
    _ = view.update(.command(.listPageDown))
    _ = view.update(.command(.listDown))
    #expect(draw(rows: 3) == ["dòng 5", "dòng 6", "dòng 7"])
    _ = view.update(.command(.listLast))
    #expect(draw(rows: 3) == ["dòng 7", "dòng 8", "dòng 9"])
    #expect(view.hasMoreAbove && !view.hasMoreBelow)
    #expect(draw(rows: 20).first == "dòng 1")
    #expect(view.update(.command(.listOpen)) == .ignored)
  }
}
