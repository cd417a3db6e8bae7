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
    output.append(contentsOf: "<record>\n  <leader>".utf8)
    appendText(record.leader.bytes, to: &output, &faults)
    output.append(contentsOf: "</leader>\n".utf8)
    for field in record.fields {
      if field.isControl {
        output.append(contentsOf: "  <controlfield tag=\"".utf8)
        appendText(field.tag.bytes[...], to: &output, &faults)
        output.append(contentsOf: "\">".utf8)
        appendText(field.body, to: &output, &faults)
        output.append(contentsOf: "</controlfield>\n".utf8)
      } else {
        appendDataField(field, to: &output, &faults)
      }
    }
    output.append(contentsOf: "</record>\n".utf8)
    return faults
  }

  private static func appendDataField(
    _ field: Field, to output: inout [UInt8], _ faults: inout [Fault]
  ) {
    output.append(contentsOf: "  <datafield tag=\"".utf8)
    appendText(field.tag.bytes[...], to: &output, &faults)
    output.append(contentsOf: "\" ind1=\"".utf8)
    appendText([field.indicator1.byte], to: &output, &faults)
    output.append(contentsOf: "\" ind2=\"".utf8)
    appendText([field.indicator2.byte], to: &output, &faults)
    output.append(contentsOf: "\">\n".utf8)
    for subfield in field.subfields {
      output.append(contentsOf: "    <subfield code=\"".utf8)
      appendText(subfield.code == .missing ? [] : [subfield.code.byte], to: &output, &faults)
      output.append(contentsOf: "\">".utf8)
      appendText(subfield.bytes, to: &output, &faults)
      output.append(contentsOf: "</subfield>\n".utf8)
    }
    output.append(contentsOf: "  </datafield>\n".utf8)
  }

  private static func appendText(
    _ text: ArraySlice<UInt8>, to output: inout [UInt8], _ faults: inout [Fault]
  ) {
    text.withUnsafeBytes { bytes in
      var position = 0
      while position < bytes.count {
        let start = position
        while position < bytes.count, isPlain(bytes[position]) { position += 1 }
        output.append(contentsOf: bytes[start..<position])
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
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
    case 0x09, 0x0A, 0x0D: output.append(contentsOf: "&#\(byte);".utf8)
    case 0x80...:
      let length = bytes.lengthOfUTF8Scalar(at: position, to: bytes.count)
      guard length > 0, !bytes.isNoncharacter(at: position, length: length) else {
        faults.append(.invalidUTF8)
        output.append(contentsOf: UTF8.encodedReplacementCharacter)
        return max(length, 1)
      }
      output.append(contentsOf: bytes[position..<position + length])
      return length
    default:
      faults.append(.forbiddenCharacter(UInt32(byte)))
      output.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    return 1
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the scalar here is U+FFFE or U+FFFF, which XML cannot hold.
  fileprivate func isNoncharacter(at position: Int, length: Int) -> Bool {
    length == 3 && self[position] == 0xEF && self[position + 1] == 0xBF
      && self[position + 2] >= 0xBE
  }
}
