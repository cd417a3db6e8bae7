extension Schema {
  /// Lost copies, what readers claim, and what came along with an action.
  ///
  /// `loan.lost` is 1 for a copy lost on that loan, 2 for one that turned up since; `patron.lost` counts the first. `caused` leads
  /// from an action to the ops that it brought with it.
  static let losses = """
    ALTER TABLE loan ADD COLUMN claim TEXT;
    ALTER TABLE loan ADD COLUMN claimed_on INTEGER;
    ALTER TABLE loan ADD COLUMN long_overdue INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE loan ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE patron ADD COLUMN lost INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX loan_lost ON loan (item) WHERE lost = 1;
    CREATE INDEX loan_due ON loan (due_on) WHERE status = 'open';
    CREATE INDEX account_entry_item ON account_entry (item, id) WHERE item IS NOT NULL;
    CREATE TABLE caused (
      cause INTEGER NOT NULL,
      op INTEGER NOT NULL,
      PRIMARY KEY (cause, op)
    ) WITHOUT ROWID;
    """
}
