import Foundation
import LibraryCore
import Testing

@testable import LibraryStore

/// Weeks of a counter where everything happens in any order.
@Suite struct RandomDaysTests {
  @Test(
    "after any sequence of actions and undoings the tables are what the log says",
    arguments: 1...3)
  func anything(seed: Int) throws {
    let library = try TestLibrary(today: "2026-11-02")
    let random = SeededRandom(seed: UInt64(seed))
    func pick(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    _ = try library.desk.setRule(
      RuleScope(), values: [.loanDays: 2, .finePerDay: 500, .loansMaximum: 3, .owedMaximum: 5000])
    for number in 0..<6 { try library.addItem("VV.\(number)") }
    for number in 0..<3 { try library.addPatron("TV\(number)") }
    var (done, held) = (0, 0)
    for step in 0..<190 {
      try library.clock.set(
        "2026-11-\(10 + step / 10)T\(10 + step % 10):00:00")
      let (item, card) = ("VV.\(pick(6))", "TV\(pick(3))")
      let reason = pick(3) == 0 ? "theo yêu cầu" : nil
      let statuses: [ItemStatus] = [.lost, .missing, .damaged, .available]
      switch pick(13) {
      case 0...2:
        if try library.desk.checkOut(item, to: card, override: reason).lent != nil { done += 1 }
      case 3...4:
        if try library.desk.takeBack(item, dropBox: pick(2) == 0).returned != nil { done += 1 }
      case 5: if try library.desk.renew(item, override: reason).renewed != nil { done += 1 }
      case 6: _ = try library.desk.pay(card, amount: Money(dong: Int64(pick(900) + 1)))
      case 7: try library.setStatus(statuses[pick(4)], of: item)
      case 8:
        guard case .item(let found) = try library.desk.look(item) else { continue }
        let copy = found.item
        let request =
          pick(2) == 0
          ? HoldRequest(card: card, records: [copy.record])
          : HoldRequest(card: card, item: item, frozenUntil: try Self.day(pick(4), library))
        if case .placed = try library.desk.placeHold(request, override: reason) { held += 1 }
      case 9: _ = try library.desk.clearExpiredHolds()
      case 10:
        guard let patron = try library.desk.patron(card)?.patron else { continue }
        if let hold = try library.desk.holds(of: patron.id).first {
          if pick(2) == 0 {
            _ = try library.desk.endHold(hold.id, reason: "không cần nữa")
          } else {
            _ = try library.desk.editHold(hold.id, [.note: "gọi điện", .frozenUntil: nil])
          }
        }
      case 11: if try library.desk.undo().op != nil { done += 1 }
      default:
        let last = try library.count("SELECT max(id) FROM op")
        _ = try library.desk.undo(OpID(rawValue: Int64(last - pick(30))))
      }
    }
    #expect(done > 40 && held > 0)
    try library.expectFolded()
    try expectInvariants(library)
  }

  /// How many things are done; `THUTHU_RANDOM_ACTIONS=10000` asks for more than every run has time for.
  private static let actions =
    ProcessInfo.processInfo.environment["THUTHU_RANDOM_ACTIONS"].flatMap { Int($0) } ?? 4000

  @Test(
    "no years of anything, with the clock put on and back, break an invariant",
    arguments: [UInt64(11), 12, 13, 14])
  func years(seed: UInt64) throws {
    let library = try TestLibrary(today: "2026-11-02")
    var random = RandomDay(library.desk, seed: seed) { try library.write($0) }
    try random.run(0)
    for step in 1...(Self.actions / 4) {
      try random.actAnytime(library.clock)
      guard step % 250 == 0 else { continue }
      try expectInvariants(library)
      let findings = try library.file.check().findings
      #expect(findings == [], "after \(step) actions")
      guard findings.isEmpty else { return }
    }
    for name in [
      "lent", "lent when lost", "returned", "damaged", "held", "lost", "reapplied", "visit undone",
      "undone", "added and lent", "reminded together",
    ] {
      #expect(random.done[name, default: 0] > 0, "nothing was \(name)")
    }
  }

  private static func day(_ days: Int, _ library: TestLibrary) throws -> CalendarDay? {
    days == 0 ? nil : library.desk.today.adding(days: days)
  }

  private func expectInvariants(_ library: TestLibrary) throws {
    let wrong = [
      """
      SELECT count(*) FROM patron WHERE loans <>
        (SELECT count(*) FROM loan WHERE loan.patron = patron.id AND loan.status = 'open')
      """,
      """
      SELECT count(*) FROM patron WHERE loans <>
        (SELECT coalesce(sum(tally.loans), 0) FROM loan_tally tally
         WHERE tally.patron = patron.id)
      """,
      """
      SELECT count(*) FROM patron WHERE owed <>
        (SELECT coalesce(sum(charge), 0) FROM loan WHERE loan.patron = patron.id)
        + (SELECT coalesce(sum(owed), 0) FROM account_entry entry WHERE entry.patron = patron.id)
      """,
      """
      SELECT count(*) - count(DISTINCT item) FROM loan WHERE status = 'open'
      """,
      """
      SELECT count(*) FROM patron WHERE held <>
        (SELECT coalesce(sum(held), 0) FROM account_entry entry WHERE entry.patron = patron.id)
      """,
      "SELECT count(closed_by) - count(DISTINCT closed_by) FROM loan WHERE charge <> 0",
      """
      SELECT count(*) FROM (
        SELECT 1 FROM account_entry
        WHERE kind = 'charge' AND charge IN ('lostItem', 'processing') AND loan IS NOT NULL
          AND voided_by IS NULL
        GROUP BY loan, charge HAVING count(*) > 1)
      """,
      """
      SELECT count(*) FROM patron WHERE lost <>
        (SELECT count(*) FROM loan WHERE loan.patron = patron.id AND loan.lost = 1)
      """,
      """
      SELECT count(*) FROM loan JOIN patron ON patron.id = loan.patron
      WHERE loan.status = 'open' AND patron.status = 'removed'
      """,
      "SELECT count(*) FROM loan WHERE (status = 'open') <> (closed_by IS NULL)",
      "SELECT count(copy) - count(DISTINCT copy) FROM hold WHERE status IN ('shelf', 'transfer')",
      """
      SELECT count(*) FROM hold JOIN loan ON loan.item = hold.copy AND loan.status = 'open'
      WHERE hold.status IN ('shelf', 'transfer')
      """,
      """
      SELECT count(*) FROM hold WHERE item IS NULL
        AND (status = 'waiting') <> (id IN (SELECT hold FROM hold_title))
      """,
      "SELECT count(*) - count(DISTINCT undoes) FROM op WHERE undoes IS NOT NULL",
    ]
    for sql in wrong { #expect(try library.count(sql) == 0, "\(sql)") }
  }
}
