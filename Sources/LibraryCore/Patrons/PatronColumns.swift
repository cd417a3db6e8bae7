import VietnameseText

/// Which column of a table is which field of a patron: as it was asked for, or else guessed from the headings in Vietnamese or English.
public struct PatronColumns: Equatable, Sendable {
  public let headings: [String]
  /// What each column is taken as, in the order of the headings; nil where its heading stands for nothing known.
  public private(set) var targets: [PatronColumnTarget?]

  public init(headings: [String]) {
    self.init(headings: headings, asked: [:])
  }

  /// Takes the columns as `mapping` asks; what it says nothing of is guessed.
  public init(headings: [String], _ mapping: PatronMapping) throws(PatronMapping.Fault) {
    self.init(headings: headings, asked: try mapping.targets(of: headings))
  }

  private init(headings: [String], asked: [Int: PatronColumnTarget?]) {
    self.headings = headings
    targets = headings.indices.map { asked[$0] ?? nil }
    for (column, heading) in headings.enumerated() where asked[column] == nil {
      guard let guess = PatronColumns.guess(heading.folded), !targets.contains(guess) else {
        continue
      }
      targets[column] = guess
    }
  }

  public var fields: [PatronField: Int] {
    var fields: [PatronField: Int] = [:]
    for (column, target) in targets.enumerated() {
      if case .field(let field)? = target { fields[field] = column }
    }
    return fields
  }

  /// The column of family and middle name, where the given name has one of its own.
  public var familyName: Int? { targets.firstIndex(of: .familyName) }

  /// Headings that stand for no field.
  public var unknown: [String] {
    headings.indices.filter { targets[$0] == nil && !headings[$0].isEmpty }.map { headings[$0] }
  }

  /// The draft a row makes; blank cells say nothing.
  public func draft(_ row: SeparatedValues.Row) -> PatronDraft {
    var draft = PatronDraft()
    for (field, column) in fields { draft[field] = row[column] }
    if let family = row[familyName] {
      draft[.name] = [family, row[fields[.name]]].compactMap(\.self).joined(separator: " ")
    }
    return draft
  }

  public var hasNames: Bool { fields[.name] != nil || familyName != nil }

  /// The heading under which the value of a field stands, by the field's key on the command line.
  public func heading(ofField key: String) -> String? {
    targets.firstIndex { target in
      if case .field(let field)? = target { field.key == key } else { false }
    }.map { headings[$0] }
  }

  private static func guess(_ heading: String) -> PatronColumnTarget? {
    familyNames.contains(heading) ? .familyName : field(heading).map { .field($0) }
  }

  private static func field(_ heading: String) -> PatronField? {
    PatronField.allCases.first { headings[$0]?.contains(heading) ?? false }
  }

  private static let familyNames: Set<String> = [
    "ho", "ho dem", "ho va dem", "ho lot", "last name",
  ]

  /// Headings met in lists of readers, folded.
  private static let headings: [PatronField: Set<String>] = [
    .card: [
      "card", "card number", "barcode", "so the", "ma the", "ma so the", "the", "so the ban doc",
      "ma ban doc", "so the thu vien", "ma so", "cardnumber",
    ],
    .name: [
      "name", "full name", "patron", "ho ten", "ho va ten", "ten", "ten ban doc", "hoten",
      "first name", "ho ten ban doc", "ho va ten ban doc", "ho ten hoc sinh", "ho va ten hoc sinh",
    ],
    .category: [
      "category", "doi tuong", "loai ban doc", "nhom", "nhom ban doc", "loai the", "categorycode",
    ],
    .born: [
      "born", "birth", "birth year", "year of birth", "date of birth", "birthday", "dob",
      "dateofbirth", "nam sinh", "ngay sinh", "ngay thang nam sinh", "sinh nam", "ngay nam sinh",
    ],
    .phone: [
      "phone", "telephone", "tel", "mobile", "dien thoai", "so dien thoai", "sdt", "dt", "so dt",
      "di dong",
    ],
    .address: ["address", "dia chi", "noi o", "noi cu tru", "cho o", "thuong tru"],
    .email: ["email", "e mail", "mail", "thu dien tu", "hop thu"],
    .expiresOn: [
      "expires", "expires on", "expiry", "expiry date", "valid until", "dateexpiry", "het han",
      "ngay het han", "han the", "han su dung", "gia tri den", "co gia tri den",
    ],
    .enrolledOn: [
      "enrolled", "enrolled on", "dateenrolled", "ngay cap", "ngay cap the", "ngay dang ky",
      "ngay lam the",
    ],
    .className: ["class", "class name", "lop", "ten lop"],
    .occupation: ["occupation", "nghe", "nghe nghiep", "cong viec"],
    .sex: ["sex", "gender", "gioi tinh", "phai", "nam nu"],
    .schoolYear: ["school year", "nam hoc", "nien khoa"],
    .guardianName: ["guardian", "guardian name", "phu huynh", "ho ten phu huynh", "nguoi giam ho"],
    .guardianPhone: [
      "guardian phone", "dien thoai phu huynh", "sdt phu huynh", "dt phu huynh",
      "so dien thoai phu huynh",
    ],
    .note: ["note", "notes", "remark", "ghi chu", "chu thich"],
  ]
}
