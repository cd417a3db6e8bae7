/// Writes records as MARC-in-JSON, each on a line of its own, with or without an array around them.
///
/// Bytes that are no UTF-8, which JSON cannot hold, become U+FFFD, and a fault says so.
struct MARCJSONWriter {
  let isArray: Bool
  private var isFirst = true

  init(isArray: Bool) {
    self.isArray = isArray
  }

  func begin(_ output: inout [UInt8]) {
    if isArray { output.append(contentsOf: "[\n".utf8) }
  }

  func finish(_ output: inout [UInt8]) {
    if isArray { output.append(contentsOf: isFirst ? "]\n".utf8 : "\n]\n".utf8) }
  }

  mutating func append(_ record: Record, to output: inout [UInt8]) -> [Fault] {
    if isArray, !isFirst { output.append(contentsOf: ",\n".utf8) }
    isFirst = false
    let faults = MARCJSONWriter.append(record, to: &output)
    if !isArray { output.append(0x0A) }
    return faults
  }

  static func append(_ record: Record, to output: inout [UInt8]) -> [Fault] {
    var faults: [Fault] = []
    output.append(contentsOf: "{\"leader\":".utf8)
    appendString(record.leader.bytes, to: &output, &faults)
    output.append(contentsOf: ",\"fields\":[".utf8)
    var isFirst = true
    for field in record.fields {
      output.append(contentsOf: isFirst ? "{".utf8 : ",{".utf8)
      isFirst = false
      appendString(field.tag.bytes[...], to: &output, &faults)
      output.append(UInt8(ascii: ":"))
      if field.isControl {
        appendString(field.body, to: &output, &faults)
      } else {
        appendDataField(field, to: &output, &faults)
      }
      output.append(UInt8(ascii: "}"))
    }
    output.append(contentsOf: "]}".utf8)
    return faults
  }

  private static func appendDataField(
    _ field: Field, to output: inout [UInt8], _ faults: inout [Fault]
  ) {
    output.append(contentsOf: "{\"ind1\":".utf8)
    appendString([field.indicator1.byte], to: &output, &faults)
    output.append(contentsOf: ",\"ind2\":".utf8)
    appendString([field.indicator2.byte], to: &output, &faults)
    output.append(contentsOf: ",\"subfields\":[".utf8)
    var isFirst = true
    for subfield in field.subfields {
      output.append(contentsOf: isFirst ? "{".utf8 : ",{".utf8)
      isFirst = false
      let code: ArraySlice<UInt8> = subfield.code == .missing ? [] : [subfield.code.byte]
      appendString(code, to: &output, &faults)
      output.append(UInt8(ascii: ":"))
      appendString(subfield.bytes, to: &output, &faults)
      output.append(UInt8(ascii: "}"))
    }
    output.append(contentsOf: "]}".utf8)
  }

  private static func appendString(
    _ text: ArraySlice<UInt8>, to output: inout [UInt8], _ faults: inout [Fault]
  ) {
    output.append(UInt8(ascii: "\""))
    text.withUnsafeBytes { bytes in
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        var length = 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          output.append(UInt8(ascii: "\\"))
          output.append(byte)
        case 0x20..<0x80: output.append(byte)
        case 0x80...:
          length = bytes.lengthOfUTF8Scalar(at: position, to: bytes.count)
          if length == 0 {
            faults.append(.invalidUTF8)
            output.append(contentsOf: UTF8.encodedReplacementCharacter)
            length = 1
          } else {
            output.append(contentsOf: bytes[position..<position + length])
          }
        default:
          let digits = Array("0123456789abcdef".utf8)
          output.append(contentsOf: "\\u00".utf8)
          output.append(digits[Int(byte >> 4)])
          output.append(digits[Int(byte & 15)])
        }
        position += length
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}

extension Record {
  /// The record as MARC-in-JSON on one line.
  public var json: String {
    var output: [UInt8] = []
    _ = MARCJSONWriter.append(self, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
