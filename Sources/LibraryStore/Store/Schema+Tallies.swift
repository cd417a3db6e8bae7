extension Schema {
  /// What is counted by hand, and the ways to find a day's loans and returns for the diary.
  static let tallies = """
    CREATE TABLE tally (
      id INTEGER PRIMARY KEY,
      day INTEGER NOT NULL,
      kind TEXT NOT NULL,
      audience TEXT NOT NULL,
      class_group INTEGER,
      count INTEGER NOT NULL,
      status TEXT NOT NULL DEFAULT 'counted'
    );
    CREATE INDEX tally_day ON tally (day) WHERE status = 'counted';
    CREATE INDEX loan_lent ON loan (lent_at);
    CREATE INDEX loan_returned ON loan (returned_at) WHERE returned_at IS NOT NULL;
    CREATE INDEX patron_enrolled ON patron (enrolled_on) WHERE enrolled_on IS NOT NULL;
    """
}
