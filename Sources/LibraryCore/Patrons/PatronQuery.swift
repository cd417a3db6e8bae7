import VietnameseText

/// What somebody typed to find a patron, taken apart: words of a name in any order, a birth year, a telephone number, a card.
///
/// The last word is the beginning of one unless a blank follows it, because people read the answers while they type.
public struct PatronQuery: Equatable, Sendable {
  public var words: [Word]

  public struct Word: Equatable, Sendable {
    /// The word without tones, in every spelling it may begin with.
    public var folded: [String]
    /// The word with its tones when it was typed with them.
    public var exact: String?
    public var isPrefix: Bool

    public init(folded: [String], exact: String? = nil, isPrefix: Bool) {
      self.folded = folded
      self.exact = exact
      self.isPrefix = isPrefix
    }
  }

  /// More words than a name has tell nobody apart and are left out.
  public static let wordsMaximum = 12

  public init(_ typed: String) {
    if let number = PatronQuery.phone(typed) {
      words = [
        Word(folded: [number] + PhoneNumbers.otherSpellings(of: number), isPrefix: true)
      ]
      return
    }
    let tokens = typed.searchTokens.prefix(PatronQuery.wordsMaximum)
    let isLastOpen = typed.unicodeScalars.last.map { !$0.properties.isWhitespace } ?? false
    words = tokens.enumerated().map { index, token in
      let isPrefix = isLastOpen && index == tokens.count - 1
      let others = PhoneNumbers.otherSpellings(of: token.folded)
      return Word(
        folded: (isPrefix ? token.foldedPrefixes : [token.folded]) + others,
        exact: token.hasMarks ? token.exact : nil, isPrefix: isPrefix)
    }
  }

  public var isEmpty: Bool { words.isEmpty }
  public var hasTones: Bool { words.contains { $0.exact != nil } }

  /// Whether one of the words is a word of `given`, the given name.
  public func names(_ given: String) -> Bool {
    given.searchTokens.contains { token in
      words.contains { word in
        word.folded.contains { word.isPrefix ? token.folded.hasPrefix($0) : token.folded == $0 }
      }
    }
  }

  /// The digits when the whole text is one telephone number written with blanks, points or a country code.
  private static func phone(_ typed: String) -> String? {
    let numbers = PhoneNumbers(typed)
    guard numbers.isPlausible, numbers.digits.count == 1, let digits = numbers.digits.first,
      digits.utf8.count >= 7
    else { return nil }
    return digits
  }
}
