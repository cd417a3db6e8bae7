/// Bytes as the letters a person sees, each with the bytes that it is.
///
/// A byte that is no UTF-8 is one U+FFFD for the eye and stays itself for whoever changes the letters beside it. Of a text in
/// which each character of Unicode is a letter, as in Vietnamese in NFC, letters are made only when they are asked for: a text
/// of very many letters costs no more than a walk over its bytes.
public struct LetterRun: Sendable {
  private enum Form: Sendable {
    /// Each character of Unicode is a letter.
    case plain(ArraySlice<UInt8>)
    /// The letters, and where each starts in the bytes and the last one ends.
    case letters([Character], starts: [Int])
  }

  private let form: Form
  public let count: Int

  public init(_ bytes: ArraySlice<UInt8>) {
    if let count = LetterRun.plainCount(bytes) {
      self.init(.plain(bytes), count: count)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self.init(letters: Array(text)) { $0.utf8.count }
    } else {
      self.init(broken: bytes)
    }
  }

  private init(_ form: Form, count: Int) {
    self.form = form
    self.count = count
  }

  private init(letters: [Character], length: (Character) -> Int) {
    var starts = [0]
    starts.reserveCapacity(letters.count + 1)
    for letter in letters { starts.append(starts[starts.count - 1] + length(letter)) }
    self.init(.letters(letters, starts: starts), count: letters.count)
  }

  private init(broken bytes: ArraySlice<UInt8>) {
    var scalars = String.UnicodeScalarView()
    var lengths: [Int] = []
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    reading: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        scalars.append(Unicode.UTF8.decode(encoded))
        lengths.append(encoded.count)
      case .error(let length):
        scalars.append("\u{FFFD}")
        lengths.append(length)
      case .emptyInput: break reading
      }
    }
    var next = 0
    self.init(letters: Array(String(scalars))) { letter in
      let count = letter.unicodeScalars.count
      defer { next += count }
      return lengths[next..<next + count].reduce(0, +)
    }
  }

  /// How many letters there are, where every character is one of its own; nil where some may join or the bytes are broken.
  ///
  /// That holds for ASCII but for the return, for Latin letters up to U+02FF and those of U+1E00 to U+1EFF, the dashes and
  /// quotes of U+2010 to U+2027, and the signs of Chinese and Japanese from U+3040 to U+9FFF but for the two marks of voice.
  private static func plainCount(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      var place = 0
      while place < bytes.count {
        let first = bytes[place]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
        guard place + length <= bytes.count else { return nil }
        switch length {
        case 1: if first == 0x0D { return nil }
        case 2:
          guard (0xC2...0xCB).contains(first), isTail(bytes[place + 1]) else { return nil }
        default:
          guard isTail(bytes[place + 1]), isTail(bytes[place + 2]) else { return nil }
          let value =
            UInt32(first & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6
            | UInt32(bytes[place + 2] & 0x3F)
          guard first < 0xF0, isPlain(value) else { return nil }
        }
        count += 1
        place += length
      }
      return count
    }
  }

  private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private static func isPlain(_ value: UInt32) -> Bool {
    (0x1E00...0x1EFF).contains(value) || (0x2010...0x2027).contains(value)
      || (0x3040...0x9FFF).contains(value) && value != 0x3099 && value != 0x309A
  }

  // MARK: - Letters and their bytes

  /// Some letters, counted from the start.
  public func letters(_ range: Range<Int>) -> ArraySlice<Character> {
    switch form {
    case .letters(let letters, _): return letters[range]
    case .plain(let bytes):
      let part = self.bytes(range)
      let text = String(
        decoding: bytes[bytes.startIndex + part.lowerBound..<bytes.startIndex + part.upperBound],
        as: UTF8.self)
      return text.unicodeScalars.map { Character($0) }[...]
    }
  }

  /// The letter at a place; nil where there is none.
  public func letter(_ place: Int) -> Character? {
    (0..<count).contains(place) ? letters(place..<place + 1).first : nil
  }

  /// The bytes of some letters, counted from the start.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    switch form {
    case .letters(_, let starts): return starts[range.lowerBound]..<starts[range.upperBound]
    case .plain(let bytes):
      guard bytes.count != count else { return range }
      let start = LetterRun.start(of: range.lowerBound, in: bytes)
      return start..<start
        + LetterRun.start(of: range.count, in: bytes[(bytes.startIndex + start)...])
    }
  }

  /// Where a letter starts, counted in bytes from the front.
  private static func start(of letter: Int, in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var rest = letter
      var place = 0
      while rest > 0, place < bytes.count {
        let first = bytes[place]
        place += first < 0x80 ? 1 : first < 0xE0 ? 2 : 3
        rest -= 1
      }
      return place
    }
  }

  // MARK: - Words

  /// A word is looked for no further away; no word is longer.
  private static let wordMaximum = 2000

  /// The last letters before a place: all that a word there can be of.
  public func word(before offset: Int) -> ArraySlice<Character> {
    letters(max(0, offset - LetterRun.wordMaximum)..<offset)
  }

  /// The start of the word before a letter.
  func wordStart(before offset: Int) -> Int {
    let head = Array(word(before: offset))
    let front = offset - head.count
    let word = head.lastIndex { $0 != " " } ?? 0
    return front + (head[..<word].lastIndex(of: " ").map { $0 + 1 } ?? 0)
  }

  /// The end of the word behind a letter.
  func wordEnd(after offset: Int) -> Int {
    let tail = Array(letters(offset..<min(count, offset + LetterRun.wordMaximum)))
    guard let word = tail.firstIndex(where: { $0 != " " }) else { return offset + tail.count }
    return offset + (tail[word...].firstIndex(of: " ") ?? tail.count)
  }
}
