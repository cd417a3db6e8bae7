/// One word of a search or of a text to be searched.
public struct SearchToken: Hashable, Sendable {
  /// The word without case and marks, y as i where both spellings are current.
  public let folded: String

  /// The word in lower case with its marks, in the one spelling `appendExact(to:)` writes.
  public let exact: String

  /// Whether the word was given with marks; đ counts as one.
  ///
  /// Whoever types đường does not want Dương: rank such words by `exact`.
  public let hasMarks: Bool

  /// What a folded word may begin with when this word is only the beginning of one.
  ///
  /// A lone `ky` may become `kyoto` as well as kỹ, which is indexed as `ki`.
  public let foldedPrefixes: [String]
}

extension String {
  /// The words of the text as a search index knows them.
  public var searchTokens: [SearchToken] {
    var tokens: [SearchToken] = []
    var bytes: [UInt8] = []
    func text(_ append: (inout [UInt8]) -> Void) -> String {
      bytes.removeAll(keepingCapacity: true)
      append(&bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    forEachWord(in: self, breakingFor: .searching) { word in
      let folded = text { appendFoldedWord(word, .lettersAndSpelling, to: &$0) }
      let asTyped = text { appendFoldedWord(word, .letters, to: &$0) }
      tokens.append(
        SearchToken(
          folded: folded, exact: text { appendExactWord(word, to: &$0) },
          hasMarks: word.indices.contains { word[$0].isMarked },
          foldedPrefixes: folded == asTyped ? [folded] : [folded, asTyped]))
    }
    return tokens
  }
}
