/// Writes records in the mnemonic line form, an empty line after each.
enum MARCLineWriter {
  static func append(_ record: Record, to output: inout [UInt8]) {
    output.append(contentsOf: "=LDR  ".utf8)
    LineText.encode(record.leader.bytes, to: &output, showsBlanks: true)
    output.append(0x0A)
    for field in record.fields {
      append(field, to: &output)
      output.append(0x0A)
    }
    output.append(0x0A)
  }

  static func append(_ field: Field, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "="))
    if field.tag == "LDR" {
      // A field of this name must not be taken for the leader.
      output.append(contentsOf: "{x4C}DR".utf8)
    } else {
      LineText.encode(field.tag.bytes[...], to: &output, showsBlanks: true)
    }
    output.append(contentsOf: "  ".utf8)
    guard !field.isControl else {
      LineText.encode(field.body, to: &output, showsBlanks: true)
      return
    }
    LineText.encode(
      [field.indicator1.byte, field.indicator2.byte], to: &output, showsBlanks: true)
    for subfield in field.subfields {
      output.append(LineText.subfieldSign)
      if subfield.code != .missing {
        LineText.encode([subfield.code.byte], to: &output)
      }
      LineText.encode(subfield.bytes, to: &output)
    }
  }
}

extension Record {
  /// The record in the mnemonic line form, one line for each field.
  public var lines: String {
    var output: [UInt8] = []
    MARCLineWriter.append(self, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

extension Field {
  /// The field in the mnemonic line form.
  public var line: String {
    var output: [UInt8] = []
    MARCLineWriter.append(self, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}
