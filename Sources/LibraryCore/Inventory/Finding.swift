/// What a stocktake scan says about a copy.
public enum Finding: String, CaseIterable, Sendable {
  case inPlace
  case outOfOrder
  case elsewhere
  case onLoan
  case wasLost
  case withdrawn
  case unknown
  case alreadySeen
}
