/// Which column of a table of copies holds what, guessed from the headings.
public struct ItemColumns: Sendable {
  /// What a row says of its copy, and by what it says which title that is.
  private enum Content: CaseIterable {
    case barcode
    case callNumber
    case location
    case type
    case price
    case copyNumber
    case note
    case record
    case control
    case isbn
    case title
    case author

    /// The headings libraries use, in the order of preference; case and marks do not matter.
    var headings: [String] {
      switch self {
      case .barcode:
        [
          "ĐKCB", "số ĐKCB", "mã ĐKCB", "số đăng ký cá biệt", "đăng ký cá biệt", "mã vạch",
          "barcode", "accession number",
        ]
      case .callNumber:
        ["ký hiệu xếp giá", "ký hiệu kho", "ký hiệu phân loại", "call number", "callNumber"]
      case .location: ["kho", "kho sách", "vị trí", "location"]
      case .type: ["loại tài liệu", "loại", "item type", "type"]
      case .price: ["giá tiền", "đơn giá", "giá", "price"]
      case .copyNumber: ["bản", "bản số", "copy number", "copyNumber", "copy"]
      case .note: ["ghi chú", "phụ chú", "note", "notes"]
      case .record: ["mã biểu ghi", "biểu ghi", "record"]
      case .control: ["số kiểm soát", "001", "control number"]
      case .isbn: ["ISBN"]
      case .title: ["nhan đề", "tên sách", "tên tài liệu", "title"]
      case .author: ["tác giả", "tên tác giả", "author"]
      }
    }

    static let naming: [Content] = [.record, .control, .isbn, .title]
  }

  private var columns: [Content: Int] = [:]
  /// Headings that were understood as nothing.
  public let unknown: [String]

  public init(_ table: SeparatedValues) {
    for content in Content.allCases { columns[content] = table.column(content.headings) }
    let known = Set(columns.values)
    unknown = table.headings.enumerated().filter { !known.contains($0.offset) }.map(\.element)
      .filter { !$0.isEmpty }
  }

  /// Whether rows can say which title their copy is of.
  public var nameTitles: Bool { Content.naming.contains { columns[$0] != nil } }

  /// By what a row says which title its copy is of.
  public struct TitleName: Equatable, Sendable {
    public var record: String?
    public var control: String?
    public var isbn: String?
    public var title: String?
    public var author: String?

    /// What is shown where no such title is found.
    public var text: String { record ?? control ?? isbn ?? title ?? "" }
  }

  public func titleName(_ row: SeparatedValues.Row) -> TitleName {
    TitleName(
      record: row[columns[.record]], control: row[columns[.control]], isbn: row[columns[.isbn]],
      title: row[columns[.title]], author: row[columns[.author]])
  }

  /// The copy of a row; without a barcode it gets the next running number.
  public func draft(_ row: SeparatedValues.Row, of record: EntityID) -> ItemDraft {
    ItemDraft(
      record: record, barcode: row[columns[.barcode]], callNumber: row[columns[.callNumber]],
      location: row[columns[.location]], type: row[columns[.type]], price: row[columns[.price]],
      copyNumber: row[columns[.copyNumber]], note: row[columns[.note]])
  }
}
