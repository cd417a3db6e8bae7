import Testing

@testable import Terminal

@Suite("Letters a terminal lacks")
struct LetteringTests {
  private func replacement(
    _ text: String, letters: Set<Unicode.Scalar>?, standIn: @escaping StandIn = { _, _ in nil }
  ) -> Unicode.Scalar? {
    var lettering = Lettering(letters: letters, standIn: standIn)
    return lettering.replacement(for: Surface.Cell(text: text, role: .text))
  }

  @Test("a terminal that shows everything is sent everything")
  func everything() {
    #expect(replacement("ế", letters: nil) == nil)
    #expect(replacement("e\u{302}\u{301}", letters: nil) == nil)
    #expect(replacement("漢", letters: nil) == nil)
  }

  @Test("what can be shown is shown, what cannot is stood in for, or is a question mark")
  func some() {
    let letters = Lettering.ascii.union(["ế"])
    #expect(replacement("a", letters: letters) == nil)
    #expect(replacement("ế", letters: letters) == nil)
    #expect(replacement("ệ", letters: letters) { _, _ in "e" } == "e")
    #expect(replacement("漢", letters: letters) == "?")
    #expect(
      replacement("e\u{302}\u{301}", letters: letters) { _, isShown in
        isShown("ế") ? "ế" : "e"
      } == "ế")
  }

  @Test("a stand-in that cannot be shown either is a question mark")
  func unshownStandIn() {
    #expect(replacement("ệ", letters: Lettering.ascii) { _, _ in "ê" } == "?")
  }

  @Test("frames are drawn where all their parts can be shown")
  func frames() {
    func drawsFrames(_ letters: String?) -> Bool {
      Lettering(letters: letters.map { Set($0.unicodeScalars) }) { _, _ in nil }.drawsFrames
    }
    #expect(drawsFrames(nil))
    #expect(drawsFrames("─│┌┐└┘"))
    #expect(!drawsFrames("─│┌┐└"))
  }
}
