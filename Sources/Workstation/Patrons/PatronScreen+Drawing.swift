import LibraryCore
import LibraryStore
import Terminal

extension PatronScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "HỒ SƠ BẠN ĐỌC", en: "PATRON"), into: &surface)
    guard let facts else { return }
    let columns = surface.size.columns
    surface.write(facts.patron.name, at: Point(row: 1, column: 1), role: .heading)
    var row = 2
    for line in lines(about: facts.patron) {
      for spans in StyledText(line.text, role: line.role, hangingIndent: 2)
        .wrapped(columns: columns - 2)
      {
        surface.write(spans, at: Point(row: row, column: 1), width: columns - 2)
        row += 1
      }
    }
    drawFigures(facts, into: &surface, row: row)
    row += 1
    surface.drawHorizontalLine(at: Point(row: row, column: 0), length: columns)
    drawListNames(facts, into: &surface, row: row)
    drawList(
      into: &surface,
      Rect(row: row + 1, column: 0, rows: max(0, surface.size.rows - row - 1), columns: columns))
  }

  /// What is known of the person, as few lines as it takes.
  private func lines(about patron: Patron) -> [(text: String, role: Role)] {
    let category = workplace.termName(.patronCategory, patron.category)
    let card = [
      words.say(vi: "Thẻ \(patron.card)", en: "Card \(patron.card)"), category,
      patron.born.map { words.say(vi: "sinh ", en: "born ") + words.birth($0) },
      patron.enrolledOn.map { words.say(vi: "cấp ", en: "since ") + words.day($0) },
      patron.expiresOn.map { words.say(vi: "giá trị đến ", en: "until ") + words.day($0) },
    ]
    let contact = [patron.phone, patron.email, patron.address]
    var lines: [(text: String, role: Role)] = [card, contact, school].map { parts in
      (parts.compactMap { $0 }.joined(separator: " · "), .text)
    }
    for remark in facts?.remarks ?? [] {
      lines.append((words.remarkLine(remark), remark.kind == .restriction ? .error : .warning))
    }
    if patron.status == .blocked {
      lines.append((words.refusal(.patronBlocked(reason: patron.blockReason)), .error))
    }
    if let day = patron.expiresOn, day < workplace.desk.today {
      lines.append((words.refusal(.cardExpired(on: day)), .error))
    }
    if facts?.lacksGuardian(on: workplace.desk.today) == true {
      lines.append((words.guardianMissing(age: patron.age(on: workplace.desk.today)), .warning))
    }
    switch details?.consentState {
    case .refused(let day): lines.append((words.consentRefused(on: day), .warning))
    case .missing:
      lines.append(("\(words.consentLabel): \(words.consentState(.missing))", .muted))
    case .given, nil: break
    }
    if let note = patron.note {
      let text = note.split(whereSeparator: \.isNewline).joined(separator: " / ")
      lines.append((text, .warning))
    }
    return lines.filter { !$0.text.isEmpty }
  }

  /// Class, guardian and consent, as far as they are known.
  private var school: [String?] {
    guard let details else { return [] }
    let guardian = [
      details.guardian.map { "\($0.name) (\($0.card))" } ?? details.guardianName,
      details.guardianPhone,
    ].compactMap { $0 }
    return [
      details.className.map { words.say(vi: "Lớp \($0)", en: "Class \($0)") },
      details.schoolYear, details.sex.map(words.sex),
      details.occupation.map { workplace.termName(.occupation, $0) },
      guardian.isEmpty
        ? nil
        : words.say(vi: "giám hộ: ", en: "guardian: ") + guardian.joined(separator: " "),
      details.consent.map {
        words.say(vi: "đồng ý \(words.day($0.on))", en: "consent \(words.day($0.on))")
      },
    ]
  }

  private func drawFigures(_ facts: PatronFacts, into surface: inout Surface, row: Int) {
    var column = 1
    func put(_ text: String, _ role: Role) {
      column += surface.write(text, at: Point(row: row, column: column), role: role) + 2
    }
    put(words.say(vi: "Đang mượn \(facts.loans)", en: "Loans \(facts.loans)"), .text)
    put(
      words.say(vi: "Quá hạn \(facts.overdues)", en: "Overdue \(facts.overdues)"),
      facts.overdues > 0 ? .overdue : .text)
    put(
      words.accountSums(owed: facts.owed, held: facts.held),
      facts.owed > .zero ? .warning : .text)
    guard facts.holds > 0 else { return }
    put(
      words.say(
        vi: "Giữ chỗ \(facts.holds), đã có \(facts.holdsReady)",
        en: "Holds \(facts.holds), ready \(facts.holdsReady)"),
      facts.holdsReady > 0 ? .warning : .text)
  }

  /// The names of the lists on the line above, the one shown in brackets.
  private func drawListNames(_ facts: PatronFacts, into surface: inout Surface, row: Int) {
    var column = 1
    for list in List.allCases {
      let name = list == self.list ? "[\(name(of: list))]" : " \(name(of: list)) "
      column +=
        surface.write(
          name, at: Point(row: row, column: column), role: list == self.list ? .heading : .muted)
        + 1
    }
  }

  private func name(of list: List) -> String {
    switch list {
    case .loans: words.say(vi: "Đang mượn", en: "On loan")
    case .past: words.say(vi: "Mọi lượt mượn", en: "All loans")
    case .account: words.say(vi: "Tài khoản", en: "Account")
    }
  }

  private func drawList(into surface: inout Surface, _ rect: Rect) {
    switch list {
    case .loans:
      table.columns = loanColumns
      table.emptyText = words.say(vi: "Không mượn bản nào", en: "Nothing on loan")
    case .past:
      table.columns = pastColumns
      table.emptyText = words.say(vi: "Chưa mượn lần nào", en: "No loans yet")
    case .account:
      table.columns = AccountTable.columns(words)
      table.emptyText = words.say(vi: "Chưa có khoản nào", en: "Nothing in this account")
    }
    table.draw(into: &surface, in: rect) { range in range.map(row) }
  }

  private func row(_ index: Int) -> TableRow {
    switch list {
    case .loans: row(running: loans[index])
    case .past: row(any: past[index])
    case .account: AccountTable.row(account[index], words)
    }
  }
}

