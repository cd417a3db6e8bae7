import CYaz

/// A conversion of whole texts between two character sets, by their names in libyaz.
final class CharacterConverter {
  private let converter: yaz_iconv_t

  /// Nil where libyaz is missing or does not know one of the names.
  init?(to: String, from: String) {
    guard let opened = cyaz_open(to, from) else { return nil }
    converter = opened
  }

  deinit { cyaz_close(converter) }

  /// The converted text, or nil if a character has no place in the other set.
  func convert(_ text: some Collection<UInt8>) -> [UInt8]? {
    var input = text.map { CChar(bitPattern: $0) }
    // A mark of three bytes can become six, and every change of set an escape.
    var output: [CChar] = Array(repeating: 0, count: input.count * 8 + 64)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int? in
        var (source, left) = (input.baseAddress, input.count)
        var (target, room) = (output.baseAddress, output.count)
        let isConverted = cyaz_convert(converter, &source, &left, &target, &room) != -1
        let isFlushed = cyaz_convert(converter, nil, nil, &target, &room) != -1
        return isConverted && isFlushed && left == 0 ? output.count - room : nil
      }
    }
    return written.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
  }
}
