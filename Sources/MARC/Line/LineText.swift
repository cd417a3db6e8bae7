/// The letters of the mnemonic line form: `$` before a code, `\` for a blank, and names in braces.
///
/// Of the names only those of the form's own signs are used for writing, besides `{xHH}` for bytes that cannot stand
/// in a line of text. Reading leaves unknown names as they are written.
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

  /// The letters of a line in the order in which they stand.
  static func letters(of line: ArraySlice<UInt8>) -> [Letter] {
    var letters: [Letter] = []
    letters.reserveCapacity(line.count)
    var position = line.startIndex
    while position < line.endIndex {
      let byte = line[position]
      position += 1
      switch byte {
      case subfieldSign: letters.append(.subfieldSign)
      case blankSign: letters.append(.byte(0x20))
      case UInt8(ascii: "{"):
        if let (named, next) = named(line, at: position) {
          letters.append(.byte(named))
          position = next
        } else {
          letters.append(.byte(byte))
        }
      default: letters.append(.byte(byte))
      }
    }
    return letters
  }

  /// The byte whose name begins here, and what follows its closing brace.
  private static func named(_ line: ArraySlice<UInt8>, at start: Int) -> (UInt8, Int)? {
    let candidates = line[start...].prefix(8)
    guard let end = candidates.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let name = String(decoding: line[start..<end], as: UTF8.self)
    if let known = names.first(where: { $0.name == name })?.byte { return (known, end + 1) }
    guard name.hasPrefix("x"), name.utf8.count == 3, let byte = UInt8(name.dropFirst(), radix: 16)
    else { return nil }
    return (byte, end + 1)
  }
}
