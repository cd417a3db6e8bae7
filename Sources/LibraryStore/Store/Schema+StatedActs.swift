extension Schema {
  /// Acts that are for another moment than their wall time, by that moment.
  ///
  /// Such is what was written down later than it happened, and what was written by a clock that had been wrong before. A day's
  /// history shows them beside the ops of that day. `tally_item` finds the copies of a day that were read on the spot.
  static let statedActs = """
    CREATE TABLE stated_act (
      at INTEGER NOT NULL,
      op INTEGER NOT NULL,
      PRIMARY KEY (at, op)
    ) WITHOUT ROWID;
    CREATE INDEX tally_item ON tally (day) WHERE status = 'counted' AND item IS NOT NULL;
    """

  /// What the clock said where the wall time had to run ahead of it.
  static let opClock = "ALTER TABLE op ADD COLUMN clock INTEGER;"
}
