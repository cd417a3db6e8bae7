/// One op of the log with the names of what it speaks of.
public struct LogEntry: Equatable, Sendable {
  /// The op without what nobody may read.
  public let op: Op
  /// The login of who did it; empty for what the program did itself.
  public var staff: String
  public var subject: LogSubject
  /// The other party of a loan.
  public var patron: PatronLine?
  /// The op that took this one back, if one did.
  public var undoneBy: OpID?
  /// When the loan is due that the op is about: as the op says, or as it was left.
  public var due: Due?
  /// The money that the op is about.
  public var amount: Money?
  /// For whom a return put the copy aside, or where it sent it; nil where it goes back to its shelf.
  public var errand: CopyErrand?
  /// The copy that a title was made up for at the counter; nil for any other op.
  public var fastAdd: FastAdd?
  /// What an op on a patron's data set, in the order of the fields.
  public var revisions: [PatronRevision] = []
  /// The loans that an op on many is about: of all, or those of the copy or the patron whose history it is.
  public var loans: LoansTogether?

  public init(
    op: Op, staff: String, subject: LogSubject, patron: PatronLine? = nil, undoneBy: OpID? = nil
  ) {
    var shown = op
    shown.body = op.body.withoutSecrets
    self.op = shown
    self.staff = staff
    self.subject = subject
    self.patron = patron
    self.undoneBy = undoneBy
  }

  public var isUndone: Bool { undoneBy != nil }

  /// The moment the op counts for, where it was written down on another day.
  public var statedAt: Moment? {
    op.body.statedAt.map { Moment(milliseconds: $0, offsetMinutes: op.moment.offsetMinutes) }
      .flatMap { $0.day == op.moment.day ? nil : $0 }
  }

  /// Whether it is the first entry of a patron: name and card, which nothing stood before.
  public var isEnrolment: Bool {
    [PatronField.name, .card].allSatisfy { field in
      revisions.contains { $0.field == field && $0.from == nil && $0.to != nil }
    }
  }
}

/// What an op is about, by the name it has now.
public enum LogSubject: Equatable, Sendable {
  case record(title: String)
  /// An authority record, by its heading.
  case heading(String)
  case item(ItemLine)
  case patron(PatronLine)
  case hold(String, PatronLine)
  case staff(login: String, name: String)
  case rule(RuleScope)
  case term(TermKind, code: String, name: String)
  case house
  /// A shift at the drawer of that code.
  case drawer(String)
  case batch(kind: String, source: String)
  case stocktake(name: String)
  /// The thing was never known here, or bears no name any more.
  case nameless(EntityID)
}
