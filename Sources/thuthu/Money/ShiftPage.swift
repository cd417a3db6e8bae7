import LibraryCore
import LibraryStore

/// A shift at a drawer with everything that came in and went out.
struct ShiftPage {
  let shift: CashShift
  let lines: [(patron: PatronLine?, line: AccountLine)]
  let moves: [CashMoveLine]

  /// The shift of that number, or the open one of who asks; nil where there is none.
  init?(_ number: EntityID?, at desk: Desk) throws {
    let found = if let number { try desk.cashShift(number) } else { try desk.openShift() }
    guard let found else { return nil }
    shift = found
    lines = try desk.cashLines(of: found.id)
    moves = try desk.cashMoves(of: found.id)
  }

  /// The receipts, each with who brought or got the money.
  var entriesJSON: [JSONValue] {
    lines.map { patron, line in
      JSONValue(line).adding(["patron": patron.map { JSONValue($0) } ?? .null])
    }
  }

  /// What was put into the drawer or taken out of it.
  var movesJSON: [JSONValue] { moves.map { JSONValue($0) } }
}

extension Desk {
  /// The shifts of some days, the newest first; by default those of the last 92 days.
  func shifts(from first: CalendarDay?, to last: CalendarDay?) throws -> [CashShift] {
    try cashShifts(from: first ?? today.adding(days: -92), to: last ?? today)
  }
}
