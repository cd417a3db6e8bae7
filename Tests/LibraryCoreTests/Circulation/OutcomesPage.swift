import LibraryCore

/// The page `docs/outcomes.md`: every name a script may meet in an answer, from the code that gives it.
enum OutcomesPage {
  static var text: String {
    (introduction + refusals + notices + findings + permissions).joined(separator: "\n") + "\n"
  }

  private static let introduction = [
    "# Outcomes", "",
    "The names that stand in answers of the command line and of `thuthu desk`. They are never renamed; new",
    "ones may come. This page is made from the code: `THUTHU_WRITE_PAGES=1 swift test --filter OutcomesPageTests`",
    "writes it again, and without that the same test compares it.",
  ]

  private static var refusals: [String] {
    [
      "", "## Reasons", "",
      "All reasons of a refusal are given at once, what nobody may lift first. Who holds the permission may go",
      "ahead with a written reason.", "", "| code | means | lifted by |", "|---|---|---|",
    ]
      + Refusal.Code.allCases.map { code in
        let permission = code.permission.map { "`\($0.rawValue)`" } ?? "nobody"
        return "| `\(code.rawValue)` | \(meaning(code)) | \(permission) |"
      }
  }

  private static var notices: [String] {
    ["", "## Notices", "", "| code | means |", "|---|---|"]
      + Notice.Code.allCases.map { "| `\($0.rawValue)` | \(meaning($0)) |" }
  }

  private static var findings: [String] {
    ["", "## Findings at the shelf", "", "| finding | means |", "|---|---|"]
      + Finding.allCases.map { "| `\($0.rawValue)` | \(meaning($0)) |" }
  }

  private static var permissions: [String] {
    ["", "## Permissions", "", "| permission | held by |", "|---|---|"]
      + Permission.allCases.map { permission in
        let roles = StaffRole.allCases.filter { $0.permissions.contains(permission) }
        return "| `\(permission.rawValue)` | \(roles.map(\.rawValue).joined(separator: ", ")) |"
      }
  }

  private static func meaning(_ code: Refusal.Code) -> String {
    switch code {
    case .noPermission: "the account lacks a permission for the action itself"
    case .itemWithdrawn: "the copy has left the stock"
    case .itemLost: "the copy is recorded as lost"
    case .itemMissing: "the copy was not found at a stocktake"
    case .itemDamaged: "the copy is recorded as damaged"
    case .itemNotLendable: "by the loan rules such copies stay in the house"
    case .itemOnLoanToOther: "somebody else has the copy on loan"
    case .itemAlreadyOnLoanToPatron: "the patron has this copy already; renew it instead"
    case .itemNotOnLoan: "the copy is on no loan that could run on"
    case .statusWhileLent:
      "a reader has the copy; it becomes lost, missing, damaged or withdrawn by what is done with the loan, which is named"
    case .itemHeldForOther: "the copy is kept on the hold shelf, or under way, for somebody else"
    case .titleWanted:
      "others wait for the title, and too few other copies stand on the shelf to serve them"
    case .patronBlocked: "staff blocked the patron"
    case .cardExpired: "the card's last day is past"
    case .beforeEnrolment:
      "the loan or the entry would lie, at a stated moment, before the card was issued"
    case .itemLentThen:
      "at the stated moment, or after it, somebody had the copy, so it would be on two loans"
    case .beforeRenewal:
      "the stated moment of the return or renewal lies before the loan was last renewed"
    case .patronRestricted: "staff restricted the patron for a time, for the reason given"
    case .patronSuspended: "copies brought back late took the right to borrow for a while"
    case .patronTooYoung: "the patron is younger than the rules ask for such a copy"
    case .patronTooOld: "the patron is older than the rules allow for such a copy"
    case .tooManyLoans: "the patron holds as many copies as the rules allow"
    case .tooManyLoansOfType: "the patron holds as many copies of this type as the rules allow"
    case .tooManyOnSite: "the patron reads as many copies on the spot as the rules allow"
    case .tooManyOfTitle: "the patron holds as many copies of this title as the rules allow"
    case .depositTooSmall: "the deposit held is smaller than this loan and those that run ask for"
    case .onSiteNotRenewable: "the copy is read on the spot and goes back the same day"
    case .tooManyOverdues: "the patron has more overdue loans than the rules allow"
    case .familyOwesTooMuch: "the family of the patron owes more than the rules allow"
    case .cardOutOfUse: "the card was lost, damaged or replaced; its holder is named"
    case .owesTooMuch: "the patron owes more than the rules allow"
    case .renewalAddsNothing: "the loan would stay due when it is"
    case .renewalOverdue:
      "the loan is late and costs something already, which a renewal would drop"
    case .noMoreRenewals: "the loan was renewed as often as the rules allow"
    case .renewalTooEarly: "the rules allow a renewal from a later day on"
    case .dueDateInThePast: "the due date asked for lies before the moment of the loan"
    case .dueDateFar: "the due date asked for lies more than two years after the loan"
    case .dueDateTooFar: "the due date asked for lies after 2100, where no loan ends"
    case .holdNotAllowed:
      "by the loan rules copies like these are not kept for readers, or not as things stand"
    case .nothingToHold: "no copy is there that could ever be given to anybody"
    case .tooManyHolds: "the patron has as many holds as the rules allow"
    case .alreadyHeld: "the patron waits for the same already; the hold is named"
    case .holdEnded: "the hold was filled, cancelled or taken back"
    case .returnBeforeLoan: "the stated moment of the return lies before the loan began"
    case .momentAhead: "the stated moment is more than ten minutes after the clock's own"
    case .cardTaken: "another patron has this card number"
    case .citizenKnown: "somebody was enrolled with this citizen card before; that patron is named"
    case .guardianCircular:
      "the guardian named is the patron, or somebody the patron answers for, over any number of steps"
    case .patronsNotMerged:
      "the two entries are the same one, or people of different births or citizen cards"
    case .barcodeTaken: "another copy has this barcode"
    case .cardIsBarcode:
      "a copy has this number as its barcode; taken where staff says that it is meant"
    case .barcodeIsCard:
      "a reader has this number as a card; taken where staff says that it is meant"
    case .loginTaken: "another account has this login"
    case .nameMissing: "a name, a code or a title is needed and was blank"
    case .invalidValue: "what was given cannot be the value of that field"
    case .valueOutOfRange: "a rule cannot have this value"
    case .valueOverAll:
      "the value counts over everything a patron has, so no row for an item type or a collection can give it"
    case .unknownCode: "the library's list has no such code; those it has are named"
    case .periodEmpty: "the last day of a rule lies before its first"
    case .noOpenDay: "the week would have no open day"
    case .laterActions: "later actions stand on what was to be taken back; they are named"
    case .alreadyUndone: "the action was taken back before; the op that did it is named"
    case .partOfLargerAction:
      "the action came with another that is about more readers too; that one, which is named, goes back as a whole"
    case .boxEmpty: "nothing was lent to the patron today that lies in no box yet"
    case .nothingToUndo: "the account has done nothing lately that still stands"
    case .notUndoable: "actions of this kind are not taken back"
    case .ownActionsOnly: "the account may take back only what it did itself"
    case .stocktakeClosed: "the stocktake is closed"
    case .amountNotPositive: "an amount of money must be above zero"
    case .amountTooLarge: "the amount of money is beyond any payment at a counter"
    case .reasonMissing: "the action is explained in writing, and was not"
    case .moreThanOwed: "more would be let off or set against debts than the patron owes"
    case .moreThanCredit: "more would be handed back than the patron paid too much"
    case .moreThanHeld: "more of a deposit would be returned or used than is held"
    case .depositBound:
      "loans that run ask for more of the deposit than would stay; the sum is named"
    case .moreThanInDrawer: "more would be taken out of the drawer than should lie in it"
    case .debtNotOpen: "the patron has no such debt, or it is settled"
    case .drawerOpen: "the drawer is open already; who opened it and when is told"
    case .drawerNotOpen: "no shift is open at the drawer"
    case .cashShiftClosed:
      "the cash of the entry came into a shift that was closed since, and no shift is open to explain where it goes"
    case .differenceUnexplained:
      "the drawer holds more or less than it should, and nobody wrote why"
    case .priceUnknown: "nobody knows what the copy costs"
    case .nothingToReplace: "nothing is open of what was charged for the copy"
    case .noClaim: "the reader claims nothing of the loan"
    case .nobodyToCharge: "nobody ever had the copy on loan"
    case .tooManyLost: "the patron lost more copies than the rules allow"
    case .lastAdministrator: "the library would be left without an active administrator"
    case .passwordNeeded: "a password is needed: to sign in, or because there are several accounts"
    case .wrongPassword: "login and password do not go together"
    case .signInNeeded: "there are several accounts, so one has to be named"
    case .accountInactive: "the account is closed"
    case .recordInUse: "copies belong to the title"
    case .batchNotOpen: "the batch was closed or taken back already"
    }
  }

