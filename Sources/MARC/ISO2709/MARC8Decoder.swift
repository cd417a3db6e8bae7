import CYaz

/// Turns MARC-8 into UTF-8, escapes and all.
///
/// Every subfield begins anew in the basic sets, as the rules of MARC-8 have it.
final class MARC8Decoder {
  private let converter: yaz_iconv_t?
  private var output: [CChar] = Array(repeating: 0, count: 4096)

  init() {
    converter = cyaz_open("UTF-8", "MARC-8")
  }

  deinit {
    if let converter { cyaz_close(converter) }
  }

  /// Appends the text of `input` to `result`; bytes that are no MARC-8 become U+FFFD.
  ///
  /// - Returns: whether all of it was MARC-8.
  func decode(_ input: UnsafeRawBufferPointer, into result: inout [UInt8]) -> Bool {
    guard let converter else { return keepASCII(input, in: &result) }
    var isSound = true
    var start = 0
    var previous: MARC8Run?
    while start < input.count {
      let end = input.firstOffset(of: MARC8Run.escape, from: start + 1, to: input.count)
      let bytes = UnsafeRawBufferPointer(rebasing: input[start..<end])
      let run = MARC8Run(bytes, after: previous)
      let resultStart = result.count
      let isConverted: Bool
      if run.isExtendedLatin, let halves = MARC8HalfMarks(bytes) {
        isConverted = halves.bytes.withUnsafeBytes { convert($0, with: converter, into: &result) }
        let restored = halves.restored(result[resultStart...])
        result.replaceSubrange(resultStart..., with: restored)
      } else {
        isConverted = convert(bytes, with: converter, into: &result)
      }
      let lost = isConverted ? run.countLost(result[resultStart...]) : 0
      for _ in 0..<lost {
        result.append(contentsOf: MARC8Decoder.replacement)
      }
      isSound = isSound && isConverted && lost == 0
      previous = run
      start = end
    }
    var nothing = 0
    var noSource: UnsafeMutablePointer<CChar>?
    _ = step(converter, &noSource, &nothing, into: &result)
    return isSound
  }

  /// Without libyaz only the letters of ASCII can be read; each other byte becomes U+FFFD.
  private func keepASCII(_ input: UnsafeRawBufferPointer, in result: inout [UInt8]) -> Bool {
    for byte in input {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: MARC8Decoder.replacement)
      }
    }
    return input.allSatisfy { $0 < 0x80 }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Converts the bytes up to the next escape, which may stand at their front.
  private func convert(
    _ run: UnsafeRawBufferPointer, with converter: yaz_iconv_t, into result: inout [UInt8]
  ) -> Bool {
    var isSound = true
    // The converter takes a non-const pointer but only reads through it.
    var source = UnsafeMutablePointer(
      mutating: run.baseAddress?.assumingMemoryBound(to: CChar.self))
    var left = run.count
    while left > 0 {
      let failed = step(converter, &source, &left, into: &result)
      guard failed, cyaz_error(converter) != YAZ_ICONV_E2BIG else { continue }
      isSound = false
      result.append(contentsOf: MARC8Decoder.replacement)
      source = source.map { $0 + 1 }
      left -= 1
    }
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
        ? cyaz_convert(converter, nil, nil, &target, &room)
        : cyaz_convert(converter, &source, &left, &target, &room)
      let written = UnsafeRawBufferPointer(buffer).prefix(buffer.count - room)
      result.append(contentsOf: written)
      return outcome == -1
    }
  }
}
