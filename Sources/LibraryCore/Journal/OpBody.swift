/// What an op says, by kind.
///
/// Bodies hold facts and decisions, never what a later fold could derive differently.
public enum OpBody: Equatable, Sendable {
  case recordSaved(RecordSaved)
  case recordStatusSet(RecordStatus)
  case duplicateJudged(DuplicateJudged)
  case recordMerged(RecordMerged)
  /// An authority record as one version, like a record of the catalogue.
  case authoritySaved(RecordSaved)
  case authorityStatusSet(AuthorityStatusSet)
  case itemSaved([FieldChange])
  case patronSaved([FieldChange])
  case remarkSaved([FieldChange])
  /// The op is on the patron who goes into another.
  case patronMerged(PatronMerged)
  case patronParted(PatronMerged)
  case staffSaved([FieldChange])
  case ruleSaved([FieldChange])
  case settingSaved(name: String, value: String?)
  case namedTextSaved(NamedText)
  case termSaved([FieldChange])
  /// A part of the year with opening hours of its own.
  case seasonSaved([FieldChange])
  case openingDaySaved(day: CalendarDay, isOpen: Bool?, reason: String?)
  /// Several days at once, such as the holidays of a year.
  case openingDaysSaved([OpeningDay])
  case loanOpened(LoanOpened)
  case loanRenewed(LoanRenewed)
  case loanClosed(LoanClosed)
  case loanVoided(loan: OpID, itemStatus: ItemStatus? = nil, cause: OpID? = nil)
  case loanReopened(LoanReopened)
  case renewalVoided(loan: OpID, due: Due)
  case holdSaved([FieldChange])
  /// A copy kept for a hold; the op is on the copy.
  case copySetAside(CopySetAside)
  case copyReleased(CopyReleased)
  case holdEnded(HoldEnded)
  case holdReopened
  /// A copy sent to another library, or arrived; the op is on the copy.
  case copySent(CopySent)
  /// The op is on the patron who was reminded.
  case reminderSent(ReminderSent)
  case reminderVoided(reminder: OpID, cause: OpID? = nil)
  /// Many readers reminded at once, or that taken back; the op is on the house.
  case remindersNoted(RemindersNoted)
  case paymentTaken(PaymentTaken)
  /// How payments were taken back before accounts had entries; no longer written.
  case paymentVoided(payment: OpID)
  /// A line of a patron's account that is no payment; the op is on the patron.
  case accountEntered(AccountEntry)
  /// A shift at a drawer; these ops are on the shift.
  case cashOpened(CashOpened)
  case cashMoved(CashMoved)
  case cashClosed(CashClosed)
  case cashReopened
  case cashOpeningVoided
  /// A copy declared lost while it was on loan, and its turning up; these ops are on the copy.
  case loanLost(LoanLost)
  case lossVoided(loan: OpID, itemStatus: ItemStatus, cause: OpID?)
  case lostFound(LostFound)
  case findingVoided(LostFound)
  case loanClaimed(LoanClaimed)
  /// A copy recorded as damaged, and that taken back; both are on the copy.
  case copyDamaged(CopyDamaged)
  case damageVoided(CopyDamaged)
  /// Loans that became long overdue, marked with those given up as lost; the op is on the house.
  case overduesMarked([OpID])
  case overduesUnmarked([OpID])
  /// Due dates that moved with the opening days; the op is on the house.
  case loansRedated(LoansRedated)
  /// A box of copies sent to an institution, and that taken back; both are on the box.
  case boxSent(BoxSent)
  case boxVoided
  case tallied(Tally)
  case tallyVoided(tally: OpID, cause: OpID? = nil)
  case batchOpened(kind: String, source: String)
  case batchClosed(BatchCounts)
  case batchUndone(kept: [EntityID])
  /// Texts of an import as they were received; the op is on the batch.
  case textsMended(TextsMended)
  case stocktakeOpened(StocktakeOpened)
  case itemSeen(ItemSeen)
  case stocktakeClosed(StocktakeClosed)
  case sightingVoided(sighting: OpID)
  /// A kind or body from a newer version: kept and passed on byte for byte, folded to nothing.
  case unknown(kind: UInt8, bytes: [UInt8])
}

/// A whole record as one version: the compact storage bytes and where they came from.
public struct RecordSaved: Equatable, Sendable {
  /// `MARC.Record` in its storage form.
  public var marc: [UInt8]
  /// The import batch that brought this version, if one did.
  public var batch: EntityID?

  public init(marc: [UInt8], batch: EntityID? = nil) {
    self.marc = marc
    self.batch = batch
  }
}

public enum RecordStatus: String, Sendable {
  case active
  case removed
}

