import Testing

@testable import Terminal
@testable import Workstation

@Suite("What is said about the terminal")
struct TerminalPageTests {
  private let words = Wording(.vietnamese)

  /// A Linux console with a font of 256 glyphs that lacks Vietnamese.
  private var console: TerminalReport {
    var report = TerminalReport(TerminalOptions.workstation)
    report.terminal = "linux"
    report.isKnown = true
    report.letterReason = .font
    report.letters = Set("abc".unicodeScalars)
    report.missingLetters = Array("ếẴ".unicodeScalars)
    return report
  }

  private let state = ConsoleState(width: 8, height: 16, glyphCount: 256, letters: [])

  private func finding(_ name: String, _ report: TerminalReport) -> String? {
    words.findings(report).first { $0.name == name }?.finding
  }

  @Test("a console that keeps its poor font is told what it lacks and what would help")
  func kept() {
    var report = console
    report.console = .keep(state)
    #expect(finding("Phông chữ", report) == "8×16, 256 hình, giữ nguyên")
    #expect(finding("Thiếu chữ", report) == "2 chữ: ế Ẵ")
    #expect(words.advice(report).contains { $0.contains("--console-font auto") })
  }

  @Test("a console that will get a font is told which")
  func loaded() {
    var report = console
    report.console = .load([.large, .small], over: state)
    report.missingLetters = []
    #expect(
      finding("Phông chữ", report)
        == "8×16, 256 hình; mở màn hình thì nạp phông lớn 12×24, không được thì phông nhỏ 8×16")
    #expect(finding("Thiếu chữ", report) == nil)
    #expect(words.advice(report).isEmpty)
  }

  @Test("each obstacle has a reason and a remedy, in both languages")
  func obstacles() {
    let obstacles: [ConsoleFontObstacle] = [
      .graphics, .forbidden, .noFonts, .unsuitable, .refused,
    ]
    for words in [Wording(.vietnamese), Wording(.english)] {
      #expect(Set(obstacles.map(words.consoleFontObstacle)).count == obstacles.count)
      for obstacle in obstacles {
        var report = console
        report.console = .impossible(obstacle)
        #expect(words.advice(report).contains(words.consoleFontRemedy(obstacle)))
        let notice = words.consoleFontNotice(.failed(obstacle, nil), .auto)
        #expect(notice?.hasSuffix(words.consoleFontObstacle(obstacle)) == true)
      }
    }
  }

  @Test("what went as it was wanted is not spoken of")
  func silence() {
    #expect(words.consoleFontNotice(.noConsole, .auto) == nil)
    #expect(words.consoleFontNotice(.kept(state), .never) == nil)
    #expect(words.consoleFontNotice(.loaded(.small), .auto) == nil)
    #expect(words.consoleFontNotice(.loaded(.small), .large) != nil)
    #expect(words.consoleFontNotice(.noConsole, .small) != nil)
  }
}
