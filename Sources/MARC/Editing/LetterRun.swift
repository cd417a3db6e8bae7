/// Bytes as the letters a person sees, each with the bytes that it is.
///
/// A byte that is no UTF-8 is one U+FFFD for the eye and stays itself for whoever changes the letters beside it.
public struct LetterRun: Sendable {
  public let letters: [Character]
  /// Where each letter starts in the bytes, and where the last one ends.
  let starts: [Int]

  public init(_ bytes: ArraySlice<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.init(letters: Array(text)) { $0.utf8.count }
    } else {
      self.init(broken: bytes)
    }
  }

  private init(letters: [Character], length: (Character) -> Int) {
    self.letters = letters
    var starts = [0]
    starts.reserveCapacity(letters.count + 1)
    for letter in letters { starts.append(starts[starts.count - 1] + length(letter)) }
    self.starts = starts
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

  public var count: Int { letters.count }

  /// The bytes of some letters, counted from the start.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<starts[range.upperBound]
  }

  /// The start of the word before a letter.
  func wordStart(before offset: Int) -> Int {
    let head = letters[..<offset]
    let word = head.lastIndex { $0 != " " } ?? 0
    return head[..<word].lastIndex(of: " ").map { $0 + 1 } ?? 0
  }

  /// The end of the word behind a letter.
  func wordEnd(after offset: Int) -> Int {
    let tail = letters[offset...]
    guard let word = tail.firstIndex(where: { $0 != " " }) else { return letters.count }
    return tail[word...].firstIndex(of: " ") ?? letters.count
  }
}
