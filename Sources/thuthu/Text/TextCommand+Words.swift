import ArgumentParser
import LibraryCore
import VietnameseText
import Workstation

extension TextCommand {
  /// Amounts in words.
  struct Words: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "words",
      abstract: .say(vi: "Số tiền bằng chữ.", en: "Amounts of đồng in words."))

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: .say(vi: "Nói «lẻ» và «ngàn» thay cho «linh» và «nghìn».", en: "Say lẻ and ngàn."))
    var southern = false

    @Flag(help: .say(vi: "Chỉ đọc số, không có «đồng».", en: "The number alone, without đồng."))
    var number = false

    @Argument(
      help: .say("amount", vi: "Các số tiền; không có thì đọc từng dòng.", en: TextAnswers.given))
    var amounts: [String] = []

    func run() throws {
      try TextAnswers(global).each(of: amounts) { line in
        guard let amount = Money(typed: line), let words = words(of: amount) else {
          return .fault(.say(vi: "không phải số tiền đồng", en: "this is no amount of đồng"))
        }
        return .answer(
          ["text": .text(line), "amount": .integer(amount.dong), "words": .text(words)], words)
      }
    }

    private func words(of amount: Money) -> String? {
      let usage: AmountInWords.Usage = southern ? .southern : .northern
      return number
        ? AmountInWords.number(amount.dong, usage) : AmountInWords.dong(amount.dong, usage)
    }
  }
}
