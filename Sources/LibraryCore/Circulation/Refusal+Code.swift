extension Refusal {
  /// The name of a refusal on the command line, without its data; never renamed.
  public enum Code: String, CaseIterable, Sendable {
    case noPermission
    case itemWithdrawn
    case itemLost
    case itemMissing
    case itemDamaged
    case itemNotLendable
    case itemOnLoanToOther
    case itemAlreadyOnLoanToPatron
    case itemNotOnLoan
    case statusWhileLent
    case itemHeldForOther
    case titleWanted
    case patronBlocked
    case cardExpired
    case beforeEnrolment
    case itemLentThen
    case patronRestricted
    case patronSuspended
    case patronTooYoung
    case patronTooOld
    case tooManyLoans
    case tooManyLoansOfType
    case tooManyOnSite
    case tooManyOfTitle
    case depositTooSmall
    case onSiteNotRenewable
    case tooManyOverdues
    case owesTooMuch
    case familyOwesTooMuch
    case cardOutOfUse
    case noMoreRenewals
    case renewalAddsNothing
    case renewalOverdue
    case renewalTooEarly
    case dueDateInThePast
    case dueDateFar
    case dueDateTooFar
    case holdNotAllowed
    case nothingToHold
    case tooManyHolds
    case alreadyHeld
    case holdEnded
    case returnBeforeLoan
    case beforeRenewal
    case momentAhead
    case cardTaken
    case citizenKnown
    case guardianCircular
    case patronsNotMerged
    case barcodeTaken
    case cardIsBarcode
    case barcodeIsCard
    case loginTaken
    case nameMissing
    case invalidValue
    case valueOutOfRange
    case valueOverAll
    case unknownCode
    case periodEmpty
    case noOpenDay
    case laterActions
    case alreadyUndone
    case nothingToUndo
    case boxEmpty
    case notUndoable
    case ownActionsOnly
    case partOfLargerAction
    case stocktakeClosed
    case amountNotPositive
    case amountTooLarge
    case reasonMissing
    case moreThanOwed
    case moreThanCredit
    case moreThanHeld
    case depositBound
    case moreThanInDrawer
    case debtNotOpen
    case drawerOpen
    case drawerNotOpen
    case cashShiftClosed
    case differenceUnexplained
    case priceUnknown
    case nothingToReplace
    case noClaim
    case nobodyToCharge
    case tooManyLost
    case lastAdministrator
    case passwordNeeded
    case wrongPassword
    case signInNeeded
    case accountInactive
    case recordInUse
    case batchNotOpen
  }

  public var code: String { kind.rawValue }

  public var kind: Code {
    switch self {
    case .itemStatus(let status): Code(status)
    case .noPermission: .noPermission
    case .itemWithdrawn: .itemWithdrawn
    case .itemNotLendable: .itemNotLendable
    case .itemOnLoanToOther: .itemOnLoanToOther
    case .itemAlreadyOnLoanToPatron: .itemAlreadyOnLoanToPatron
    case .itemNotOnLoan: .itemNotOnLoan
    case .statusWhileLent: .statusWhileLent
    case .itemHeldForOther: .itemHeldForOther
    case .titleWanted: .titleWanted
    case .patronBlocked: .patronBlocked
    case .cardExpired: .cardExpired
    case .beforeEnrolment: .beforeEnrolment
    case .itemLentThen: .itemLentThen
    case .patronRestricted: .patronRestricted
    case .patronSuspended: .patronSuspended
    case .patronTooYoung: .patronTooYoung
    case .patronTooOld: .patronTooOld
    case .tooManyLoans: .tooManyLoans
    case .tooManyLoansOfType: .tooManyLoansOfType
    case .tooManyOnSite: .tooManyOnSite
    case .tooManyOfTitle: .tooManyOfTitle
    case .depositTooSmall: .depositTooSmall
    case .onSiteNotRenewable: .onSiteNotRenewable
    case .tooManyOverdues: .tooManyOverdues
    case .owesTooMuch: .owesTooMuch
    case .familyOwesTooMuch: .familyOwesTooMuch
    case .cardOutOfUse: .cardOutOfUse
    case .noMoreRenewals: .noMoreRenewals
    case .renewalAddsNothing: .renewalAddsNothing
    case .renewalOverdue: .renewalOverdue
    case .renewalTooEarly: .renewalTooEarly
    case .dueDateInThePast: .dueDateInThePast
    case .dueDateFar: .dueDateFar
    case .dueDateTooFar: .dueDateTooFar
    case .holdNotAllowed: .holdNotAllowed
    case .nothingToHold: .nothingToHold
    case .tooManyHolds: .tooManyHolds
    case .alreadyHeld: .alreadyHeld
    case .holdEnded: .holdEnded
    case .returnBeforeLoan: .returnBeforeLoan
    case .beforeRenewal: .beforeRenewal
    case .momentAhead: .momentAhead
    case .cardTaken: .cardTaken
    case .citizenKnown: .citizenKnown
    case .guardianCircular: .guardianCircular
    case .patronsNotMerged: .patronsNotMerged
    case .barcodeTaken: .barcodeTaken
    case .cardIsBarcode: .cardIsBarcode
    case .barcodeIsCard: .barcodeIsCard
    case .loginTaken: .loginTaken
    case .nameMissing: .nameMissing
    case .invalidValue: .invalidValue
    case .valueOutOfRange: .valueOutOfRange
    case .valueOverAll: .valueOverAll
    case .unknownCode: .unknownCode
    case .periodEmpty: .periodEmpty
    case .noOpenDay: .noOpenDay
    case .laterActions: .laterActions
    case .alreadyUndone: .alreadyUndone
    case .nothingToUndo: .nothingToUndo
    case .boxEmpty: .boxEmpty
    case .notUndoable: .notUndoable
    case .ownActionsOnly: .ownActionsOnly
    case .partOfLargerAction: .partOfLargerAction
    case .stocktakeClosed: .stocktakeClosed
    case .amountNotPositive: .amountNotPositive
    case .amountTooLarge: .amountTooLarge
    case .reasonMissing: .reasonMissing
    case .moreThanOwed: .moreThanOwed
    case .moreThanCredit: .moreThanCredit
    case .moreThanHeld: .moreThanHeld
    case .depositBound: .depositBound
    case .moreThanInDrawer: .moreThanInDrawer
    case .debtNotOpen: .debtNotOpen
    case .drawerOpen: .drawerOpen
    case .drawerNotOpen: .drawerNotOpen
    case .cashShiftClosed: .cashShiftClosed
    case .differenceUnexplained: .differenceUnexplained
    case .priceUnknown: .priceUnknown
    case .nothingToReplace: .nothingToReplace
    case .noClaim: .noClaim
    case .nobodyToCharge: .nobodyToCharge
    case .tooManyLost: .tooManyLost
    case .lastAdministrator: .lastAdministrator
    case .passwordNeeded: .passwordNeeded
    case .wrongPassword: .wrongPassword
    case .signInNeeded: .signInNeeded
    case .accountInactive: .accountInactive
    case .recordInUse: .recordInUse
    case .batchNotOpen: .batchNotOpen
    }
  }

  /// Whose holder may go ahead all the same, with a written reason; nil when nobody may.
  public var permission: Permission? { kind.permission }

  public var isOverridable: Bool { permission != nil }

  /// Whether it is a question, which whoever types may answer with yes.
  public var isQuestion: Bool { kind == .cardIsBarcode || kind == .barcodeIsCard }
}

