import GRDB
import LibraryCore
import VietnameseText

/// Puts found titles in the order a person would look for them.
///
/// First titles with the marks that were typed; among them the whole title, then titles that begin with the query, then those that
/// have it in one piece, then those that have the words; among equals the shorter title, then the one with copies.
struct SearchRanking {
  /// What the index knows of a title beside that it matches.
  struct Marks: OptionSet {
    let rawValue: UInt8
    static let exact = Marks(rawValue: 1)
    static let phrase = Marks(rawValue: 2)
  }

  /// Folded words that stand at the beginning of words, the last one whole or as a beginning.
  private struct Sought {
    var whole: [UInt8]
    var words: [[UInt8]]
    var isPrefix: Bool
  }

  private let sought: [Sought]
  private let marked: [(word: [UInt8], isPrefix: Bool)]
  private let isByAuthor: Bool

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
    isByAuthor = query.field == .author
  }

  func order(_ found: [EntityID: Marks], _ db: Database) throws -> [EntityID] {
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
    var buffers = Buffers()
    while let row = try rows.next() {
      let id = EntityID(rawValue: row[0])
      let text: String = isByAuthor ? row[2] ?? "" : row[1]
      ranks.append((rank(text, found[id] ?? [], hasCopies: row[3], &buffers), id))
    }
    ranks.sort { ($0.rank, $0.id) < ($1.rank, $1.id) }
    return ranks.map(\.id)
  }

  private struct Buffers {
    var folded: [UInt8] = []
    var exact: [UInt8] = []
  }

  private enum Kind: UInt64 {
    case whole
    case beginning
    case phrase
    case words
    case phraseElsewhere
    case elsewhere
  }

  /// The smaller, the better.
  private func rank(
    _ text: String, _ marks: Marks, hasCopies: Bool, _ buffers: inout Buffers
  ) -> UInt64 {
    buffers.folded.removeAll(keepingCapacity: true)
    text.appendFolded(.lettersAndSpelling, to: &buffers.folded)
    let isExact = marked.isEmpty || marks.contains(.exact) || hasMarked(text, &buffers.exact)
    let best = sought.map { kind(of: $0, in: buffers.folded, marks).rawValue }.min() ?? 0
    let wordCount = buffers.folded.reduce(1) { $1 == SearchRanking.blank ? $0 + 1 : $0 }
    let extra = UInt64(min(max(wordCount - (sought.first?.words.count ?? 0), 0), 255))
    return (isExact ? 0 : 1) << 24 | best << 16 | extra << 8 | (hasCopies ? 0 : 1)
  }

  private func kind(of sought: Sought, in text: [UInt8], _ marks: Marks) -> Kind {
    if text == sought.whole { return .whole }
    if stands(sought.whole, in: text, at: 0, isPrefix: sought.isPrefix) { return .beginning }
    let isInText = sought.words.enumerated().allSatisfy { index, word in
      find(word, in: text, isPrefix: sought.isPrefix && index == sought.words.count - 1)
    }
    guard isInText else { return marks.contains(.phrase) ? .phraseElsewhere : .elsewhere }
    return find(sought.whole, in: text, isPrefix: sought.isPrefix) ? .phrase : .words
  }

  private func hasMarked(_ text: String, _ exact: inout [UInt8]) -> Bool {
    exact.removeAll(keepingCapacity: true)
    text.appendExact(to: &exact)
    return marked.allSatisfy { find($0.word, in: exact, isPrefix: $0.isPrefix) }
  }

  private static let blank = UInt8(ascii: " ")

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
