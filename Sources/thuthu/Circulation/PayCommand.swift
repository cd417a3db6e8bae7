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
      outcome, .payment, ["balance": .money(balance)], done: paid(balance, session.words))
  }

  private func paid(_ balance: Money?, _ words: Wording) -> String {
    words.say(
      vi: "Đã thu \(words.money(amount)); còn nợ \(words.money(balance ?? .zero))",
      en: "Took \(words.money(amount)); still owed \(words.money(balance ?? .zero))")
  }
}