/// An authority record taken out of use or put back, and the batch that did it, if one did.
public struct AuthorityStatusSet: Equatable, Sendable {
  public var status: RecordStatus
  public var batch: EntityID?

  public init(status: RecordStatus, batch: EntityID? = nil) {
    self.status = status
    self.batch = batch
  }
}

public struct LoanOpened: Equatable, Sendable {
  public var patron: EntityID
  public var dueOn: CalendarDay
  /// The time on that day; nil stands for its end.
  public var dueAt: TimeOfDay?
  /// When the loan began, if not at the op's own moment (`--at`).
  public var lentAt: Int64?
  /// The earlier loan of the same copy that this one ends, because the copy was in hand.
  public var ends: OpID?
  /// What the ended loan came to, counted as for a return.
  public var endsLateDays: Int
  public var endsCharge: Money
  /// The last day without the right to borrow that the ended loan brought its patron.
  public var endsSuspendedUntil: CalendarDay?
  public var override: Override?
  /// What being late costs; nil in ops from before loans kept their terms.
  public var terms: LoanTerms?
  /// The patron's hold that the loan fills.
  public var fills: EntityID?
  /// Whether the copy stays in the house: read on the spot and due the same day.
  public var isOnSite: Bool
  /// Whether staff chose the due date; unknown, and so no, in ops from before rules could be given to open loans.
  public var isDueChosen: Bool
  /// The box the copy lies in.
  public var box: EntityID?
  /// The op that sent the box, or that added the copy in haste to lend it; taken back, it takes the loan along.
  public var cause: OpID?
  /// The status the copy had when it was lost or missing and lay on the counter now, so that an undo can put it back.
  public var foundFrom: ItemStatus?

  public init(
    patron: EntityID, dueOn: CalendarDay, lentAt: Int64? = nil, ends: OpID? = nil,
    endsLateDays: Int = 0, endsCharge: Money = .zero, endsSuspendedUntil: CalendarDay? = nil,
    override: Override? = nil, terms: LoanTerms? = nil, fills: EntityID? = nil,
    isOnSite: Bool = false, dueAt: TimeOfDay? = nil, isDueChosen: Bool = false,
    box: EntityID? = nil, cause: OpID? = nil, foundFrom: ItemStatus? = nil
  ) {
    self.foundFrom = foundFrom
    self.box = box
    self.cause = cause
    self.dueAt = dueAt
    self.isDueChosen = isDueChosen
    self.isOnSite = isOnSite
    self.fills = fills
    self.patron = patron
    self.dueOn = dueOn
    self.lentAt = lentAt
    self.ends = ends
    self.endsLateDays = endsLateDays
    self.endsCharge = endsCharge
    self.endsSuspendedUntil = endsSuspendedUntil
    self.override = override
    self.terms = terms
  }
}

public struct LoanRenewed: Equatable, Sendable {
  public var loan: OpID
  public var dueOn: CalendarDay
  public var dueAt: TimeOfDay?
  public var override: Override?
  /// When the loan was renewed, if not at the op's own moment (`--at`).
  public var renewedAt: Int64?
  /// The due date it had; nil in ops from before due dates could move by themselves.
  public var dueBefore: CalendarDay?
  public var dueAtBefore: TimeOfDay?

  public init(
    loan: OpID, due: Due, override: Override? = nil, renewedAt: Int64? = nil, dueBefore: Due? = nil
  ) {
    self.loan = loan
    dueOn = due.day
    dueAt = due.time
    self.override = override
    self.renewedAt = renewedAt
    self.dueBefore = dueBefore?.day
    dueAtBefore = dueBefore?.time
  }
}

public struct LoanClosed: Equatable, Sendable {
  public var loan: OpID
  public var returnedAt: Int64?
  /// Open days late, as the rules counted them.
  public var lateDays: Int
  public var charge: Money
  /// The status the copy had when it was lost or missing and turned up now, so that an undo can put it back.
  public var foundFrom: ItemStatus?
  /// The last day on which the patron may not borrow because of this return.
  public var suspendedUntil: CalendarDay?
  /// For whom the copy is kept from now on.
  public var trap: HoldTrap?
  /// The status the copy has from now on, where the loan ended without it: missing, after a claim.
  public var status: ItemStatus?
  /// The library the copy is sent home to.
  public var sentTo: String?

  public init(
    loan: OpID, returnedAt: Int64? = nil, lateDays: Int = 0, charge: Money = .zero,
    foundFrom: ItemStatus? = nil, suspendedUntil: CalendarDay? = nil, status: ItemStatus? = nil,
    trap: HoldTrap? = nil, sentTo: String? = nil
  ) {
    self.sentTo = sentTo
    self.trap = trap
    self.loan = loan
    self.returnedAt = returnedAt
    self.lateDays = lateDays
    self.charge = charge
    self.foundFrom = foundFrom
    self.suspendedUntil = suspendedUntil
    self.status = status
  }
}

