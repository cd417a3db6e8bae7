public import LibraryCore
import VietnameseText

extension Desk {
  /// The most one payment may bring; more is a slip of the finger.
  public static let paymentMaximum = Money(dong: 1_000_000_000)

  /// Takes money from the holder of `card`; what exceeds the debt stays as a credit.
  public func pay(_ card: String, amount: Money, note: String? = nil) throws -> SaveOutcome {
    try act { transaction in
      guard let number = CardNumber(card), let patron = try transaction.facts.patron(number) else {
        return .unknown(card)
      }
      var reasons = transaction.missing(.takePayment)
      if amount <= .zero { reasons.append(.amountNotPositive) }
      if amount > Desk.paymentMaximum {
        reasons.append(.amountTooLarge(maximum: Desk.paymentMaximum))
      }
      guard reasons.isEmpty else { return .refused(reasons) }
      let payment = PaymentTaken(
        amount: amount, note: note?.nfc,
        paidAt: transaction.actingAt?.milliseconds)
      return .saved(
        id: patron.patron.id,
        op: try transaction.append(.paymentTaken(payment), on: patron.patron.id))
    }
  }
}
