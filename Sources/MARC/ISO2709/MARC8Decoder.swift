import CYaz

/// Turns MARC-8 into UTF-8, escapes and all.
///
/// Every subfield begins anew in the basic sets, as the rules of MARC-8 have it.
final class MARC8Decoder {
  static let escape: UInt8 = 0x1B

  private let converter: yaz_iconv_t?
  private var output: [CChar] = Array(repeating: 0, count: 4096)

  init() {
    converter = yaz_iconv_open("UTF-8", "MARC-8")
  }

  deinit {
    if let converter { yaz_iconv_close(converter) }
  }

  /// Appends the text of `input` to `result`; bytes that are no MARC-8 become U+FFFD.
  ///
  /// - Returns: whether all of it was MARC-8.
  func decode(_ input: UnsafeRawBufferPointer, into result: inout [UInt8]) -> Bool {
    guard let converter, let base = input.baseAddress, !input.isEmpty else { return true }
    var isSound = true
    // The converter takes a non-const pointer but only reads through it.
    var source: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(
      mutating: base.assumingMemoryBound(to: CChar.self))
    var left = input.count
    while left > 0 {
      let failed = step(converter, &source, &left, into: &result)
      guard failed, yaz_iconv_error(converter) != YAZ_ICONV_E2BIG else { continue }
      isSound = false
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      source = source.map { $0 + 1 }
      left -= 1
    }
    var nothing = 0
    var noSource: UnsafeMutablePointer<CChar>?
    _ = step(converter, &noSource, &nothing, into: &result)
    return isSound
  }

  /// Converts until the input ends, the output is full, or the converter fails.
  private func step(
    _ converter: yaz_iconv_t, _ source: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
    into result: inout [UInt8]
  ) -> Bool {
    output.withUnsafeMutableBufferPointer { buffer in
      var target = buffer.baseAddress
      var room = buffer.count
      let isFlush = source == nil
      let outcome =
        isFlush
        ? yaz_iconv(converter, nil, nil, &target, &room)
        : yaz_iconv(converter, &source, &left, &target, &room)
      let written = UnsafeRawBufferPointer(buffer).prefix(buffer.count - room)
      result.append(contentsOf: written)
      return outcome == Int.max || outcome == Int(bitPattern: UInt.max)
    }
  }
}
