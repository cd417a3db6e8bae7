import VietnameseText

/// A copy as somebody typed it, before it is added.
public struct ItemDraft: Equatable, Sendable {
  public var record: EntityID
  /// Nil asks for the next running number of the series.
  public var barcode: String?
  /// The prefix of a series of running numbers; nil takes the library's own.
  public var series: String?
  public var callNumber: String?
  public var location: String?
  public var type: String?
  public var price: String?
  public var copyNumber: String?
  public var note: String?
  public var source: String?
  public var document: String?
  public var acquiredOn: String?
  /// The code of the library it belongs to.
  public var library: String?

  public init(
    record: EntityID, barcode: String? = nil, series: String? = nil, callNumber: String? = nil,
    location: String? = nil, type: String? = nil, price: String? = nil, copyNumber: String? = nil,
    note: String? = nil, source: String? = nil, document: String? = nil, acquiredOn: String? = nil,
    library: String? = nil
  ) {
    self.library = library
    self.record = record
    self.barcode = barcode
    self.series = series
    self.callNumber = callNumber
    self.location = location
    self.type = type
    self.price = price
    self.copyNumber = copyNumber
    self.note = note
    self.source = source
    self.document = document
    self.acquiredOn = acquiredOn
  }

  /// The fields that were filled in, as they are typed.
  public var fields: [ItemField: String?] {
    var fields: [ItemField: String?] = [:]
    let typed: [(ItemField, String?)] = [
      (.barcode, barcode), (.callNumber, callNumber), (.location, location), (.type, type),
      (.price, price), (.copyNumber, copyNumber), (.note, note), (.source, source),
      (.document, document), (.acquiredOn, acquiredOn), (.library, library),
    ]
    for (field, text) in typed where text != nil { fields[field] = text }
    return fields
  }
}

extension ItemField {
  /// The field's key on the command line.
  public var key: String {
    switch self {
    case .callNumber: "callNumber"
    case .copyNumber: "copyNumber"
    case .acquiredOn: "acquiredOn"
    default: column
    }
  }

  /// The value to store for what was typed, nil to clear the field; no result for what cannot be its value.
  public func reading(_ typed: String?) -> Result<String?, ItemFieldFault> {
    let text = typed.map { $0.nfc.trimmed } ?? ""
    switch self {
    case .barcode: return Barcode(text).map { .success($0.text) } ?? .failure(fault(typed))
    case .status:
      let status = ItemStatus(rawValue: text).flatMap { $0 == .removed ? nil : $0 }
      return status.map { .success($0.rawValue) } ?? .failure(fault(typed))
    case .price:
      guard !text.isEmpty else { return .success(nil) }
      return Money(typed: text).map { .success(String($0.dong)) } ?? .failure(fault(typed))
    case .type: return .success(text.isEmpty ? Item.defaultType : text)
    case .record, .batch: return .failure(fault(typed))
    case .acquiredOn:
      guard !text.isEmpty else { return .success(nil) }
      let day = CalendarDay(iso: text) ?? CalendarDay(vietnamese: text)
      return day.map { .success($0.iso) } ?? .failure(fault(typed))
    case .callNumber, .location, .copyNumber, .note, .source, .document, .library:
      return .success(text.isEmpty ? nil : text)
    }
  }

  private func fault(_ typed: String?) -> ItemFieldFault {
    ItemFieldFault(field: self, typed: typed ?? "")
  }
}

/// A field of a copy and what was typed into it that cannot be its value.
public struct ItemFieldFault: Error, Equatable, Sendable {
  public var field: ItemField
  public var typed: String

  public var refusal: Refusal { .invalidValue(field: field.key, typed: typed) }
}
