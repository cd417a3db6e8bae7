/// One loan of a patron, as a list shows it.
public struct LoanLine: Equatable, Sendable {
  public var loan: OpID
  public var item: EntityID
  public var barcode: String
  public var title: String
  public var lentAt: Moment
  public var dueOn: CalendarDay
  /// The time on that day; nil stands for its end.
  public var dueAt: TimeOfDay?
  public var isOverdue: Bool
  /// Marked as long overdue, while the loan runs.
  public var isLongOverdue = false
  /// What the reader says of the copy while the loan runs.
  public var claim: LoanClaim?
  public var renewals: Int
  public var due: Due { Due(dueOn, at: dueAt) }
  /// Nil while the loan runs.
  public var returnedAt: Moment?
  public var lateDays: Int
  public var charge: Money

  public init(
    loan: OpID, item: EntityID, barcode: String, title: String, lentAt: Moment,
    dueOn: CalendarDay, isOverdue: Bool, renewals: Int, returnedAt: Moment? = nil,
    lateDays: Int = 0, charge: Money = .zero
  ) {
    self.loan = loan
    self.item = item
    self.barcode = barcode
    self.title = title
    self.lentAt = lentAt
    self.dueOn = dueOn
    self.isOverdue = isOverdue
    self.renewals = renewals
    self.returnedAt = returnedAt
    self.lateDays = lateDays
    self.charge = charge
  }
}

/// A loan from its beginning to its end, running, returned or taken back, with all that was done to it.
public struct LoanStory: Equatable, Sendable {
  public var loan: LoanLine
  public var patron: PatronLine
  public var status: Status
  /// The actions on it, the oldest first.
  public var entries: [LogEntry]
  /// What gave it the due date it has.
  public var dueSetting: DueSetting?

  /// The raw value is its name in answers; never renamed.
  public enum Status: String, Sendable {
    case open
    case closed
    /// The checkout was taken back.
    case void
  }

  public init(_ loan: LoanLine, of patron: PatronLine, _ status: Status, entries: [LogEntry]) {
    self.loan = loan
    self.patron = patron
    self.status = status
    self.entries = entries
  }
}

/// One action of the day at the desk.
public struct DayEntry: Equatable, Sendable {
  public var op: OpID
  /// When it was written.
  public var at: Moment
  /// When it happened, where that was on another day than it was written.
  public var statedAt: Moment?
  public var action: DeskAction
  public var item: ItemLine?
  /// What was to be done with a copy that came back.
  public var errand: CopyErrand?
  /// The title it is about, where no copy is named.
  public var title: String?
  public var patron: PatronLine?
  /// The due date a checkout or a renewal gave.
  public var due: Due?
  /// What a return charged or a payment brought.
  public var amount: Money?
  /// The login of who did it; empty for what the program did itself.
  public var staff: String
  public var isUndone: Bool
  /// What was lifted for it, and why.
  public var override: Override?
  /// The loans it is about, where it is about many at a time.
  public var loans: LoansTogether?

  public init(
    op: OpID, at: Moment, action: DeskAction, item: ItemLine? = nil, patron: PatronLine? = nil,
    due: Due? = nil, amount: Money? = nil, staff: String, isUndone: Bool
  ) {
    self.op = op
    self.at = at
    self.action = action
    self.item = item
    self.patron = patron
    self.due = due
    self.amount = amount
    self.staff = staff
    self.isUndone = isUndone
  }

  /// When it happened if that is within the days that are looked at; otherwise when it was written.
  public func moment(within days: Range<Moment>) -> Moment {
    statedAt.flatMap { days.contains($0) ? $0 : nil } ?? at
  }
}

/// What was done at the desk, in the words of its day list.
public enum DeskAction: String, CaseIterable, Sendable {
  case lent
  case boxSent
  case boxUndone
  case renewed
  case returned
  /// A copy that nobody had on loan was scanned as it went back to its shelf.
  case readHere
  case paid
  case holdPlaced
  case holdChanged
  case setAside
  case sent
  case arrived
  case holdEnded
  case holdPlacingUndone
  case setAsideUndone
  case holdEndUndone
  case charged
  case waived
  case refunded
  case depositTaken
  case depositReturned
  case depositUsed
  case entryVoided
  case foundCredited
  case declaredLost
  case lossUndone
  case damaged
  case damageUndone
  case claimed
  case overduesMarked
  case overduesUnmarked
  case checkoutUndone
  case renewalUndone
  case returnUndone
  case paymentUndone
}
