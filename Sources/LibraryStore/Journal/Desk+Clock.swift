import GRDB
public import LibraryCore

extension Desk {
  /// Why nothing would be written now: the machine's clock is far from the last action, and nobody said that it is right.
  public func clockDoubt() throws -> ClockDoubt? {
    try file.read { try ClockDoubt(now: clock.now(), in: $0) }
  }

  /// Notes that a person looked at the clock and it is right, where it is in doubt; from then on it is believed.
  public func confirmClock() throws -> SaveOutcome {
    let now = clock.now()
    return try act(confirmingClock: true) { transaction in
      guard try ClockDoubt(now: now, in: transaction.db) != nil else {
        return .unchanged(id: Desk.house)
      }
      return .saved(
        id: Desk.house,
        op: try transaction.append(
          .settingSaved(name: HouseSetting.clockConfirmed, value: now.iso), on: Desk.house))
    }
  }
}

extension ClockDoubt {
  /// Asks the file for its last action.
  init?(now: Moment, in db: Database) throws {
    let wall = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(last_wall) FROM origin"))
    try self.init(now: now, lastWall: wall ?? 0, in: db)
  }

  /// What was confirmed is looked for only where the clock is far from the last action; a library without one is being made.
  init?(now: Moment, lastWall: Int64, in db: Database) throws {
    let last = Moment(milliseconds: lastWall)
    guard lastWall > 0, ClockDoubt(now: now, last: last) != nil else { return nil }
    let confirmed = try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"),
      arguments: [HouseSetting.clockConfirmed])
    self.init(now: now, last: last, confirmed: confirmed.flatMap { Moment(iso: $0) })
  }
}
