/// The letters of one encoding, ready to decode and encode with.
struct LegacyTable {
  /// Whether the byte of a letter tells its case.
  enum Casing: UInt8 {
    /// It does.
    case known
    /// The letter has a capital of its own, but a font of capitals shows this byte as one too.
    case mostlySmall
    /// Small letter and capital have one byte.
    case lost
  }

  struct Entry {
    var scalar: Unicode.Scalar
    var casing: Casing
  }

  /// By byte; nil where the encoding has no letter and code page 1252 is shown.
  private(set) var singles = [Entry?](repeating: nil, count: 0x100)
  /// By first and second byte.
  private(set) var pairs: [UInt16: Entry] = [:]
  /// The bytes of every letter.
  private(set) var codes: [Unicode.Scalar: [UInt8]] = [:]
  private var firstBytes: Set<UInt8> = []
  private var tones: [UInt8: Unicode.Scalar] = [:]

  static func of(_ encoding: LegacyEncoding) -> LegacyTable { all[encoding] ?? LegacyTable() }

  private static let all: [LegacyEncoding: LegacyTable] = {
    var tables: [LegacyEncoding: LegacyTable] = [:]
    for encoding in LegacyEncoding.allCases {
      tables[encoding] = LegacyRows.row(of: encoding).map {
        LegacyTable($0, losesCapitals: encoding.losesCapitals)
      }
    }
    return tables
  }()

  private init() {}

  private init(_ row: LegacyRows.Row, losesCapitals: Bool) {
    let small = LegacyTable.bytes(row.small)
    let capital =
      row.capital.map { LegacyTable.bytes($0) } ?? small.map { $0.map { $0 & ~0x20 } }
    let letters = Array(LegacyRows.letters.unicodeScalars)
    precondition(
      small.count == letters.count && capital.count == letters.count,
      "a row of a legacy encoding does not have the 67 letters")
    tones = row.tones
    for (index, letter) in letters.enumerated() {
      let upper = letter.properties.uppercaseMapping.unicodeScalars.first ?? letter
      let isShared = small[index] == capital[index]
      if !isShared { add(upper, capital[index], .known) }
      let casing: Casing = isShared ? .lost : losesCapitals ? .mostlySmall : .known
      add(letter, small[index], casing)
      codes[upper] = capital[index]
    }
    if row.capital == nil { addMixedPairs() }
    for (byte, tone) in tones {
      singles[Int(byte)] = Entry(scalar: tone, casing: .known)
      codes[tone] = [byte]
    }
  }

  /// Whether the encoding leaves the byte to code page 1252.
  func isFree(_ byte: UInt8) -> Bool { singles[Int(byte)] == nil }

  @inline(__always)
  func pair(_ first: UInt32, _ second: UInt32) -> Entry? {
    guard second >= 0x80, second < 0x100, first < 0x100, !pairs.isEmpty else { return nil }
    return pairs[UInt16(first << 8 | second)]
  }

  private mutating func add(_ letter: Unicode.Scalar, _ code: [UInt8], _ casing: Casing) {
    codes[letter] = code
    let entry = Entry(scalar: letter, casing: casing)
    if code.count == 1 {
      singles[Int(code[0])] = entry
    } else if tones[code[1]] == nil {
      pairs[UInt16(code[0]) << 8 | UInt16(code[1])] = entry
    }
  }

  /// A capital with the small form of its mark, and the other way round: the letter tells the case.
  private mutating func addMixedPairs() {
    for (key, entry) in pairs { pairs[key ^ 0x20] = entry }
  }

  private static func bytes(_ row: String) -> [[UInt8]] {
    row.split { $0 == " " || $0 == "\n" }.map { code in
      let digits = Array(code.utf8).map { $0 < 0x40 ? $0 - 0x30 : $0 - 0x37 }
      return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
  }
}
