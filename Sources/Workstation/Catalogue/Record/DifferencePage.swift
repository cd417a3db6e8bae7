import MARC
import Terminal

/// What changed between two versions of a record, to read.
enum DifferencePage {
  static func paragraphs(_ difference: RecordDifference, _ words: Wording) -> [StyledText] {
    guard !difference.isEmpty else {
      return [StyledText(words.say(vi: "Không có gì khác nhau", en: "Nothing differs"))]
    }
    var lines: [StyledText] = []
    if let leaders = difference.leaders {
      lines.append(marked("-", RecordSheet.marc(leaders.old), .differenceRemoved))
      lines.append(marked("+", RecordSheet.marc(leaders.new), .differenceAdded))
    }
    for line in difference.lines {
      switch line {
      case .same(let field): lines.append(marked(" ", RecordSheet.marc(field), .muted))
      case .removed(let field):
        lines.append(marked("-", RecordSheet.marc(field), .differenceRemoved))
      case .added(let field):
        lines.append(marked("+", RecordSheet.marc(field), .differenceAdded))
      case .changed(let old, let new):
        lines.append(marked("-", RecordSheet.marc(old), .differenceRemoved))
        lines.append(marked("+", RecordSheet.marc(new), .differenceAdded))
      }
    }
    return lines
  }

  /// Only what differs: the lines that stayed the same are left out.
  static func changes(_ difference: RecordDifference, _ words: Wording) -> [StyledText] {
    paragraphs(difference, words).filter { $0.spans.first?.role != .muted }
  }

  /// A line behind its sign, which tells what it means where there are no colours.
  private static func marked(_ sign: String, _ line: StyledText, _ role: Role) -> StyledText {
    StyledText(
      [StyledText.Span(sign + " ", role)] + line.spans.map { StyledText.Span($0.text, role) },
      hangingIndent: line.hangingIndent + 2)
  }
}
