/// What ends a word.
enum WordBreak {
  /// Everything that is no letter or digit, as an index of words needs it.
  case searching
  /// The same, but apostrophes and the points of `1.000` are passed over, as in a card drawer.
  case filing
}

/// Gives the words of `text` to `body`, letter by letter and composed, from left to right.
@inline(__always)
func forEachWord(in text: String, breakingFor use: WordBreak, _ body: (Span<Letter>) -> Void) {
  let composed = text.nfc
  withUnsafeTemporaryAllocation(of: Letter.self, capacity: composed.utf8.count) { storage in
    let bytes = composed.utf8.span
    let table = Letter.table
    var word = OutputSpan(buffer: storage, initializedCount: 0)
    var index = 0
    while index < bytes.count {
      let letter = Letter.of(decodeScalar(bytes, &index), in: table)
      switch letter.kind {
      case .latin, .digit, .foreign:
        word.append(letter)
        continue
      case .mark:
        if use == .filing, letter.isCombining, !word.isEmpty {
          word[word.count - 1].hasForeignMark = true
        }
        continue
      case .apostrophe:
        if use == .filing { continue }
      case .separator:
        if use == .filing, joinsThousands(bytes, after: index, number: word.span) { continue }
      }
      if !word.isEmpty { body(word.span) }
      word.removeAll()
    }
    if !word.isEmpty { body(word.span) }
  }
}

/// Whether the point just read, before `index`, groups the digits of one number: 1.000 or 30.000.
private func joinsThousands(
  _ bytes: Span<UInt8>, after index: Int, number: Span<Letter>
) -> Bool {
  guard bytes[index - 1] == UInt8(ascii: "."), !number.isEmpty, index + 3 <= bytes.count else {
    return false
  }
  for offset in index..<index + 3 where !isASCIIDigit(bytes[offset]) { return false }
  if index + 3 < bytes.count, isASCIIDigit(bytes[index + 3]) { return false }
  for place in number.indices where number[place].kind != .digit { return false }
  return number[0].folded != UInt8(ascii: "0")
}

@inline(__always)
private func isASCIIDigit(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10
}
