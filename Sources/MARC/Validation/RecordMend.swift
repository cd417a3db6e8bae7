/// A pure edit that puts one problem right; it changes nothing where the record is no longer as it was looked at.
public enum RecordMend: Hashable, Sendable {
  case replace(place: Int, Field, with: Field)
  case remove(place: Int, Field)
  case leader(Leader, with: Leader)

  /// Makes the edit.
  ///
  /// - Returns: whether the record was as expected and is mended now.
  @discardableResult
  public func apply(to record: inout EditableRecord) -> Bool {
    switch self {
    case .replace(let place, let field, let mended):
      guard record.fields.indices.contains(place), record.fields[place] == field else {
        return false
      }
      record.fields[place] = mended
    case .remove(let place, let field):
      guard record.fields.indices.contains(place), record.fields[place] == field else {
        return false
      }
      record.fields.remove(at: place)
    case .leader(let leader, let mended):
      guard record.leader == leader else { return false }
      record.leader = mended
    }
    return true
  }
}

extension Field {
  /// The field with another text in the subfield at `place`.
  func replacingText(at place: Int, with text: String) -> Field {
    var field = self
    field.replaceSubfield(at: place, with: Subfield(Array(subfields)[place].code, text))
    return field
  }

  func removingSubfield(at place: Int) -> Field {
    var field = self
    field.removeSubfield(at: place)
    return field
  }

  /// The field with another indicator 1 or 2.
  func replacingIndicator(_ number: Int, with code: Code) -> Field {
    var field = self
    if number == 1 { field.indicator1 = code } else { field.indicator2 = code }
    return field
  }

  /// The plain field with `text` at `start`.
  func replacingPositions(from start: Int, with text: String) -> Field {
    var bytes = Array(body)
    for (offset, byte) in text.utf8.enumerated() where start + offset < bytes.count {
      bytes[start + offset] = byte
    }
    return Field(tag: tag, isControl: true, body: bytes[...])
  }
}

extension RecordValidation {
  /// Makes every mend that is certain.
  ///
  /// A mend may move what others speak of, so the record is looked at again behind each; one that would come
  /// back is made once.
  ///
  /// - Returns: how many were made.
  public func mend(_ record: inout EditableRecord) -> Int {
    var made: Set<RecordMend> = []
    while let mend = problems(in: record).lazy.compactMap(\.mend).first(where: {
      !made.contains($0)
    }) {
      made.insert(mend)
      mend.apply(to: &record)
    }
    return made.count
  }
}
