public import MARC

/// What an import found wrong: in which file and record, where, and what.
///
/// Words are found on the screen's side, by the code.
public struct ImportFault: Equatable, Sendable {
  /// Which of the files, from 0.
  public var file: Int
  /// The number of the record in its file, or of the line in a table; 0 speaks of the whole file.
  public var record: Int
  /// Where in the file, in bytes.
  public var offset: Int?
  public var tag: String?
  /// Never renamed.
  public var code: String
  /// What the code is about: a number, a barcode, the character met.
  public var detail: String
  public var severity: Diagnostic.Severity

  public init(
    file: Int, record: Int, offset: Int? = nil, tag: String? = nil, code: String,
    detail: String = "", severity: Diagnostic.Severity = .error
  ) {
    self.file = file
    self.record = record
    self.offset = offset
    self.tag = tag
    self.code = code
    self.detail = detail
    self.severity = severity
  }

  /// What the reader of records found.
  public init(file: Int, _ diagnostic: Diagnostic) {
    let (code, detail) = ImportFault.parts(of: diagnostic.fault)
    self.init(
      file: file, record: diagnostic.record, offset: diagnostic.offset, tag: diagnostic.tag?.text,
      code: code, detail: detail, severity: diagnostic.severity)
  }

  /// All that a step of reading found wrong, less what mending put right, and whether its record is left out for it.
  public static func all(
    of read: ReadRecord, after mended: MendedRecord?, file: Int
  ) -> [ImportFault] {
    var faults = read.diagnostics(after: mended).map { ImportFault(file: file, $0) }
    if read.isHeldBack {
      faults.append(
        ImportFault(file: file, record: read.number, offset: read.offset, code: "heldBack"))
    } else if read.record?.foreignDialect != nil {
      faults.append(
        ImportFault(
          file: file, record: read.number, offset: read.offset, code: "notTakenIn",
          severity: .warning))
    }
    return faults
  }

  /// The name of the fault's case and the values it carries.
  private static func parts(of fault: Fault) -> (code: String, detail: String) {
    let mirror = Mirror(reflecting: fault)
    guard let payload = mirror.children.first, let name = payload.label else {
      return (String(describing: fault), "")
    }
    let values = Mirror(reflecting: payload.value)
    guard values.displayStyle == .tuple else { return (name, text(payload.value)) }
    let parts = values.children.map { child in
      child.label.map { "\($0) \(text(child.value))" } ?? text(child.value)
    }
    return (name, parts.joined(separator: ", "))
  }

  private static func text(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return String(describing: value) }
    return mirror.children.first.map { String(describing: $0.value) } ?? "none"
  }
}

extension ImportFault {
  /// A copy whose barcode another copy has; the record is taken in without it.
  public static func barcodeTaken(_ barcode: String, file: Int, record: Int, tag: String?)
    -> ImportFault
  {
    ImportFault(file: file, record: record, tag: tag, code: "barcodeTaken", detail: barcode)
  }

  /// A copy whose barcode is a reader's card; the record is taken in without it, unless one number on both is meant.
  public static func barcodeIsCard(_ barcode: String, file: Int, record: Int) -> ImportFault {
    ImportFault(
      file: file, record: record, code: Refusal.Code.barcodeIsCard.rawValue, detail: barcode)
  }

  /// Whether it is about a number on a card and on a copy, which may be meant.
  public var isAboutOneNumber: Bool { code == Refusal.Code.barcodeIsCard.rawValue }

  /// A copy whose barcode no label could carry; the record is taken in without it.
  public static func barcodeInvalid(_ barcode: String, file: Int, record: Int, tag: String?)
    -> ImportFault
  {
    ImportFault(file: file, record: record, tag: tag, code: "barcodeInvalid", detail: barcode)
  }

  /// A record of another kind, such as an authority record; it is not taken in.
  public static func notATitle(_ record: Record, file: Int, number: Int, offset: Int)
    -> ImportFault
  {
    ImportFault(
      file: file, record: number, offset: offset, code: "notATitle",
      detail: record.leader.recordType.description, severity: .note)
  }

  /// A record that is no authority record, or one without a heading; it is not taken in.
  public static func notAnAuthority(_ record: Record, file: Int, number: Int, offset: Int)
    -> ImportFault
  {
    ImportFault(
      file: file, record: number, offset: offset, code: "notAnAuthority",
      detail: record.leader.recordType.description, severity: .note)
  }

  /// A file that is no table of text.
  public static func unreadable(_ fault: SeparatedValues.Fault, file: Int) -> ImportFault {
    switch fault {
    case .empty: ImportFault(file: file, record: 0, code: "emptyInput")
    case .notText(let line): ImportFault(file: file, record: line, code: "notText")
    case .openQuote(let line): ImportFault(file: file, record: line, code: "openQuote")
    }
  }

  /// A table without a column that says which titles its rows are about; the detail has the headings.
  public static func noTitleColumn(_ headings: [String], file: Int) -> ImportFault {
    ImportFault(
      file: file, record: 1, code: "noTitleColumn", detail: headings.joined(separator: ", "))
  }

  /// A column that was understood as nothing; its cells are not taken in.
  public static func unknownColumn(_ heading: String, file: Int) -> ImportFault {
    ImportFault(
      file: file, record: 1, code: "unknownColumn", detail: heading, severity: .warning)
  }

  /// A code that the house's list lacks; the copy is taken in with it, but no rule speaks for it.
  public static func unknownCode(_ kind: TermKind, _ code: String, file: Int, line: Int)
    -> ImportFault
  {
    ImportFault(
      file: file, record: line, code: "unknownCode",
      detail: "\(kind.rawValue): \(code.prefix(Barcode.lengthMaximum))", severity: .warning)
  }

  /// A row whose title the library does not have, or has more than once.
  public static func titleNotFound(_ name: String, isAmbiguous: Bool, file: Int, line: Int)
    -> ImportFault
  {
    ImportFault(
      file: file, record: line, code: isAmbiguous ? "titleAmbiguous" : "titleNotFound",
      detail: name)
  }

  /// A row that a rule of the desk speaks against.
  public static func refused(_ refusal: Refusal, file: Int, line: Int) -> ImportFault {
    let detail =
      switch refusal {
      case .invalidValue(let field, let typed): "\(field): \(typed.prefix(Barcode.lengthMaximum))"
      case .barcodeTaken(let barcode, _), .barcodeIsCard(let barcode, _): barcode.text
      default: ""
      }
    return ImportFault(file: file, record: line, code: refusal.code, detail: detail)
  }
}
