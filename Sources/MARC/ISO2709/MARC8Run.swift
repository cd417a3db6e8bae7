/// The bytes of MARC-8 from one escape to the next, and how much text they must give.
///
/// The converter drops what it does not know without a word; counting shows it.
struct MARC8Run {
  static let escape: UInt8 = 0x1B

  /// Whether the plain bytes after the escape are East Asian characters of three bytes each.
  let isEastAsian: Bool
  /// Whether bytes beyond ASCII are those of the extended Latin set, which has the marks over two letters.
  let isExtendedLatin: Bool
  private let bytes: UnsafeRawBufferPointer
  private let textStart: Int

  /// Reads the escape at the front of `bytes`, if there is one; without it `previous` goes on.
  init(_ bytes: UnsafeRawBufferPointer, after previous: MARC8Run?) {
    self.bytes = bytes
    guard bytes.first == MARC8Run.escape else {
      textStart = 0
      isEastAsian = previous?.isEastAsian ?? false
      isExtendedLatin = previous?.isExtendedLatin ?? true
      return
    }
    var final = 1
    while final < bytes.count, (0x20...0x2F).contains(bytes[final]) { final += 1 }
    textStart = min(final + 1, bytes.count)
    let designator = bytes[1..<max(final, 1)]
    if designator.contains(UInt8(ascii: ")")) || designator.contains(UInt8(ascii: "-")) {
      isEastAsian = previous?.isEastAsian ?? false
      isExtendedLatin = final < bytes.count && bytes[final] == UInt8(ascii: "E")
    } else {
      isEastAsian = designator.first == UInt8(ascii: "$")
      isExtendedLatin = previous?.isExtendedLatin ?? true
    }
  }

  /// How many characters are missing in the text the converter made of the run.
  func countLost(_ text: ArraySlice<UInt8>) -> Int {
    let got = text.count { $0 & 0xC0 != 0x80 && (!isEastAsian || $0 > 0x20) }
    return max(charactersExpected - got, 0)
  }

  private var charactersExpected: Int {
    let text = bytes[textStart...]
    guard isEastAsian else { return text.count }
    var count = 0
    var position = textStart
    while position < bytes.count {
      // A blank or control character stands for itself; everything else takes three bytes.
      let isSingle = bytes[position] <= 0x20
      position += isSingle ? 1 : 3
      count += isSingle ? 0 : 1
    }
    return count
  }
}
