import LibraryCore
import LibraryStore
import Terminal

/// How the lines of an account look as a table, the newest first.
enum AccountTable {
  static func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.say(vi: "Ngày", en: "Day"), width: .fixed(10)),
      TableColumn(words.say(vi: "Khoản", en: "What"), width: .flexible()),
      TableColumn(words.say(vi: "Số tiền", en: "Amount"), width: .fixed(11), alignment: .trailing),
      TableColumn(
        words.say(vi: "Chưa trả", en: "Open"), width: .fixed(14), alignment: .trailing),
      TableColumn(words.say(vi: "Số phiếu", en: "Receipt"), width: .fixed(14)),
    ]
  }

  static func row(_ line: AccountLine, _ words: Wording) -> TableRow {
    TableRow(
      [
        words.day(line.at.day), words.accountLine(line), words.accountAmount(line),
        words.accountRest(line), line.receipt?.text ?? "",
      ], role: line.stands ? (line.open > .zero ? .warning : nil) : .muted)
  }

  /// The page about one line.
  static func page(
    _ workplace: Workplace, _ line: AccountLine, of patron: PatronLine
  ) -> any Screen {
    let words = workplace.wording
    let library = workplace.house?.libraryName ?? ""
    return TextScreen(
      workplace: workplace, title: words.accountLine(line).uppercased(),
      paragraphs: words.accountPage(line, of: patron, library: library).map {
        StyledText($0, hangingIndent: 2)
      })
  }
}
