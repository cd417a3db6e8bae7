import Foundation
import LibraryCore
import Testing

@Suite struct ReasonRowTests {
  static let rows = LoanRows.all + RenewalRows.all + HoldRows.all + MoneyRows.all + OtherRows.all

  @Test("each row brings the reasons it names, and no other", arguments: rows)
  func reasons(row: ReasonRow) {
    #expect(row.decide(.administrator, nil).map(\.kind) == row.expected)
  }

  @Test("the tables have a row for each of four hundred cases, each by a name of its own")
  func count() {
    let values = DueRows.all + FineRows.all + LossRows.all + ErrandRows.all
    let names =
      Self.rows.map(\.name) + values.map(\.testDescription)
      + ParameterRows.all.map(\.testDescription)
    #expect(names.count >= 400 && Set(names).count == names.count)
  }

  /// Who asks, with what reason, and whether what may be lifted is lifted for them.
  static let askers: [(role: StaffRole, reason: String?, lifts: Bool)] = [
    (.administrator, "vì thế", true), (.librarian, "vì thế", true), (.helper, "vì thế", false),
    (.administrator, nil, false), (.librarian, " \u{A0}\t", false), (.administrator, "", false),
  ]

  static let liftable = (LoanRows.all + RenewalRows.all + HoldRows.all).filter {
    $0.isYes && $0.expected == [$0.about] && $0.about.permission != nil
  }

  @Test("what may be lifted is lifted by who may and says why", arguments: liftable)
  func lifting(row: ReasonRow) {
    for asker in Self.askers {
      let stands = row.decide(asker.role, asker.reason).map(\.kind).contains(row.about)
      #expect(stands != asker.lifts, "\(asker)")
    }
  }

  static let fixed = (LoanRows.all + RenewalRows.all + HoldRows.all).filter {
    $0.isYes && $0.about.permission == nil && $0.about != .noPermission
  }

  @Test("what nobody may lift stands whatever is written", arguments: fixed)
  func standing(row: ReasonRow) {
    #expect(row.decide(.administrator, "vì thế").map(\.kind).contains(row.about))
  }

  @Test("every reason has its rows: when it stands, when it does not, and where it turns")
  func complete() throws {
    let file = try Self.text("LibraryStoreTests/Circulation/FileReasonRows.swift")
    for code in Refusal.Code.allCases {
      let rows = Self.rows.filter { $0.about == code }
      let isOfTheFile = file.contains("(.\(code.rawValue), .yes") && rows.isEmpty
      let stands = Set(rows.map(\.stand))
      if isOfTheFile {
        #expect(file.contains("(.\(code.rawValue), .no"), "\(code) has no row without it")
      } else {
        #expect(rows.contains { $0.isYes }, "\(code) has no row")
        #expect(rows.contains { !$0.isYes }, "\(code) has no row without it")
      }
      if Self.turns(code, rows) {
        #expect(
          stands.isSuperset(of: [.noAtEdge, .yesAtEdge]), "\(code) has no row where it turns")
      }
    }
  }

  /// Whether the reason carries a day, a number or an amount that a rule compares, so that it turns somewhere.
  private static func turns(_ code: Refusal.Code, _ rows: [ReasonRow]) -> Bool {
    if [.amountNotPositive, .returnBeforeLoan].contains(code) { return true }
    let found = rows.lazy.filter(\.isYes).flatMap { $0.decide(.administrator, nil) }
      .first { $0.kind == code }
    guard let found, let data = Mirror(reflecting: found).children.first?.value else {
      return false
    }
    let parts = Mirror(reflecting: data)
    let values = parts.displayStyle == .tuple ? parts.children.map(\.value) : [data]
    return values.contains { value in
      if let rule = value as? RuleValue, case .word = rule.parameter.form { return false }
      return value is Int || value is Money || value is CalendarDay || value is RuleValue
    }
  }

  private static func text(_ path: String) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: tests.appendingPathComponent(path), encoding: .utf8)
  }
}
