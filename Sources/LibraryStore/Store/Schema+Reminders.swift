extension Schema {
  /// Of which loans and holds readers were reminded.
  ///
  /// `matter` is the number of a loan or of a hold, which `kind` tells apart.
  static let reminders = """
    CREATE TABLE reminder (
      op INTEGER NOT NULL,
      matter INTEGER NOT NULL,
      patron INTEGER NOT NULL,
      kind TEXT NOT NULL,
      way TEXT NOT NULL,
      level INTEGER NOT NULL,
      sent_at INTEGER NOT NULL,
      PRIMARY KEY (op, matter)
    ) WITHOUT ROWID;
    CREATE INDEX reminder_matter ON reminder (matter, kind, level);
    """
}
