extension Schema {
  /// Boxes of copies lent to institutions (luân chuyển): which loans lie in them, and the uses reported of them.
  static let boxes = """
    CREATE TABLE box (
      id INTEGER PRIMARY KEY,
      patron INTEGER NOT NULL,
      receiver TEXT,
      sent_at INTEGER NOT NULL,
      status TEXT NOT NULL DEFAULT 'sent'
    );
    CREATE INDEX box_sent ON box (sent_at) WHERE status = 'sent';
    CREATE INDEX box_patron ON box (patron, sent_at);
    ALTER TABLE loan ADD COLUMN box INTEGER;
    CREATE INDEX loan_box ON loan (box) WHERE box IS NOT NULL;
    ALTER TABLE tally ADD COLUMN box INTEGER;
    CREATE INDEX tally_box ON tally (box) WHERE box IS NOT NULL;
    """
}
