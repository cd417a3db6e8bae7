import GRDB

/// The tables of a library, as one ordered list of migrations.
///
/// A migration that was released never changes.
enum Schema {
  static let migrations = [
    Migration(
      name: "1-foundation", sql: [catalogue, patrons, circulation, inventory, house]),
    Migration(name: "2-names", workOut: Fold.nameKeys),
    Migration(name: "3-filing", sql: [filing], workOut: LibraryFile.writeIndexes),
    Migration(name: "4-texts-mended", sql: [textsMended]),
    Migration(name: "5-duplicates", sql: [duplicates], workOut: DuplicateIndex.rebuild),
    Migration(name: "6-merging", sql: [merging]),
    Migration(name: "7-named-texts", sql: [namedTexts]),
    Migration(name: "8-headings", sql: [headings, authorities], build: HeadingIndex.rebuild),
    Migration(name: "9-accession", sql: [accession]),
    Migration(name: "10-loan-terms", sql: [loanTerms]),
    Migration(name: "11-tallies", sql: [tallies]),
    Migration(name: "12-holds", sql: [holds]),
    Migration(name: "13-money", sql: [money], workOut: accountPayments),
    Migration(name: "14-losses", sql: [losses]),
    Migration(name: "15-transfers", sql: [transfers]),
    Migration(name: "16-reminders", sql: [reminders]),
    Migration(name: "17-patron-matters", sql: [patronMatters]),
    Migration(name: "18-deposits", sql: [deposits]),
    Migration(name: "19-hours", sql: [hours]),
    Migration(name: "20-boxes", sql: [boxes]),
    Migration(name: "21-diary", sql: [diary], build: Fold.recordLanguages),
    Migration(name: "22-seasons", sql: [seasons]),
    Migration(name: "23-damage", sql: [damage]),
    Migration(name: "24-rule-batches", sql: [ruleBatches]),
    Migration(
      name: "25-stated-acts", log: opClock, sql: [statedActs], build: Fold.statedActs),
    Migration(name: "26-patron-lists", sql: [patronLists], build: Fold.patronMerges),
    Migration(
      name: "27-loans-together", sql: [loansTogether], build: Fold.everyLoansTogether),
  ]

  /// One step from a schema to the next: SQL, then what only the program can work out from what is there.
  struct Migration: Sendable {
    var name: String
    /// What it changes of the log itself, whose ops all steps read as the program knows them: done before any other step.
    var log: String?
    var sql: [String] = []
    var workOut: @Sendable (Database) throws -> Void = { _ in }
    /// The long part of `workOut`, which tells how far it is.
    var build: @Sendable (Database, (Double) -> Void) throws -> Void = { _, _ in }
  }

  /// The SQL that makes all tables anew.
  static var tables: [String] {
    [journal] + migrations.compactMap(\.log) + migrations.flatMap(\.sql)
  }

  static func bringUpToDate(_ pool: DatabasePool, progress: @escaping (Double) -> Void) throws {
    let found = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    guard found != migrations.count else { return }
    guard found < migrations.count else {
      throw StoreFault.newerSchema(found: found, known: migrations.count)
    }
    try pool.write { db in
      // Another process may have come first.
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let steps = Double(migrations.count - found)
      let pending = migrations.dropFirst(found)
      if found == 0 { try db.execute(sql: journal) }
      for sql in pending.compactMap(\.log) { try db.execute(sql: sql) }
      for (number, migration) in pending.enumerated() {
        progress(Double(number) / steps)
        for sql in migration.sql { try db.execute(sql: sql) }
        try migration.workOut(db)
        try migration.build(db) { share in progress((Double(number) + share) / steps) }
      }
      try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
      progress(1)
    }
  }

  /// How many texts an import read in other encodings, repaired and composed.
  private static let textsMended = """
    ALTER TABLE batch ADD COLUMN decoded INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE batch ADD COLUMN repaired INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE batch ADD COLUMN composed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE import_file ADD COLUMN decoded INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE import_file ADD COLUMN repaired INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE import_file ADD COLUMN composed INTEGER NOT NULL DEFAULT 0;
    """

