import GRDB
public import LibraryCore

extension Desk {
  /// Counts something by hand, at the day of the desk's clock unless the tally names another.
  ///
  /// Another day than today needs the permission to back-date; a day to come is refused.
  public func tally(_ tally: Tally) throws -> SaveOutcome {
    try act { transaction in
      var reasons = transaction.missing(.tally)
      let today = transaction.facts.today
      if let day = tally.day, day != today, !transaction.staff.may(.backdate) {
        reasons.append(.noPermission(.backdate))
      }
      if let day = tally.day, day > transaction.wall.day {
        reasons.append(.momentAhead(Moment(startOf: day)))
      }
      reasons += tally.refusals
      if let form = tally.form, !transaction.configuration.hasTerm(.eventForm, form) {
        reasons.append(.invalidValue(field: "form", typed: form))
      }
      guard reasons.isEmpty else { return .refused(reasons) }
      if let box = tally.box, try transaction.facts.box(box) == nil {
        return .unknown(box.description)
      }
      var tally = tally
      if tally.day == nil, transaction.actingAt != nil { tally.day = today }
      let entity = tally.box ?? Desk.house
      return .saved(id: entity, op: try transaction.append(.tallied(tally), on: entity))
    }
  }

  /// What the acting staff counted last today and has not taken back.
  public func lastTally() throws -> (op: OpID, tally: Tally)? {
    try consider { facts in
      try Row.fetchOne(
        facts.db.cachedStatement(
          sql: """
            SELECT tally.id, tally.kind, count, audience, class_group, form, attendance FROM tally
            JOIN op ON op.id = tally.id
            WHERE tally.status = 'counted' AND tally.day = ? AND op.actor = ?
              AND tally.box IS NULL AND tally.item IS NULL
            ORDER BY tally.id DESC LIMIT 1
            """),
        arguments: [facts.today.number, facts.staff.id.rawValue]
      ).flatMap { row in
        guard let kind = TallyKind(rawValue: row[1]), let audience = Audience(rawValue: row[3])
        else { return nil }
        return (
          OpID(rawValue: row[0]),
          Tally(
            kind, count: row[2], audience: audience, group: row[4], form: row[5],
            attendance: row[6])
        )
      }
    }
  }

  /// What was counted by hand on `day`.
  public func tallies(on day: CalendarDay) throws -> TallyTotals {
    try consider { try $0.tallies(from: day, to: day)[day] ?? TallyTotals() }
  }
}
