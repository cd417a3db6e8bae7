/// A record as it was received: a leader and fields in their order, none dropped, none changed.
///
/// The record is its storage form: one run of bytes from which fields are cut without copying. A record that was
/// received in a layout our writer would not produce again also carries the `original` bytes, so that it can be
/// handed on exactly as it came. To change a record, take its `editable` form.
public struct Record: Hashable, Sendable {
  /// The compact form the store keeps; `RecordStorage` describes it.
  public let storageBytes: [UInt8]

  /// Where the fields end and the original may follow.
  let fieldsEnd: Int

  init(storageBytes: [UInt8], fieldsEnd: Int) {
    self.storageBytes = storageBytes
    self.fieldsEnd = fieldsEnd
  }

  public init(leader: Leader, fields: some Sequence<Field>) {
    var storage = RecordStorage(leader: leader.bytes)
    for field in fields {
      storage.append(field.tag, isControl: field.isControl, body: field.body)
    }
    self = storage.finish()
  }

  /// The record in this storage form, checked once from end to end.
  public init(storage: [UInt8]) throws(StorageFault) {
    fieldsEnd = try RecordStorage.check(storage)
    storageBytes = storage
  }

  public var leader: Leader {
    Leader(slice: storageBytes[RecordStorage.leaderRange])
  }

  public var fields: Fields { Fields(storage: storageBytes, end: fieldsEnd) }

  /// The fields under `tag`, in their order.
  public func fields(_ tag: Tag) -> FieldsOfTag { FieldsOfTag(tag: tag, fields: fields) }

  /// The first field under `tag`.
  public func first(_ tag: Tag) -> Field? {
    var fields = fields(tag).makeIterator()
    return fields.next()
  }

  /// The bytes the record came in, where writing its fields anew would not give them back.
  public var original: ArraySlice<UInt8>? {
    let start = fieldsEnd + 1
    guard start < storageBytes.count else { return nil }
    var position = start
    guard RecordStorage.readLength(storageBytes, at: &position) != nil else { return nil }
    return storageBytes[position...]
  }

  /// The same record without the bytes it came in.
  public var withoutOriginal: Record {
    guard fieldsEnd + 1 < storageBytes.count else { return self }
    return Record(storageBytes: Array(storageBytes[...fieldsEnd]), fieldsEnd: fieldsEnd)
  }
}

/// The fields of a record in their order.
public struct Fields: Sequence, Sendable {
  let storage: [UInt8]
  let end: Int

  public struct Iterator: IteratorProtocol {
    let storage: [UInt8]
    let end: Int
    var position: Int

    public mutating func next() -> Field? {
      guard let entry = RecordStorage.readEntry(storage, at: position, end: end) else { return nil }
      position = entry.body.upperBound
      return entry.field(of: storage)
    }

    /// Skips to the next field under `tag`.
    mutating func next(_ tag: Tag) -> Field? {
      while let entry = RecordStorage.readEntry(storage, at: position, end: end) {
        position = entry.body.upperBound
        if entry.tag == tag { return entry.field(of: storage) }
      }
      return nil
    }
  }

  public func makeIterator() -> Iterator {
    Iterator(storage: storage, end: end, position: RecordStorage.fieldsStart)
  }

  /// The number of fields, found by walking them.
  public var count: Int { reduce(0) { count, _ in count + 1 } }
}

/// The fields under one tag.
public struct FieldsOfTag: Sequence, Sendable {
  let tag: Tag
  let fields: Fields

  public struct Iterator: IteratorProtocol {
    let tag: Tag
    var fields: Fields.Iterator

    public mutating func next() -> Field? { fields.next(tag) }
  }

  public func makeIterator() -> Iterator {
    Iterator(tag: tag, fields: fields.makeIterator())
  }
}
