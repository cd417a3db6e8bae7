import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Declares the copy under `item` lost: its loan ends today, late as it is, and its price and the fee are charged.
  ///
  /// `price` stands in for a price that the library does not know, or knows wrong. A dry run decides and writes nothing.
  public func declareLost(
    _ item: String, price: Money? = nil, dryRun: Bool = false
  ) throws -> LossOutcome {
    if dryRun { return try consider { try $0.loss(of: item, price) { _ in nil } } }
    return try act { transaction in
      try transaction.facts.loss(of: item, price) { loss in
        try transaction.append(loss, batch: nil)
      }
    }
  }

  /// Notes that the reader says to have brought the copy back, or never to have had it; nil gives a claim up.
  ///
  /// From that day on being late costs no more, and the loan does not count as overdue.
  public func claim(_ item: String, _ claim: LoanClaim?) throws -> SaveOutcome {
    try act { transaction in
      let facts = transaction.facts
      guard let copy = try Barcode(item).flatMap({ try facts.item($0) }) else {
        return .unknown(item)
      }
      var reasons = transaction.missing(.markLost)
      guard let loan = copy.loan else { return .refused(reasons + [.itemNotOnLoan]) }
      if claim == nil, loan.claim == nil { reasons.append(.noClaim) }
      guard reasons.isEmpty else { return .refused(reasons) }
      guard loan.claim?.kind != claim else { return .unchanged(id: copy.item.id) }
      let body = OpBody.loanClaimed(
        LoanClaimed(loan: loan.id, claim: claim, on: facts.today))
      return .saved(id: copy.item.id, op: try transaction.append(body, on: copy.item.id))
    }
  }

  /// Believes the reader: the loan ends as of the day of the claim, and the copy is missing.
  public func acceptClaim(_ item: String) throws -> SaveOutcome {
    try act { transaction in
      let facts = transaction.facts
      guard let copy = try Barcode(item).flatMap({ try facts.item($0) }) else {
        return .unknown(item)
      }
      var reasons = transaction.missing(.markLost)
      guard let loan = copy.loan, let claim = loan.claim else {
        reasons.append(copy.loan == nil ? .itemNotOnLoan : .noClaim)
        return .refused(reasons)
      }
      guard reasons.isEmpty else { return .refused(reasons) }
      let late = try facts.assess(loan, of: copy, at: Due(claim.on, at: .startOfDay))
      let closed = LoanClosed(
        loan: loan.id, returnedAt: transaction.actingAt?.milliseconds, lateDays: late.lateDays,
        charge: claim.kind == .neverHad ? .zero : late.charge, status: .missing)
      return .saved(
        id: copy.item.id, op: try transaction.append(.loanClosed(closed), on: copy.item.id))
    }
  }

  /// Notes that the copy is damaged, and charges who has it or had it last, if anything.
  public func reportDamage(
    _ item: String, note: String, charging amount: Money = .zero
  ) throws -> DamageReport {
    try act { transaction in try transaction.damage(item, Damage(note, charge: amount)) }
  }

  /// Who would be charged for damage to the copy, and for which loan; nil where nobody ever had it.
  public func damageParty(of item: String) throws -> DamageParty? {
    try consider { facts in
      guard let copy = try Barcode(item).flatMap({ try facts.item($0) }) else { return nil }
      return try facts.damageParty(of: copy)
    }
  }

  /// Takes another copy in place of a lost one (đền sách): what was charged for the lost one counts as paid in kind.
  public func replaceLost(_ lost: String, with replacement: String) throws -> SaveOutcome {
    try act { transaction in
      let facts = transaction.facts
      guard let copy = try Barcode(lost).flatMap({ try facts.item($0) }) else {
        return .unknown(lost)
      }
      guard let other = try Barcode(replacement).flatMap({ try facts.item($0) }),
        other.item.id != copy.item.id
      else { return .refused([.invalidValue(field: "barcode", typed: replacement)]) }
      let reasons = transaction.missing(.takePayment)
      guard reasons.isEmpty else { return .refused(reasons) }
      guard let debt = try facts.openCharge(of: copy.item.id) else {
        return .refused([.nothingToReplace])
      }
      let entry = AccountEntry(
        .payment, debt.open, method: .inKind, note: copy.item.barcode.text, item: other.item.id,
        toward: [debt.op], at: transaction.actingAt?.milliseconds)
      return .saved(
        id: debt.patron,
        op: try transaction.append(transaction.booked(OpBody(entry)), on: debt.patron))
    }
  }
}
