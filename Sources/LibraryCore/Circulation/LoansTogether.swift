/// The loans that one action changed together, by copy and reader: marked as long overdue, or given other due dates.
public struct LoansTogether: Equatable, Sendable {
  /// Those that are named, the first ones of all.
  public var loans: [Line]
  /// How many there are.
  public var total: Int

  /// How many a journal names of an action; an evening's marking can be of thousands.
  public static let namedMaximum = 20

  public init(_ loans: [Line], total: Int) {
    self.loans = loans
    self.total = total
  }

  public struct Line: Equatable, Sendable {
    public var loan: OpID
    public var item: ItemLine
    public var patron: PatronLine
    /// The due date that the action gave.
    public var due: Due?

    public init(loan: OpID, item: ItemLine, patron: PatronLine, due: Due? = nil) {
      self.loan = loan
      self.item = item
      self.patron = patron
      self.due = due
    }
  }
}

extension OpBody {
  /// The loans of an op on many, each with the due date it gave; empty for any other op.
  public var loansTogether: [(loan: OpID, due: Due?)] {
    switch self {
    case .overduesMarked(let loans), .overduesUnmarked(let loans): loans.map { ($0, nil) }
    case .loansRedated(let redated):
      redated.loans.map { ($0.loan, $0.before == $0.after ? nil : $0.after) }
    default: []
    }
  }
}
