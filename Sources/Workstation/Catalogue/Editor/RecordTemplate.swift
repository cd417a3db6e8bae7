import LibraryCore
import MARC

/// What a new record starts with.
enum RecordTemplate: CaseIterable {
  case book
  case serial
  case article

  /// The record to fill in: codes for Việt Nam and Vietnamese, and the usual fields, empty.
  func record(on today: CalendarDay, library: String, _ schema: MARCSchema) -> Record {
    var fields = [MARC.Field(control: "008", RecordTemplate.codes(on: today, kind: kind))]
    if !library.isEmpty { fields.append(MARC.Field("040", [Subfield("a", library)])) }
    fields += tags.compactMap { schema.usual($0)?.emptyField }
    return Record(leader: leader, fields: fields)
  }

  /// The 40 positions of 008: entered today, made in Việt Nam, in Vietnamese.
  ///
  /// The middle is that of books and serials; what nobody decided is a blank.
  static func codes(on today: CalendarDay, year: Int? = nil, kind: Kind = .single) -> String {
    let entered = today.iso.split(separator: "-").joined().dropFirst(2)
    let isDatable = year.map { (1000...9999).contains($0) } ?? false
    let date = isDatable ? year.map(String.init) ?? "" : "    "
    let middle = kind == .continuing ? " r p       0   b0" : "          |000 0 "
    return entered + kind.rawValue + date + (kind == .continuing ? "9999" : "    ") + "vm "
      + middle + "vie d"
  }

  /// Position 6 of 008.
  enum Kind: String {
    case single = "s"
    case continuing = "c"
  }

  private var kind: Kind { self == .serial ? .continuing : .single }

  private var leader: Leader {
    var leader = Leader.newBook
    switch self {
    case .book: break
    case .serial: leader[7] = UInt8(ascii: "s")
    case .article: leader[7] = UInt8(ascii: "a")
    }
    return leader
  }

  private var tags: [Tag] {
    switch self {
    case .book: ["020", "041", "082", "100", "245", "260", "300", "520", "653"]
    case .serial: ["022", "041", "082", "245", "260", "310", "362", "653"]
    case .article: ["041", "082", "100", "245", "520", "653", "773"]
    }
  }
}
