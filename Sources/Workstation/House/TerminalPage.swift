import Terminal

/// What this terminal can show, for the person in front of it and whoever helps on the phone.
enum TerminalPage {
  static func screen(_ workplace: Workplace) -> any Screen {
    let words = workplace.wording
    let report = TerminalReport(workplace.terminal)
    let findings = words.findings(report)
    let width = findings.map { DisplayWidth.of($0.name) }.max() ?? 0
    var lines = findings.map { name, finding in
      StyledText(
        [
          .init(name + String(repeating: " ", count: width - DisplayWidth.of(name) + 2), .muted),
          .init(finding),
        ], hangingIndent: width + 2)
    }
    lines += words.advice(report).flatMap { [StyledText(""), StyledText($0, role: .warning)] }
    lines += [StyledText(""), StyledText(sample)]
    return TextScreen(
      workplace: workplace, title: words.say(vi: "MÀN HÌNH NÀY", en: "THIS TERMINAL"),
      paragraphs: lines)
  }

  /// Letters to compare by eye.
  private static let sample = "ẰẮẲẴẶ ầấẩẫậ ƯỚC ước ĐỖ đỗ  ─│┌┐└┘  “ ” – … ₫"
}
