import GRDB

extension Schema {
  /// What the library diary asks for beside counts of loans and visits: the readers' occupation, the language of what was read,
  /// events and the people who came.
  static let diary = """
    ALTER TABLE patron ADD COLUMN occupation TEXT;
    ALTER TABLE patron ADD COLUMN sex TEXT;
    ALTER TABLE record ADD COLUMN language TEXT;
    ALTER TABLE tally ADD COLUMN form TEXT;
    ALTER TABLE tally ADD COLUMN attendance INTEGER;
    """
}
