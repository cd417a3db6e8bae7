import LibraryCore
import Testing

/// Facts for tests, with everything in order unless a test says otherwise.
enum Sample {
  static func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso)) }

  static let staff = StaffAccount(
    id: EntityID(rawValue: 2), login: "admin", name: "", role: .administrator)

  static func rules(_ values: [RuleParameter: Int]) -> LoanRules {
    LoanRules(rows: [LoanRule(id: EntityID(rawValue: 9), scope: RuleScope(), values: values)])
  }

  static func checkout(
    today: String = "2026-11-23", values: [RuleParameter: Int] = [:],
    calendar: OpeningCalendar = OpeningCalendar(), role: StaffRole = .administrator,
    _ change: (inout CheckoutFacts) throws -> Void = { _ in }
  ) throws -> CheckoutFacts {
    let patron = Patron(
      id: EntityID(rawValue: 5), card: try #require(CardNumber("TV1")), name: "Nguyễn Thị Lan")
    let item = Item(
      id: EntityID(rawValue: 7), record: EntityID(rawValue: 6),
      barcode: try #require(Barcode("VV.1")))
    var account = staff
    account.role = role
    var facts = CheckoutFacts(
      patron: PatronFacts(patron: patron, loans: 0, overdues: 0, owed: .zero),
      item: ItemFacts(item: item, title: "Truyện Kiều"), rules: rules(values), calendar: calendar,
      library: "VN-TP", today: try day(today), staff: account)
    try change(&facts)
    return facts
  }

  static func loan(dueOn: String = "2026-12-01", renewals: Int = 0) throws -> OpenLoan {
    OpenLoan(
      id: OpID(rawValue: 3), patron: EntityID(rawValue: 8),
      card: try #require(CardNumber("TV2")), patronName: "Trần Văn Bình",
      lentAt: Moment(milliseconds: 0), dueOn: try day(dueOn), renewals: renewals)
  }
}

extension CheckoutDecision {
  var due: DueDate? { if case .lend(let due, _, _) = self { due } else { nil } }

  var overriding: [Refusal]? { if case .lend(_, _, let lifted) = self { lifted } else { nil } }

  var reasons: [Refusal]? { if case .refuse(let reasons) = self { reasons } else { nil } }

  var codes: [String]? { reasons?.map(\.code) }
}
