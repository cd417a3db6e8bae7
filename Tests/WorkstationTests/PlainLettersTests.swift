import Testing
import VietnameseText
import Workstation

@Suite("Plain letters")
struct PlainLettersTests {
  private func plain(_ text: String) -> String {
    String(text.map { Character(PlainLetters.standIn(for: String($0)) { $0.isASCII } ?? "?") })
  }

  @Test("Vietnamese loses its marks and keeps its case, letter for letter")
  func vietnamese() {
    #expect(plain("Quầy mượn – trả: ĐỖ ĐỨC, đường") == "Quay muon - tra: DO DUC, duong")
    for letter in VietnameseAlphabet.precomposedLetters {
      let base = plain(String(letter))
      #expect(base.count == 1 && base != "?", "\(letter)")
      #expect(base.lowercased() == String(letter).folded, "\(letter)")
      #expect(base.first?.isUppercase == letter.properties.isUppercase, "\(letter)")
    }
  }

  @Test("letters whose marks stand apart are taken together")
  func decomposed() {
    #expect(plain("Vie\u{323}\u{302}t") == "Viet")
    #expect(PlainLetters.standIn(for: "e\u{302}\u{301}") { $0 == "ế" } == "ế")
  }

  @Test("signs become signs like them")
  func signs() {
    #expect(plain("“Số đỏ” … 5.000 ₫ · ←→ ┌─┐│") == "\"So do\" . 5.000 d . <> +-+|")
  }

  @Test("other alphabets have no stand-in")
  func others() {
    #expect(plain("漢 Чехов łódź") == "? ????? lodz")
  }
}
