/// Which action is to be taken back.
public enum UndoChoice: Equatable, Sendable {
  /// The acting staff's own last.
  case last
  case op(OpID)
  /// The last in the account of the holder of this card, whoever made it.
  case account(card: String)
  /// The last at the drawer of that code: in its open shift, or in its newest one.
  case drawer(String)
  /// The last opening, moving of money or closing of one shift.
  case shift(EntityID)
}

/// What would be taken back, before it is.
public enum UndoProspect: Equatable, Sendable {
  /// The action, and all that stands against taking it back.
  case action(LogEntry, reasons: [Refusal])
  case nothing
  case unknownOp(OpID)
  case unknownPatron(String)
  case unknownDrawer(String)
}
