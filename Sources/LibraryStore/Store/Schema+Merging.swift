extension Schema {
  /// Which record became part of which.
  static let merging = """
    CREATE TABLE record_merge (
      record INTEGER PRIMARY KEY,
      keeper INTEGER NOT NULL
    );
    CREATE INDEX record_merge_keeper ON record_merge (keeper);
    """
}
