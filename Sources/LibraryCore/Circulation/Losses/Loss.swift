/// What a reader says of a loan that the library still counts as theirs.
public enum LoanClaim: String, CaseIterable, Sendable {
  /// That the copy was brought back.
  case returned
  /// That the reader never had it.
  case neverHad
}

/// A copy declared lost: its loan ends that day, and what it costs is charged apart.
public struct LoanLost: Equatable, Sendable {
  public var loan: OpID
  public var at: Int64?
  /// Open days late until it was declared lost, and what they cost.
  public var lateDays: Int
  public var charge: Money
  public var suspendedUntil: CalendarDay?
  /// What the copy was before.
  public var statusBefore: ItemStatus
  /// The op that marked many loans at once, where this is one of them.
  public var batch: OpID?

  public init(
    loan: OpID, at: Int64? = nil, lateDays: Int = 0, charge: Money = .zero,
    suspendedUntil: CalendarDay? = nil, statusBefore: ItemStatus = .available, batch: OpID? = nil
  ) {
    self.loan = loan
    self.at = at
    self.lateDays = lateDays
    self.charge = charge
    self.suspendedUntil = suspendedUntil
    self.statusBefore = statusBefore
    self.batch = batch
  }
}

/// A lost copy that turned up.
public struct LostFound: Equatable, Sendable {
  public var loan: OpID
  /// The op of the return that met it, where it did more than this.
  public var cause: OpID?

  public init(loan: OpID, cause: OpID? = nil) {
    self.loan = loan
    self.cause = cause
  }
}

/// A loan claimed, or a claim given up where `claim` is nil.
public struct LoanClaimed: Equatable, Sendable {
  public var loan: OpID
  public var claim: LoanClaim?
  /// The day it was said; from then on being late costs no more.
  public var on: CalendarDay

  public init(loan: OpID, claim: LoanClaim?, on: CalendarDay) {
    self.loan = loan
    self.claim = claim
    self.on = on
  }
}

/// What of a lost copy's price is given back when it turns up.
public enum LostRefund: Int, CaseIterable, Sendable {
  case full
  case none
  /// What being late until then would have cost is kept.
  case lessOverdue
}

/// What a lost copy costs, by the terms of its loan.
public struct LossAssessment: Equatable, Sendable {
  /// Nil where the price of the copy is known neither to the library nor to staff.
  public var price: Money?
  public var percent: Int
  public var fee: Money

  public init(price: Money?, terms: LoanTerms) {
    self.price = price
    percent = terms[.lostPercent]
    fee = Money(dong: Int64(terms[.processingFee]))
  }

  /// The price times the percent of the terms, to the full đồng.
  public var charge: Money { Money(dong: (price ?? .zero).dong * Int64(percent) / 100) }

  public var isPriced: Bool { price != nil || percent == 0 }
}

// MARK: - In the journal

extension OpBody {
  func writeLoss(to writer: inout BodyWriter) {
    switch self {
    case .loanLost(let lost):
      writer.integer(1, lost.loan.rawValue)
      writer.integer(2, lost.at)
      writer.integer(3, Int64(lost.lateDays))
      writer.integer(4, lost.charge.dong)
      writer.integer(5, lost.suspendedUntil.map { Int64($0.number) })
      writer.text(6, lost.statusBefore.rawValue)
      writer.integer(7, lost.batch?.rawValue)
    case .lossVoided(let loan, let status, let cause):
      writer.integer(1, loan.rawValue)
      writer.text(2, status.rawValue)
      writer.integer(3, cause?.rawValue)
    case .lostFound(let found), .findingVoided(let found):
      writer.integer(1, found.loan.rawValue)
      writer.integer(2, found.cause?.rawValue)
    case .loanClaimed(let claimed):
      writer.integer(1, claimed.loan.rawValue)
      writer.text(2, claimed.claim?.rawValue)
      writer.integer(3, Int64(claimed.on.number))
    case .overduesMarked(let loans), .overduesUnmarked(let loans):
      for loan in loans { writer.integer(1, loan.rawValue) }
    default: preconditionFailure("only bodies about losses are written here")
    }
  }

