/// What ends a word.
enum WordBreak {
  /// Everything that is no letter or digit, as an index of words needs it.
  case searching
  /// The same, but apostrophes and the points of `1.000` are passed over, as in a card drawer.
  case filing
}

/// Gives the words of `text` to `body`, letter by letter and composed, from left to right.
@inline(__always)
func forEachWord(in text: String, breakingFor use: WordBreak, _ body: ([Letter]) -> Void) {
  let composed = text.nfc
  let bytes = composed.utf8.span
  let table = Letter.table
  var word: [Letter] = []
  word.reserveCapacity(16)
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
      if use == .filing, joinsThousands(bytes, after: index, number: word) { continue }
    }
    if !word.isEmpty {
      body(word)
      word.removeAll(keepingCapacity: true)
    }
  }
  if !word.isEmpty { body(word) }
}

/// Whether the point just read, before `index`, groups the digits of one number: 1.000 or 30.000.
private func joinsThousands(_ bytes: Span<UInt8>, after index: Int, number: [Letter]) -> Bool {
  guard bytes[index - 1] == UInt8(ascii: "."), !number.isEmpty, index + 3 <= bytes.count else {
    return false
  }
  for offset in index..<index + 3 where !isASCIIDigit(bytes[offset]) { return false }
  if index + 3 < bytes.count, isASCIIDigit(bytes[index + 3]) { return false }
  let leading = number.prefix { $0.kind == .digit }.count
  return leading == number.count && number[0].folded != UInt8(ascii: "0")
}

@inline(__always)
private func isASCIIDigit(_ byte: UInt8) -> Bool {
  byte &- 0x30 < 10
}
