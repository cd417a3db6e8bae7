/// Writes records as ISO 2709.
///
/// A record that still carries its original is written as it came. Every other is written in UTF-8 with lengths
/// and directory computed anew.
enum ISO2709Writer {
  /// Appends `record` to `output`.
  ///
  /// A field or record too long for the format's decimal numbers is still written whole, with nines in the place
  /// of the number, which forgiving readers such as ours read back.
  ///
  /// - Returns: what does not fit the format.
  static func append(_ record: Record, to output: inout [UInt8]) -> [Fault] {
    if let original = record.original {
      output.append(contentsOf: original)
      return []
    }
    var faults: [Fault] = []
    let start = output.count
    let fieldCount = record.fields.count
    let base = Leader.length + fieldCount * ISO2709Frame.entryLength + 1
    output.append(contentsOf: record.leader.bytes)
    var position = 0
    for field in record.fields {
      let length = field.body.count + 1
      if length > ISO2709Frame.fieldLengthMaximum {
        faults.append(.fieldTooLong(bytes: length))
      }
      output.append(contentsOf: isoTag(field.tag))
      appendNumber(length, digits: 4, to: &output)
      appendNumber(position, digits: 5, to: &output)
      position += length
    }
    output.append(Delimiter.field)
    for field in record.fields {
      output.append(contentsOf: field.body)
      output.append(Delimiter.field)
    }
    output.append(Delimiter.record)
    let length = output.count - start
    if length > ISO2709Frame.lengthMaximum {
      faults.append(.recordTooLong(bytes: length))
    }
    complete(&output, from: start, length: length, base: base)
    return faults
  }

  /// Puts the lengths into the leader, and the mark of Unicode where the text needs it.
  private static func complete(_ output: inout [UInt8], from start: Int, length: Int, base: Int) {
    var numbers: [UInt8] = []
    appendNumber(length, digits: 5, to: &numbers)
    output.replaceSubrange(start..<start + 5, with: numbers)
    numbers.removeAll(keepingCapacity: true)
    appendNumber(base, digits: 5, to: &numbers)
    output.replaceSubrange(start + 12..<start + 17, with: numbers)
    let isASCII = output.withUnsafeBytes { $0.isASCII(from: start, to: $0.count) }
    if !isASCII { output[start + 9] = Leader.unicodeMark }
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
