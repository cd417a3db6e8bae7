extension Schema {
  /// What lists and histories of patrons are read by.
  ///
  /// Categories are counted, and lists of a sex or an occupation walked by name, without reading the table. `patron_merge` names
  /// the merges into an entry, also those taken back, because the op of a merge is on the entry that went.
  static let patronLists = """
    ALTER TABLE patron ADD COLUMN consent_refused_on TEXT;
    CREATE INDEX patron_category ON patron (category, name_key, id) WHERE status <> 'removed';
    CREATE INDEX patron_sex ON patron (sex, name_key, id)
      WHERE sex IS NOT NULL AND status <> 'removed';
    CREATE INDEX patron_occupation ON patron (occupation, name_key, id)
      WHERE occupation IS NOT NULL AND status <> 'removed';
    CREATE TABLE patron_merge (
      keeper INTEGER NOT NULL,
      op INTEGER NOT NULL,
      PRIMARY KEY (keeper, op)
    ) WITHOUT ROWID;
    """
}