  /// The op log and the origins that wrote it.
  ///
  /// `op_circulation` finds the desk's actions of a day among any number of others.
  /// `op.id` is `OpID`; `origin` carries each origin's counters and chain head.
  private static let journal = """
    CREATE TABLE origin (
      idx INTEGER PRIMARY KEY,
      id INTEGER NOT NULL UNIQUE,
      last_sequence INTEGER NOT NULL DEFAULT 0,
      last_counter INTEGER NOT NULL DEFAULT 0,
      last_wall INTEGER NOT NULL DEFAULT 0,
      chain BLOB NOT NULL
    );
    CREATE TABLE op (
      id INTEGER PRIMARY KEY,
      wall INTEGER NOT NULL,
      quality INTEGER NOT NULL,
      actor INTEGER,
      entity INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      undoes INTEGER,
      parents BLOB,
      body BLOB NOT NULL,
      chain BLOB NOT NULL
    );
    CREATE INDEX op_entity ON op (entity, id);
    CREATE INDEX op_undoes ON op (undoes) WHERE undoes IS NOT NULL;
    CREATE INDEX op_circulation ON op (wall) WHERE kind >= 10 AND kind <= 17;
    """

  /// Records, their keys and their copies.
  ///
  /// A record's bytes live once, in the op that wrote its current version; `record.version` names it.
  /// The search indexes keep no text: `record_fts` is made of folded words, `record_exact` of those that carry marks, as written.
  /// `item_number` finds the highest running number of a series of barcodes.
  /// What an import has read and could not take lives in `import_file` and `import_fault`: notes of this machine, no part of the fold.
  private static let catalogue = """
    CREATE TABLE record (
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      status TEXT NOT NULL DEFAULT 'active',
      title TEXT NOT NULL,
      author TEXT,
      publisher TEXT,
      year TEXT,
      class_mark TEXT,
      material TEXT NOT NULL
    );
    CREATE TABLE record_key (
      key TEXT NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (key, record)
    ) WITHOUT ROWID;
    CREATE VIRTUAL TABLE record_fts USING fts5 (
      title, author, subject, other,
      content='', columnsize=0, tokenize='ascii', prefix='1 2 3');
    CREATE VIRTUAL TABLE record_exact USING fts5 (
      words,
      content='', columnsize=0, tokenize='ascii', detail=none);
    CREATE VIRTUAL TABLE record_word USING fts5vocab (record_fts, instance);
    CREATE VIRTUAL TABLE record_exact_word USING fts5vocab (record_exact, instance);
    CREATE TABLE item (
      id INTEGER PRIMARY KEY,
      record INTEGER NOT NULL DEFAULT 0,
      barcode TEXT COLLATE NOCASE,
      call_number TEXT,
      call_key BLOB,
      location TEXT,
      type TEXT NOT NULL DEFAULT 'BOOK',
      status TEXT NOT NULL DEFAULT 'available',
      price INTEGER,
      copy_number TEXT,
      note TEXT,
      batch INTEGER
    );
    CREATE UNIQUE INDEX item_barcode ON item (barcode) WHERE status <> 'removed';
    CREATE INDEX item_record ON item (record);
    CREATE INDEX item_shelf ON item (location, call_key);
    CREATE INDEX item_status ON item (status, id) WHERE status NOT IN ('available', 'removed');
    CREATE INDEX item_number ON item (
      rtrim(barcode, '0123456789') COLLATE NOCASE, length(barcode), barcode)
      WHERE status <> 'removed' AND barcode GLOB '*[0-9]';
    CREATE TABLE import_file (
      batch INTEGER NOT NULL,
      number INTEGER NOT NULL,
      path TEXT NOT NULL,
      size INTEGER NOT NULL,
      steps INTEGER NOT NULL DEFAULT 0,
      bytes INTEGER NOT NULL DEFAULT 0,
      records INTEGER NOT NULL DEFAULT 0,
      replaced INTEGER NOT NULL DEFAULT 0,
      items INTEGER NOT NULL DEFAULT 0,
      skipped INTEGER NOT NULL DEFAULT 0,
      faults INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (batch, number)
    ) WITHOUT ROWID;
    CREATE TABLE import_fault (
      id INTEGER PRIMARY KEY,
      batch INTEGER NOT NULL,
      file INTEGER NOT NULL,
      record INTEGER NOT NULL,
      position INTEGER,
      tag TEXT,
      code TEXT NOT NULL,
      detail TEXT NOT NULL,
      severity INTEGER NOT NULL
    );
    CREATE INDEX import_fault_batch ON import_fault (batch, id);
    """

