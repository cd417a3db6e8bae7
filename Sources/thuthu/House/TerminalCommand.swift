import ArgumentParser
import Foundation
import Terminal
import Workstation

/// What the terminal can show.
struct TerminalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terminal",
    abstract: .say(vi: "Màn hình này hiện được gì.", en: "What this terminal can show."),
    subcommands: [Check.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: .say(
        vi: "Xem chữ, màu, khung và phông của màn hình này.",
        en: "Look at the letters, colours, lines and font of this terminal."))

    @OptionGroup var global: GlobalOptions
    @OptionGroup var terminal: TerminalArguments

    func run() throws {
      let output = Output()
      defer { output.flush() }
      let environment = ProcessInfo.processInfo.environment
      let report = TerminalReport(try terminal.options(environment))
      if global.json { return output.line(report.json) }
      let words = Speech.words
      let findings = words.findings(report)
      let width = findings.map { DisplayWidth.of($0.name) }.max() ?? 0
      for (name, finding) in findings {
        let blanks = String(repeating: " ", count: width - DisplayWidth.of(name) + 2)
        output.line(name + blanks + finding)
      }
      for advice in words.advice(report) { output.line("→ " + advice) }
    }
  }
}

extension TerminalReport {
  fileprivate var json: JSONValue {
    [
      "terminal": .text(terminal), "known": .bool(isKnown), "locale": .text(locale),
      "charset": charset.json, "rows": size.map { .count($0.rows) } ?? .null,
      "columns": size.map { .count($0.columns) } ?? .null, "colors": .count(colors),
      "mono": .bool(colorDepth == .mono), "plainLines": .bool(drawsPlainLines),
      "plainLetters": .bool(isPlain), "lettersDecidedBy": .text(letterReason.name),
      "console": console.json,
      "missingLetters": .text(String(String.UnicodeScalarView(missingLetters))),
    ]
  }
}

extension TerminalReport.LetterReason {
  fileprivate var name: String {
    switch self {
    case .asked: "option"
    case .locale: "locale"
    case .terminalKind: "terminal"
    case .font: "font"
    }
  }
}

extension LineCharset {
  fileprivate var json: JSONValue {
    switch self {
    case .utf8: "UTF-8"
    case .other(let name): .text(name)
    case .unsaid: .null
    }
  }
}

extension ConsoleFontPlan {
  /// Null where the terminal is no Linux console.
  fileprivate var json: JSONValue {
    switch self {
    case .noConsole: .null
    case .keep(let state): ["font": "kept", "now": state.json]
    case .load(let sizes, let state):
      ["font": "loaded", "sizes": .list(sizes.map { .text($0.rawValue) }), "now": state.json]
    case .impossible(let obstacle): ["font": "impossible", "obstacle": .text(obstacle.rawValue)]
    }
  }
}

extension ConsoleState {
  fileprivate var json: JSONValue {
    [
      "width": .count(width), "height": .count(height), "glyphs": .count(glyphCount),
      "letters": .count(letters.count),
    ]
  }
}
