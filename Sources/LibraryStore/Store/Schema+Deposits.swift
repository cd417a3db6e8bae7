extension Schema {
  /// The deposit (tiền cược) that a loan asks for as long as it runs, in đồng.
  static let deposits = """
    ALTER TABLE loan ADD COLUMN deposit INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX loan_deposit ON loan (patron, deposit) WHERE status = 'open' AND deposit > 0;
    """
}
