/// The result of a stocktake, as the minutes (biên bản kiểm kê) need it.
public struct StocktakeReport: Equatable, Sendable {
  public var stocktake: Stocktake
  public var onTheBooks: StocktakeTotal
  public var onLoan: StocktakeTotal
  public var found: StocktakeTotal
  public var missing: StocktakeTotal
  /// In shelf order.
  public var missingItems: [StocktakeLine]
  /// What was met at the shelf and has to be seen to, in the order of the scans: everything but what stands in place.
  public var findings: [StocktakeLine]

  public init(
    stocktake: Stocktake, onTheBooks: StocktakeTotal, onLoan: StocktakeTotal,
    found: StocktakeTotal, missing: StocktakeTotal, missingItems: [StocktakeLine],
    findings: [StocktakeLine]
  ) {
    self.stocktake = stocktake
    self.onTheBooks = onTheBooks
    self.onLoan = onLoan
    self.found = found
    self.missing = missing
    self.missingItems = missingItems
    self.findings = findings
  }
}

/// Copies and what they cost, where a price is known.
public struct StocktakeTotal: Equatable, Sendable {
  public var copies: Int
  public var price: Money

  public init(copies: Int, price: Money) {
    self.copies = copies
    self.price = price
  }
}

/// One copy in the lists of a stocktake.
public struct StocktakeLine: Equatable, Sendable {
  /// Nil for a missing copy.
  public var finding: Finding?
  public var barcode: String
  public var title: String
  public var callNumber: String?
  public var location: String?
  public var price: Money?
  /// Where it was met, as the person at the shelf named the place.
  public var shelf: String?
  /// The sighting, which can be taken back.
  public var op: OpID?

  public init(
    finding: Finding?, barcode: String, title: String, callNumber: String?, location: String?,
    price: Money?, shelf: String? = nil, op: OpID? = nil
  ) {
    self.finding = finding
    self.barcode = barcode
    self.title = title
    self.callNumber = callNumber
    self.location = location
    self.price = price
    self.shelf = shelf
    self.op = op
  }
}

/// What a file of barcodes brought to a stocktake.
public struct ShelfLoad: Equatable, Sendable {
  public var lines: Int
  public var findings: [Finding: Int]
  /// Lines that no label could read so, as far as they are listed.
  public var faults: [LineFault]
  public var faultCount: Int
  /// Why the load ended early; what was read before stays.
  public var refusals: [Refusal]

  public init() {
    lines = 0
    findings = [:]
    faults = []
    faultCount = 0
    refusals = []
  }

  public static let faultsListedMaximum = 1000

  public struct LineFault: Equatable, Sendable {
    /// Counted from 1.
    public var line: Int
    public var fault: LabelFault

    public init(line: Int, fault: LabelFault) {
      self.line = line
      self.fault = fault
    }
  }
}
