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
  var anyOrder: String {
    let front = words.dropLast().map { "\"\($0.folded)\" AND " }.joined()
    return inColumn(front + SearchQuery.expression(lastWord))
  }

  /// The words next to each other in the order they were typed.
  var phrase: String? {
    words.count > 1 ? inColumn(SearchQuery.expression(readings)) : nil
  }

  /// As `anyOrder`, and the words with marks also as they were typed.
  var exact: String? {
    guard hasMarks else { return nil }
    let marked = words.indices.filter { words[$0].hasMarks }.map { index in
      "\"\(words[index].exact)\"" + (isOpen && index == words.count - 1 ? " *" : "")
    }
    return "exact : (\(marked.joined(separator: " AND "))) AND \(anyOrder)"
  }

  private var lastWord: [Reading] {
    guard let last = words.last else { return [] }
    guard isOpen else { return [Reading(text: last.folded, isPrefix: false)] }
    let longer = last.foldedPrefixes.filter { $0 != last.folded }
    return [Reading(text: last.folded, isPrefix: longer.isEmpty)]
      + longer.map { Reading(text: $0, isPrefix: true) }
  }

  private static func expression(_ readings: [Reading]) -> String {
    let parts = readings.map { "\"\($0.text)\"" + ($0.isPrefix ? " *" : "") }
    return parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " OR ")))"
  }

  private func inColumn(_ expression: String) -> String {
    switch field {
    case .title, .author, .subject: "{\(field.rawValue)} : (\(expression))"
    case .any, .isbn, .callNumber: "(\(expression))"
    }
  }
}
