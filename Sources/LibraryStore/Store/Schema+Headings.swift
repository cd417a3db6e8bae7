extension Schema {
  /// The headings of the catalogue, and which records have them.
  ///
  /// One row for each way a heading is written, `uses` being the number of records that have it and `level` the power of two
  /// that number has reached. `heading_key` finds a heading and what begins with letters, `heading_place` walks from A to Z in
  /// the order of the house, and `heading_used` keeps those used four times and more, so that the most used among any number
  /// come first. Rows are numbered as headings first came, so that popular ones share their pages.
  /// `record_heading` holds for each record the words of its headings and of the authority numbers they name.
  static let headings = """
    CREATE TABLE heading (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL,
      key TEXT NOT NULL,
      text TEXT NOT NULL,
      place BLOB NOT NULL,
      uses INTEGER NOT NULL,
      level INTEGER NOT NULL
    );
    CREATE INDEX heading_key ON heading (kind, key);
    CREATE INDEX heading_place ON heading (kind, place);
    CREATE INDEX heading_used ON heading (kind, level, key) WHERE level >= 2;
    CREATE VIRTUAL TABLE record_heading USING fts5 (
      words,
      content='', columnsize=0, tokenize='ascii', detail=none);
    """
}

extension Schema {
  /// Authority records, the forms of their headings, and the numbers by which headings name them.
  ///
  /// Their bytes live in the op that wrote the current version, like those of `record`. `authority_form` stands beside
  /// `heading` in the lists from A to Z; the rows of removed records are taken out.
  static let authorities = """
    CREATE TABLE authority (
      id INTEGER PRIMARY KEY,
      version INTEGER NOT NULL,
      status TEXT NOT NULL DEFAULT 'active',
      kind INTEGER NOT NULL,
      text TEXT NOT NULL
    );
    CREATE TABLE authority_form (
      id INTEGER PRIMARY KEY,
      authority INTEGER NOT NULL,
      relation INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      key TEXT NOT NULL,
      text TEXT NOT NULL,
      place BLOB NOT NULL
    );
    CREATE INDEX authority_form_key ON authority_form (kind, key);
    CREATE INDEX authority_form_place ON authority_form (kind, place);
    CREATE INDEX authority_form_authority ON authority_form (authority);
    CREATE TABLE authority_number (
      number TEXT NOT NULL,
      authority INTEGER NOT NULL,
      PRIMARY KEY (number, authority)
    ) WITHOUT ROWID;
    CREATE INDEX authority_number_authority ON authority_number (authority);
    """
}