public struct LoanReopened: Equatable, Sendable {
  public var loan: OpID
  public var itemStatus: ItemStatus?

  public init(loan: OpID, itemStatus: ItemStatus? = nil) {
    self.loan = loan
    self.itemStatus = itemStatus
  }
}

/// A copy that nobody had on loan, kept for a hold.
public struct CopySetAside: Equatable, Sendable {
  public var trap: HoldTrap
  /// The status the copy had when it was lost or missing and turned up now.
  public var foundFrom: ItemStatus?
  /// The library it was under way to for nobody, which is over with this.
  public var sentBefore: String?

  public init(_ trap: HoldTrap, foundFrom: ItemStatus? = nil, sentBefore: String? = nil) {
    self.trap = trap
    self.foundFrom = foundFrom
    self.sentBefore = sentBefore
  }
}

/// Where a copy is under way to, nowhere where it has arrived, and the status it has from now on if that changes.
public struct CopySent: Equatable, Sendable {
  public var to: String?
  public var status: ItemStatus?
  /// The status it had, so that an undo can put it back.
  public var foundFrom: ItemStatus?

  public init(to library: String?, status: ItemStatus? = nil, foundFrom: ItemStatus? = nil) {
    to = library
    self.status = status
    self.foundFrom = foundFrom
  }
}

/// A setting aside taken back: the hold waits again.
public struct CopyReleased: Equatable, Sendable {
  public var hold: EntityID
  public var itemStatus: ItemStatus?
  /// The library the copy is under way to again, for nobody.
  public var sentTo: String?

  public init(hold: EntityID, itemStatus: ItemStatus? = nil, sentTo: String? = nil) {
    self.hold = hold
    self.itemStatus = itemStatus
    self.sentTo = sentTo
  }
}

public struct PaymentTaken: Equatable, Sendable {
  public var amount: Money
  public var note: String?
  /// When the money was taken, if not at the op's own moment (`--at`).
  public var paidAt: Int64?
  public var method: PaymentMethod
  /// The debts that staff chose to settle first, in this order.
  public var toward: [OpID]
  /// Nil in ops from before payments had receipts.
  public var receipt: Receipt?
  public var shift: EntityID?
  /// The copy brought in place of a lost one.
  public var item: EntityID?

  public init(
    amount: Money, note: String? = nil, paidAt: Int64? = nil, method: PaymentMethod = .cash,
    toward: [OpID] = [], receipt: Receipt? = nil, shift: EntityID? = nil, item: EntityID? = nil
  ) {
    self.amount = amount
    self.note = note
    self.paidAt = paidAt
    self.method = method
    self.toward = toward
    self.receipt = receipt
    self.shift = shift
    self.item = item
  }
}

/// Which copies a stocktake is about; a nil part does not narrow it.
public struct StocktakeScope: Equatable, Sendable {
  public var name: String
  public var location: String?
  /// First and last call number of the range, both included, in shelf order.
  public var fromCallNumber: String?
  public var toCallNumber: String?

  public init(
    name: String, location: String? = nil, fromCallNumber: String? = nil,
    toCallNumber: String? = nil
  ) {
    self.name = name
    self.location = location
    self.fromCallNumber = fromCallNumber
    self.toCallNumber = toCallNumber
  }
}

/// A stocktake begun: what it covers and what the books said at that moment.
public struct StocktakeOpened: Equatable, Sendable {
  public var scope: StocktakeScope
  /// Copies in scope that the books hold to be in the house or on loan.
  public var expected: Int
  /// Those of them on loan.
  public var onLoan: Int

  public init(scope: StocktakeScope, expected: Int, onLoan: Int) {
    self.scope = scope
    self.expected = expected
    self.onLoan = onLoan
  }
}

/// A stocktake ended: the same figures at its end, and the copies that nobody saw and nobody has on loan.
public struct StocktakeClosed: Equatable, Sendable {
  public var expected: StocktakeTotal
  public var onLoan: StocktakeTotal
  public var missing: [EntityID]

  public init(expected: StocktakeTotal, onLoan: StocktakeTotal, missing: [EntityID]) {
    self.expected = expected
    self.onLoan = onLoan
    self.missing = missing
  }
}

/// One copy (or one unknown barcode) met at the shelf.
public struct ItemSeen: Equatable, Sendable {
  public var barcode: String
  public var item: EntityID?
  public var finding: Finding
  public var shelf: String?

  public init(barcode: String, item: EntityID?, finding: Finding, shelf: String? = nil) {
    self.barcode = barcode
    self.item = item
    self.finding = finding
    self.shelf = shelf
  }
}
