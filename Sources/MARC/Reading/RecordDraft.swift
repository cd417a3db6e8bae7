/// A record while a text format is being read: its parts come one by one and may be faulty.
struct RecordDraft {
  /// The largest record accepted, so that one that never ends does not fill the memory.
  static let lengthMaximum = 16 * 1024 * 1024

  /// What a record without leader gets: a book in Unicode of no known standing.
  private static let standInLeader = Array("00000nam a2200000   4500".utf8)

  private var storage = RecordStorage(leader: standInLeader)
  private(set) var hasLeader = false
  private(set) var fieldCount = 0
  var diagnostics: DiagnosticList

  init(number: Int) {
    diagnostics = DiagnosticList(record: number)
  }

  /// Whether anything of a record has come yet.
  var isEmpty: Bool { !hasLeader && fieldCount == 0 }

  var isTooLong: Bool { storage.count > RecordDraft.lengthMaximum }

  /// Takes the leader; one of the wrong length is cut or filled with blanks.
  mutating func setLeader(_ bytes: [UInt8], at offset: Int) {
    hasLeader = true
    if bytes.count != Leader.length {
      diagnostics.add(.badLeader(length: bytes.count), at: offset, .mended)
    }
    let filled = bytes + Array(repeating: Code.blank.byte, count: Leader.length)
    storage.setLeader(filled.prefix(Leader.length))
  }

  mutating func append(_ tag: Tag, isControl: Bool, body: [UInt8], at offset: Int) {
    fieldCount += 1
    if let wrong = body.withUnsafeBytes({ $0.firstInvalidUTF8(from: 0, to: $0.count) }) {
      diagnostics.add(.invalidUTF8, at: offset + wrong, tag: tag, .kept)
    }
    storage.append(tag, isControl: isControl, body: body)
  }

  /// The tag that was given; one that is not three bytes long is told.
  mutating func tag(_ given: Tag?, at offset: Int) -> Tag {
    let tag = given ?? Tag(packed: 0)
    if tag.count != 3 {
      diagnostics.add(.badTag(tag.text), at: offset, tag: tag, .kept)
    }
    return tag
  }

  /// The indicator in this short text: one character of ASCII, or else a blank.
  mutating func indicator(_ given: Tag?, of tag: Tag, at offset: Int) -> UInt8 {
    if let given, given.count == 1, isCode(given[0]) { return given[0] }
    diagnostics.add(.badIndicator(given?.text ?? ""), at: offset, tag: tag, .mended)
    return Code.blank.byte
  }

  /// The code in this short text: its first character if that is ASCII, or else a question mark.
  mutating func code(_ given: Tag?, of tag: Tag, at offset: Int) -> UInt8 {
    let first = given.flatMap { $0.count > 0 && isCode($0[0]) ? $0[0] : nil }
    if given?.count != 1 || first == nil {
      diagnostics.add(.badSubfieldCode(given?.text ?? ""), at: offset, tag: tag, .mended)
    }
    return first ?? UInt8(ascii: "?")
  }

  private func isCode(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

  /// The finished step; without a leader the record gets one that says little.
  mutating func finish(at offset: Int) -> ReadRecord {
    if !hasLeader {
      diagnostics.add(.missingLeader, at: offset, .mended)
    }
    return ReadRecord(
      number: diagnostics.record, offset: offset, record: storage.finish(),
      diagnostics: diagnostics.finished(at: offset))
  }

  /// The step of a record that could not be read to its end.
  mutating func abandon(_ fault: Fault, at offset: Int, from start: Int) -> ReadRecord {
    diagnostics.add(fault, at: offset, .skipped)
    return ReadRecord(
      number: diagnostics.record, offset: start, record: nil,
      diagnostics: diagnostics.finished(at: offset))
  }
}
