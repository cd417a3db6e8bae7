/// A record being changed: a leader and a list of fields, each changed alone.
///
/// Fields that are not touched keep the bytes they were read with. An edit that names a field or subfield that is
/// not there is a mistake of the caller and stops the program.
public struct EditableRecord: Hashable, Sendable {
  public var leader: Leader
  public var fields: [Field]
  private let source: Record?

  public init(_ record: Record) {
    leader = record.leader
    fields = Array(record.fields)
    source = record
  }

  public init(leader: Leader = .newBook, fields: [Field] = []) {
    self.leader = leader
    self.fields = fields
    source = nil
  }

  /// The record as it stands now; unchanged, it is the very record it was made from.
  public var record: Record {
    if let source, source.leader == leader, source.fields.elementsEqual(fields) { return source }
    return Record(leader: leader, fields: fields)
  }

  /// Adds a field behind the last one whose tag is not greater, where a cataloguer would look for it.
  ///
  /// - Returns: the place it got.
  @discardableResult
  public mutating func insert(_ field: Field) -> Int {
    let last = fields.lastIndex { $0.tag <= field.tag }
    let place = last.map { $0 + 1 } ?? 0
    fields.insert(field, at: place)
    return place
  }

  /// Moves a field so that it stands at `destination` afterwards.
  public mutating func moveField(from place: Int, to destination: Int) {
    fields.insert(fields.remove(at: place), at: destination)
  }

  public mutating func removeFields(_ tag: Tag) {
    fields.removeAll { $0.tag == tag }
  }

  /// Puts `field` in the place of the first one under its tag, or adds it.
  public mutating func replaceFirst(with field: Field) {
    if let place = fields.firstIndex(where: { $0.tag == field.tag }) {
      fields[place] = field
    } else {
      insert(field)
    }
  }
}

extension Record {
  public var editable: EditableRecord { EditableRecord(self) }
}
