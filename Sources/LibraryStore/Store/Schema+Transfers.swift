extension Schema {
  /// Where copies belong and are sent, which loans stay in the house, and which copy a count of reading on the spot was of.
  static let transfers = """
    ALTER TABLE item ADD COLUMN library TEXT;
    ALTER TABLE item ADD COLUMN sent_to TEXT;
    CREATE INDEX item_sent ON item (sent_to) WHERE sent_to IS NOT NULL;
    ALTER TABLE loan ADD COLUMN on_site INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX loan_on_site ON loan (patron) WHERE status = 'open' AND on_site = 1;
    CREATE INDEX loan_patron_item ON loan (patron, item);
    ALTER TABLE tally ADD COLUMN item INTEGER;
    """
}
