import VietnameseText

/// The beginning of a text as somebody types it: marks count where they were typed, and the last word may go on.
public struct TypedBeginning: Sendable {
  private let words: [SearchToken]
  /// Whether a blank follows the last word, so that it cannot go on.
  public let isLastWhole: Bool

  public init(_ typed: String) {
    words = typed.searchTokens
    isLastWhole = typed.last?.isWhitespace ?? false
  }

  public var isEmpty: Bool { words.isEmpty }

  /// Whether any word was typed with marks.
  public var hasMarks: Bool { words.contains(where: \.hasMarks) }

  /// Whether `text` begins so, whatever marks were left out.
  public func begins(_ text: String) -> Bool {
    let found = text.searchTokens
    guard found.count >= words.count else { return false }
    return words.indices.allSatisfy { index in
      let (sought, word) = (words[index], found[index])
      let isOpen = index == words.count - 1 && !isLastWhole
      if sought.hasMarks {
        return isOpen ? word.exact.hasPrefix(sought.exact) : word.exact == sought.exact
      }
      return isOpen
        ? sought.foldedPrefixes.contains { word.folded.hasPrefix($0) }
        : word.folded == sought.folded
    }
  }

  /// What the unmarked letters of a text that begins so may begin with.
  public var foldedPrefixes: [String] {
    guard let last = words.last else { return [] }
    let front = words.dropLast().map(\.folded)
    let ends = isLastWhole ? [last.folded] : last.foldedPrefixes
    return ends.map { (front + [$0]).joined(separator: " ") }
  }
}
