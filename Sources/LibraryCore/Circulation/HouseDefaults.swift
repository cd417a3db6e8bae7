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
    ].map { Term(kind: .location, code: $0, name: $1) }

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
