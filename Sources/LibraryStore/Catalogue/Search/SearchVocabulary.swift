import GRDB

/// The words of an index, asked for those that begin with what was typed.
///
/// FTS5 puts all matches of a beginning together before it gives the first, unless the index keeps beginnings of that length. The
/// few words that a longer beginning stands for are cheaper looked up one by one and asked for by name.
struct SearchVocabulary {
  /// What stands for more words is left to FTS5.
  private static let wordsMaximum = 64

  static let folded = SearchVocabulary(table: "record_word", beginnings: 1...3)
  static let exact = SearchVocabulary(table: "record_exact_word", beginnings: nil)

  private let table: String
  /// The lengths of beginnings the index keeps.
  private let beginnings: ClosedRange<Int>?

  /// What the index is asked for in place of `reading`.
  func terms(_ reading: SearchQuery.Reading, _ db: Database) throws -> [SearchQuery.Reading] {
    let isKept = beginnings?.contains(reading.text.unicodeScalars.count) ?? false
    guard reading.isPrefix, !isKept, let words = try words(from: reading.text, db) else {
      return [reading]
    }
    return words.map { SearchQuery.Reading(text: $0, isPrefix: false) }
  }

  /// The words that begin so, or the beginning itself where none does; nil where there are too many.
  func words(from beginning: String, _ db: Database) throws -> [String]? {
    let statement = try db.cachedStatement(sql: "SELECT term FROM \(table) WHERE term >= ? LIMIT 1")
    var words: [String] = []
    var least = beginning
    while let word = try String.fetchOne(statement, arguments: [least]),
      word.utf8.starts(with: beginning.utf8)
    {
      guard words.count < SearchVocabulary.wordsMaximum else { return nil }
      words.append(word)
      // No word holds a control character, so this lies between the word and the next one.
      least = word + "\u{1}"
    }
    return words.isEmpty ? [beginning] : words
  }
}
