/// Writes records as MARCXML.
///
/// What XML cannot hold, control characters and bytes that are no UTF-8, becomes U+FFFD, and a fault says so.
enum MARCXMLWriter {
  static func begin(_ output: inout [UInt8]) {
    output.append(
      contentsOf: """
        <?xml version="1.0" encoding="UTF-8"?>
        <collection xmlns="http://www.loc.gov/MARC21/slim">

        """.utf8)
  }

  static func finish(_ output: inout [UInt8]) {
    output.append(contentsOf: "</collection>\n".utf8)
  }

  static func append(_ record: Record, to output: inout [UInt8]) -> [Fault] {
    var faults: [Fault] = []
    output.append("<record>\n  <leader>")
    appendText(record.leader.bytes, to: &output, &faults)
    output.append("</leader>\n")
    for field in record.fields {
      if field.isControl {
        output.append("  <controlfield tag=\"")
        appendTag(field.tag, to: &output, &faults)
        output.append("\">")
        appendText(field.body, to: &output, &faults)
        output.append("</controlfield>\n")
      } else {
        appendDataField(field, to: &output, &faults)
      }
    }
    output.append("</record>\n")
    return faults
  }

  private static func appendDataField(
    _ field: Field, to output: inout [UInt8], _ faults: inout [Fault]
  ) {
    output.append("  <datafield tag=\"")
    appendTag(field.tag, to: &output, &faults)
    output.append("\" ind1=\"")
    appendCode(field.indicator1, to: &output, &faults)
    output.append("\" ind2=\"")
    appendCode(field.indicator2, to: &output, &faults)
    output.append("\">\n")
    for subfield in field.subfields {
      output.append("    <subfield code=\"")
      if subfield.code != .missing { appendCode(subfield.code, to: &output, &faults) }
      output.append("\">")
      appendText(subfield.bytes, to: &output, &faults)
      output.append("</subfield>\n")
    }
    output.append("  </datafield>\n")
  }

  private static func appendTag(
    _ tag: Tag, to output: inout [UInt8], _ faults: inout [Fault]
  ) {
    guard (0..<tag.count).allSatisfy({ isPlain(tag[$0]) }) else {
      return appendText(tag.bytes[...], to: &output, &faults)
    }
    for position in 0..<tag.count {
      output.append(tag[position])
    }
  }

  private static func appendCode(
    _ code: Code, to output: inout [UInt8], _ faults: inout [Fault]
  ) {
    if isPlain(code.byte) {
      output.append(code.byte)
    } else {
      appendText([code.byte], to: &output, &faults)
    }
  }

  private static func appendText(
    _ text: ArraySlice<UInt8>, to output: inout [UInt8], _ faults: inout [Fault]
  ) {
    text.withUnsafeBytes { bytes in
      var position = 0
      while position < bytes.count {
        let start = position
        while position < bytes.count, isPlain(bytes[position]) { position += 1 }
        output.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
        guard position < bytes.count else { return }
        position += appendSpecial(bytes, at: position, to: &output, &faults)
      }
    }
  }

  /// Whether a byte stands for itself in text and attributes.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    default: byte >= 0x20 && byte < 0x80
    }
  }

  /// Writes what does not stand for itself, and returns how many bytes it took.
  private static func appendSpecial(
    _ bytes: UnsafeRawBufferPointer, at position: Int, to output: inout [UInt8],
    _ faults: inout [Fault]
  ) -> Int {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "<"): output.append("&lt;")
    case UInt8(ascii: ">"): output.append("&gt;")
    case UInt8(ascii: "\""): output.append("&quot;")
    case 0x09, 0x0A, 0x0D: output.append(contentsOf: "&#\(byte);".utf8)
    case 0x80...:
      let length = bytes.lengthOfUTF8Scalar(at: position, to: bytes.count)
      guard length > 0, !bytes.isNoncharacter(at: position, length: length) else {
        faults.append(.invalidUTF8)
        output.append(contentsOf: UTF8.encodedReplacementCharacter)
        return max(length, 1)
      }
      output.append(
        contentsOf: UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]))
      return length
    default:
      faults.append(.forbiddenCharacter(UInt32(byte)))
      output.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    return 1
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the scalar here is U+FFFE or U+FFFF, which XML cannot hold.
  fileprivate func isNoncharacter(at position: Int, length: Int) -> Bool {
    length == 3 && self[position] == 0xEF && self[position + 1] == 0xBF
      && self[position + 2] >= 0xBE
  }
}
