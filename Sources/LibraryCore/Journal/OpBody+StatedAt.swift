extension OpBody {
  /// When the act happened, in milliseconds since 1970, where somebody said so; nil where it happened when it was written.
  public var statedAt: Int64? {
    switch self {
    case .loanOpened(let loan): loan.lentAt
    case .loanRenewed(let renewed): renewed.renewedAt
    case .loanClosed(let closed): closed.returnedAt
    case .loanLost(let lost): lost.at
    case .boxSent(let box): box.sentAt
    case .cashOpened(let opened): opened.at
    case .cashMoved(let moved): moved.at
    case .cashClosed(let closed): closed.at
    case .reminderSent(let sent): sent.sentAt
    case .paymentTaken, .accountEntered: accountEntry?.at
    default: nil
    }
  }
}
