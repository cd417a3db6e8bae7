import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Takes money from a patron.
struct PayCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay", abstract: .say(vi: "Thu tiền.", en: "Take a payment."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("card", vi: "Số thẻ của người nộp.", en: "The payer's card."))
  var patron: String

  @Argument(help: .say("amount", vi: "Số tiền, đồng.", en: "The amount in đồng."))
  var amount: Money

  @Option(
    help: .say(
      "how", vi: "Hình thức: cash, transfer hoặc inKind (hiện vật).",
      en: "How it is paid: cash, transfer or inKind."))
  var method: PaymentMethod = .cash

  @Option(
    parsing: .singleValue,
    help: .say(
      "debt", vi: "Trừ vào khoản này trước (số việc, hoặc số lượt mượn trả trễ); lặp lại được.",
      en: "Settle this debt first (its action, or a late loan); may be given several times."))
  var charge: [OpID] = []

  @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
  var note: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    try session.answer(
      session.desk.pay(patron, amount: amount, method: method, toward: charge, note: note),
      .payment, of: patron)
  }
}

extension LibrarySession {
  /// Answers for an entry of an account: with its receipt, and what is owed and held now.
  func answer(_ outcome: SaveOutcome, _ saving: Saving, of card: String) throws -> ExitStatus {
    guard case .saved(_, let op) = outcome, let (patron, line) = try desk.accountLine(op) else {
      return answer(outcome, saving, done: "")
    }
    let library = try desk.houseConfiguration().libraryName
    let held = try desk.patron(card)?.held
    return answer(
      outcome, saving,
      [
        "receipt": .optional(line.receipt?.text), "balance": .money(line.balance),
        "held": .money(held), "amountInWords": .text(words.moneyInWords(line.amount)),
      ], done: words.receipt(line, of: patron, library: library).joined(separator: "\n"))
  }
}
