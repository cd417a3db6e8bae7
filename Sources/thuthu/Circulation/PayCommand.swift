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

  @Option(help: .say("text", vi: "Ghi chú.", en: "A note."))
  var note: String?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let outcome = try session.desk.pay(patron, amount: amount, note: note)
    let balance = try session.desk.patron(patron)?.owed
    return session.answer(
      outcome, .payment,
      [
        "balance": .money(balance), "amountInWords": .text(session.words.moneyInWords(amount)),
      ], done: paid(balance, session.words))
  }

  private func paid(_ balance: Money?, _ words: Wording) -> String {
    let (taken, owed) = (words.money(amount), words.money(balance ?? .zero))
    let inWords = words.moneyInWords(amount)
    return words.say(
      vi: "Đã thu \(taken) (\(inWords)); còn nợ \(owed)",
      en: "Took \(taken) (\(inWords)); still owed \(owed)")
  }
}
