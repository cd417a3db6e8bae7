import ArgumentParser
import Foundation
import Glibc
import Terminal
import Workstation

/// What a person may choose for the screen; the environment and the settings file stand behind it.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: .say(
      "name", vi: "Bảng phím (hoặc THUTHU_KEYS).", en: "The key map (or THUTHU_KEYS)."))
  var keys: String?

  @Option(
    help: .say(
      "name", vi: "Giao diện màu (hoặc THUTHU_THEME).", en: "The theme (or THUTHU_THEME)."))
  var theme: String?

  @OptionGroup var terminal: TerminalArguments

  @Option(
    help: .say(
      "method", vi: "Gõ tiếng Việt lần này: \(typingWords) (hoặc THUTHU_TYPING).",
      en: "Type Vietnamese this once: \(typingWords) (or THUTHU_TYPING)."))
  var typing: String?

  private static let typingWords = TypingChoice.words.joined(separator: ", ")

  /// Opens the screen and works until somebody leaves.
  func open(_ global: GlobalOptions) throws {
    for (option, isGiven) in [
      ("--json", global.json), ("--as", global.staff != nil), ("--at", global.moment != nil),
      ("--clock-is-right", global.clockIsRight),
    ] where isGiven {
      throw CommandFault.usage(
        .say(vi: "\(option) chỉ dùng với một lệnh", en: "\(option) needs a command"))
    }
    let environment = ProcessInfo.processInfo.environment
    func chosen(_ option: String?, _ variable: String) -> String? {
      option ?? environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }
    var options = WorkstationOptions(
      folder: global.folder, language: Speech.words.language, places: .here)
    options.isLanguageChosen = Speech.asked != nil
    options.typing = try typingChoice(environment)
    options.isBareConsole = ["linux", "vt"].contains { environment["TERM"]?.hasPrefix($0) == true }
    options.appearance = Appearance.Names(
      keys: chosen(keys, "THUTHU_KEYS"), theme: chosen(theme, "THUTHU_THEME"))
    options.terminal = try terminal.options(environment)
    options.consoleFont = try terminal.askedConsoleFont(environment)
    options.letters = try terminal.askedLetters(environment)
    do {
      let bar = ProgressLine()
      defer { bar.end() }
      tell(
        try WorkstationProgram(options: options, upgrading: { bar.showUpgrading($0) }).run())
    } catch let error as TerminalError {
      throw CommandFault.machine(ScreenOptions.sentence(error))
    }
  }

  /// Names the scans that waited behind a question when the program was made to end.
  private func tell(_ ending: Application.Ending) {
    guard case .interrupted(let codes) = ending, !codes.isEmpty else { return }
    let list = codes.joined(separator: ", ")
    let output = Output(to: STDERR_FILENO)
    output.line(
      .say(vi: "thuthu: chưa được ghi: \(list)", en: "thuthu: not recorded: \(list)"))
    output.flush()
  }

  private func typingChoice(_ environment: [String: String]) throws -> TypingChoice? {
    guard let text = typing ?? environment["THUTHU_TYPING"], !text.isEmpty else { return nil }
    guard let choice = TypingChoice(text) else {
      throw CommandFault.usage(
        .say(
          vi: "không có kiểu gõ «\(text)»: dùng \(Self.typingWords)",
          en: "there is no way of typing “\(text)”: use \(Self.typingWords)"))
    }
    return choice
  }

  private static func sentence(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal:
      .say(
        vi: "đây không phải cửa sổ dòng lệnh; «thuthu --help» cho xem các lệnh",
        en: "this is no terminal; “thuthu --help” shows the commands")
    case .unknownTerminal(let name):
      .say(
        vi: "thiết bị đầu cuối «\(name)» không dùng được; đặt TERM cho đúng, như TERM=xterm",
        en: "the terminal “\(name)” cannot be used; set TERM, for example TERM=xterm")
    case .noSignals:
      .say(vi: "hệ thống không cho mở ống tín hiệu", en: "the system gave no pipe for signals")
    }
  }
}

extension SettingPlaces {
  /// The places of this machine and of whoever runs the program.
  static let here = SettingPlaces(environment: ProcessInfo.processInfo.environment)
}
