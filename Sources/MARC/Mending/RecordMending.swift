public import VietnameseText

/// A record whose texts were mended, with every field that changed as it was received.
public struct MendedRecord: Sendable {
  public struct Change: Hashable, Sendable {
    public let tag: Tag
    /// The body of the field as it came: indicators, delimiters and texts.
    public let received: [UInt8]
    /// The body as it is now.
    public let meant: [UInt8]
    public let mended: MendedField

    /// The field as a person reads it, `$` for the delimiter of subfields.
    public var shownReceived: String { MendedRecord.shown(received) }
    public var shownMeant: String { MendedRecord.shown(meant) }
  }

  /// Bytes of a field as a person reads them; those that are no UTF-8 as code page 1252 shows them.
  public static func shown(_ body: [UInt8]) -> String {
    String(ReceivedText(body).shown.map { $0 == "\u{1F}" ? "$" : $0 })
  }

  public let record: Record
  public let changes: [Change]
}

extension Record {
  /// The record with its texts mended; nil where nothing of it changes.
  ///
  /// A record that was taken for MARC-8 when it came is looked at again as it came.
  public func mended(_ mending: TextMending) -> MendedRecord? {
    mended(mending, receivedBodies: bodiesOfOriginal)
  }

  /// The bodies before their conversion from MARC-8, where the original is kept and has the same fields.
  private var bodiesOfOriginal: [[UInt8]] {
    guard let original else { return [] }
    let reader = ISO2709Reader(
      window: ByteWindow(MemorySource(original)), .lenient, keepsReceivedTexts: true)
    guard let read = try? reader.next(), let record = read.record,
      record.fields.elementsEqual(fields)
    else { return [] }
    return read.receivedBodies
  }

  /// `receivedBodies` are those of the fields before a conversion that may have been wrong.
  func mended(_ mending: TextMending, receivedBodies: [[UInt8]]) -> MendedRecord? {
    guard !mending.changesNothing else { return nil }
    var fields = Array(fields)
    var changes: [MendedRecord.Change] = []
    let received = fields.enumerated().map { $1.receivedTexts(receivedBodies.body($0)) }
    for (index, found) in mending.mend(received).enumerated() {
      // Bytes in a record that are in no Vietnamese encoding are left to be told as faults.
      let isGuess = found?.encoding == .cp1252 && mending.encoding == .automatic
      let mended = isGuess ? nil : found
      let field = fields[index]
      let change: (field: Field, mended: MendedField)
      if let mended {
        change = (field.replacingTexts(mended.texts), mended)
      } else if mending.composes, let composed = field.composedControl {
        change = (composed, MendedField(composed: composed.text))
      } else {
        continue
      }
      fields[index] = change.field
      changes.append(
        MendedRecord.Change(
          tag: field.tag, received: receivedBodies.body(index) ?? Array(field.body),
          meant: Array(change.field.body), mended: change.mended))
    }
    guard !changes.isEmpty else { return nil }
    return MendedRecord(record: Record(leader: leader, fields: fields), changes: changes)
  }
}

extension ReadRecord {
  /// The texts of the record's fields, as their encoding is to be found out from them.
  public var receivedTexts: [[ReceivedText]] {
    guard let record else { return [] }
    return record.fields.enumerated().map { $1.receivedTexts(receivedBodies.body($0)) }
  }

  /// The record with its texts mended; nil where there is none or nothing of it changes.
  ///
  /// Of a record in another dialect than MARC 21 no encoding is guessed: it is hardly Vietnamese.
  public func mended(_ mending: TextMending) -> MendedRecord? {
    var mending = mending
    if mending.encoding == .automatic, record?.foreignDialect != nil {
      mending.encoding = .asDeclared
    }
    return record?.mended(mending, receivedBodies: receivedBodies)
  }

  /// What was found wrong with the record, without what mending it put right.
  public func diagnostics(after mended: MendedRecord?) -> [Diagnostic] {
    guard let mended else { return diagnostics }
    let decoded = Set(mended.changes.filter { $0.mended.encoding != nil }.map(\.tag))
    return diagnostics.filter { diagnostic in
      guard diagnostic.fault == .invalidUTF8 || diagnostic.fault == .invalidMARC8 else {
        return true
      }
      return !(diagnostic.tag.map(decoded.contains) ?? false)
    }
  }
}

extension [[UInt8]] {
  fileprivate func body(_ index: Int) -> [UInt8]? { indices.contains(index) ? self[index] : nil }
}

extension Field {
  /// The texts of the subfields; none of a control field, which holds codes.
  fileprivate func receivedTexts(_ receivedBody: [UInt8]?) -> [ReceivedText] {
    guard !isControl else { return [] }
    let parts = subfields.map { Array($0.bytes) }
    if let receivedBody {
      let received = Subfields(body: receivedBody[...]).map { Array($0.bytes) }
      if received.count == parts.count {
        return zip(parts, received).map {
          .declared(text: String(decoding: $0, as: UTF8.self), bytes: $1)
        }
      }
    }
    return parts.map { ReceivedText($0) }
  }

  /// The field with other texts in its subfields.
  fileprivate func replacingTexts(_ texts: [String]) -> Field {
    Field(
      tag, indicator1, indicator2,
      zip(subfields, texts).map { subfield, text in
        subfield.text.utf8.elementsEqual(text.utf8) ? subfield : Subfield(subfield.code, text)
      })
  }

  fileprivate var composedControl: Field? {
    guard let text = String(validating: body, as: UTF8.self), !text.isNFC else { return nil }
    return Field(control: tag, text.nfc)
  }
}
