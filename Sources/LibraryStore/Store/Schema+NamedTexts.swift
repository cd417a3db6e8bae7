extension Schema {
  /// The texts that the house keeps by name.
  static let namedTexts = """
    CREATE TABLE named_text (
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (kind, name)
    ) WITHOUT ROWID;
    """
}
