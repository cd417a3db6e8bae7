import LibraryCore
import Terminal

extension PatronFormScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let columns = max(0, surface.size.columns - 4)
    let question = consentQuestion.map { StyledText($0, role: .warning) }
    let questionRows = question.reduce(0) { $0 + $1.wrapped(columns: columns).count }
    let rows = max(0, surface.size.rows - 5 - questionRows)
    form.pageRows = rows - 1
    form.draw(into: &surface, in: Rect(row: 2, column: 2, rows: rows, columns: columns))
    var words = TextView(question)
    words.draw(
      into: &surface, in: Rect(row: 2 + rows, column: 2, rows: questionRows, columns: columns))
    drawAddressHelp(into: &surface, row: surface.size.rows - 3)
    drawAlike(into: &surface, row: surface.size.rows - 2)
    drawProposal(into: &surface, row: surface.size.rows - 1)
  }

  /// That the age chose the category, and how to choose another.
  private func drawProposal(into surface: inout Surface, row: Int) {
    guard let proposedCategory else { return }
    surface.write(
      words.categoryProposal(proposedCategory), at: Point(row: row, column: 2), role: .muted,
      width: max(0, surface.size.columns - 4))
  }

  private var title: String {
    switch purpose {
    case .enrol: words.say(vi: "CẤP THẺ BẠN ĐỌC", en: "ENROL A PATRON")
    case .edit(let patron):
      words.say(vi: "SỬA HỒ SƠ – \(patron.name)", en: "EDIT – \(patron.name)")
    }
  }

  /// Who may already have a card, where that can still be seen in time.
  private func drawAlike(into surface: inout Surface, row: Int) {
    guard let patron = alike.first?.patron else { return }
    let born = patron.born.map { ", " + words.birth($0) } ?? ""
    surface.write(
      words.say(
        vi: "Có thể đã có thẻ: \(patron.card) \(patron.name)\(born)",
        en: "May already have a card: \(patron.card) \(patron.name)\(born)"),
      at: Point(row: row, column: 2), role: .warning)
  }
}