  static func readLoss(_ kind: OpKind, _ reader: BodyReader) -> OpBody? {
    func op(_ number: UInt8) -> OpID? { reader.integer(number).map { OpID(rawValue: $0) } }
    func day(_ number: UInt8) -> CalendarDay? {
      reader.integer(number).map { CalendarDay(number: Int($0)) }
    }
    let loans = reader.integers(1).map { OpID(rawValue: $0) }
    if kind == .overduesMarked { return .overduesMarked(loans) }
    if kind == .overduesUnmarked { return .overduesUnmarked(loans) }
    guard let loan = loans.first else { return nil }
    switch kind {
    case .loanLost:
      return .loanLost(
        LoanLost(
          loan: loan, at: reader.integer(2), lateDays: Int(reader.integer(3) ?? 0),
          charge: Money(dong: reader.integer(4) ?? 0), suspendedUntil: day(5),
          statusBefore: reader.text(6).flatMap(ItemStatus.init) ?? .available, batch: op(7)))
    case .lossVoided:
      return .lossVoided(
        loan: loan, itemStatus: reader.text(2).flatMap(ItemStatus.init) ?? .available, cause: op(3))
    case .lostFound: return .lostFound(LostFound(loan: loan, cause: op(2)))
    case .findingVoided: return .findingVoided(LostFound(loan: loan, cause: op(2)))
    case .loanClaimed:
      return day(3).map {
        .loanClaimed(
          LoanClaimed(loan: loan, claim: reader.text(2).flatMap(LoanClaim.init), on: $0))
      }
    default: return nil
    }
  }

  /// The op that brought this one with it, and takes it along when it is taken back.
  public var cause: OpID? {
    switch self {
    case .accountEntered(let entry): entry.cause
    case .itemSaved(let changes), .patronSaved(let changes): changes.cause
    case .loanLost(let lost): lost.batch
    case .lossVoided(_, _, let cause): cause
    case .lostFound(let found), .findingVoided(let found): found.cause
    case .copyDamaged(let damaged), .damageVoided(let damaged): damaged.cause
    case .loansRedated(let redated): redated.cause
    case .loanOpened(let loan): loan.cause
    case .loanVoided(_, _, let cause), .tallyVoided(_, let cause): cause
    case .tallied(let tally): tally.cause
    case .reminderSent(let sent): sent.cause
    case .reminderVoided(_, let cause): cause
    default: nil
    }
  }

  /// The same op as brought by another one; what can have no cause stays as it is.
  public func caused(by cause: OpID?) -> OpBody {
    switch self {
    case .itemSaved(let changes): return .itemSaved(changes.caused(by: cause))
    case .patronSaved(let changes): return .patronSaved(changes.caused(by: cause))
    case .accountEntered(var entry):
      entry.cause = cause
      return .accountEntered(entry)
    case .loanLost(var lost):
      lost.batch = cause
      return .loanLost(lost)
    case .lossVoided(let loan, let status, _):
      return .lossVoided(loan: loan, itemStatus: status, cause: cause)
    case .copyDamaged(var damaged):
      damaged.cause = cause
      return .copyDamaged(damaged)
    case .damageVoided(var damaged):
      damaged.cause = cause
      return .damageVoided(damaged)
    case .loansRedated(let redated): return .loansRedated(redated.caused(by: cause))
    case .loanOpened(var loan):
      loan.cause = cause
      return .loanOpened(loan)
    case .loanVoided(let loan, let status, _):
      return .loanVoided(loan: loan, itemStatus: status, cause: cause)
    case .tallied(var tally):
      tally.cause = cause
      return .tallied(tally)
    case .tallyVoided(let tally, _): return .tallyVoided(tally: tally, cause: cause)
    case .reminderSent(var sent):
      sent.cause = cause
      return .reminderSent(sent)
    case .reminderVoided(let reminder, _):
      return .reminderVoided(reminder: reminder, cause: cause)
    case .lostFound(let found): return .lostFound(LostFound(loan: found.loan, cause: cause))
    case .findingVoided(let found):
      return .findingVoided(LostFound(loan: found.loan, cause: cause))
    default: return self
    }
  }
}

extension LoanTerms {
  /// What comes off the debt when a lost copy turns up on `day`: of what was charged for it, and of the fee.
  public func refund(
    charged: Money, fee: Money, late: ReturnAssessment, chargedLate: Money
  ) -> (price: Money, fee: Money) {
    let fee = self[.refundFee] == 1 ? fee : .zero
    switch LostRefund(rawValue: self[.lostRefund]) ?? .full {
    case .full: return (charged, fee)
    case .none: return (.zero, .zero)
    case .lessOverdue:
      return (max(.zero, charged - max(.zero, late.charge - chargedLate)), fee)
    }
  }
}
