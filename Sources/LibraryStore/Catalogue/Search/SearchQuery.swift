import GRDB
import LibraryCore
import VietnameseText

/// What somebody typed into the search line, as the index is asked for it.
///
/// Words may stand anywhere and in any order; those between quotes stand together. The last word may go on, unless something was
/// typed behind it, and so may a word that ends with a star.
struct SearchQuery {
  /// Further words would only cost time.
  private static let wordsMaximum = 16

  /// A word, or the words between two quotes.
  struct Part {
    var words: [SearchToken]
    /// Whether its last word may go on.
    var isOpen: Bool
  }

  let text: String
  let field: SearchField
  let parts: [Part]

  init(_ text: String, in field: SearchField) {
    self.text = text.nfc
    self.field = field
    parts = SearchQuery.parts(self.text)
  }

  /// The words with whether they may go on, as they were typed one after the other.
  var words: [(token: SearchToken, isOpen: Bool)] {
    parts.flatMap { part in
      part.words.enumerated().map { ($1, part.isOpen && $0 == part.words.count - 1) }
    }
  }

  var isEmpty: Bool { parts.isEmpty }

  /// Words as one folded text, whose last word may go on where `isPrefix` says so.
  struct Reading {
    var text: String
    var isPrefix: Bool
  }

  /// What all typed words may mean to the index: more than one where the last word may go on in two ways.
  ///
  /// `ky` is kỳ, which is indexed as `ki`, or the beginning of `kyoto`, but never that of `kim`.
  var readings: [Reading] {
    let words = words
    guard let last = words.last else { return [] }
    let front = words.dropLast().map { $0.token.folded + " " }.joined()
    return SearchQuery.readings(of: last.token, isOpen: last.isOpen).map {
      Reading(text: front + $0.text, isPrefix: $0.isPrefix)
    }
  }

  /// Whether a word was typed with marks, so that its exact form counts.
  var hasMarks: Bool { parts.contains { $0.words.contains(where: \.hasMarks) } }

  /// All words anywhere in the field, in any order.
  func anyOrder(_ db: Database) throws -> String {
    let all = try parts.map { try expression($0, db) }.joined(separator: " AND ")
    switch field {
    case .title, .author, .subject: return "{\(field.rawValue)} : (\(all))"
    case .any, .isbn, .callNumber: return all
    }
  }

  /// The words with marks as they were typed; nil where there is none to be looked for.
  ///
  /// A beginning that very many words have says too little to be worth its time, and is left out.
  func exact(_ db: Database) throws -> String? {
    let found = try words.compactMap { word -> String? in
      guard word.token.hasMarks else { return nil }
      guard word.isOpen else { return "\"\(word.token.exact)\"" }
      return try SearchVocabulary.exact.words(from: word.token.exact, db).map {
        SearchQuery.oneOf($0.map { "\"\($0)\"" })
      }
    }
    return found.isEmpty ? nil : found.joined(separator: " AND ")
  }

  /// Words hold letters and digits only, so quoting them is safe.
  private func expression(_ part: Part, _ db: Database) throws -> String {
    guard let last = part.words.last else { return "\"\"" }
    let front = part.words.dropLast().map { $0.folded + " " }.joined()
    let endings = try SearchQuery.readings(of: last, isOpen: part.isOpen).flatMap { reading in
      try SearchVocabulary.folded.terms(reading, db)
    }
    return SearchQuery.oneOf(endings.map { "\"\(front)\($0.text)\"" + ($0.isPrefix ? " *" : "") })
  }

  private static func oneOf(_ expressions: [String]) -> String {
    expressions.count == 1 ? expressions[0] : "(\(expressions.joined(separator: " OR ")))"
  }

  private static func readings(of word: SearchToken, isOpen: Bool) -> [Reading] {
    guard isOpen else { return [Reading(text: word.folded, isPrefix: false)] }
    let longer = word.foldedPrefixes.filter { $0 != word.folded }
    return [Reading(text: word.folded, isPrefix: longer.isEmpty)]
      + longer.map { Reading(text: $0, isPrefix: true) }
  }
}

// MARK: - Reading what was typed

extension SearchQuery {
  private static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

  private static func parts(_ text: String) -> [Part] {
    var parts: [Part] = []
    var room = wordsMaximum
    var rest = text[...]
    var isQuoted = false
    while room > 0, !rest.isEmpty {
      let end = rest.firstIndex(where: quotes.contains) ?? rest.endIndex
      let goesOn = end == rest.endIndex
      let found =
        isQuoted ? phrase(rest[..<end], goesOn: goesOn) : loose(rest[..<end], goesOn: goesOn)
      for part in found where room > 0 {
        let isCut = part.words.count > room
        parts.append(Part(words: Array(part.words.prefix(room)), isOpen: part.isOpen && !isCut))
        room -= parts.last?.words.count ?? 0
      }
      rest = goesOn ? "" : rest[rest.index(after: end)...]
      isQuoted.toggle()
    }
    return parts
  }

  private static func phrase(_ text: Substring, goesOn: Bool) -> [Part] {
    let words = String(text).searchTokens
    return words.isEmpty ? [] : [Part(words: words, isOpen: goesOn && endsOpen(text))]
  }

  private static func loose(_ text: Substring, goesOn: Bool) -> [Part] {
    let pieces = text.split(whereSeparator: \.isWhitespace)
    return pieces.enumerated().flatMap { index, piece in
      let isLast = goesOn && index == pieces.count - 1 && endsOpen(text)
      let words = String(piece).searchTokens
      return words.enumerated().map { place, word in
        Part(words: [word], isOpen: place == words.count - 1 && (isLast || piece.last == "*"))
      }
    }
  }

  /// Whether nothing was typed yet behind the last word.
  private static func endsOpen(_ text: Substring) -> Bool {
    text.unicodeScalars.last.map { !$0.properties.isWhitespace } ?? false
  }
}
