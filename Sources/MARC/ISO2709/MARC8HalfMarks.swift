/// Ligature and double tilde, which MARC-8 writes as two halves and the converter as one mark over both letters.
///
/// Unicode has the halves too, and records of the field use them. So the right halves go through the converter in
/// the guise of marks that the text does not use, and become halves again afterwards.
struct MARC8HalfMarks {
  private typealias Guise = (byte: UInt8, utf8: [UInt8])

  private static let leftLigature: (whole: [UInt8], half: [UInt8]) = (
    Array("\u{361}".utf8), Array("\u{FE20}".utf8)
  )
  private static let leftTilde: (whole: [UInt8], half: [UInt8]) = (
    Array("\u{360}".utf8), Array("\u{FE22}".utf8)
  )
  private static let guises: [Guise] = [
    (0xF4, Array("\u{325}".utf8)), (0xF5, Array("\u{333}".utf8)), (0xF6, Array("\u{332}".utf8)),
    (0xF9, Array("\u{32E}".utf8)),
  ]

  /// The bytes to convert in the place of the original ones.
  let bytes: [UInt8]
  private let replacements: [(found: [UInt8], wanted: [UInt8])]

  /// Prepares the bytes; `nil` if there is no half mark in them, or no free mark to take its place.
  init?(_ original: UnsafeRawBufferPointer) {
    guard original.contains(where: { [0xEB, 0xEC, 0xFA, 0xFB].contains($0) }) else { return nil }
    let free = MARC8HalfMarks.guises.filter { !original.contains($0.byte) }
    guard free.count >= 2 else { return nil }
    bytes = original.map { byte in
      switch byte {
      case 0xEC: free[0].byte
      case 0xFB: free[1].byte
      default: byte
      }
    }
    replacements = [
      (MARC8HalfMarks.leftLigature.whole, MARC8HalfMarks.leftLigature.half),
      (MARC8HalfMarks.leftTilde.whole, MARC8HalfMarks.leftTilde.half),
      (free[0].utf8, Array("\u{FE21}".utf8)), (free[1].utf8, Array("\u{FE23}".utf8)),
    ]
  }

  /// The halves in the text that was made of `bytes`.
  func restored(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var position = text.startIndex
    while position < text.endIndex {
      if let found = replacements.first(where: { text[position...].starts(with: $0.found) }) {
        result.append(contentsOf: found.wanted)
        position += found.found.count
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }
}
