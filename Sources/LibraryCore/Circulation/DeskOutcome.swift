/// The item side of every answer of the desk: what the person at the counter must see.
public struct ItemLine: Equatable, Sendable {
  public var id: EntityID
  public var record: EntityID
  public var barcode: Barcode
  public var title: String
  public var author: String?
  public var callNumber: String?

  public init(_ facts: ItemFacts) {
    id = facts.item.id
    record = facts.item.record
    barcode = facts.item.barcode
    title = facts.title
    author = facts.author
    callNumber = facts.item.callNumber
  }
}

/// The patron side of every answer of the desk.
public struct PatronLine: Equatable, Sendable {
  public var id: EntityID
  public var card: CardNumber
  public var name: String

  public init(id: EntityID, card: CardNumber, name: String) {
    self.id = id
    self.card = card
    self.name = name
  }

  public init(_ patron: Patron) { self.init(id: patron.id, card: patron.card, name: patron.name) }
}

/// Who had a copy on a loan that is over, and when it came back.
public struct PastBorrower: Equatable, Sendable {
  public var patron: PatronLine
  public var returnedOn: CalendarDay

  public init(_ patron: PatronLine, returnedOn: CalendarDay) {
    self.patron = patron
    self.returnedOn = returnedOn
  }
}

public enum CheckoutOutcome: Equatable, Sendable {
  case lent(Lent)
  case refused([Refusal], item: ItemLine, patron: PatronLine)
  case unknownItem(String)
  case unknownPatron(String)

  public struct Lent: Equatable, Sendable {
    public var item: ItemLine
    public var patron: PatronLine
    public var due: DueDate
    public var decidedBy: RuleValue
    /// Refusals staff lifted for this loan.
    public var overrode: [Refusal]
    public var notices: [Notice]
    /// Nil in a dry run.
    public var op: OpID?

    public init(
      item: ItemLine, patron: PatronLine, due: DueDate, decidedBy: RuleValue,
      overrode: [Refusal] = [], notices: [Notice] = [], op: OpID?
    ) {
      self.item = item
      self.patron = patron
      self.due = due
      self.decidedBy = decidedBy
      self.overrode = overrode
      self.notices = notices
      self.op = op
    }
  }
}

public enum ReturnOutcome: Equatable, Sendable {
  case returned(Returned)
  /// The copy was not on loan; nothing changed unless it had been lost or missing, which `notices` then says.
  case notOnLoan(ItemLine, errand: CopyErrand, notices: [Notice], op: OpID?)
  case refused([Refusal], item: ItemLine)
  case unknownItem(String)

  public struct Returned: Equatable, Sendable {
    public var item: ItemLine
    public var patron: PatronLine
    public var dueOn: CalendarDay
    public var dueAt: TimeOfDay?
    /// When the return counts as made, where that is not now: from the drop box, or stated by staff.
    public var returnedAt: Moment?
    public var lateDays: Int
    /// Full open hours after the due time.
    public var lateHours = 0
    public var charge: Money
    /// The last day on which the patron may not borrow because of this return.
    public var suspendedUntil: CalendarDay?
    /// What is to be done with the copy.
    public var errand: CopyErrand
    public var notices: [Notice]
    public var op: OpID?

    public var due: Due { Due(dueOn, at: dueAt) }

    public init(
      item: ItemLine, patron: PatronLine, dueOn: CalendarDay, lateDays: Int, charge: Money,
      suspendedUntil: CalendarDay? = nil, errand: CopyErrand, notices: [Notice] = [], op: OpID?
    ) {
      self.item = item
      self.patron = patron
      self.dueOn = dueOn
      self.lateDays = lateDays
      self.charge = charge
      self.suspendedUntil = suspendedUntil
      self.errand = errand
      self.notices = notices
      self.op = op
    }
  }
}

public enum RenewOutcome: Equatable, Sendable {
  case renewed(Renewed)
  case refused([Refusal], item: ItemLine, patron: PatronLine?)
  case unknownItem(String)

  public struct Renewed: Equatable, Sendable {
    public var item: ItemLine
    public var patron: PatronLine
    public var due: DueDate
    public var renewalsLeft: Int
    public var decidedBy: RuleValue
    public var notices: [Notice]
    public var op: OpID?

    public init(
      item: ItemLine, patron: PatronLine, due: DueDate, renewalsLeft: Int, decidedBy: RuleValue,
      notices: [Notice] = [], op: OpID?
    ) {
      self.item = item
      self.patron = patron
      self.due = due
      self.renewalsLeft = renewalsLeft
      self.decidedBy = decidedBy
      self.notices = notices
      self.op = op
    }
  }
}

