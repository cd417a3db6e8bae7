extension Schema {
  /// Acts that were written down later or for another moment than they happened, by the moment they are for: what a day's history
  /// shows beside the ops of that day. Everything else happened when it was written and has no row.
  static let statedActs = """
    CREATE TABLE stated_act (
      op INTEGER PRIMARY KEY,
      at INTEGER NOT NULL
    );
    CREATE INDEX stated_act_at ON stated_act (at);
    """
}
