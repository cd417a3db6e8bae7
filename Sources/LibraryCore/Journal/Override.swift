/// A block that a person lifted: which reasons, and why in that person's words.
public struct Override: Equatable, Sendable {
  public var codes: [String]
  public var reason: String

  public init(codes: [String], reason: String) {
    self.codes = codes
    self.reason = reason
  }
}

extension OpBody {
  /// What staff lifted so that the action could be done, and why; nil where nothing had to be.
  public var override: Override? {
    switch self {
    case .loanOpened(let loan): loan.override
    case .loanRenewed(let renewed): renewed.override
    case .holdSaved(let changes):
      changes.value(of: HoldField.overrideReason).map { reason in
        Override(
          codes: (changes.value(of: HoldField.overrode) ?? "").split(separator: " ")
            .map(String.init),
          reason: reason)
      }
    default: nil
    }
  }

  /// The loan that an op on its copy is about, other than the one that opened it.
  public var laterOfLoan: OpID? {
    switch self {
    case .loanRenewed(let renewed): renewed.loan
    case .loanClosed(let closed): closed.loan
    case .loanVoided(let loan, _, _), .renewalVoided(let loan, _), .lossVoided(let loan, _, _): loan
    case .loanReopened(let reopened): reopened.loan
    case .loanLost(let lost): lost.loan
    case .lostFound(let found), .findingVoided(let found): found.loan
    case .loanClaimed(let claimed): claimed.loan
    default: nil
    }
  }
}

extension [FieldChange] {
  fileprivate func value(of field: HoldField) -> String? {
    first { $0.number == field.rawValue }.flatMap(\.value)
  }
}