  /// The drawers of the catalogue: for each title its places, in the order that the house has chosen.
  ///
  /// `record.filing_title` is the title from the first word that counts, where that is not its first.
  private static let filing = """
    ALTER TABLE record ADD COLUMN filing_title TEXT;
    CREATE TABLE filing (
      drawer INTEGER NOT NULL,
      key BLOB NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (drawer, key, record)
    ) WITHOUT ROWID;
    """

  /// Patrons, and the words by which they are found.
  ///
  /// `patron_number` finds the highest running number of a series of cards.
  private static let patrons = """
    CREATE TABLE patron (
      id INTEGER PRIMARY KEY,
      card TEXT COLLATE NOCASE,
      name TEXT NOT NULL DEFAULT '',
      name_key BLOB,
      category TEXT NOT NULL DEFAULT 'ADULT',
      born TEXT,
      phone TEXT,
      address TEXT,
      email TEXT,
      expires_on TEXT,
      status TEXT NOT NULL DEFAULT 'active',
      block_reason TEXT,
      note TEXT,
      enrolled_on TEXT,
      loans INTEGER NOT NULL DEFAULT 0,
      owed INTEGER NOT NULL DEFAULT 0
    );
    CREATE UNIQUE INDEX patron_card ON patron (card) WHERE status <> 'removed';
    CREATE INDEX patron_name ON patron (name_key);
    CREATE INDEX patron_number ON patron (
      rtrim(card, '0123456789') COLLATE NOCASE, length(card), card)
      WHERE status <> 'removed' AND card GLOB '*[0-9]';
    CREATE VIRTUAL TABLE patron_fts USING fts5 (
      name, other, exact,
      content='', columnsize=0, tokenize='ascii', prefix='1 2 3');
    """

  /// Loans and payments.
  ///
  /// `loan.id` is the op that opened it. `loan_tally` counts a patron's open loans by item type, so that a limit costs one look-up.
  private static let circulation = """
    CREATE TABLE loan (
      id INTEGER PRIMARY KEY,
      item INTEGER NOT NULL,
      patron INTEGER NOT NULL,
      type TEXT NOT NULL,
      lent_at INTEGER NOT NULL,
      due_on INTEGER NOT NULL,
      renewals INTEGER NOT NULL DEFAULT 0,
      returned_at INTEGER,
      closed_by INTEGER,
      late_days INTEGER NOT NULL DEFAULT 0,
      charge INTEGER NOT NULL DEFAULT 0,
      status TEXT NOT NULL DEFAULT 'open'
    );
    CREATE UNIQUE INDEX loan_open_item ON loan (item) WHERE status = 'open';
    CREATE INDEX loan_open_patron ON loan (patron, due_on) WHERE status = 'open';
    CREATE INDEX loan_patron ON loan (patron, id);
    CREATE INDEX loan_item ON loan (item, id);
    CREATE TABLE loan_tally (
      patron INTEGER NOT NULL,
      type TEXT NOT NULL,
      loans INTEGER NOT NULL,
      PRIMARY KEY (patron, type)
    ) WITHOUT ROWID;
    CREATE TABLE payment (
      id INTEGER PRIMARY KEY,
      patron INTEGER NOT NULL,
      amount INTEGER NOT NULL,
      note TEXT,
      paid_at INTEGER NOT NULL,
      status TEXT NOT NULL DEFAULT 'taken'
    );
    CREATE INDEX payment_patron ON payment (patron, id);
    """

