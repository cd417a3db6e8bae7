import LibraryCore

/// Refusals and notices as JSON: a code that is never renamed, and the data behind it.
extension JSONValue {
  init(_ refusal: Refusal) {
    self = [
      "code": .text(refusal.code), "overridable": .bool(refusal.isOverridable),
      "permission": .optional(refusal.permission?.rawValue), "data": JSONValue.data(of: refusal),
    ]
  }

  /// The outcome of what was refused, with all reasons.
  static func refused(_ reasons: [Refusal]) -> JSONValue {
    ["outcome": "refused", "reasons": .list(reasons.map { JSONValue($0) })]
  }

  init(_ notice: Notice) {
    let data: JSONValue
    switch notice {
    case .endedLoan(let loan): data = JSONValue(loan)
    case .patronMessage(let remark): data = JSONValue(remark)
    case .itemNote(let note), .patronNote(let note): data = ["note": .text(note)]
    case .foundAgain(let status), .setAside(let status): data = ["status": .text(status.rawValue)]
    case .filledHold(let hold, let freed):
      data = ["hold": .entity(hold), "freed": freed.map { JSONValue($0) } ?? .null]
    case .holdWaitsAgain(let kept): data = .waitsAgain(kept)
    case .otherLibrary(let code): data = ["library": .text(code)]
    case .countedOnSite, .guardianMissing: data = .object([])
    case .usesNotCounted(let uses): data = ["uses": .count(uses)]
    case .borrowedBefore(let day): data = ["on": .day(day)]
    case .previousBorrower(let past):
      data = ["patron": JSONValue(past.patron), "returnedOn": .day(past.returnedOn)]
    case .shortLoan(let readers): data = ["readers": .count(readers)]
    case .holdUncollected(let kept): data = ["holdFor": JSONValue(kept)]
    case .holdsReady(let count): data = ["count": .count(count)]
    case .cardExpiresSoon(let day): data = ["on": .day(day)]
    case .foundCredit(let amount): data = ["amount": .money(amount)]
    case .depositFree(let amount): data = ["amount": .money(amount)]
    case .cashAcrossShifts(let cash):
      data = [
        "amount": .money(cash.amount), "drawer": .text(cash.drawer),
        "openedAt": .moment(cash.openedAt), "formerDrawer": .optional(cash.formerDrawer),
        "formerClosedAt": .optional(cash.formerClosedAt?.iso),
      ]
    case .damageCharged(let patron, let amount):
      data = ["patron": JSONValue(patron), "amount": .money(amount)]
    case .claimResolved(let claim): data = ["claim": .text(claim.rawValue)]
    }
    self = ["code": .text(notice.code), "data": data]
  }

  private static func data(of refusal: Refusal) -> JSONValue {
    switch refusal {
    case .noPermission(let permission): ["permission": .text(permission.rawValue)]
    case .itemStatus(let status): ["status": .text(status.rawValue)]
    case .itemNotLendable(let rule): ["rule": JSONValue(rule)]
    case .itemOnLoanToOther(let loan), .itemAlreadyOnLoanToPatron(let loan): JSONValue(loan)
    case .statusWhileLent(let loan, let status):
      ["loan": JSONValue(loan), "status": .text(status.rawValue)]
    case .itemHeldForOther(let kept): JSONValue(kept)
    case .titleWanted(let waiting, let spare):
      ["waiting": .count(waiting), "spare": .count(spare)]
    case .holdNotAllowed(let rule): ["rule": JSONValue(rule)]
    case .tooManyHolds(let held, let rule): ["held": .count(held), "rule": JSONValue(rule)]
    case .alreadyHeld(let hold): ["hold": .entity(hold)]
    case .holdEnded(let status): ["status": .text(status.rawValue)]
    case .patronRestricted(let remark): JSONValue(remark)
    case .patronBlocked(let reason): ["reason": .optional(reason)]
    case .cardExpired(let day), .beforeEnrolment(let day): ["on": .day(day)]
    case .dueDateInThePast(let due):
      ["on": .day(due.day), "dueAt": .optional(due.time?.text)]
    case .dueDateFar(let due, let last), .dueDateTooFar(let due, let last):
      ["on": .day(due.day), "dueAt": .optional(due.time?.text), "last": .day(last)]
    case .momentAhead(let moment): ["at": .moment(moment)]
    case .returnBeforeLoan(let lentAt): ["lentAt": .text(lentAt.iso)]
    case .itemLentThen(let until): ["until": .text(until.iso)]
    case .beforeRenewal(let renewedAt): ["renewedAt": .text(renewedAt.iso)]
    case .patronSuspended(let until): ["until": .day(until)]
    case .patronTooYoung(let age, let rule), .patronTooOld(let age, let rule):
      ["age": .count(age), "rule": JSONValue(rule)]
    case .renewalTooEarly(let from, let rule): ["from": .day(from), "rule": JSONValue(rule)]
    case .periodEmpty(let period):
      ["from": .optional(period.from?.iso), "to": .optional(period.to?.iso)]
    case .tooManyLoans(let held, let rule), .tooManyOverdues(let held, let rule),
      .tooManyLost(let held, let rule), .tooManyOnSite(let held, let rule),
      .tooManyOfTitle(let held, let rule):
      ["held": .count(held), "rule": JSONValue(rule)]
    case .tooManyLoansOfType(let held, let type, let rule):
      ["held": .count(held), "type": .text(type), "rule": JSONValue(rule)]
    case .cardOutOfUse(let former):
      ["card": JSONValue(former.card), "patron": JSONValue(former.patron)]
    case .familyOwesTooMuch(let owed, let rule): ["owed": .money(owed), "rule": JSONValue(rule)]
    case .owesTooMuch(let owed, let rule): ["owed": .money(owed), "rule": JSONValue(rule)]
    case .renewalAddsNothing(let due, let waiting):
      [
        "dueOn": .day(due.day), "dueAt": .optional(due.time?.text), "waiting": .count(waiting),
      ]
    case .renewalOverdue(let days, let charge, let until):
      ["lateDays": .count(days), "charge": .money(charge), "suspendedUntil": .day(until)]
    case .noMoreRenewals(let made, let rule): ["made": .count(made), "rule": JSONValue(rule)]
    default: entryData(of: refusal)
    }
  }

