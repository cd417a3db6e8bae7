public import ArgumentParser
public import VietnameseText

/// What comes of typing keys: a line of keys in, a line of Vietnamese out.
struct TextTypeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "type",
    abstract: .say(
      vi: "Gõ như trên bàn phím: dòng phím vào, dòng chữ ra.",
      en: "Type as on a keyboard: keys in, text out."))

  @OptionGroup var global: GlobalOptions

  @Option(help: .say("method", vi: TypingMethod.choices, en: TypingMethod.choices))
  var method: TypingMethod = .telex

  @Option(
    help: .say(
      "style", vi: "Đặt dấu: hòa, hoà.", en: "Tones: hòa, hoà."))
  var style: TonePlacement = .traditional

  @Option(
    help: .say(
      "spell", vi: "Chừa từ ngoại.", en: "Spare foreign words."))
  var spell: Switch = .on

  func run() throws {
    var typing = VietnameseTyping(
      TypingRules(method, placement: style, checksSpelling: spell == .on))
    try TextLines(global).each { line in
      let text = typing.text(of: line)
      return (["keys": .text(line), "text": .text(text)], text)
    }
  }
}

/// A thing that is on or off.
enum Switch: String, ExpressibleByArgument, CaseIterable {
  case on
  case off
}

extension TypingMethod: ExpressibleByArgument {
  static let choices = allCases.map(\.rawValue).joined(separator: ", ")
}

extension TonePlacement: ExpressibleByArgument {}
