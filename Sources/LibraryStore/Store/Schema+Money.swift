import GRDB
import LibraryCore

extension Schema {
  /// Patrons' accounts and the shifts at the drawers.
  ///
  /// `account_entry.id` is the op that wrote it; `owed`, `held` and `cash` are what it did to the three sums, for a void the
  /// opposite of what its entry did. `patron.held` is the deposit the library holds. `op_money` finds a day's actions about money.
  static let money = """
    CREATE TABLE account_entry (
      id INTEGER PRIMARY KEY,
      patron INTEGER NOT NULL,
      kind TEXT NOT NULL,
      amount INTEGER NOT NULL,
      owed INTEGER NOT NULL,
      held INTEGER NOT NULL,
      cash INTEGER NOT NULL,
      charge TEXT,
      method TEXT,
      note TEXT,
      item INTEGER,
      loan INTEGER,
      toward TEXT,
      voids INTEGER,
      voided_by INTEGER,
      drawer TEXT,
      year INTEGER,
      number INTEGER,
      shift INTEGER,
      made_at INTEGER NOT NULL
    );
    CREATE INDEX account_entry_patron ON account_entry (patron, made_at, id);
    CREATE UNIQUE INDEX account_entry_receipt ON account_entry (drawer, year, number)
      WHERE number IS NOT NULL;
    CREATE INDEX account_entry_shift ON account_entry (shift, id) WHERE shift IS NOT NULL;
    CREATE TABLE cash_shift (
      id INTEGER PRIMARY KEY,
      drawer TEXT NOT NULL,
      opened_at INTEGER NOT NULL,
      opened_by INTEGER,
      float INTEGER NOT NULL,
      moved INTEGER NOT NULL DEFAULT 0,
      taken INTEGER NOT NULL DEFAULT 0,
      closed_at INTEGER,
      closed_by INTEGER,
      counted INTEGER,
      explanation TEXT,
      status TEXT NOT NULL DEFAULT 'open'
    );
    CREATE UNIQUE INDEX cash_shift_open ON cash_shift (drawer) WHERE status = 'open';
    CREATE INDEX cash_shift_opened ON cash_shift (opened_at);
    ALTER TABLE patron ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX loan_charged ON loan (patron, id) WHERE charge <> 0;
    CREATE INDEX op_money ON op (wall) WHERE kind >= 120 AND kind <= 139;
    DROP TABLE payment;
    """

  /// Writes the payments of an older file into the accounts, from the log; what patrons owe already counts them.
  static func accountPayments(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(OpReading.columns) FROM op
        WHERE kind >= 10 AND kind <= 17 AND kind IN (16, 17) ORDER BY wall
        """)
    while let row = try rows.next() {
      let op = try OpReading.op(row)
      if let entry = op.body.accountEntry { try Fold.accountLine(entry, op, db) }
    }
  }
}