  private static func meaning(_ code: Notice.Code) -> String {
    switch code {
    case .endedLoan: "the copy was on loan to somebody else, and that loan ended"
    case .itemNote: "a note on the copy"
    case .patronNote: "a note on the patron"
    case .patronMessage: "a message left for whoever serves the patron"
    case .foundAgain: "the copy was lost or missing and is available again"
    case .setAside: "the copy is damaged or withdrawn and does not go back to the shelf"
    case .filledHold:
      "the loan filled the patron's hold; another copy kept for it, if there was one, is named"
    case .depositFree: "no loan asks for so much of the deposit any more; it may be given back"
    case .damageCharged: "who pays for the damage, and how much"
    case .holdWaitsAgain: "the copy was kept for another reader, who waits again"
    case .otherLibrary: "the copy belongs to another library, which is named"
    case .countedOnSite: "the copy was on no loan and was counted as read on the spot"
    case .usesNotCounted:
      "the copy was in no box that is out, so the uses that were reported of it were not counted"
    case .previousBorrower:
      "who had the copy before and when it came back; only where the setting and the account's rights allow it"
    case .borrowedBefore: "the patron had a copy of the title before; the last day is named"
    case .shortLoan: "so many readers wait that the loan is short"
    case .holdUncollected:
      "the copy lies on the hold shelf for a reader whose days to fetch it are over"
    case .holdsReady: "so many other copies lie on the hold shelf for the patron"
    case .cardExpiresSoon: "the card's last day is near"
    case .guardianMissing:
      "the patron is a child, below 16, and no guardian is known by card or by name"
    case .cashAcrossShifts:
      "the cash of an entry that is taken back went through the drawer that is open now; that of the entry, closed or another, is named"
    case .foundCredit: "the copy had been lost, and comes off the debt of who lost it"
    case .claimResolved: "the reader had claimed to have returned the copy, or never to have had it"
    }
  }

  private static func meaning(_ finding: Finding) -> String {
    switch finding {
    case .inPlace: "the copy stands where it belongs"
    case .outOfOrder: "the copy is in the right place, out of its order"
    case .elsewhere: "the copy belongs to another place"
    case .onLoan: "the copy is on loan and yet here"
    case .wasLost: "the copy was lost or missing and is here"
    case .withdrawn: "the copy has left the stock and is here"
    case .unknown: "no copy of ours bears this barcode"
    case .alreadySeen: "the copy was scanned before in this stocktake"
    }
  }
}
