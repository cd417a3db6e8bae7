/// The letters of Vietnamese as a whole, for fonts and character sets that have to hold them.
public enum VietnameseAlphabet {
  /// The 134 letters beyond ASCII in one piece each: every vowel with every mark, and đ; small, then
  /// capital, in dictionary order.
  public static let precomposedLetters: [Unicode.Scalar] = {
    let vowels = Alphabet.vowels.flatMap { Array($0.unicodeScalars) }.filter { !$0.isASCII }
    let small = vowels + ["đ"]
    return small + small.flatMap { Array($0.properties.uppercaseMapping.unicodeScalars) }
  }()
}