  /// Stocktakes, what they saw, and what a closed one missed.
  ///
  /// `expected` and `on_loan` are the books' figures when it was opened, and once it is closed those of that moment; the other
  /// figures belong to a closed one.
  /// `sighting_walk` finds the copy that the same person scanned just before on the same shelf.
  private static let inventory = """
    CREATE TABLE stocktake (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      location TEXT,
      from_call_number TEXT,
      to_call_number TEXT,
      opened_at INTEGER NOT NULL,
      closed_at INTEGER,
      expected INTEGER NOT NULL,
      on_loan INTEGER NOT NULL,
      missing INTEGER,
      expected_price INTEGER,
      on_loan_price INTEGER
    );
    CREATE TABLE stocktake_missing (
      stocktake INTEGER NOT NULL,
      item INTEGER NOT NULL,
      PRIMARY KEY (stocktake, item)
    ) WITHOUT ROWID;
    CREATE TABLE sighting (
      id INTEGER PRIMARY KEY,
      stocktake INTEGER NOT NULL,
      barcode TEXT NOT NULL COLLATE NOCASE,
      item INTEGER,
      finding TEXT NOT NULL,
      shelf TEXT,
      actor INTEGER,
      seen_at INTEGER NOT NULL,
      status TEXT NOT NULL DEFAULT 'seen'
    );
    CREATE UNIQUE INDEX sighting_barcode ON sighting (stocktake, barcode) WHERE status = 'seen';
    CREATE INDEX sighting_item ON sighting (stocktake, item) WHERE status = 'seen';
    CREATE INDEX sighting_walk ON sighting (stocktake, actor, shelf) WHERE status = 'seen';
    CREATE TABLE sighting_tally (
      stocktake INTEGER NOT NULL,
      finding TEXT NOT NULL,
      items INTEGER NOT NULL,
      PRIMARY KEY (stocktake, finding)
    ) WITHOUT ROWID;
    """

  /// What the house decides: staff, rules, opening days, lists, settings.
  ///
  /// `configuration` counts the changes of all of them.
  private static let house = """
    CREATE TABLE staff (
      id INTEGER PRIMARY KEY,
      login TEXT COLLATE NOCASE,
      name TEXT NOT NULL DEFAULT '',
      role TEXT NOT NULL DEFAULT 'helper',
      password TEXT,
      active TEXT NOT NULL DEFAULT 'yes'
    );
    CREATE UNIQUE INDEX staff_login ON staff (login);
    CREATE TABLE rule (
      id INTEGER PRIMARY KEY,
      library TEXT,
      category TEXT,
      item_type TEXT,
      parameters TEXT NOT NULL DEFAULT '',
      removed TEXT
    );
    CREATE TABLE term (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL DEFAULT '',
      code TEXT NOT NULL DEFAULT '',
      name TEXT NOT NULL DEFAULT '',
      removed TEXT
    );
    CREATE TABLE opening_day (
      day INTEGER PRIMARY KEY,
      is_open INTEGER NOT NULL,
      reason TEXT NOT NULL
    );
    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE configuration (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL
    );
    INSERT INTO configuration VALUES (1, 1);
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      source TEXT NOT NULL,
      opened_at INTEGER NOT NULL,
      status TEXT NOT NULL DEFAULT 'open',
      records INTEGER NOT NULL DEFAULT 0,
      replaced INTEGER NOT NULL DEFAULT 0,
      items INTEGER NOT NULL DEFAULT 0,
      skipped INTEGER NOT NULL DEFAULT 0,
      faults INTEGER NOT NULL DEFAULT 0
    );
    """
}
