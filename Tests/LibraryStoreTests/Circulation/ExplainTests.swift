import LibraryCore
import LibraryStore
import Testing

@Suite struct ExplainTests {
  @Test("an explanation names each value's row, every reason, and what would change it")
  func reasons() throws {
    let library = try TestLibrary(today: "2026-11-23")
    try library.addItem("VV.1", [.type: "DVD", .status: "damaged"])
    try library.addItem("VV.2")
    try library.addPatron("TV1", [.category: "CHILD", .expiresOn: "2026-11-22"])
    let everybody = try #require(
      try library.desk.setRule(RuleScope(), values: [.loansMaximum: 1, .loanDays: 10]).id)
    let children = try #require(
      try library.desk.setRule(RuleScope(category: "CHILD"), values: [.loanDays: 7]).id)
    _ = try library.desk.checkOut("VV.2", to: "TV1", override: "thẻ đang gia hạn")
    let explained = try #require(try library.desk.explainCheckOut("VV.1", to: "TV1"))
    #expect(
      explained.reasons.map(\.refusal.code) == ["itemDamaged", "cardExpired", "tooManyLoans"])
    #expect(
      explained.reasons.map(\.remedy) == [
        .putItemRight(.damaged), .extendCard, .returnLoans(1),
      ])
    #expect(explained.isLiftable && !explained.isAllowed)
    let rows = Dictionary(
      uniqueKeysWithValues: explained.values.map { ($0.parameter, $0.decidedBy?.id) })
    #expect(rows[.loanDays] == .some(children))
    #expect(rows[.loansMaximum] == .some(everybody))
    #expect(rows[.owedMaximum] == .some(nil))
    let librarian = try library.addStaff("an", .helper)
    #expect(try librarian.explainCheckOut("VV.1", to: "TV1")?.isLiftable == false)
  }

  @Test("the due date is explained day by day over closed days")
  func dueDate() throws {
    let library = try TestLibrary(today: "2027-01-23")
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    _ = try library.desk.setOpeningDays([.monday, .tuesday, .wednesday, .thursday, .friday])
    let first = try #require(CalendarDay(iso: "2027-02-08"))
    for offset in 0..<3 {
      _ = try library.desk.setOpeningDay(
        first.adding(days: offset), isOpen: false, reason: "Tết Đinh Mùi")
    }
    let due = try #require(try library.desk.explainCheckOut("VV.1", to: "TV1")).due
    #expect(due.counted.iso == "2027-02-06" && due.day.iso == "2027-02-11")
    #expect(due.skipped.map(\.day.iso).first == "2027-02-06")
    #expect(due.skipped.first?.closure == .weekday(.saturday))
    #expect(due.skipped.last?.closure == .exception("Tết Đinh Mùi"))
    #expect(due.skipped.count == 5)
  }

  @Test("an explanation agrees with the checkout it explains")
  func agrees() throws {
    let library = try TestLibrary()
    try library.addItem("VV.1")
    try library.addPatron("TV1")
    let explained = try #require(try library.desk.explainCheckOut("VV.1", to: "TV1"))
    #expect(explained.isAllowed)
    #expect(try library.desk.checkOut("VV.1", to: "TV1").lent?.due == explained.due)
    #expect(try library.desk.explainCheckOut("VV.9", to: "TV1") == nil)
  }
}

extension SaveOutcome {
  var id: EntityID? {
    switch self {
    case .saved(let id, _), .unchanged(let id): id
    case .refused, .unknown: nil
    }
  }
}
