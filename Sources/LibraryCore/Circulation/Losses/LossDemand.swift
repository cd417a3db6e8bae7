/// What a reader is asked for a copy that is lost, or overdue for so long that it counts as lost.
///
/// Either another copy of the same title is brought (đền sách), or money is paid; the fee for the work comes with both.
public struct LossDemand: Equatable, Sendable {
  /// Nil where the price of the copy is not known.
  public var price: Money?
  /// How much of the price is asked for, in percent.
  public var percent: Int
  public var charge: Money
  public var fee: Money
  /// What of both is still to be paid.
  public var open: Money
  /// Whether it is declared lost already, and charged; otherwise this is what it will come to.
  public var isCharged: Bool

  /// For a copy that is still on loan.
  public init(_ assessment: LossAssessment) {
    price = assessment.price
    percent = assessment.percent
    charge = assessment.charge
    fee = assessment.fee
    open = assessment.charge + assessment.fee
    isCharged = false
  }

  /// For a copy that was declared lost: what was charged for it, of which `open` is not settled.
  ///
  /// The price is the one it was charged by, which staff may have named.
  public init(charged charge: Money, fee: Money, open: Money, price: Money?, percent: Int) {
    let isByPrice = price.map { Money(dong: $0.dong * Int64(percent) / 100) == charge } ?? false
    let named =
      percent > 0 && charge > .zero ? Money(dong: charge.dong * 100 / Int64(percent)) : nil
    self.price = isByPrice ? price : named ?? price
    self.percent = percent
    self.charge = charge
    self.fee = fee
    self.open = open
    isCharged = true
  }

  /// Whether something was paid for it already.
  public var isPartlyPaid: Bool { open < charge + fee }
}
