import GRDB
import LibraryCore
import VietnameseText

/// Puts found titles in the order a person would look for them.
///
/// First titles with the marks that were typed; among them the whole title, then titles that begin with the query, then those that
/// have it in one piece, then those that have the words; among equals the shorter title.
struct SearchRanking {
  /// How a title came to be looked at.
  enum Ground {
    /// All words lead to it.
    case match
    /// The words with marks do; the others have to be found in what is shown of it.
    case marks
  }

  struct Place: Comparable {
    /// The smaller, the better.
    var rank: UInt64
    var id: EntityID

    static func < (left: Place, right: Place) -> Bool {
      (left.rank, left.id) < (right.rank, right.id)
    }
  }

  private(set) var places: [Place] = []
  /// How many of them have the marks that were typed.
  private(set) var exactCount = 0

  private let sought: [SoughtWords]
  private let marked: [SoughtWord]
  private let field: SearchField
  private var shown = ShownTitle()

  init(_ query: SearchQuery) {
    let words = query.words
    let front = words.dropLast().map { SoughtWord($0.token.folded, isPrefix: $0.isOpen) }
    sought = query.readings.map { reading in
      let last = reading.text.utf8.split(separator: SoughtWord.blank).last.map(Array.init) ?? []
      return SoughtWords(
        whole: SoughtWord(reading.text, isPrefix: reading.isPrefix),
        words: front + [SoughtWord(bytes: last, isPrefix: reading.isPrefix)])
    }
    marked = words.filter(\.token.hasMarks).map {
      SoughtWord($0.token.exact, isPrefix: $0.isOpen)
    }
    field = query.field
  }

  /// Takes titles in, but those that were looked at in vain.
  mutating func add(_ found: some Sequence<EntityID>, _ ground: Ground, _ db: Database) throws {
    let ids = "[" + found.map(\.description).joined(separator: ",") + "]"
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, title, author FROM record WHERE id IN (SELECT value FROM json_each(?))
          """),
      arguments: [ids])
    while let row = try rows.next() {
      shown.read(title: row[1], author: row[2])
      if ground == .marks, !hasAllWords() { continue }
      let isExact = ground == .marks || hasMarks()
      if isExact { exactCount += 1 }
      places.append(Place(rank: rank(isExact: isExact), id: EntityID(rawValue: row[0])))
    }
  }

  /// What is more than all ranks of words, and less than none of them.
  static let wordsBegin: UInt64 = 1 << 40

  private func rank(isExact: Bool) -> UInt64 {
    let text = field == .author ? shown.author : shown.title
    let kind = sought.map { $0.kind(in: text).rawValue }.min() ?? 0
    var wordCount = 1
    for byte in text where byte == SoughtWord.blank { wordCount += 1 }
    let extra = UInt64(min(max(wordCount - (sought.first?.words.count ?? 0), 0), 255))
    return SearchRanking.wordsBegin | (isExact ? 0 : 1) << 24 | kind << 16 | extra
  }

  /// Whether all words are in the field, as far as it is shown.
  private func hasAllWords() -> Bool {
    sought.contains { sought in
      sought.words.allSatisfy { word in
        switch field {
        case .title: word.isFound(in: shown.title)
        case .author: word.isFound(in: shown.author)
        case .any, .subject, .isbn, .callNumber:
          word.isFound(in: shown.title) || word.isFound(in: shown.author)
        }
      }
    }
  }

  private mutating func hasMarks() -> Bool {
    guard !marked.isEmpty else { return true }
    shown.readExact()
    return marked.allSatisfy { $0.isFound(in: shown.exact) }
  }
}

/// What a list shows of a title, folded; the buffers serve one title after the other.
private struct ShownTitle {
  private var titleText = ""
  private var authorText = ""
  private(set) var title: [UInt8] = []
  private(set) var author: [UInt8] = []
  private(set) var exact: [UInt8] = []

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
    titleText.appendExact(to: &exact)
    exact.append(SoughtWord.blank)
    authorText.appendExact(to: &exact)
  }
}

/// The words of a query, in one reading.
private struct SoughtWords {
  var whole: SoughtWord
  var words: [SoughtWord]

  enum Kind: UInt64 {
    case whole
    case beginning
    case phrase
    case words
    case elsewhere
  }

  func kind(in text: [UInt8]) -> Kind {
    if text == whole.bytes { return .whole }
    if whole.stands(in: text, at: 0) { return .beginning }
    guard words.allSatisfy({ $0.isFound(in: text) }) else { return .elsewhere }
    return words.count == 1 || whole.isFound(in: text) ? .phrase : .words
  }
}

/// Folded words that begin where a word begins, the last one whole or as a beginning.
private struct SoughtWord {
  static let blank = UInt8(ascii: " ")

  var bytes: [UInt8]
  var isPrefix: Bool

  init(bytes: [UInt8], isPrefix: Bool) {
    self.bytes = bytes
    self.isPrefix = isPrefix
  }

  init(_ text: String, isPrefix: Bool) {
    self.init(bytes: Array(text.utf8), isPrefix: isPrefix)
  }

  /// Whether it stands somewhere in `text`.
  func isFound(in text: [UInt8]) -> Bool {
    let last = text.count - bytes.count
    var start = 0
    while start <= last {
      if stands(in: text, at: start) { return true }
      while start < last, text[start] != SoughtWord.blank { start += 1 }
      start += 1
    }
    return false
  }

  /// Whether it stands in `text` at `start`, a word's beginning, and unless it is a prefix also ends with a word.
  func stands(in text: [UInt8], at start: Int) -> Bool {
    let end = start + bytes.count
    guard end <= text.count else { return false }
    for index in bytes.indices where text[start + index] != bytes[index] { return false }
    return isPrefix || end == text.count || text[end] == SoughtWord.blank
  }
}