// MARK: - Rows

extension PatronScreen {
  private var loanColumns: [TableColumn] {
    [
      barcodeColumn, titleColumn,
      TableColumn(words.say(vi: "Ngày mượn", en: "Lent"), width: .fixed(10)),
      TableColumn(words.say(vi: "Hạn trả", en: "Due"), width: .fixed(11)),
      TableColumn(words.say(vi: "Còn lại", en: "Left"), width: .fixed(13)),
      TableColumn(
        words.say(vi: "Gia hạn", en: "Renewed"), width: .fixed(7), alignment: .trailing),
    ]
  }

  private func row(running loan: LoanLine) -> TableRow {
    TableRow(
      [
        loan.barcode, loan.title, words.day(loan.lentAt.day), words.shortDue(loan.due),
        loan.claim.map(words.shortClaim)
          ?? (loan.isLongOverdue ? words.say(vi: "quá hạn lâu", en: "long overdue") : nil)
            ?? words.timeLeft(until: loan.dueOn, from: workplace.desk.today),
        loan.renewals == 0 ? "" : "\(loan.renewals)",
      ], role: loan.isOverdue ? .overdue : nil)
  }

  private var pastColumns: [TableColumn] {
    [
      barcodeColumn, titleColumn,
      TableColumn(words.say(vi: "Ngày mượn", en: "Lent"), width: .fixed(10)),
      TableColumn(words.say(vi: "Ngày trả", en: "Returned"), width: .fixed(10)),
      TableColumn(words.say(vi: "Trễ", en: "Late"), width: .fixed(5), alignment: .trailing),
      TableColumn(words.say(vi: "Phạt", en: "Fine"), width: .fixed(10), alignment: .trailing),
    ]
  }

  private func row(any loan: LoanLine) -> TableRow {
    TableRow(
      [
        loan.barcode, loan.title, words.day(loan.lentAt.day),
        loan.returnedAt.map { words.day($0.day) } ?? words.say(vi: "đang mượn", en: "on loan"),
        loan.lateDays == 0 ? "" : "\(loan.lateDays)",
        loan.charge == .zero ? "" : words.money(loan.charge),
      ], role: loan.isOverdue ? .overdue : nil)
  }

  private var barcodeColumn: TableColumn {
    TableColumn(words.say(vi: "ĐKCB", en: "Barcode"), width: .fixed(10))
  }

  private var titleColumn: TableColumn {
    TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible())
  }
}