/// What staff should know beside the outcome itself.
public enum Notice: Equatable, Sendable {
  /// The copy was on loan to somebody else; that loan ended because the copy is in hand.
  case endedLoan(OpenLoan)
  case itemNote(String)
  case patronNote(String)
  case patronMessage(Remark)
  /// The copy was lost or missing and is available again.
  case foundAgain(ItemStatus)
  /// The copy is damaged or withdrawn: it stays so and does not go back to the shelf.
  case setAside(ItemStatus)
  case cardExpiresSoon(on: CalendarDay)
  /// The patron is a child of whom nobody is known that answers.
  case guardianMissing
  /// The loan filled the patron's hold; the copy set aside for it, if it was another one, is free again.
  case filledHold(EntityID, freed: ItemLine?)
  /// The copy had been set aside for this reader, who waits again, at a place in the queue where that is known.
  case holdWaitsAgain(SetAside)
  /// The copy belongs to the library of that code.
  case otherLibrary(String)
  /// The copy was on no loan and was counted as read on the spot.
  case countedOnSite
  /// The copy was on no loan, so the uses that were reported of it are not counted: a list taken twice counts once.
  case usesNotCounted(Int)
  /// The patron had a copy of this title before, last on that day.
  case borrowedBefore(on: CalendarDay)
  /// Who had the copy before, and until when; told only where the house and the account's rights say so.
  case previousBorrower(PastBorrower)
  /// So many readers wait, so the loan is short.
  case shortLoan(readers: Int)
  /// A copy for this patron lies on the hold shelf.
  case holdsReady(Int)
  /// The copy still lies on the hold shelf for a reader whose days to fetch it are over.
  case holdUncollected(SetAside)
  /// The copy had been lost on somebody's loan: so much comes off that debt.
  case foundCredit(Money)
  /// The reader had claimed something of the loan that ends now.
  case claimResolved(LoanClaim)
  /// So much of the deposit held is asked for by no loan any more and may be given back.
  case depositFree(Money)
  /// Who pays so much for the damage: the reader of the loan, or of the last one where the copy was on none.
  case damageCharged(PatronLine, Money)
  /// The cash of an entry that is taken back went through another shift than it came through.
  case cashAcrossShifts(CashAcrossShifts)

  /// The name of a notice on the command line, without its data; never renamed.
  public enum Code: String, CaseIterable, Sendable {
    case endedLoan
    case itemNote
    case patronNote
    case patronMessage
    case foundAgain
    case setAside
    case cardExpiresSoon
    case guardianMissing
    case filledHold
    case holdWaitsAgain
    case holdsReady
    case holdUncollected
    case foundCredit
    case claimResolved
    case depositFree
    case damageCharged
    case otherLibrary
    case countedOnSite
    case usesNotCounted
    case borrowedBefore
    case previousBorrower
    case shortLoan
    case cashAcrossShifts
  }

  public var code: String { kind.rawValue }

  /// What a note begins with that has to be read before the next thing is done.
  public static let mustBeReadMark = "!"

  /// The note that has to be read and acknowledged, without its mark; nil for any other notice.
  public var mustBeRead: String? {
    switch self {
    case .itemNote(let note), .patronNote(let note):
      note.hasPrefix(Notice.mustBeReadMark) ? String(note.dropFirst()).trimmed : nil
    default: nil
    }
  }

  /// Whether it is worth a bell; the others are good to know.
  public var isUrgent: Bool {
    switch self {
    case .countedOnSite, .borrowedBefore, .previousBorrower, .filledHold(_, nil), .shortLoan,
      .guardianMissing:
      false
    default: true
    }
  }

  public var kind: Code {
    switch self {
    case .endedLoan: .endedLoan
    case .itemNote: .itemNote
    case .patronNote: .patronNote
    case .patronMessage: .patronMessage
    case .foundAgain: .foundAgain
    case .setAside: .setAside
    case .cardExpiresSoon: .cardExpiresSoon
    case .guardianMissing: .guardianMissing
    case .filledHold: .filledHold
    case .holdWaitsAgain: .holdWaitsAgain
    case .holdsReady: .holdsReady
    case .holdUncollected: .holdUncollected
    case .foundCredit: .foundCredit
    case .claimResolved: .claimResolved
    case .depositFree: .depositFree
    case .damageCharged: .damageCharged
    case .otherLibrary: .otherLibrary
    case .countedOnSite: .countedOnSite
    case .usesNotCounted: .usesNotCounted
    case .borrowedBefore: .borrowedBefore
    case .previousBorrower: .previousBorrower
    case .shortLoan: .shortLoan
    case .cashAcrossShifts: .cashAcrossShifts
    }
  }
}

/// The answer of a verb that stores something: which thing, by which op.
public enum SaveOutcome: Equatable, Sendable {
  case saved(id: EntityID, op: OpID)
  /// Nothing differed from what is stored, so nothing was written.
  case unchanged(id: EntityID)
  case refused([Refusal])
  case unknown(String)
}

public enum UndoOutcome: Equatable, Sendable {
  /// `undone` is the op that was taken back, `op` the one that did it.
  case undone(OpID, op: OpID)
  case refused([Refusal])
  case unknownOp(OpID)
}
