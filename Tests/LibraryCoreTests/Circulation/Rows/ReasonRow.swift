import LibraryCore
import Testing

/// One line of a table of rules: what is so, and what the rules must say of it.
struct ReasonRow: Sendable, CustomTestStringConvertible {
  /// Whether the reason stands, and whether a day, an age, a count or an amount turns just there.
  enum Stand: Sendable {
    case no
    case yes
    /// The last at which it does not stand yet, or the first at which it stands no more.
    case noAtEdge
    /// The first at which it stands, or the last.
    case yesAtEdge
  }

  var about: Refusal.Code
  var stand: Stand
  var name: String
  var expected: [Refusal.Code]
  /// What the rules say to an account of that role that gives that reason.
  var decide: @Sendable (StaffRole, _ reason: String?) -> [Refusal]

  var testDescription: String { name }

  var isYes: Bool { stand == .yes || stand == .yesAtEdge }
}

/// Makes the rows of one verb of the desk out of facts that are in order.
struct ReasonRows<Facts>: Sendable {
  var verb: String
  /// Facts in order, under these values of the matrix, for an account of that role that gives that reason.
  var facts: @Sendable ([RuleParameter: Int], StaffRole, _ reason: String?) -> Facts
  var reasons: @Sendable (Facts) -> [Refusal]

  /// A row that `change` makes of what is in order: the reason it is about stands alone, or none does.
  func callAsFunction(
    _ about: Refusal.Code, _ stand: ReasonRow.Stand, _ name: String,
    _ values: [RuleParameter: Int] = [:], _ change: @escaping @Sendable (inout Facts) -> Void
  ) -> ReasonRow {
    let isYes = stand == .yes || stand == .yesAtEdge
    return row(about, stand, name, isYes ? [about] : [], values, change)
  }

  /// A row in which all of these reasons stand, in this order.
  func all(
    _ codes: [Refusal.Code], _ name: String, _ values: [RuleParameter: Int] = [:],
    _ change: @escaping @Sendable (inout Facts) -> Void
  ) -> ReasonRow {
    row(codes[0], .yes, name, codes, values, change)
  }

  private func row(
    _ about: Refusal.Code, _ stand: ReasonRow.Stand, _ name: String, _ codes: [Refusal.Code],
    _ values: [RuleParameter: Int], _ change: @escaping @Sendable (inout Facts) -> Void
  ) -> ReasonRow {
    ReasonRow(about: about, stand: stand, name: "\(verb), \(about): \(name)", expected: codes) {
      [facts, reasons] role, reason in
      var facts = facts(values, role, reason)
      change(&facts)
      return reasons(facts)
    }
  }
}

extension Sample {
  /// The day of all rows: a Monday.
  static let today: CalendarDay = "2026-11-23"

  static func card(_ text: String) -> CardNumber {
    guard let card = CardNumber(text) else { preconditionFailure("\(text) is no card") }
    return card
  }

  private static var barcode: Barcode {
    guard let barcode = Barcode("VV.1") else { preconditionFailure("VV.1 is a barcode") }
    return barcode
  }

  /// A checkout in order.
  static func facts(
    _ values: [RuleParameter: Int] = [:], _ role: StaffRole = .administrator,
    _ reason: String? = nil
  ) -> CheckoutFacts {
    var account = staff
    account.role = role
    return CheckoutFacts(
      patron: PatronFacts(
        patron: Patron(id: 5, card: card("TV1"), name: "Nguyễn Thị Lan"), loans: 0, overdues: 0,
        owed: 0),
      item: ItemFacts(item: Item(id: 7, record: 6, barcode: barcode), title: "Truyện Kiều"),
      rules: rules(values), calendar: OpeningCalendar(), library: "VN-TP", today: today,
      staff: account, overrideReason: reason)
  }

  /// A loan of somebody else.
  static func openLoan(due: CalendarDay = "2026-12-01", renewals: Int = 0) -> OpenLoan {
    OpenLoan(
      id: 3, patron: 8, card: card("TV2"), patronName: "Trần Văn Bình",
      lentAt: Moment(milliseconds: 0),
      dueOn: due, renewals: renewals)
  }

  /// A loan of the patron of `facts`.
  static func ownLoan(due: CalendarDay = "2026-12-01", renewals: Int = 0) -> OpenLoan {
    var loan = openLoan(due: due, renewals: renewals)
    (loan.patron, loan.card, loan.patronName) = (5, card("TV1"), "Nguyễn Thị Lan")
    return loan
  }

  /// A copy kept for the patron with that number.
  static func kept(for patron: EntityID) -> SetAside {
    SetAside(
      hold: 41, patron: PatronLine(id: patron, card: card("TV9"), name: "Lê Văn Chín"),
      until: "2026-11-25")
  }

  static func remark(_ kind: RemarkKind) -> Remark {
    Remark(id: 9, kind: kind, text: "gọi lại", madeOn: today, madeBy: "lan")
  }

  /// A calendar closed on those days of the week and those dates.
  static func calendar(closed days: [CalendarDay], _ weekdays: Set<Weekday> = [])
    -> OpeningCalendar
  {
    OpeningCalendar(
      openWeekdays: Set(Weekday.allCases).subtracting(weekdays),
      exceptions: Dictionary(
        uniqueKeysWithValues: days.map { ($0, .init(isOpen: false, reason: "nghỉ")) }))
  }
}