extension Refusal.Code {
  /// Whose holder may lift a refusal of this name; nil when nobody may.
  public var permission: Permission? {
    switch self {
    case .itemLost, .itemMissing, .itemDamaged: .overrideItemStatus
    case .itemNotLendable: .overrideNotLendable
    case .itemOnLoanToOther: .overrideOnLoan
    case .itemHeldForOther, .titleWanted, .holdNotAllowed, .tooManyHolds: .overrideHold
    case .patronBlocked, .cardExpired, .beforeEnrolment, .patronRestricted: .overrideCard
    case .patronSuspended: .overrideSuspension
    case .patronTooYoung, .patronTooOld: .overrideAge
    case .tooManyLoans, .tooManyLoansOfType, .tooManyOnSite, .tooManyOfTitle:
      .overrideLoansMaximum
    case .tooManyOverdues, .tooManyLost: .overrideOverdues
    case .owesTooMuch, .familyOwesTooMuch, .depositTooSmall: .overrideOwed
    case .noMoreRenewals, .renewalTooEarly, .renewalAddsNothing, .renewalOverdue:
      .overrideRenewals
    // Whoever sets due dates may mean one that is far ahead, and says why.
    case .dueDateFar: .setDueDate
    default: nil
    }
  }

  /// A copy that is neither lost, missing nor damaged and yet refused for its status has left the stock.
  fileprivate init(_ status: ItemStatus) {
    switch status {
    case .lost: self = .itemLost
    case .missing: self = .itemMissing
    case .damaged: self = .itemDamaged
    case .withdrawn, .removed, .available: self = .itemWithdrawn
    }
  }
}
