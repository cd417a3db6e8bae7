extension Schema {
  /// Where a copy came from, with which paper, and when: columns of the accession register (sổ đăng ký cá biệt).
  static let accession = """
    ALTER TABLE item ADD COLUMN source TEXT;
    ALTER TABLE item ADD COLUMN document TEXT;
    ALTER TABLE item ADD COLUMN acquired_on TEXT;
    """
}
