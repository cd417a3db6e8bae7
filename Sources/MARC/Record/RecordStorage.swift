/// Builds and reads the compact form of a record.
///
/// Version 1: the version byte, the 24 bytes of the leader, then the fields, then `0xFF`. A field is one byte (the
/// length of its tag, 0–7, plus 8 if it holds subfields), the tag, the length of the body, and the body: what ISO
/// 2709 keeps between the directory and the field terminator. Lengths are base-128 numbers, low part first, with no
/// needless bytes. After `0xFF` may follow the original: its length and bytes. One record has one such form only.
struct RecordStorage {
  static let version: UInt8 = 1
  static let leaderRange = 1..<1 + Leader.length
  static let fieldsStart = leaderRange.upperBound
  private static let endMark: UInt8 = 0xFF
  private static let subfieldsFlag: UInt8 = 8

  private var bytes: [UInt8]

  init(leader: some Collection<UInt8>, capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(max(capacity, RecordStorage.fieldsStart + 1))
    bytes.append(RecordStorage.version)
    bytes.append(contentsOf: leader)
  }

  var count: Int { bytes.count }

  mutating func setLeader(_ leader: some Collection<UInt8>) {
    bytes.replaceSubrange(RecordStorage.leaderRange, with: leader)
  }

  mutating func append(_ tag: Tag, isControl: Bool, body: some Collection<UInt8>) {
    bytes.append(UInt8(tag.count) | (isControl ? 0 : RecordStorage.subfieldsFlag))
    for position in 0..<tag.count {
      bytes.append(tag[position])
    }
    appendLength(body.count)
    bytes.append(contentsOf: body)
  }

  /// Closes the record; `original` is the bytes it came in, if they are to be kept beside the fields.
  func finish(original: UnsafeRawBufferPointer? = nil) -> Record {
    var storage = self
    let fieldsEnd = storage.bytes.count
    storage.bytes.append(RecordStorage.endMark)
    if let original {
      storage.appendLength(original.count)
      storage.bytes.append(contentsOf: original)
    }
    return Record(storageBytes: storage.bytes, fieldsEnd: fieldsEnd)
  }

  private mutating func appendLength(_ length: Int) {
    var rest = length
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// A field found in the storage form.
struct StoredField {
  let tag: Tag
  let isControl: Bool
  let body: Range<Int>

  func field(of storage: [UInt8]) -> Field {
    Field(tag: tag, isControl: isControl, body: storage[body])
  }
}

/// Why bytes are not the storage form of a record.
public enum StorageFault: Error, Hashable, Sendable {
  /// The form was written by a later version of the program, or is no record at all.
  case unknownVersion(UInt8?)
  /// The form breaks off or contradicts itself at this offset.
  case damaged(offset: Int)
}

extension RecordStorage {
  /// The field that begins at `position`, or `nil` at the end or where the bytes make no sense.
  static func readEntry(_ storage: [UInt8], at start: Int, end: Int) -> StoredField? {
    guard start < end else { return nil }
    let head = storage[start]
    guard head < 16 else { return nil }
    let tagStart = start + 1
    var position = tagStart + Int(head & 7)
    guard position < end else { return nil }
    let tag: Tag
    if head & 7 == 3 {
      tag = Tag(storage[tagStart], storage[tagStart + 1], storage[tagStart + 2])
    } else if let unusual = Tag(bytes: storage[tagStart..<position]) {
      tag = unusual
    } else {
      return nil
    }
    guard let length = readLength(storage, at: &position), length <= end - position else {
      return nil
    }
    return StoredField(
      tag: tag, isControl: head & subfieldsFlag == 0, body: position..<position + length)
  }

  /// Reads a length and moves `position` behind it; `nil` where there is none in its shortest form.
  static func readLength(_ storage: [UInt8], at position: inout Int) -> Int? {
    var value = 0
    var shift = 0
    while position < storage.count, shift <= 35 {
      let byte = storage[position]
      position += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 {
        return byte == 0 && shift > 0 ? nil : value
      }
      shift += 7
    }
    return nil
  }

  /// Checks the whole form and finds where the fields end.
  static func check(_ storage: [UInt8]) throws(StorageFault) -> Int {
    guard storage.first == version else { throw .unknownVersion(storage.first) }
    guard storage.count > fieldsStart else { throw .damaged(offset: storage.count) }
    var position = fieldsStart
    while position < storage.count, storage[position] != endMark {
      guard let entry = readEntry(storage, at: position, end: storage.count),
        entry.isControl || isFieldOfSubfields(storage[entry.body])
      else { throw .damaged(offset: position) }
      position = entry.body.upperBound
    }
    guard position < storage.count else { throw .damaged(offset: position) }
    let fieldsEnd = position
    position += 1
    if position < storage.count {
      guard let length = readLength(storage, at: &position), length == storage.count - position,
        length > 0
      else { throw .damaged(offset: fieldsEnd + 1) }
    }
    return fieldsEnd
  }

  private static func isFieldOfSubfields(_ body: ArraySlice<UInt8>) -> Bool {
    guard body.count >= Field.indicatorCount else { return false }
    let afterIndicators = body.dropFirst(Field.indicatorCount)
    return afterIndicators.isEmpty || afterIndicators.first == Delimiter.subfield
  }
}
