extension Schema {
  /// What was done to loans many at a time, by the loan: the op is on the house, so that neither copy nor reader leads to it.
  static let loansTogether = """
    CREATE TABLE loan_together (
      loan INTEGER NOT NULL,
      op INTEGER NOT NULL,
      PRIMARY KEY (loan, op)
    ) WITHOUT ROWID;
    """
}
