extension Schema {
  /// Which table brought a row of the rules, so that the table is taken back as one.
  static let ruleBatches = "ALTER TABLE rule ADD COLUMN batch INTEGER"
}