  private static func entryData(of refusal: Refusal) -> JSONValue {
    switch refusal {
    case .cardTaken(let card, let name): ["card": .text(card.text), "name": .text(name)]
    case .citizenKnown(let patron): ["patron": JSONValue(patron)]
    case .guardianCircular(let way): ["patrons": .list(way.map { JSONValue($0) })]
    case .patronsNotMerged(let obstacle): ["because": .text(obstacle.rawValue)]
    case .barcodeTaken(let barcode, let title):
      ["barcode": .text(barcode.text), "title": .text(title)]
    case .cardIsBarcode(let card, let title): ["card": .text(card.text), "title": .text(title)]
    case .barcodeIsCard(let barcode, let name):
      ["barcode": .text(barcode.text), "name": .text(name)]
    case .loginTaken(let login): ["login": .text(login)]
    case .invalidValue(let field, let typed): ["field": .text(field), "typed": .text(typed)]
    case .valueOutOfRange(let parameter, let value):
      [
        "parameter": .text(parameter.rawValue), "value": .count(value),
        "minimum": .count(parameter.range.lowerBound),
        "maximum": .count(parameter.range.upperBound),
      ]
    case .valueOverAll(let parameter):
      [
        "parameter": .text(parameter.rawValue),
        "instead": .optional(parameter.ofOneType?.rawValue),
      ]
    case .unknownCode(let kind, let code, let known):
      [
        "list": .text(kind.rawValue), "code": .text(code),
        "known": .list(known.map { .text($0) }),
      ]
    case .laterActions(let ops): ["ops": .list(ops.map { .op($0) })]
    case .alreadyUndone(let op): ["by": .op(op)]
    case .partOfLargerAction(let op): ["op": .op(op)]
    case .notUndoable(let kind): ["kind": .count(Int(kind))]
    case .amountTooLarge(let maximum): ["maximum": .money(maximum)]
    case .recordInUse(let items): ["items": .count(items)]
    default: moneyData(of: refusal)
    }
  }

  private static func moneyData(of refusal: Refusal) -> JSONValue {
    switch refusal {
    case .moreThanOwed(let sum), .moreThanCredit(let sum), .moreThanHeld(let sum),
      .moreThanInDrawer(let sum):
      ["maximum": .money(sum)]
    case .depositTooSmall(let needed, let held, let rule):
      ["needed": .money(needed), "held": .money(held), "rule": JSONValue(rule)]
    case .depositBound(let needed, let held):
      ["needed": .money(needed), "held": .money(held), "free": .money(max(.zero, held - needed))]
    case .debtNotOpen(let op): ["debt": .op(op)]
    case .drawerOpen(let drawer, let login, let since):
      ["drawer": .text(drawer), "by": .text(login), "since": .moment(since)]
    case .drawerNotOpen(let drawer): ["drawer": .text(drawer)]
    case .cashShiftClosed(let drawer, let at):
      ["drawer": .text(drawer), "closedAt": .moment(at)]
    case .differenceUnexplained(let difference): ["difference": .money(difference)]
    default: .object([])
    }
  }
}
