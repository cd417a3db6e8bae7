/// A text decoded letter by letter, with what its bytes left open.
struct LegacyLetters {
  struct Element {
    var scalar: Unicode.Scalar
    var casing: LegacyTable.Casing

    /// An ASCII letter or one of the alphabet, in either case.
    var isLetter: Bool {
      scalar.isASCII
        ? scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A
        : scalar.properties.isAlphabetic
    }

    var isCapital: Bool { casing == .known && scalar.properties.isUppercase }
    var isSmall: Bool { casing == .known && scalar.properties.isLowercase }
  }

  var elements: [Element]
  /// How many letters took two bytes.
  private(set) var pairs = 0
  /// How many bytes that show letters are none in the encoding.
  private(set) var strangers = 0

  init(_ units: LegacyUnits, _ table: LegacyTable) {
    let values = units.values
    elements = []
    elements.reserveCapacity(values.count)
    var index = 0
    while index < values.count {
      let value = values[index]
      if index + 1 < values.count, let entry = table.pair(value, values[index + 1]) {
        elements.append(Element(scalar: entry.scalar, casing: entry.casing))
        pairs += 1
        index += 2
        continue
      }
      let element = LegacyLetters.element(value, table)
      if value >= 0xC0, element.scalar.value == value, value >= 0x100 || table.isFree(UInt8(value))
      {
        strangers += 1
      }
      elements.append(element)
      index += 1
    }
  }

  /// The text in Form C.
  var text: String {
    var scalars = String.UnicodeScalarView()
    for element in elements { scalars.append(element.scalar) }
    return String(scalars).nfc
  }

  /// The text of a stretch.
  func text(_ range: Range<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    for element in elements[range] { scalars.append(element.scalar) }
    return String(scalars).nfc
  }

  private static func element(_ value: UInt32, _ table: LegacyTable) -> Element {
    guard let byte = UInt8(exactly: value) else {
      return Element(scalar: Unicode.Scalar(value) ?? "\u{FFFD}", casing: .known)
    }
    guard let entry = table.singles[Int(byte)] else {
      return Element(scalar: CodePage1252.scalar(of: byte), casing: .known)
    }
    return Element(scalar: entry.scalar, casing: entry.casing)
  }
}
