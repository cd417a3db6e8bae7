import MARC
import Terminal

/// Two records side by side, field beside field; where the screen is too narrow for two columns, one above the other.
enum SideBySide {
  struct Row: Equatable {
    var left: [StyledText.Span]
    /// `|` changed, `<` only left, `>` only right; blank where both agree or the row goes on.
    var sign: String
    var right: [StyledText.Span]
    var isSame: Bool
  }

  /// Fewer columns on either side are no help.
  static let sideMinimum = 30

  static func rows(_ difference: RecordDifference, columns: Int) -> [Row] {
    let side = (columns - 3) / 2
    var rows: [Row] = []
    if let leaders = difference.leaders {
      rows += beside(
        RecordSheet.marc(leaders.old).painted(.differenceRemoved), "|",
        RecordSheet.marc(leaders.new).painted(.differenceAdded), columns: side)
    }
    for line in difference.lines {
      switch line {
      case .same(let field):
        rows += beside(
          RecordSheet.marc(field), " ", RecordSheet.marc(field), columns: side, isSame: true)
      case .removed(let field):
        rows += beside(
          RecordSheet.marc(field).painted(.differenceRemoved), "<", nil, columns: side)
      case .added(let field):
        rows += beside(nil, ">", RecordSheet.marc(field).painted(.differenceAdded), columns: side)
      case .changed(let old, let new):
        rows += beside(
          marked(old, against: new, .differenceRemoved), "|",
          marked(new, against: old, .differenceAdded), columns: side)
      }
    }
    return rows
  }

  /// A field in which only those subfields are painted that the other has not.
  private static func marked(
    _ field: MARC.Field, against other: MARC.Field, _ role: Role
  ) -> StyledText {
    let sheet = RecordSheet.marc(field)
    guard !field.isControl, !other.isControl else { return sheet.painted(role) }
    var rest = Array(other.subfields)
    var spans = Array(sheet.spans.prefix(2))
    if field.shownIndicators != other.shownIndicators { spans[1].role = role }
    for subfield in field.subfields {
      let isShared = rest.firstIndex(of: subfield).map { rest.remove(at: $0) } != nil
      spans.append(
        StyledText.Span("$\(subfield.shownCode)", isShared ? .recordSubfield : role))
      spans.append(StyledText.Span(" \(subfield.text) ", isShared ? .text : role))
    }
    return StyledText(spans, hangingIndent: sheet.hangingIndent)
  }

  private static func beside(
    _ left: StyledText?, _ sign: String, _ right: StyledText?, columns: Int, isSame: Bool = false
  ) -> [Row] {
    let lefts = left?.wrapped(columns: columns) ?? []
    let rights = right?.wrapped(columns: columns) ?? []
    return (0..<max(lefts.count, rights.count)).map { row in
      Row(
        left: row < lefts.count ? lefts[row] : [], sign: row == 0 ? sign : " ",
        right: row < rights.count ? rights[row] : [], isSame: isSame)
    }
  }
}

extension StyledText {
  /// The same text in one role.
  fileprivate func painted(_ role: Role) -> StyledText {
    StyledText(spans.map { Span($0.text, role) }, hangingIndent: hangingIndent)
  }
}
