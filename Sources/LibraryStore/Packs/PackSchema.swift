import GRDB

/// The tables of a record pack: one SQLite file that is written once and only read from then on.
///
/// `record` holds each record in its storage form, packed with the dictionary that `pack` keeps; `isbn` finds them by book
/// number; `title` by the words of title and author without marks. The digest in `pack` runs over all records in their order.
enum PackSchema {
  /// Stands in the file's head, so that a library is never taken for a pack: "TTPK".
  static let applicationID: Int32 = 0x5454_504B
  static let version = 1

  static let tables = """
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    CREATE TABLE pack (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE record (id INTEGER PRIMARY KEY, length INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE isbn (isbn INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (isbn, record))
      WITHOUT ROWID;
    CREATE VIRTUAL TABLE title USING fts5 (
      words, content='', columnsize=0, tokenize='ascii', detail=none);
    """

  enum Name {
    static let source = "source"
    static let made = "made"
    static let brief = "brief"
    static let dictionary = "dictionary"
    static let digest = "digest"
    static let records = "records"
  }
}
