/// What a copy met at the shelf is judged by.
public struct ShelfScan: Sendable {
  public var staff: StaffAccount
  public var scope: StocktakeScope
  public var isClosed: Bool
  /// Nil when no copy has the scanned barcode.
  public var item: ItemFacts?
  public var isSeenBefore: Bool
  /// The call number of the copy of this scope that the same person scanned just before on the same shelf.
  public var previousCallNumber: String?

  public init(
    staff: StaffAccount, scope: StocktakeScope, isClosed: Bool, item: ItemFacts?,
    isSeenBefore: Bool, previousCallNumber: String?
  ) {
    self.staff = staff
    self.scope = scope
    self.isClosed = isClosed
    self.item = item
    self.isSeenBefore = isSeenBefore
    self.previousCallNumber = previousCallNumber
  }

  public var refusals: [Refusal] {
    var reasons: [Refusal] = staff.may(.takeStock) ? [] : [.noPermission(.takeStock)]
    if isClosed { reasons.append(.stocktakeClosed) }
    return reasons
  }

  /// What is to be said of the copy; what somebody has to act on comes before where it stands.
  public var finding: Finding {
    if isSeenBefore { return .alreadySeen }
    guard let item else { return .unknown }
    switch item.item.status {
    case .withdrawn, .removed: return .withdrawn
    case .lost, .missing: return .wasLost
    case .available, .damaged: break
    }
    if item.loan != nil { return .onLoan }
    guard scope.covers(location: item.item.location, callNumber: item.item.callNumber) else {
      return .elsewhere
    }
    return isBeforePrevious(item.item) ? .outOfOrder : .inPlace
  }

  /// Whether the copy belongs before the one scanned just before it.
  ///
  /// It is held against that neighbour and no further back: one stray volume makes one finding, not one for each copy behind it.
  private func isBeforePrevious(_ item: Item) -> Bool {
    guard let previousCallNumber, let callNumber = item.callNumber else { return false }
    return CallNumberKey.bytes(callNumber)
      .lexicographicallyPrecedes(CallNumberKey.bytes(previousCallNumber))
  }
}

/// The answer to one scan at the shelf.
public enum ScanOutcome: Equatable, Sendable {
  case seen(Seen)
  case refused([Refusal], item: ItemLine?)
  /// No label reads so; nothing was written.
  case unknownItem(String)
  case unknownStocktake(EntityID)

  public struct Seen: Equatable, Sendable {
    public var finding: Finding
    public var barcode: Barcode
    /// Nil for a barcode that no copy has.
    public var item: ItemLine?
    /// Where the copy belongs.
    public var location: String?
    public var status: ItemStatus?
    /// Who has it on loan by the books.
    public var loan: OpenLoan?
    /// The call number that a copy out of order was held against.
    public var previousCallNumber: String?
    /// Nil when the copy was seen before, which writes nothing.
    public var op: OpID?

    public init(
      finding: Finding, barcode: Barcode, item: ItemFacts?, previousCallNumber: String? = nil,
      op: OpID?
    ) {
      self.finding = finding
      self.barcode = barcode
      self.item = item.map(ItemLine.init)
      location = item?.item.location
      status = item?.item.status
      loan = item?.loan
      self.previousCallNumber = previousCallNumber
      self.op = op
    }
  }
}
