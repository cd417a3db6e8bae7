extension Schema {
  /// The parts of the year with opening hours of their own.
  static let seasons = """
    CREATE TABLE season (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL DEFAULT '',
      period TEXT NOT NULL DEFAULT '',
      week TEXT NOT NULL DEFAULT '',
      removed TEXT
    );
    """
}
