/// The letters of the mnemonic line form: `$` before a code, `\` for a blank, and names in braces.
///
/// Of the names only those of the form's own signs are used for writing, besides `{xHH}` for bytes that cannot stand
/// in a line of text. Reading knows those of `Mnemonics` too, and leaves unknown names as they are written.
enum LineText {
  static let subfieldSign = UInt8(ascii: "$")
  static let blankSign = UInt8(ascii: "\\")

  private static let names: [(name: String, byte: UInt8)] = [
    ("dollar", UInt8(ascii: "$")), ("bsol", UInt8(ascii: "\\")), ("lcub", UInt8(ascii: "{")),
    ("rcub", UInt8(ascii: "}")), ("esc", 0x1B),
  ]

  /// Appends text in which `$`, `\` and braces have their names.
  ///
  /// - Parameters:
  ///   - bytes: the text, which need not be UTF-8.
  ///   - output: where the line is written.
  ///   - showsBlanks: whether blanks are to be written as `\`.
  static func encode(
    _ bytes: ArraySlice<UInt8>, to output: inout [UInt8], showsBlanks: Bool = false
  ) {
    bytes.withUnsafeBytes { bytes in
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        var length = 1
        if byte == 0x20 {
          output.append(showsBlanks ? blankSign : byte)
        } else if let name = names.first(where: { $0.byte == byte })?.name {
          output.append(contentsOf: "{\(name)}".utf8)
        } else if byte > 0x20, byte < 0x7F {
          output.append(byte)
        } else {
          length = max(bytes.lengthOfUTF8Scalar(at: position, to: bytes.count), 1)
          if length > 1 {
            output.append(contentsOf: bytes[position..<position + length])
          } else {
            appendHexadecimal(byte, to: &output)
          }
        }
        position += length
      }
    }
  }

  private static func appendHexadecimal(_ byte: UInt8, to output: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    output.append(contentsOf: "{x".utf8)
    output.append(digits[Int(byte >> 4)])
    output.append(digits[Int(byte & 15)])
    output.append(UInt8(ascii: "}"))
  }

  /// A byte of text, or the sign before a code.
  enum Letter: Equatable {
    case byte(UInt8)
    case subfieldSign
  }

  /// The letters of a line in the order in which they stand, marks by name behind the letter they stand before.
  static func letters(of line: ArraySlice<UInt8>) -> [Letter] {
    var letters: [Letter] = []
    letters.reserveCapacity(line.count)
    var marks: [UInt8] = []
    var position = line.startIndex
    while position < line.endIndex {
      let byte = line[position]
      if byte == UInt8(ascii: "{"), let (name, next) = name(line, at: position + 1) {
        position = next
        if let mark = Mnemonics.mark(name) {
          marks += UTF8.encode(mark).map(Array.init) ?? []
          continue
        }
        letters += named(name).map { .byte($0) }
      } else {
        let length = max(1, ArraySlice(line[position...]).lengthOfFirstScalar)
        switch byte {
        case subfieldSign: letters.append(.subfieldSign)
        case blankSign: letters.append(.byte(0x20))
        default: letters += line[position..<position + length].map { .byte($0) }
        }
        position += length
      }
      letters += marks.map { .byte($0) }
      marks.removeAll()
    }
    return letters + marks.map { .byte($0) }
  }

  /// The bytes behind a known name.
  private static func named(_ name: String) -> [UInt8] {
    if let byte = byte(named: name) { return [byte] }
    return Mnemonics.letter(name).flatMap { UTF8.encode($0).map(Array.init) } ?? []
  }

  private static func byte(named name: String) -> UInt8? {
    if let known = names.first(where: { $0.name == name })?.byte { return known }
    let digits = name.hasPrefix("x") ? name.dropFirst() : name[...]
    return digits.utf8.count == 2 ? UInt8(digits, radix: 16) : nil
  }

  /// The known name that begins here, and what follows its closing brace.
  private static func name(_ line: ArraySlice<UInt8>, at start: Int) -> (String, Int)? {
    let candidates = line[start...].prefix(12)
    guard let end = candidates.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let name = String(decoding: line[start..<end], as: UTF8.self)
    let isKnown =
      name == "zilch" || byte(named: name) != nil || Mnemonics.mark(name) != nil
      || Mnemonics.letter(name) != nil
    return isKnown ? (name, end + 1) : nil
  }
}

extension ArraySlice<UInt8> {
  /// The length of the well-formed scalar at the front, 1 for ASCII and 0 for what is none.
  fileprivate var lengthOfFirstScalar: Int {
    guard let first, first >= 0x80 else { return 1 }
    return prefix(4).withUnsafeBytes { $0.lengthOfUTF8Scalar(at: 0, to: $0.count) }
  }
}
