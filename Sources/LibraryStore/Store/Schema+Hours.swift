extension Schema {
  /// The time of day at which a loan ends, in minutes since midnight; NULL stands for the end of its day.
  static let hours = """
    ALTER TABLE loan ADD COLUMN due_at INTEGER;
    """
}
