import Testing
import VietnameseText

@Suite struct TextRepairTests {
  @Test(
    "marks in the wrong place are mended and counted",
    arguments: [
      ("Tie\u{301}\u{302}ng", "Tiếng", 1), ("\u{E9}\u{302}", "ế", 1),
      ("NGUYE\u{303}\u{302}N", "NGUYỄN", 1),
      ("a\u{301}\u{306}", "ắ", 1), ("Nha \u{300}xuất bản", "Nhà xuất bản", 1),
      ("Vie \u{302}\u{323}t", "Việ t", 2), ("ba\u{2DC}n", "bãn", 1),
      ("Ha\u{2CB} Nô\u{2CB}i", "Hà Nồi", 2),
      ("o\u{340} a\u{341}", "ò á", 2), ("đô\u{B4}i", "đối", 1),
    ])
  func mends(text: String, mended: String, repairs: Int) {
    #expect(text.repairingMarks() == RepairedText(text: mended, repairs: repairs))
    #expect(mended.repairingMarks() == RepairedText(text: mended, repairs: 0))
  }

  @Test(
    "sound text and what cannot be Vietnamese stays",
    arguments: [
      "Tiếng Việt", "", "qu\u{B4}il", "\u{B4}a", "x\u{302}", " \u{301}", "é\u{301}", "b \u{301}a",
      "a  b ",
      "\u{301}", "日\u{301}", "ü\u{301}x",
    ])
  func leaves(text: String) {
    #expect(text.repairingMarks() == RepairedText(text: text.nfc, repairs: 0))
  }

  @Test("every order of marks is either composed or mended to the letter")
  func mendsEveryLetter() {
    for (letter, _) in vietnameseLetters {
      let parts = Array(String(letter).nfd.unicodeScalars)
      guard parts.count == 3 else { continue }
      var turned = String.UnicodeScalarView()
      turned.append(contentsOf: [parts[0], parts[2], parts[1]])
      #expect(Array(String(turned).repairingMarks().text.utf8) == Array(String(letter).utf8))
    }
  }

  @Test("mending twice changes nothing more")
  func isIdempotent() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<3_000 {
      let mended = randomText(&random).repairingMarks().text
      #expect(mended.isNFC)
      #expect(mended.repairingMarks() == RepairedText(text: mended, repairs: 0))
    }
  }

  @Test("letters that look like đ become đ")
  func mendsLookalikes() {
    #expect(
      "Ðường Ɖ ð ɖ đ".repairingLookalikes() == RepairedText(text: "Đường Đ đ đ đ", repairs: 4))
    #expect("Đd".repairingLookalikes().repairs == 0)
  }
}
