extension Schema {
  /// The keys by which records are compared, and what cataloguers said of two records.
  ///
  /// `record_duplicate` holds the words of a record's `DuplicateKey`s and no text: an index of words takes five new ones for each
  /// record at a small part of what rows in a tree by hash would cost an import. `record_duplicate_word` tells how many share one.
  static let duplicates = """
    CREATE VIRTUAL TABLE record_duplicate USING fts5 (
      words,
      content='', columnsize=0, tokenize='ascii', detail=none);
    CREATE VIRTUAL TABLE record_duplicate_word USING fts5vocab (record_duplicate, row);
    CREATE TABLE duplicate_verdict (
      first INTEGER NOT NULL,
      second INTEGER NOT NULL,
      verdict TEXT NOT NULL,
      PRIMARY KEY (first, second)
    ) WITHOUT ROWID;
    CREATE INDEX duplicate_verdict_second ON duplicate_verdict (second);
    """
}
