/// One physical copy of a title, with its own label (ĐKCB).
public struct Item: Equatable, Sendable {
  public var id: EntityID
  public var record: EntityID
  public var barcode: Barcode
  public var callNumber: String?
  public var location: String?
  public var type: String
  public var status: ItemStatus
  public var price: Money?
  public var copyNumber: String?
  public var note: String?
  /// Where it came from: a shop, a gift, legal deposit (nguồn bổ sung).
  public var source: String?
  /// The number of the paper it came with (số chứng từ).
  public var document: String?
  public var acquiredOn: CalendarDay?
  /// The code of the library it belongs to; nil for the house itself.
  public var library: String?
  /// The library it was sent to and has not come to yet.
  public var sentTo: String?

  public init(
    id: EntityID, record: EntityID, barcode: Barcode, callNumber: String? = nil,
    location: String? = nil, type: String = Item.defaultType, status: ItemStatus = .available,
    price: Money? = nil, copyNumber: String? = nil, note: String? = nil, source: String? = nil,
    document: String? = nil, acquiredOn: CalendarDay? = nil, library: String? = nil,
    sentTo: String? = nil
  ) {
    self.library = library
    self.sentTo = sentTo
    self.id = id
    self.record = record
    self.barcode = barcode
    self.callNumber = callNumber
    self.location = location
    self.type = type
    self.status = status
    self.price = price
    self.copyNumber = copyNumber
    self.note = note
    self.source = source
    self.document = document
    self.acquiredOn = acquiredOn
  }

  /// The item type of a copy nobody gave another one.
  public static let defaultType = "BOOK"
}

/// What the library holds to be true of a copy, apart from whether it is on loan.
public enum ItemStatus: String, CaseIterable, Sendable {
  case available
  case lost
  case missing
  case damaged
  case withdrawn
  /// Taken back with the batch or the entry that made it; never shown, its barcode is free again.
  case removed
}

/// The stored fields of an item.
public enum ItemField: UInt8, EntityField {
  case record = 1
  case barcode = 2
  case callNumber = 3
  case location = 4
  case type = 5
  case status = 6
  case price = 7
  case copyNumber = 8
  case note = 9
  case batch = 10
  case source = 11
  case document = 12
  case acquiredOn = 13
  case library = 14

  public var column: String {
    switch self {
    case .record: "record"
    case .barcode: "barcode"
    case .callNumber: "call_number"
    case .location: "location"
    case .type: "type"
    case .status: "status"
    case .price: "price"
    case .copyNumber: "copy_number"
    case .note: "note"
    case .batch: "batch"
    case .source: "source"
    case .document: "document"
    case .acquiredOn: "acquired_on"
    case .library: "library"
    }
  }
}

/// The order of a list of copies.
public enum ItemOrder: String, CaseIterable, Sendable {
  /// Place by place, as they stand there: by the keys of their call numbers.
  case shelf
  case entered
  case barcode
}
