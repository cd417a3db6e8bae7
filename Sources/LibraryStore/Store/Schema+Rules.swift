extension Schema {
  /// What a loan keeps of the rules, what its late return brought, and the rows of the matrix for collections and certain days.
  static let loanTerms = """
    ALTER TABLE loan ADD COLUMN terms TEXT;
    ALTER TABLE loan ADD COLUMN suspended_until INTEGER;
    CREATE INDEX loan_suspension ON loan (patron, suspended_until) WHERE suspended_until IS NOT NULL;
    ALTER TABLE patron ADD COLUMN suspended_until INTEGER;
    ALTER TABLE rule ADD COLUMN collection TEXT;
    ALTER TABLE rule ADD COLUMN from_day TEXT;
    ALTER TABLE rule ADD COLUMN to_day TEXT;
    """
}
