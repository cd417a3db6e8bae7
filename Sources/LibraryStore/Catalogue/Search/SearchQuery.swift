import GRDB
import LibraryCore
import VietnameseText

/// What somebody typed into the search line, as the index is asked for it.
struct SearchQuery {
  /// Further words would only cost time.
  private static let wordsMaximum = 16

  let text: String
  let field: SearchField
  let words: [SearchToken]
  /// Whether the last word may go on: nothing was typed behind it yet.
  let isOpen: Bool

  init(_ text: String, in field: SearchField) {
    self.text = text.nfc
    self.field = field
    words = Array(self.text.searchTokens.prefix(SearchQuery.wordsMaximum))
    isOpen = self.text.unicodeScalars.last.map { !$0.properties.isWhitespace } ?? false
  }

  /// The words as one folded text, whose last word may go on where `isPrefix` says so.
  struct Reading {
    var text: String
    var isPrefix: Bool
  }

  /// What the typed words may mean to the index: more than one where the last word may go on in two ways.
  ///
  /// `ky` is kỳ, which is indexed as `ki`, or the beginning of `kyoto`, but never that of `kim`.
  var readings: [Reading] {
    let front = words.dropLast().map { $0.folded + " " }.joined()
    return lastWord.map { Reading(text: front + $0.text, isPrefix: $0.isPrefix) }
  }

  /// Whether a word was typed with marks, so that its exact form counts.
  var hasMarks: Bool { words.contains(where: \.hasMarks) }

  /// All words anywhere in the field, in any order.
  func anyOrder(_ db: Database) throws -> String {
    let front = words.dropLast().map { "\"\($0.folded)\"" }
    let last = try lastWord.map { try SearchVocabulary.folded.expression($0, db) }
    let all = front + [last.count == 1 ? last[0] : "(\(last.joined(separator: " OR ")))"]
    switch field {
    case .title, .author, .subject:
      return "{\(field.rawValue)} : (\(all.joined(separator: " AND ")))"
    case .any, .isbn, .callNumber: return all.joined(separator: " AND ")
    }
  }

  /// The words with marks as they were typed; nil where there is none.
  func exact(_ db: Database) throws -> String? {
    guard hasMarks else { return nil }
    return try words.indices.filter { words[$0].hasMarks }.map { index in
      let isPrefix = isOpen && index == words.count - 1
      return try SearchVocabulary.exact.expression(
        Reading(text: words[index].exact, isPrefix: isPrefix), db)
    }.joined(separator: " AND ")
  }

  private var lastWord: [Reading] {
    guard let last = words.last else { return [] }
    guard isOpen else { return [Reading(text: last.folded, isPrefix: false)] }
    let longer = last.foldedPrefixes.filter { $0 != last.folded }
    return [Reading(text: last.folded, isPrefix: longer.isEmpty)]
      + longer.map { Reading(text: $0, isPrefix: true) }
  }
}
