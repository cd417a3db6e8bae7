extension Refusal {
  /// The value of the matrix that decided it, with its row; nil where no rule had a say.
  public var rule: RuleValue? {
    switch self {
    case .itemNotLendable(let rule), .holdNotAllowed(let rule), .patronTooYoung(_, let rule),
      .patronTooOld(_, let rule), .tooManyLoans(_, let rule), .tooManyLoansOfType(_, _, let rule),
      .tooManyOnSite(_, let rule), .tooManyOfTitle(_, let rule),
      .depositTooSmall(_, _, let rule), .tooManyOverdues(_, let rule), .tooManyLost(_, let rule),
      .owesTooMuch(_, let rule), .familyOwesTooMuch(_, let rule), .noMoreRenewals(_, let rule),
      .renewalTooEarly(_, let rule), .tooManyHolds(_, let rule):
      rule
    default: nil
    }
  }
}
