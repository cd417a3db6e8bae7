/// A text after mending, and how many places in it were mended.
public struct RepairedText: Hashable, Sendable {
  /// The text, in Form C.
  public let text: String

  /// How many faults were mended; zero if the text was sound.
  public let repairs: Int

  /// A text in Form C in which `repairs` faults were mended.
  public init(text: String, repairs: Int) {
    self.text = text
    self.repairs = repairs
  }
}

// Faults that change what a text is, unlike normal forms, and so are mended only on demand and
// counted. They are met in records keyed on systems that showed the wrong order correctly.

extension String {
  /// Mends marks that stand where canonical composition cannot join them to their letter.
  ///
  /// - A tone keyed before the vowel mark: é and then a circumflex make ế.
  /// - A mark behind the blank that follows its letter: `Nha ̀xuất` is `Nhà xuất`.
  /// - A spacing accent behind its letter, if the word then is a Vietnamese syllable: `ba˜n`.
  /// - The obsolete tone marks U+0340 and U+0341.
  public func repairingMarks() -> RepairedText {
    let obsolete = unicodeScalars.count { $0 == "\u{340}" || $0 == "\u{341}" }
    var mender = MarkMender()
    let joined = mender.joiningCombiningMarks(nfc.unicodeScalars)
    let mended = mender.joiningSpacingAccents(joined)
    return RepairedText(text: String(mended).nfc, repairs: obsolete + mender.repairs)
  }

  /// Makes đ of the letters that look like it: Ð and ð (eth), Ɖ and ɖ (African d).
  ///
  /// Icelandic and Faroese text means its eth; use this on text known to be Vietnamese, or let it
  /// change only words that are Vietnamese syllables by it.
  public func repairingLookalikes(onlyInSyllables: Bool = false) -> RepairedText {
    if onlyInSyllables { return repairingLookalikesOfSyllables() }
    var repairs = 0
    var scalars = String.UnicodeScalarView()
    for scalar in nfc.unicodeScalars {
      switch scalar {
      case "\u{D0}", "\u{189}": scalars.append("Đ")
      case "\u{F0}", "\u{256}": scalars.append("đ")
      default:
        scalars.append(scalar)
        continue
      }
      repairs += 1
    }
    return RepairedText(text: String(scalars), repairs: repairs)
  }

  private func repairingLookalikesOfSyllables() -> RepairedText {
    var result = ""
    var repairs = 0
    var rest = nfc[...]
    while !rest.isEmpty {
      let word = rest.prefix { $0.isLetter }
      let repaired = String(word).repairingLookalikes()
      if repaired.repairs > 0, Syllable(repaired.text, spelling: .withHighlandNames) != nil {
        result += repaired.text
        repairs += repaired.repairs
      } else {
        result += word
      }
      rest = rest[word.endIndex...]
      let gap = rest.prefix { !$0.isLetter }
      result += gap
      rest = rest[gap.endIndex...]
    }
    return RepairedText(text: result, repairs: repairs)
  }
}

/// Joins stray marks to the letters they belong to, in composed text.
private struct MarkMender {
  private(set) var repairs = 0

  /// The text with combining marks joined that composition left standing alone.
  mutating func joiningCombiningMarks(_ text: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text {
      if (0x300...0x36F).contains(scalar.value) {
        if join(scalar, to: &scalars, at: scalars.count - 1) { continue }
        if scalars.last == " ", join(scalar, to: &scalars, at: scalars.count - 2) { continue }
      }
      scalars.append(scalar)
    }
    return scalars
  }

  /// The text with the spacing accents joined of all words that become syllables by it.
  mutating func joiningSpacingAccents(_ text: [Unicode.Scalar]) -> String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    for stretch in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " }) {
      if stretch.startIndex > 0 { result.append(" ") }
      result.append(contentsOf: mended(stretch) ?? Array(stretch))
    }
    return result
  }

  /// The stretch of text with its spacing accents joined, if that makes a syllable of each word.
  private mutating func mended(_ stretch: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    guard stretch.contains(where: { Self.combiningMarks[$0] != nil }) else { return nil }
    let before = repairs
    var scalars: [Unicode.Scalar] = []
    for scalar in stretch {
      if let mark = Self.combiningMarks[scalar] {
        guard join(mark, to: &scalars, at: scalars.count - 1) else {
          repairs = before
          return nil
        }
      } else {
        scalars.append(scalar)
      }
    }
    let words = scalars.split { !$0.properties.isAlphabetic }
    let areSyllables = words.allSatisfy { word in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: word)
      return Syllable(String(view)) != nil
    }
    guard areSyllables else {
      repairs = before
      return nil
    }
    return scalars
  }

  /// Puts `mark` on the letter at `index`, if that makes a Vietnamese letter.
  private mutating func join(
    _ mark: Unicode.Scalar, to scalars: inout [Unicode.Scalar], at index: Int
  ) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    var letter = Letter.of(scalars[index].value, in: Letter.table)
    guard letter.kind == .latin, !letter.hasForeignMark, letter.take(mark) else { return false }
    scalars[index] = letter.scalar
    repairs += 1
    return true
  }

  /// The spacing accents that are keyed for marks, with the marks.
  private static let combiningMarks: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{B4}": "\u{301}", "\u{2C6}": "\u{302}", "\u{2CA}": "\u{301}", "\u{2CB}": "\u{300}",
    "\u{2D8}": "\u{306}", "\u{2DC}": "\u{303}",
  ]
}
