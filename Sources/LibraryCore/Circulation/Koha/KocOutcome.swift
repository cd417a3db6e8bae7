/// What became of one transaction of a `.koc` file.
public enum KocOutcome: Equatable, Sendable {
  case lent(CheckoutOutcome.Lent)
  /// The patron had the copy already, so the loan runs on.
  case renewed(RenewOutcome.Renewed)
  case returned(ReturnOutcome.Returned)
  case paid(PatronLine, Money, op: OpID)
  /// The same transaction was taken before, from this file or another; nothing is done twice.
  case alreadyTaken
  /// It was taken before and somebody undid it since; it stays undone unless it is asked for again.
  case undoneSince
  /// Somebody has had the copy since then, so the older loan or return changes nothing.
  case newerLoan(OpenLoan, ItemLine)
  case notOnLoan(ItemLine)
  case refused([Refusal])
  case unknownItem(String)
  case unknownPatron(String)

  /// The name in answers; never renamed.
  public enum Code: String, CaseIterable, Sendable {
    case lent, renewed, returned, paid, alreadyTaken, undoneSince, newerLoan, notOnLoan, refused
    case unknownItem, unknownPatron
  }

  public var code: Code {
    switch self {
    case .lent: .lent
    case .renewed: .renewed
    case .returned: .returned
    case .paid: .paid
    case .alreadyTaken: .alreadyTaken
    case .undoneSince: .undoneSince
    case .newerLoan: .newerLoan
    case .notOnLoan: .notOnLoan
    case .refused: .refused
    case .unknownItem: .unknownItem
    case .unknownPatron: .unknownPatron
    }
  }

  /// Whether something was written.
  public var isDone: Bool { [.lent, .renewed, .returned, .paid].contains(code) }

  /// The action that was written.
  public var op: OpID? {
    switch self {
    case .lent(let lent): lent.op
    case .renewed(let renewed): renewed.op
    case .returned(let returned): returned.op
    case .paid(_, _, let op): op
    default: nil
    }
  }

  /// The loan of another reader that a loan ended, because the copy had come into other hands.
  public var endedLoan: OpenLoan? {
    guard case .lent(let lent) = self else { return nil }
    for case .endedLoan(let loan) in lent.notices where loan.patron != lent.patron.id {
      return loan
    }
    return nil
  }

  /// Whether a person has to look at it.
  public var needsAttention: Bool { !isDone && ![.alreadyTaken, .undoneSince].contains(code) }
}

/// How a whole file went.
public struct KocReport: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    public var transaction: KocTransaction
    public var outcome: KocOutcome

    public init(transaction: KocTransaction, outcome: KocOutcome) {
      self.transaction = transaction
      self.outcome = outcome
    }
  }

  public var lines: [Line]
  public var faults: [KocFault]

  public init(lines: [Line] = [], faults: [KocFault]) {
    self.lines = lines
    self.faults = faults
  }

  /// The actions that were written, in their order; taken back together they leave all as it was.
  public var ops: [OpID] { lines.compactMap(\.outcome.op) }

  /// Notes a fault among the others, in the order of the lines.
  public mutating func add(_ fault: KocFault) {
    let place = faults.firstIndex { $0.line > fault.line } ?? faults.endIndex
    faults.insert(fault, at: place)
  }

  public func count(_ code: KocOutcome.Code) -> Int { lines.count { $0.outcome.code == code } }
}
