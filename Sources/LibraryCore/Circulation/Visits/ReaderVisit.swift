/// Which of a reader's actions belong to one visit at the desk.
///
/// A visit is what one member of staff did with the reader since that person last lent something to somebody else, with no pause
/// longer than an hour in it: a reader who comes back in the afternoon comes anew.
public enum ReaderVisit {
  public static let pauseMinutesMaximum: Int64 = 60

  /// Whether what was done with a reader at two moments belongs to two visits; also where a clock that was wrong before says that
  /// the earlier came later.
  public static func isPause(from earlier: Moment, to later: Moment) -> Bool {
    abs(later.milliseconds - earlier.milliseconds) > pauseMinutesMaximum * 60_000
  }

  /// Of the reader's actions, given the newest first, those of the last visit.
  ///
  /// `lentToOther` is when the same staff last lent to somebody else before the newest of them.
  public static func last(_ newestFirst: [Op], lentToOther: Int64? = nil) -> [Op] {
    var visit: [Op] = []
    for op in newestFirst {
      if let lentToOther, op.wall < lentToOther { break }
      if let later = visit.last, isPause(from: op.moment, to: later.moment) { break }
      visit.append(op)
    }
    return visit
  }
}

/// How far back a reader's actions are taken back together.
public enum UndoSpan: Equatable, Sendable {
  /// What the acting staff did in the reader's last visit of today.
  case visit
  /// Everything from that moment on, by whomever.
  case since(Moment)
}

/// A reader's actions that were taken back together, or would be, and what stands against it.
public struct VisitUndo: Equatable, Sendable {
  /// One of the actions: what it was, why it cannot be taken back, or the op that took it back.
  public struct Line: Equatable, Sendable {
    public var entry: LogEntry
    public var reasons: [Refusal]
    /// Nil where it was not taken back, or not yet.
    public var undone: OpID?

    public init(_ entry: LogEntry, reasons: [Refusal] = [], undone: OpID? = nil) {
      self.entry = entry
      self.reasons = reasons
      self.undone = undone
    }
  }

  public var patron: PatronLine
  /// The newest first: the order in which they are taken back.
  public var lines: [Line]

  public init(patron: PatronLine, lines: [Line]) {
    self.patron = patron
    self.lines = lines
  }

  public var blocked: [Line] { lines.filter { !$0.reasons.isEmpty } }

  /// The same before anything was written.
  public var unwritten: VisitUndo {
    VisitUndo(patron: patron, lines: lines.map { Line($0.entry, reasons: $0.reasons) })
  }
}

/// What came of taking a reader's actions back together: all of them go, or none.
public enum VisitUndoOutcome: Equatable, Sendable {
  case undone(VisitUndo)
  /// Some cannot be taken back, so none was.
  case refused(VisitUndo)
  /// Nothing was done with the reader in that span that still stands.
  case nothing(PatronLine)
  case unknownPatron(String)
}
