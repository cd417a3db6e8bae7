import Testing
import VietnameseText

@Suite struct NormalizationTests {
  @Test("the 134 letters come out composed from every form")
  func composesEveryForm() {
    #expect(vietnameseLetters.count == 134)
    for (letter, _) in vietnameseLetters {
      let composed = String(letter)
      #expect(composed.unicodeScalars.count == 1)
      #expect(composed.isNFC)
      #expect(bytes(composed.nfd.nfc) == bytes(composed))
      for form in markOrders(of: composed) where form == composed {
        #expect(bytes(form.nfc) == bytes(composed), "\(form.unicodeScalars.map(\.value))")
        #expect(form.isNFC == (bytes(form) == bytes(composed)))
      }
    }
  }

  @Test("a decomposed title is composed, and the other way round")
  func convertsTitles() {
    let composed = "Tiếng Việt, Đường lối"
    let decomposed = composed.nfd
    #expect(decomposed.unicodeScalars.count == 30)
    #expect(!decomposed.isNFC)
    #expect(bytes(decomposed.nfc) == bytes(composed))
    #expect(bytes(decomposed) != bytes(composed))
  }

  @Test("Form C is stable, and exactly canonical equivalence, for random texts")
  func agreesWithEquivalence() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<3_000 {
      let one = randomText(&random, pieces: 4)
      let other = randomText(&random, pieces: 4)
      #expect(one.nfc == one && one.nfc.isNFC && bytes(one.nfd.nfc) == bytes(one.nfc))
      #expect((one == other) == (bytes(one.nfc) == bytes(other.nfc)))
      #expect(one.isNFC == (bytes(one.nfc) == bytes(one)))
    }
  }

  @Test("no scalar that composition changes passes the quick look")
  func quickLookIsSafe() {
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let alone = String(scalar)
      let behindLetter = "a" + alone
      #expect(bytes(alone.nfc) == bytes(alone.nfd.nfc))
      #expect(bytes(behindLetter.nfc) == bytes(behindLetter.nfd.nfc))
    }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Every order of the marks of `letter`, taken apart wholly or behind a partly composed base.
  private func markOrders(of letter: String) -> [String] {
    let parts = Array(letter.nfd.unicodeScalars)
    guard parts.count > 1 else { return [letter] }
    let marks = Array(parts.dropFirst())
    let orders = marks.count == 2 ? [marks, [marks[1], marks[0]]] : [marks]
    return orders.flatMap { order -> [String] in
      let apart = order.reduce(into: String(parts[0])) { $0.unicodeScalars.append($1) }
      var partly = String(parts[0])
      partly.unicodeScalars.append(order[0])
      partly = partly.nfc
      partly.unicodeScalars.append(contentsOf: order.dropFirst())
      return [apart, partly]
    }
  }
}
