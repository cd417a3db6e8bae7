/// Why the desk said no.
///
/// All reasons of an action are given at once, hardest first; words are found on the screen's side.
public enum Refusal: Equatable, Sendable {
  case noPermission(Permission)
  case itemWithdrawn
  case itemStatus(ItemStatus)
  case itemNotLendable(RuleValue)
  case itemOnLoanToOther(OpenLoan)
  case itemAlreadyOnLoanToPatron(OpenLoan)
  case itemNotOnLoan
  /// The copy is with a reader, so it becomes lost, missing, damaged or withdrawn by what is done with that loan.
  case statusWhileLent(OpenLoan, ItemStatus)
  /// The copy was set aside for somebody else.
  case itemHeldForOther(SetAside)
  /// Others wait for the title, and fewer copies than they are stand on the shelf beside this one.
  case titleWanted(waiting: Int, spare: Int)
  case patronBlocked(reason: String?)
  case cardExpired(on: CalendarDay)
  /// The loan would have begun before the card was issued.
  case beforeEnrolment(on: CalendarDay)
  /// At the stated moment, or after it, somebody else had the copy until then; it cannot be on two loans.
  case itemLentThen(until: Moment)
  case patronRestricted(Remark)
  case patronSuspended(until: CalendarDay)
  case patronTooYoung(age: Int, rule: RuleValue)
  case patronTooOld(age: Int, rule: RuleValue)
  case tooManyLoans(held: Int, rule: RuleValue)
  case tooManyLoansOfType(held: Int, type: String, rule: RuleValue)
  case tooManyOnSite(held: Int, rule: RuleValue)
  case tooManyOfTitle(held: Int, rule: RuleValue)
  /// The deposit held does not cover what this loan and those that run ask for.
  case depositTooSmall(needed: Money, held: Money, rule: RuleValue)
  /// A copy read on the spot goes back the same day.
  case onSiteNotRenewable
  case tooManyOverdues(held: Int, rule: RuleValue)
  case owesTooMuch(owed: Money, rule: RuleValue)
  /// The guardian and the others with the same one owe too much together.
  case familyOwesTooMuch(owed: Money, rule: RuleValue)
  /// The card was lost, damaged or replaced: its holder has another one.
  case cardOutOfUse(FormerCard)
  case noMoreRenewals(made: Int, rule: RuleValue)
  /// The renewal would leave the loan due when it is; `waiting` readers made it short, if any did.
  case renewalAddsNothing(due: Due, waiting: Int)
  /// The loan is late and being late costs something already, which a renewal would drop.
  case renewalOverdue(lateDays: Int, charge: Money, suspendedUntil: CalendarDay?)
  case renewalTooEarly(from: CalendarDay, rule: RuleValue)
  case dueDateInThePast(Due)
  /// The due date asked for lies more than two years ahead, behind `last`: rarely meant.
  case dueDateFar(Due, last: CalendarDay)
  /// The due date asked for lies behind any that could be meant.
  case dueDateTooFar(Due, last: CalendarDay)
  case holdNotAllowed(RuleValue)
  /// No copy is there that anybody could be given.
  case nothingToHold
  case tooManyHolds(held: Int, rule: RuleValue)
  /// The patron asked for the same before.
  case alreadyHeld(EntityID)
  case holdEnded(HoldStatus)
  /// The stated moment of the return lies before the loan began.
  case returnBeforeLoan(lentAt: Moment)
  /// The stated moment of a return or renewal lies before the loan was last renewed.
  case beforeRenewal(at: Moment)
  /// The stated moment lies after the clock's own.
  case momentAhead(Moment)
  case cardTaken(CardNumber, name: String)
  /// The holder of that citizen card is enrolled already.
  case citizenKnown(PatronLine)
  case patronsNotMerged(PatronMergeObstacle)
  /// Whoever is named as guardian is answered for by the patron, over these patrons; or is the patron.
  case guardianCircular([PatronLine])
  case barcodeTaken(Barcode, title: String)
  /// The number is on a copy too; asked once, and meant where somebody says so.
  case cardIsBarcode(CardNumber, title: String)
  /// The number is a reader's card too; asked once, and meant where somebody says so.
  case barcodeIsCard(Barcode, name: String)
  case loginTaken(String)
  case nameMissing
  /// What was typed cannot be the value of that field; `field` is its key on the command line.
  case invalidValue(field: String, typed: String)
  case valueOutOfRange(RuleParameter, Int)
  /// The value counts over everything a patron has, so a row that names an item type or a collection cannot give it.
  case valueOverAll(RuleParameter)
  /// The house's list lacks the code, so that what bears it is never met; its codes are named.
  case unknownCode(TermKind, String, known: [String])
  /// The last day of a rule lies before its first.
  case periodEmpty(RulePeriod)
  /// The week would have no open day.
  case noOpenDay
  /// Later actions stand on what was to be taken back; the newest comes first.
  case laterActions([OpID])
  case alreadyUndone(by: OpID)
  case nothingToUndo
  /// No loan of the patron made today waits to be put into a box.
  case boxEmpty
  case notUndoable(kind: UInt8)
  case ownActionsOnly
  /// It came with another action that is about more readers than this one, and goes back only with it.
  case partOfLargerAction(OpID)
  case stocktakeClosed
  case amountNotPositive
  case amountTooLarge(maximum: Money)
  /// What has to be explained in writing was not.
  case reasonMissing
  case moreThanOwed(Money)
  /// More than the patron paid too much.
  case moreThanCredit(Money)
  /// More than the deposit that is held.
  case moreThanHeld(Money)
  /// Loans that run ask for more of the deposit than would stay.
  case depositBound(needed: Money, held: Money)
  case moreThanInDrawer(Money)
  /// There is no such debt of this patron, or it is settled.
  case debtNotOpen(OpID)
  case drawerOpen(String, by: String, since: Moment)
  case drawerNotOpen(String)
  /// The cash came into a shift at that drawer which was counted and closed, and no shift is open to hand it back from.
  case cashShiftClosed(drawer: String, at: Moment)
  /// Nobody knows what the copy costs.
  case priceUnknown
  /// Nothing is open of what was charged for the copy.
  case nothingToReplace
  case noClaim
  /// Nobody ever had the copy on loan.
  case nobodyToCharge
  case tooManyLost(held: Int, rule: RuleValue)
  /// The drawer holds more or less than it should, and nobody said why.
  case differenceUnexplained(Money)
  case lastAdministrator
  case passwordNeeded(PasswordNeed)
  case wrongPassword
  /// There are several accounts, so one has to be named.
  case signInNeeded
  case accountInactive
  case recordInUse(items: Int)
  /// The batch was closed or taken back already.
  case batchNotOpen(EntityID)
}
