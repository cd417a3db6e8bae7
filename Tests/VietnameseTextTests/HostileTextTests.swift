import Testing
import VietnameseText

@Suite struct HostileTextTests {
  @Test("no text whatever stops any function, and each keeps its promise")
  func survivesAnyScalars() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<3_000 {
      let text = anyText(&random)
      #expect(text.nfc == text && text.nfd == text)
      #expect(Array(text.nfd.nfc.utf8) == Array(text.nfc.utf8))
      #expect(
        text.folded(.lettersAndSpelling).folded(.lettersAndSpelling)
          == text.folded(.lettersAndSpelling))
      #expect(text.searchTokens.allSatisfy { !$0.folded.isEmpty && !$0.exact.isEmpty })
      #expect(SortKey.catalogue(text) == SortKey.catalogue(text.nfd))
      #expect(SortKey.cldr(text) == SortKey.cldr(text.nfd))
      #expect(SortKey.givenName(text) == SortKey.givenName(text.nfd))
      #expect(text.placingTones(.modern).isNFC)
      #expect(text.repairingMarks().text.isNFC)
      #expect(text.repairingLookalikes().text.isNFC)
      #expect(AuthorHeading.matchKey(text) == AuthorHeading.matchKey(text.nfd))
      if !text.contains(",") {
        let words = text.nfc.split(whereSeparator: \.isWhitespace)
        #expect(PersonName(text).direct == words.joined(separator: " "))
      }
      let capitals = text.uppercased()
      if let name = PersonName.fromCapitals(capitals) { #expect(name.uppercased() == capitals) }
      if let syllable = Syllable(text) { #expect(Syllable(syllable.text()) == syllable) }
    }
  }

  @Test("a word of a hundred thousand letters is a word")
  func survivesLongWords() {
    let word = String(repeating: "ế", count: 100_000)
    #expect(word.folded.utf8.count == 100_000)
    #expect(Syllable(word) == nil)
    #expect(SortKey.catalogue(word).count > 100_000)
    #expect(SortKey.catalogue(String(repeating: "7", count: 100_000)).count > 100_000)
    #expect(word.nfd.repairingMarks() == RepairedText(text: word, repairs: 0))
  }

  /// Scalars of all planes, most of them from the blocks where marks and letters meet.
  private func anyText(_ random: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x24F, 0x250...0x36F, 0x1E00...0x1FFF, 0x2000...0x20FF, 0x900...0x97F,
      0x1100...0x11FF, 0x3040...0x30FF, 0xAC00...0xAC20, 0xFB00...0xFFFF, 0...0x10FFFF,
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let range = ranges[Int.random(in: ranges.indices, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
