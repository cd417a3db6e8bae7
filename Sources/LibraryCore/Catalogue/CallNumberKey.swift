import VietnameseText

/// Puts call numbers in the order in which the copies stand on the shelf.
///
/// Prefixes of a stack (VV, TK) stand before class numbers; a running number counts by its value (VV.9 before VV.10); a class
/// number by its whole part and then digit by digit (895.9223, 895.92234, 895.923); letters in Vietnamese order, without case.
/// The number of an author mark behind a class compares digit by digit, as Cutter's decimals need and the three digits of the
/// National Library's marks allow; that of a volume or copy (T.2, T10) by its value.
public enum CallNumberKey {
  /// Longer keys are cut: no label holds so much, and whatever is typed must fit an index.
  static let lengthMaximum = 160

  /// The bytes that, compared from the left, give the order.
  public static func bytes(_ callNumber: String) -> [UInt8] {
    var writer = CallNumberKeyWriter(callNumber)
    return Array(writer.key().prefix(lengthMaximum))
  }
}

private struct CallNumberKeyWriter {
  /// What an element is comes before its content: letters before numbers before decimals.
  private enum Element {
    static let letters: UInt8 = 0x10
    static let markNumber: UInt8 = 0x20
    static let number: UInt8 = 0x30
    static let decimals: UInt8 = 0x40
  }

  /// Letters whose number is that of a volume, part or copy.
  private static let countedWords: Set<String> = [
    "t", "tap", "q", "quyen", "p", "phan", "v", "vol", "no", "so", "c", "b", "ban",
  ]

  private let text: [UInt8]
  private var position = 0
  private var bytes: [UInt8] = []
  private var isBehindClass = false
  private var hasNumber = false

  init(_ callNumber: String) {
    text = Array(callNumber.nfc.lowercased().utf8)
  }

  mutating func key() -> [UInt8] {
    while position < text.count {
      if isDigit(text[position]) {
        addNumber()
      } else if isLetter(text[position]) {
        addLetters()
      } else {
        position += 1
      }
    }
    return bytes
  }

  /// Adds a run of letters and, where it is an author mark, the number attached to it.
  private mutating func addLetters() {
    let start = position
    while position < text.count, isLetter(text[position]) { position += 1 }
    let word = String(decoding: text[start..<position], as: UTF8.self)
    bytes.append(Element.letters)
    SortKey.appendCatalogue(word, to: &bytes)
    guard isBehindClass, position < text.count, isDigit(text[position]),
      !CallNumberKeyWriter.countedWords.contains(word.folded)
    else { return }
    bytes.append(Element.markNumber)
    addDigits()
  }

  private mutating func addNumber() {
    while position < text.count, text[position] == UInt8(ascii: "0") { position += 1 }
    let start = position
    while position < text.count, isDigit(text[position]) { position += 1 }
    let digits = text[start..<position]
    bytes.append(Element.number)
    bytes.append(UInt8(min(digits.count, 0xFF)))
    bytes.append(contentsOf: digits)
    guard !hasNumber else { return }
    hasNumber = true
    isBehindClass = digits.count == 3
    guard position + 1 < text.count, isPoint(text[position]), isDigit(text[position + 1]) else {
      return
    }
    position += 1
    isBehindClass = true
    bytes.append(Element.decimals)
    addDigits()
  }

  /// Adds digits that compare one by one, and the end that puts fewer before more.
  private mutating func addDigits() {
    while position < text.count, isDigit(text[position]) {
      bytes.append(text[position])
      position += 1
    }
    bytes.append(0)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x80 }
  private func isPoint(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }
}
