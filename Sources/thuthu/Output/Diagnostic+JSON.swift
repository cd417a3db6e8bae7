import LibraryCore
import MARC
import Workstation

extension JSONValue {
  init(_ diagnostic: Diagnostic) { self.init(ImportFault(file: 0, diagnostic)) }

  /// A fault with its place; `file` names the file where several are read.
  init(_ fault: ImportFault, file: String? = nil) {
    let place: JSONValue = [
      "record": .count(fault.record), "offset": fault.offset.map { .count($0) } ?? .null,
      "tag": .optional(fault.tag), "code": .text(fault.code), "detail": .text(fault.detail),
      "severity": .text(String(describing: fault.severity)),
    ]
    self = file.map { place.with("file", .text($0)) } ?? place
  }
}

extension Wording {
  func fault(_ diagnostic: Diagnostic) -> String {
    importFault(ImportFault(file: 0, diagnostic))
  }

  /// A fault of writing, which has no place in an input.
  func fault(_ fault: Fault) -> String {
    let known = ImportFault(
      file: 0, Diagnostic(record: 0, offset: 0, fault: fault, remedy: .kept))
    return importFaultKind(known.code, known.detail)
  }
}
