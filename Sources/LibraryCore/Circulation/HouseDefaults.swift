/// What a new library is furnished with: lists and loan rules in use in Vietnam's public libraries, to be changed at will.
public enum HouseDefaults {
  public struct Term: Equatable, Sendable {
    public var kind: TermKind
    public var code: String
    public var name: String
  }

  public static let terms: [Term] =
    [
      ("ADULT", "người lớn"), ("CHILD", "thiếu nhi"), ("PUPIL", "học sinh"),
      ("STUDENT", "sinh viên"), ("STAFF", "cán bộ"), ("SENIOR", "người cao tuổi"),
      ("GROUP", "tập thể"),
    ].map { Term(kind: .patronCategory, code: $0, name: $1) }
    + [
      ("BOOK", "sách"), ("REFERENCE", "sách tra cứu"), ("TEXTBOOK", "sách giáo khoa"),
      ("MAGAZINE", "báo, tạp chí"), ("LOCAL", "tài liệu địa chí"), ("MEDIA", "băng, đĩa"),
    ].map { Term(kind: .itemType, code: $0, name: $1) }
    + [
      ("VN", "kho mở, sách khổ nhỏ"), ("VV", "kho mở, sách khổ vừa"),
      ("VL", "kho mở, sách khổ lớn"),
      ("TN", "kho thiếu nhi"), ("TC", "kho tra cứu"), ("DC", "kho địa chí"), ("KD", "kho đóng"),
      ("BC", "báo, tạp chí"),
    ].map { Term(kind: .location, code: $0, name: $1) } + occupations + eventForms

  /// The occupations that Vietnam's forms for public libraries part readers by.
  private static let occupations: [Term] = [
    ("CIVIL", "cán bộ, công chức, viên chức"), ("STUDENT", "học sinh, sinh viên"),
    ("RETIRED", "hưu trí"), ("FARMER", "nông dân"), ("WORKER", "công nhân"),
    ("SOLDIER", "bộ đội, công an"), ("OTHER", "nghề khác"),
  ].map { Term(kind: .occupation, code: $0, name: $1) }

  /// The forms in which libraries make books known (tuyên truyền giới thiệu sách).
  private static let eventForms: [Term] = [
    ("TALK", "nói chuyện chuyên đề"), ("INTRODUCTION", "giới thiệu sách"),
    ("STORY", "kể chuyện sách"), ("EXHIBITION", "trưng bày, triển lãm sách"),
    ("CONTEST", "thi tìm hiểu, thi đọc sách"), ("CLUB", "sinh hoạt câu lạc bộ đọc"),
    ("TRAINING", "hướng dẫn sử dụng thư viện"),
  ].map { Term(kind: .eventForm, code: $0, name: $1) }

  /// What stands on the built-in list of a kind, for a library that has no list of its own.
  public static func terms(_ kind: TermKind) -> [Term] { terms.filter { $0.kind == kind } }

  /// Rows beside the built-in values of `RuleParameter`, which hold for everybody and everything else.
  public static let rules: [(scope: RuleScope, values: [RuleParameter: Int])] = [
    (RuleScope(itemType: "REFERENCE"), [.lendable: 0]),
    (RuleScope(itemType: "LOCAL"), [.lendable: 0]),
    (RuleScope(itemType: "MAGAZINE"), [.loanDays: 7, .renewalDays: 7, .renewalsMaximum: 1]),
    (RuleScope(itemType: "TEXTBOOK"), [.loanDays: 300, .renewalsMaximum: 0]),
    (RuleScope(category: "CHILD"), [.loanDays: 7, .renewalDays: 7, .loansMaximum: 3]),
    (RuleScope(category: "GROUP"), [.loanDays: 90, .renewalDays: 90, .loansMaximum: 300]),
  ]
}
