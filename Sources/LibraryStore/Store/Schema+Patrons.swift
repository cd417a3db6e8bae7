import GRDB

extension Schema {
  /// Families, classes, consent, other cards and remarks of patrons.
  ///
  /// `other_card` holds every card of `patron.cards`, so that one out of use is told when it is scanned. `citizen_key` is what the
  /// number of a citizen card comes to; the number is stored nowhere.
  static let patronMatters = """
    ALTER TABLE patron ADD COLUMN photo TEXT;
    ALTER TABLE patron ADD COLUMN consent_on TEXT;
    ALTER TABLE patron ADD COLUMN consent_wording TEXT;
    ALTER TABLE patron ADD COLUMN guardian INTEGER;
    ALTER TABLE patron ADD COLUMN guardian_name TEXT;
    ALTER TABLE patron ADD COLUMN guardian_phone TEXT;
    ALTER TABLE patron ADD COLUMN class_name TEXT;
    ALTER TABLE patron ADD COLUMN school_year TEXT;
    ALTER TABLE patron ADD COLUMN cards TEXT;
    ALTER TABLE patron ADD COLUMN citizen_key TEXT;
    ALTER TABLE patron ADD COLUMN batch INTEGER;
    ALTER TABLE patron ADD COLUMN merged_into INTEGER;
    CREATE INDEX patron_guardian ON patron (guardian) WHERE guardian IS NOT NULL;
    CREATE INDEX patron_class ON patron (class_name, name_key)
      WHERE class_name IS NOT NULL AND status <> 'removed';
    CREATE INDEX patron_citizen ON patron (citizen_key) WHERE citizen_key IS NOT NULL;
    CREATE INDEX patron_merged ON patron (card) WHERE merged_into IS NOT NULL;
    CREATE INDEX patron_expiry ON patron (expires_on)
      WHERE expires_on IS NOT NULL AND status <> 'removed';
    CREATE TABLE other_card (
      card TEXT NOT NULL COLLATE NOCASE,
      patron INTEGER NOT NULL,
      standing TEXT NOT NULL,
      since TEXT NOT NULL,
      staff INTEGER NOT NULL,
      PRIMARY KEY (card, patron)
    ) WITHOUT ROWID;
    CREATE INDEX other_card_patron ON other_card (patron);
    CREATE INDEX other_card_number ON other_card (
      rtrim(card, '0123456789') COLLATE NOCASE, length(card), card)
      WHERE card GLOB '*[0-9]';
    CREATE TABLE remark (
      id INTEGER PRIMARY KEY,
      patron INTEGER NOT NULL DEFAULT 0,
      kind TEXT NOT NULL DEFAULT 'message',
      text TEXT NOT NULL DEFAULT '',
      from_day TEXT,
      until_day TEXT,
      must_be_read TEXT,
      read_on TEXT,
      lifted_on TEXT,
      removed TEXT,
      made_at INTEGER,
      made_by INTEGER
    );
    CREATE INDEX remark_patron ON remark (patron, id) WHERE removed IS NULL;
    """
}
