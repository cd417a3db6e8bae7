extension Schema {
  /// Reports of damage among the desk's actions of a day; they are few, so that the index is small.
  static let damage = """
    CREATE INDEX op_damage ON op (wall) WHERE kind >= 170 AND kind <= 171;
    """
}
