import MARC
import VietnameseText

extension Record {
  /// The record with its texts in composed form; fields that are no valid text stay byte for byte.
  var composed: Record {
    let fields = fields.map(\.composed)
    let isSame = zip(fields, self.fields).allSatisfy { $0 == $1 }
    return isSame ? self : Record(leader: leader, fields: fields)
  }
}

extension Field {
  fileprivate var composed: Field {
    guard let text = String(validating: body, as: UTF8.self), !text.isNFC else { return self }
    if isControl { return Field(control: tag, text.nfc) }
    return Field(
      tag, indicator1, indicator2, subfields.map { Subfield($0.code, $0.text.nfc) })
  }
}
