import ArgumentParser
import Foundation
import Terminal
import Workstation

/// What a person may choose about letters, lines, colours and font of the terminal.
struct TerminalArguments: ParsableArguments {
  @Flag(help: .say(vi: "Không dùng màu (hoặc NO_COLOR).", en: "No colours (or NO_COLOR)."))
  var mono = false

  @Flag(
    name: .customLong("plain-lines"),
    help: .say(vi: "Kẻ khung bằng + - |.", en: "Draw lines with + - |."))
  var plainLines = false

  @Option(
    name: .customLong("console-font"),
    help: .say(
      "auto|never|small|large",
      vi: "Phông chữ trên console Linux (hoặc THUTHU_CONSOLE_FONT).",
      en: "The font on a Linux console (or THUTHU_CONSOLE_FONT)."))
  var consoleFont: ConsoleFontChoice?

  @Option(
    help: .say(
      "auto|marked|plain",
      vi: "Chữ có dấu (marked) hay không dấu (plain) (hoặc THUTHU_LETTERS).",
      en: "Letters with their marks or plain ASCII (or THUTHU_LETTERS)."))
  var letters: LetterChoice?

  /// The terminal as it was asked for here, whatever a library's settings say.
  func options(_ environment: [String: String]) throws -> TerminalOptions {
    var options = TerminalOptions.workstation
    options.forcesMono = mono
    options.forcesPlainLines = plainLines
    options.consoleFont = try askedConsoleFont(environment) ?? .auto
    options.letters = try askedLetters(environment) ?? .auto
    return options
  }

  func askedConsoleFont(_ environment: [String: String]) throws -> ConsoleFontChoice? {
    try consoleFont ?? word("THUTHU_CONSOLE_FONT", in: environment)
  }

  func askedLetters(_ environment: [String: String]) throws -> LetterChoice? {
    try letters ?? word("THUTHU_LETTERS", in: environment)
  }

  /// What a variable asks for; a word that nobody knows is a fault of usage.
  private func word<Choice: RawRepresentable & CaseIterable>(
    _ variable: String, in environment: [String: String]
  ) throws -> Choice? where Choice.RawValue == String {
    guard let word = environment[variable], !word.isEmpty else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw CommandFault.usage(
      .say(
        vi: "\(variable)=\(word): chỉ nhận \(known)", en: "\(variable)=\(word): it may be \(known)")
    )
  }
}

extension TerminalOptions {
  /// The terminal as the environment asks for it, for text outside of a screen; a word that nobody
  /// knows asks for nothing there.
  static let asked: TerminalOptions = {
    var options = TerminalOptions.workstation
    let word = ProcessInfo.processInfo.environment["THUTHU_LETTERS"]
    options.letters = word.flatMap(LetterChoice.init(rawValue:)) ?? .auto
    return options
  }()
}
