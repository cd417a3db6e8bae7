/// The answer to declaring a copy lost.
public enum LossOutcome: Equatable, Sendable {
  case lost(Loss)
  case refused([Refusal], item: ItemLine)
  case unknownItem(String)

  public struct Loss: Equatable, Sendable {
    public var item: ItemLine
    public var patron: PatronLine
    public var late: ReturnAssessment
    /// What the copy itself costs, and the fee for it.
    public var charge: Money
    public var fee: Money
    /// Nil in a dry run.
    public var op: OpID?

    public init(
      item: ItemLine, patron: PatronLine, late: ReturnAssessment, charge: Money, fee: Money,
      op: OpID? = nil
    ) {
      self.item = item
      self.patron = patron
      self.late = late
      self.charge = charge
      self.fee = fee
      self.op = op
    }

    public var total: Money { late.charge + charge + fee }
  }
}

/// A loan that has been overdue for so long that the rules give it up.
public struct OverdueProposal: Equatable, Sendable {
  public enum Step: String, CaseIterable, Sendable {
    /// To be counted as long overdue.
    case longOverdue
    case lost
  }

  public var loan: OpenLoan
  public var item: ItemLine
  public var daysOverdue: Int
  public var step: Step
  public var charge: Money
  public var fee: Money
  /// The copy has no price, so nothing can be charged for it.
  public var lacksPrice: Bool

  public init(
    loan: OpenLoan, item: ItemLine, daysOverdue: Int, step: Step, charge: Money = .zero,
    fee: Money = .zero, lacksPrice: Bool = false
  ) {
    self.loan = loan
    self.item = item
    self.daysOverdue = daysOverdue
    self.step = step
    self.charge = charge
    self.fee = fee
    self.lacksPrice = lacksPrice
  }
}

/// The answer to marking many overdue loans at once.
public enum OverduesOutcome: Equatable, Sendable {
  case marked(longOverdue: Int, lost: Int, op: OpID)
  case nothing
  case refused([Refusal])
}

extension OverdueProposal.Step {
  /// What the rules make of a loan that is so many days overdue; 0 days in a rule stand for never.
  public static func due(
    daysOverdue: Int, isLongOverdue: Bool, longOverdueDays: Int, lostDays: Int
  ) -> OverdueProposal.Step? {
    if lostDays > 0, daysOverdue >= lostDays { return .lost }
    return longOverdueDays > 0 && daysOverdue >= longOverdueDays && !isLongOverdue
      ? .longOverdue : nil
  }
}
