/// Writes records as ISO 2709.
///
/// A record that still carries its original is written as it came, unless that is Unicode and MARC-8 is asked for. Every
/// other is written with lengths and directory computed anew.
enum ISO2709Writer {
  /// Appends `record` to `output`, in MARC-8 if there is an `encoder`.
  ///
  /// The format's numbers end at 9,999 bytes for a field and 99,999 for a record. What is longer is not written, because
  /// no other program could read it back; MARCXML and JSON have no such limits.
  ///
  /// - Returns: why the record was not written; nothing if it was.
  static func append(
    _ record: Record, to output: inout [UInt8], _ encoder: MARC8Encoder? = nil
  ) -> [Fault] {
    if let original = record.original,
      encoder == nil || original[original.startIndex + 9] != Leader.unicodeMark
    {
      output.append(contentsOf: original)
      return []
    }
    guard let encoder else {
      let marksUnicode = record.leader.declaresUnicode || record.foreignDialect != .unimarc
      return append(record.leader, record.fields, isUnicode: marksUnicode, to: &output)
    }
    var faults: [Fault] = []
    let fields = record.fields.map { field in
      Field(
        tag: field.tag, isControl: field.isControl,
        body: encoded(field, encoder, &faults)[...])
    }
    guard faults.isEmpty else { return faults }
    var leader = record.leader
    leader[9] = Code.blank.byte
    return append(leader, fields, isUnicode: false, to: &output)
  }

  private static func append(
    _ leader: Leader, _ fields: some Sequence<Field>, isUnicode: Bool, to output: inout [UInt8]
  ) -> [Fault] {
    var faults: [Fault] = []
    let start = output.count
    output.append(contentsOf: leader.bytes)
    var position = 0
    for field in fields {
      let length = field.body.count + 1
      if length > ISO2709Frame.fieldLengthMaximum {
        faults.append(.fieldTooLong(bytes: length))
      }
      output.append(contentsOf: isoTag(field.tag))
      appendNumber(length, digits: 4, to: &output)
      appendNumber(position, digits: 5, to: &output)
      position += length
    }
    let base = output.count - start + 1
    output.append(Delimiter.field)
    for field in fields {
      output.append(contentsOf: field.body)
      output.append(Delimiter.field)
    }
    output.append(Delimiter.record)
    let length = output.count - start
    if length > ISO2709Frame.lengthMaximum {
      faults.append(.recordTooLong(bytes: length))
    }
    guard faults.isEmpty else {
      output.removeSubrange(start...)
      return faults
    }
    complete(&output, from: start, length: length, base: base, isUnicode: isUnicode)
    return []
  }

  /// The body of a field in MARC-8, as far as there are characters for it.
  private static func encoded(
    _ field: Field, _ encoder: MARC8Encoder, _ faults: inout [Fault]
  ) -> [UInt8] {
    func encoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
      switch encoder.encode(text) {
      case .success(let bytes): return bytes
      case .failure(let missing):
        faults.append(.noMARC8(missing.scalar))
        return []
      }
    }
    guard !field.isControl else { return encoded(field.body) }
    var body = [field.indicator1.byte, field.indicator2.byte]
    for subfield in field.subfields {
      body.append(Delimiter.subfield)
      if subfield.code != .missing { body.append(subfield.code.byte) }
      body += encoded(subfield.bytes)
    }
    return body
  }

  /// Puts the lengths into the leader, and the mark of Unicode where the text needs it.
  private static func complete(
    _ output: inout [UInt8], from start: Int, length: Int, base: Int, isUnicode: Bool
  ) {
    var numbers: [UInt8] = []
    appendNumber(length, digits: 5, to: &numbers)
    output.replaceSubrange(start..<start + 5, with: numbers)
    numbers.removeAll(keepingCapacity: true)
    appendNumber(base, digits: 5, to: &numbers)
    output.replaceSubrange(start + 12..<start + 17, with: numbers)
    if isUnicode, !output.withUnsafeBytes({ $0.isASCII(from: start, to: $0.count) }) {
      output[start + 9] = Leader.unicodeMark
    }
  }

  /// Three bytes for the directory: a tag of another length is filled with `?` or cut.
  private static func isoTag(_ tag: Tag) -> [UInt8] {
    Array((tag.bytes + Array(repeating: 0x3F, count: 3)).prefix(3))
  }

  private static func appendNumber(_ value: Int, digits: Int, to output: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    let shown = min(value, divisor * 10 - 1)
    while divisor > 0 {
      output.append(UInt8(0x30 + shown / divisor % 10))
      divisor /= 10
    }
  }
}
