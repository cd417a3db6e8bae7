import LibraryCore
import Terminal

extension DeskScreen {
  func draw(into surface: inout Surface) {
    catchUp()
    let columns = surface.size.columns
    workplace.drawTitle(title, into: &surface)
    drawPatron(into: &surface, from: 1)
    surface.drawHorizontalLine(at: Point(row: 3, column: 0), length: columns)
    if let exception {
      surface.write(
        " \(exception) ", at: Point(row: 3, column: 2), role: .warning, width: columns - 4)
    }
    drawLine(into: &surface, row: 4)
    let answerRows = drawAnswer(into: &surface, from: 5)
    let listRow = 5 + answerRows
    surface.drawHorizontalLine(at: Point(row: listRow, column: 0), length: columns)
    surface.write(
      words.say(vi: " Hôm nay ", en: " Today "), at: Point(row: listRow, column: 2), role: .heading)
    drawList(
      into: &surface,
      Rect(
        row: listRow + 1, column: 0, rows: max(0, surface.size.rows - listRow - 1),
        columns: columns))
  }

  private var title: String {
    switch session.mode {
    case .automatic: words.say(vi: "QUẦY MƯỢN – TRẢ", en: "CIRCULATION DESK")
    case .checkOut: words.say(vi: "GHI MƯỢN", en: "CHECK OUT")
    case .takeBack: words.say(vi: "GHI TRẢ", en: "RETURN")
    }
  }

  private func drawPatron(into surface: inout Surface, from row: Int) {
    guard let facts = session.patron else {
      surface.write(
        words.say(
          vi: "Quét thẻ, quét sách, hoặc gõ tên sách, tên bạn đọc",
          en: "Scan a card or an item, or type words of a title or a name"),
        at: Point(row: row, column: 1), role: .muted)
      return
    }
    let patron = facts.patron
    let category = workplace.termName(.patronCategory, patron.category)
    let name = surface.write(patron.name, at: Point(row: row, column: 1), role: .heading)
    var about = ["\(patron.card)", category]
    if let year = patron.birthYear {
      about.append(words.say(vi: "sinh \(year)", en: "born \(year)"))
    }
    if let day = patron.expiresOn {
      about.append(words.say(vi: "thẻ đến \(words.day(day))", en: "card until \(words.day(day))"))
    }
    surface.write("  " + about.joined(separator: " · "), at: Point(row: row, column: 1 + name))
    drawFigures(facts, into: &surface, row: row + 1)
  }

  private func drawFigures(_ facts: PatronFacts, into surface: inout Surface, row: Int) {
    let patron = facts.patron
    var column = 1
    func put(_ text: String, _ role: Role) {
      column += surface.write(text, at: Point(row: row, column: column), role: role) + 2
    }
    let maximum = workplace.loansMaximum(of: patron)
    put(
      words.say(vi: "Đang mượn \(facts.loans)/\(maximum)", en: "Loans \(facts.loans)/\(maximum)"),
      .text)
    put(
      words.say(vi: "Quá hạn \(facts.overdues)", en: "Overdue \(facts.overdues)"),
      facts.overdues > 0 ? .overdue : .text)
    put(
      words.accountSums(owed: facts.owed, held: facts.held),
      facts.owed > .zero ? .warning : .text)
    if facts.holds > 0 {
      put(
        words.say(
          vi: "Giữ chỗ \(facts.holds)", en: "Holds \(facts.holds)")
          + (facts.holdsReady > 0
            ? words.say(vi: " (\(facts.holdsReady) đã có)", en: " (\(facts.holdsReady) ready)")
            : ""),
        facts.holdsReady > 0 ? .warning : .text)
    }
    if facts.patron.status == .blocked {
      put(words.refusal(.patronBlocked(reason: facts.patron.blockReason)), .error)
    }
    if let note = facts.patron.note { put(note, .warning) }
  }

  private func drawLine(into surface: inout Surface, row: Int) {
    let width = max(20, surface.size.columns / 2 - 4)
    surface.write(">", at: Point(row: row, column: 1), role: .fieldLabel)
    line.draw(
      into: &surface, at: Point(row: row, column: 3), width: width, isFocused: true)
    if let preview {
      surface.write(preview, at: Point(row: row, column: width + 5), role: .muted)
    }
  }

  /// The last answer, and how many rows it took: always four, so that the list below never jumps for a usual one.
  private func drawAnswer(into surface: inout Surface, from row: Int) -> Int {
    let usual = 4
    guard let answer else { return usual }
    let width = max(0, surface.size.columns - 2)
    let wrapped = answer.lines.enumerated().flatMap { index, text in
      StyledText(text, role: index == 0 ? .heading : .text, hangingIndent: 2)
        .wrapped(columns: width)
    }
    let lines = wrapped.prefix(max(0, surface.size.rows - row - 4))
    let rows = max(usual, lines.count + 1)
    surface.fill(
      Rect(row: row, column: 0, rows: 1, columns: surface.size.columns), role: answer.role)
    surface.write(answer.headline, at: Point(row: row, column: 1), role: answer.role)
    for (index, spans) in lines.enumerated() {
      surface.write(spans, at: Point(row: row + 1 + index, column: 1), width: width)
    }
    return rows
  }

  private func drawList(into surface: inout Surface, _ rect: Rect) {
    table.columns = DeskRow.columns(words)
    table.emptyText = words.say(vi: "Hôm nay chưa có lượt nào", en: "Nothing yet today")
    table.draw(into: &surface, in: rect, isFocused: true) { range in
      range.map { rows[$0].tableRow }
    }
  }
}

extension DeskRow {
  init(_ entry: DayEntry, _ words: Wording) {
    let due =
      entry.errand.flatMap(words.shortErrand) ?? entry.due.map(words.shortDue)
      ?? entry.amount.flatMap { $0 == .zero ? nil : words.money($0) }
    let code =
      entry.item?.barcode.text ?? entry.patron?.card.text
      ?? entry.loans?.loans.first?.item.barcode.text ?? ""
    self.init(
      at: entry.at,
      verb: (entry.isUndone ? "× " : "") + words.shortAction(entry.action),
      code: code,
      title: entry.item?.title ?? entry.title ?? entry.loans.map(words.shortTitles) ?? "",
      person: entry.patron?.name ?? entry.loans.map(words.shortReaders) ?? "",
      due: due ?? "",
      role: entry.isUndone ? .muted : .text, op: entry.op,
      subject: entry.action.isOfLoan ? .loan(entry.op, item: code) : nil)
  }
}

extension DeskAction {
  /// Whether it began a loan or let one run on.
  fileprivate var isOfLoan: Bool {
    switch self {
    case .lent, .renewed, .renewalUndone, .returnUndone, .claimed: true
    default: false
    }
  }
}

extension DeskRow {
  static func columns(_ words: Wording) -> [TableColumn] {
    [
      TableColumn(words.say(vi: "Giờ", en: "Time"), width: .fixed(5)),
      TableColumn(words.say(vi: "Việc", en: "What"), width: .fixed(11)),
      TableColumn(words.say(vi: "Mã", en: "Code"), width: .fixed(12)),
      TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Bạn đọc", en: "Patron"), width: .flexible(share: 2)),
      TableColumn(words.say(vi: "Hạn · làm gì", en: "Due · to do"), width: .fixed(14)),
    ]
  }

  var tableRow: TableRow {
    TableRow([at.clock, verb, code, title, person, due], role: role == .text ? nil : role)
  }
}
