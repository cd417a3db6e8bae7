import MARC

extension JSONValue {
  init(_ diagnostic: Diagnostic) {
    self = [
      "record": .count(diagnostic.record), "offset": .count(diagnostic.offset),
      "tag": .optional(diagnostic.tag?.text), "code": .text(diagnostic.fault.code),
      "severity": .text(String(describing: diagnostic.severity)),
      "remedy": .text(String(describing: diagnostic.remedy)),
    ]
  }
}

extension Fault {
  /// The code in answers; never renamed.
  var code: String { String(String(describing: self).prefix { $0 != "(" }) }
}
