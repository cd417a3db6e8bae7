import GRDB
import LibraryCore
import VietnameseText

/// Puts found titles in the order a person would look for them.
///
/// First titles with the marks that were typed; among them the whole title, then titles that begin with the query, then those that
/// have it in one piece, then those that have the words; among equals the shorter title, then the one with copies.
struct SearchRanking {
  /// How a title came to be looked at.
  enum Ground {
    /// All words lead to it.
    case match
    /// The words with marks do; the others have to be found in what is shown of it.
    case marks
  }

  /// Folded words that stand at the beginning of words, the last one whole or as a beginning.
  private struct Sought {
    var whole: [UInt8]
    var words: [[UInt8]]
    var isPrefix: Bool
  }

  private let sought: [Sought]
  private let marked: [(word: [UInt8], isPrefix: Bool)]
  private let field: SearchField

  private var isByAuthor: Bool { field == .author }

  init(_ query: SearchQuery) {
    sought = query.readings.map { reading in
      let whole = Array(reading.text.utf8)
      return Sought(
        whole: whole, words: whole.split(separator: SearchRanking.blank).map(Array.init),
        isPrefix: reading.isPrefix)
    }
    marked = query.words.enumerated().filter(\.element.hasMarks).map { index, word in
      (Array(word.exact.utf8), query.isOpen && index == query.words.count - 1)
    }
    field = query.field
  }

  /// The titles in their order, without those that were looked at in vain.
  func order(_ found: [EntityID: Ground], _ db: Database) throws -> [EntityID] {
    let ids = "[" + found.keys.map(\.description).joined(separator: ",") + "]"
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, title, author, EXISTS (SELECT 1 FROM item WHERE item.record = record.id)
          FROM record WHERE id IN (SELECT value FROM json_each(?))
          """),
      arguments: [ids])
    var ranks: [(rank: UInt64, id: EntityID)] = []
    ranks.reserveCapacity(found.count)
    var shown = Shown()
    while let row = try rows.next() {
      let id = EntityID(rawValue: row[0])
      shown.read(title: row[1], author: row[2])
      if found[id] == .marks, !hasAllWords(shown) { continue }
      let isExact = found[id] == .marks || hasMarks(&shown)
      ranks.append((rank(shown, isExact: isExact, hasCopies: row[3]), id))
    }
    ranks.sort { ($0.rank, $0.id) < ($1.rank, $1.id) }
    return ranks.map(\.id)
  }

  /// What a list shows of a title, folded; the buffers serve one title after the other.
  private struct Shown {
    private(set) var titleText = ""
    private(set) var authorText = ""
    var title: [UInt8] = []
    var author: [UInt8] = []
    var exact: [UInt8] = []

    mutating func read(title: String, author: String?) {
      titleText = title
      authorText = author ?? ""
      self.title.removeAll(keepingCapacity: true)
      titleText.appendFolded(.lettersAndSpelling, to: &self.title)
      self.author.removeAll(keepingCapacity: true)
      authorText.appendFolded(.lettersAndSpelling, to: &self.author)
    }

    mutating func readExact() {
      exact.removeAll(keepingCapacity: true)
      (titleText + " " + authorText).appendExact(to: &exact)
    }
  }

  private enum Kind: UInt64 {
    case whole
    case beginning
    case phrase
    case words
    case elsewhere
  }

  /// The smaller, the better.
  private func rank(_ shown: Shown, isExact: Bool, hasCopies: Bool) -> UInt64 {
    let text = isByAuthor ? shown.author : shown.title
    let best = sought.map { kind(of: $0, in: text).rawValue }.min() ?? 0
    let wordCount = text.reduce(1) { $1 == SearchRanking.blank ? $0 + 1 : $0 }
    let extra = UInt64(min(max(wordCount - (sought.first?.words.count ?? 0), 0), 255))
    return (isExact ? 0 : 1) << 24 | best << 16 | extra << 8 | (hasCopies ? 0 : 1)
  }

  private func kind(of sought: Sought, in text: [UInt8]) -> Kind {
    if text == sought.whole { return .whole }
    if stands(sought.whole, in: text, at: 0, isPrefix: sought.isPrefix) { return .beginning }
    guard sought.words.indices.allSatisfy({ find(sought, word: $0, in: text) }) else {
      return .elsewhere
    }
    return find(sought.whole, in: text, isPrefix: sought.isPrefix) ? .phrase : .words
  }

  /// Whether all words are in the field, as far as it is shown.
  private func hasAllWords(_ shown: Shown) -> Bool {
    sought.contains { sought in
      sought.words.indices.allSatisfy { word in
        switch field {
        case .title: find(sought, word: word, in: shown.title)
        case .author: find(sought, word: word, in: shown.author)
        case .any, .subject, .isbn, .callNumber:
          find(sought, word: word, in: shown.title) || find(sought, word: word, in: shown.author)
        }
      }
    }
  }

  private func hasMarks(_ shown: inout Shown) -> Bool {
    guard !marked.isEmpty else { return true }
    shown.readExact()
    return marked.allSatisfy { find($0.word, in: shown.exact, isPrefix: $0.isPrefix) }
  }

  private static let blank = UInt8(ascii: " ")

  private func find(_ sought: Sought, word: Int, in text: [UInt8]) -> Bool {
    find(
      sought.words[word], in: text,
      isPrefix: sought.isPrefix && word == sought.words.count - 1)
  }

  /// Whether `words` stands somewhere in `text`.
  private func find(_ words: [UInt8], in text: [UInt8], isPrefix: Bool) -> Bool {
    var start = 0
    while start + words.count <= text.count {
      if stands(words, in: text, at: start, isPrefix: isPrefix) { return true }
      guard let blank = text[start...].firstIndex(of: SearchRanking.blank) else { return false }
      start = blank + 1
    }
    return false
  }

  /// Whether `words` stands in `text` at `start`, a word's beginning, and unless it is a prefix also ends with a word.
  private func stands(
    _ words: [UInt8], in text: [UInt8], at start: Int, isPrefix: Bool
  ) -> Bool {
    let end = start + words.count
    guard end <= text.count, text[start..<end].elementsEqual(words) else { return false }
    return isPrefix || end == text.count || text[end] == SearchRanking.blank
  }
}
