extension Schema {
  /// What readers asked to be kept for them.
  ///
  /// `queued_at` is when the op that placed it was written: with the id it gives the order of the queue. `copy`, `shelf_until`
  /// and `sent_to` stay when a hold ends, so that it can be put back; `freed_by` is the loan that took its copy away.
  /// `hold_title` holds the titles of those that wait, and nothing else, so that a title asked for a thousand times before is
  /// looked up as quickly as a new one.
  static let holds = """
    CREATE TABLE hold (
      id INTEGER PRIMARY KEY,
      patron INTEGER NOT NULL DEFAULT 0,
      item INTEGER,
      records TEXT,
      pickup TEXT NOT NULL DEFAULT '',
      expires_on TEXT,
      frozen_until TEXT,
      note TEXT,
      placed_at INTEGER,
      removed TEXT,
      overrode TEXT,
      override_reason TEXT,
      queued_at INTEGER,
      status TEXT NOT NULL DEFAULT 'waiting',
      copy INTEGER,
      shelf_until INTEGER,
      sent_to TEXT,
      loan INTEGER,
      freed_by INTEGER,
      end_cause TEXT,
      end_reason TEXT
    );
    CREATE INDEX hold_patron ON hold (patron, id);
    CREATE INDEX hold_patron_open ON hold (patron, queued_at)
      WHERE status IN ('waiting', 'shelf', 'transfer');
    CREATE INDEX hold_item ON hold (item) WHERE status = 'waiting';
    CREATE INDEX hold_queue ON hold (queued_at, id) WHERE status = 'waiting';
    CREATE INDEX hold_copy ON hold (copy) WHERE status IN ('shelf', 'transfer');
    CREATE INDEX hold_shelf ON hold (shelf_until) WHERE status = 'shelf';
    CREATE INDEX hold_loan ON hold (loan) WHERE loan IS NOT NULL;
    CREATE INDEX hold_freed ON hold (freed_by) WHERE freed_by IS NOT NULL;
    CREATE TABLE hold_title (
      record INTEGER NOT NULL,
      hold INTEGER NOT NULL,
      PRIMARY KEY (record, hold)
    ) WITHOUT ROWID;
    CREATE INDEX hold_title_hold ON hold_title (hold);
    CREATE INDEX op_holds ON op (wall) WHERE kind >= 100 AND kind <= 119;
    """
}
