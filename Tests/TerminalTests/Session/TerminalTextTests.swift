import Testing

@testable import Terminal

@Suite("Text outside of a screen")
struct TerminalTextTests {
  private func shown(_ text: String, _ letters: Set<Unicode.Scalar>?) -> String {
    var plain = TerminalText(
      Lettering(letters: letters) { letter, _ in letter == "ế" ? "e" : nil })
    return plain.shown(text)
  }

  @Test("a terminal that shows everything gets the text as it is")
  func everything() { #expect(shown("tiếng\n漢", nil) == "tiếng\n漢") }

  @Test("letters give way one for one, and lines and controls stay")
  func plain() {
    #expect(shown("tiếng\r\n\tcuối\u{1B}[K", Lettering.ascii) == "tieng\r\n\tcu?i\u{1B}[K")
    #expect(shown("漢|", Lettering.ascii) == "? |")
    #expect(shown("plain", Lettering.ascii) == "plain")
  }

  @Test("what a console has a letter for is kept")
  func some() {
    #expect(shown("tiế├", Lettering.ascii.union(["├"])) == "tie├")
  }
}
