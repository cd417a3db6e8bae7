import LibraryCore
import LibraryStore
import Terminal

/// Finds patrons while one types: card, parts of a name in any order, birth year, phone.
final class PatronSearchScreen: Screen {
  let context = "patrons"
  private let workplace: Workplace
  private var line: Field
  private var table = Table(columns: [])
  private var found = Found(words: "")
  /// The order of the list of everybody, which stands there while nothing is typed.
  private var order = PatronOrder.givenName
  /// Who is listed and looked for.
  private var filter = PatronFilter.everybody
  /// Whether the answer to the last keystroke is still on its way.
  private var isSearching = true
  /// Enter was pressed before the answer came: open it if it is the only one.
  private var opensOnlyHit = false

  /// What is known of the answer: pages are read when they come into sight.
  fileprivate struct Found {
    var words: String
    var total = 0
    var isComplete = true
    var pages: [Int: [PatronHit]] = [:]
    var asked: Set<Int> = []
    var order = PatronOrder.givenName
    var filter = PatronFilter.everybody

    /// Whether these are all patrons there are.
    var isEverybody: Bool { words.allSatisfy(\.isWhitespace) }

    subscript(row: Int) -> PatronHit? {
      let page = pages[row / PatronSearchScreen.pageRows]
      let index = row % PatronSearchScreen.pageRows
      return page.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }

  private struct Page: Sendable {
    var words: String
    var order: PatronOrder
    var filter: PatronFilter
    var number: Int
    var result: Result<PatronHits, any Error>
  }

  fileprivate static let pageRows = 100

  init(workplace: Workplace, words: String = "") {
    self.workplace = workplace
    line = workplace.keyboard.line(words)
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return search()
    case .returned(let value): return resume(value)
    case .message(let page as Page): return take(page)
    case .input(.scan(let scan)): return take(scan)
    case .command(.cancel): return cancel()
    case .command(.lineAccept): return accept()
    case .command(.patronsSort): return sort()
    case .command(.patronsFilter): return [.push(PatronFilterForm.screen(workplace, filter))]
    case .command(.patronsClasses): return [.push(ClassesScreen(workplace: workplace))]
    case .command(.patronsEnrol): return [.push(form(named: line.text))]
    case .command(.fieldHome) where line.isEmpty: return walk(.listFirst)
    case .command(.fieldEnd) where line.isEmpty: return walk(.listLast)
    default: break
    }
    if line.update(event) == .edited {
      table.select(0)
      return search()
    }
    guard case .command(let command) = event else { return [] }
    return walk(command)
  }

  private func walk(_ command: CommandID) -> [Effect] {
    table.update(.command(command)) == .moved ? readVisible() : []
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    if let wanted = value as? PatronFilter {
      filter = wanted
      table.select(0)
    }
    if let enrolled = value as? SavedPatron {
      var effects: [Effect] = []
      let facts =
        workplace.attempt(&effects) {
          try workplace.desk.patron(enrolled.card.text)
        } ?? nil
      line.setText("")
      return effects + search()
        + (facts.map { [.push(PatronScreen(workplace: workplace, patron: $0.patron.id))] } ?? [])
    }
    return search()
  }

  /// Takes back the words, then the filter, then the screen.
  private func cancel() -> [Effect] {
    guard !line.isEmpty || !filter.isEmpty else { return [.close(nil)] }
    if line.isEmpty { filter = .everybody }
    line.setText("")
    return search()
  }

  private func sort() -> [Effect] {
    guard line.isEmpty else {
      return workplace.bad(
        words.say(
          vi: "Chỉ xếp được danh sách đầy đủ: xoá các chữ đã gõ",
          en: "Only the whole list is sorted: clear what was typed"))
    }
    order = order.next
    table.select(0)
    return search()
  }

  private func accept() -> [Effect] {
    guard !isSearching else {
      opensOnlyHit = true
      return []
    }
    guard let hit = table.selected.flatMap({ found[$0] }) else { return [.bell] }
    return open(hit)
  }

  private func open(_ hit: PatronHit) -> [Effect] {
    [.push(PatronScreen(workplace: workplace, patron: hit.patron.id))]
  }

  /// A name that was searched in vain is not typed a second time.
  private func form(named text: String) -> any Screen {
    let isName = text.contains(where: \.isLetter) && !text.contains(where: \.isNumber)
    return PatronFormScreen(workplace: workplace, .enrol(PatronDraft(name: isName ? text : "")))
  }

  private func take(_ scan: Scan) -> [Effect] {
    line.takeBack(scan.alreadyTyped)
    if let card = CitizenCard(qr: scan.code) {
      var effects: [Effect] = []
      if let known = workplace.attempt(&effects, { try workplace.desk.holder(of: card) }) ?? nil {
        return effects + [.push(PatronScreen(workplace: workplace, patron: known.patron.id))]
      }
      return [.push(PatronFormScreen(workplace: workplace, .enrol(PatronDraft(card))))]
    }
    var effects: [Effect] = []
    let looked = workplace.attempt(&effects) {
      try workplace.desk.look(scan.code, preferring: .card)
    }
    if case .patron(let facts) = looked {
      return effects + [.push(PatronScreen(workplace: workplace, patron: facts.patron.id))]
    }
    return effects + [.handToDesk(scan)]
  }
}

// MARK: - Searching

extension PatronSearchScreen {
  private func search() -> [Effect] {
    isSearching = true
    opensOnlyHit = false
    return [read(line.text, page: 0, job: "search")]
  }

  private func readVisible() -> [Effect] {
    guard !isSearching, !table.visibleRows.isEmpty else { return [] }
    let rows = table.visibleRows
    let first = rows.lowerBound / Self.pageRows
    let last = (rows.upperBound - 1) / Self.pageRows
    // The last one first: from it the one before is a step.
    return (first...last).reversed().filter { page in
      !found.waits(for: page) && found.asked.insert(page).inserted
    }.map { read(found.words, page: $0, job: "page \($0)") }
  }

  private func read(_ text: String, page: Int, job: String) -> Effect {
    let (desk, order, filter) = (workplace.desk, order, filter)
    let isEverybody = text.allSatisfy(\.isWhitespace)
    let step = page > 0 && isEverybody ? found.step(to: page) : nil
    let total = found.total
    return .job(name: job) {
      Page(
        words: text, order: order, filter: filter, number: page,
        result: Result {
          if let step {
            let hits = try desk.patrons(
              sortedBy: order, among: filter, step.walk, limit: step.rows)
            return PatronHits(hits: hits, total: total)
          }
          let offset = page * Self.pageRows
          return isEverybody
            ? try desk.patrons(
              sortedBy: order, among: filter, limit: Self.pageRows, offset: offset)
            : try desk.findPatrons(text, among: filter, limit: Self.pageRows, offset: offset)
        })
    }
  }

  private func take(_ page: Page) -> [Effect] {
    let hits: PatronHits
    switch page.result {
    case .success(let read): hits = read
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
    if page.number == 0 {
      found = Found(
        words: page.words, total: hits.total, isComplete: hits.isComplete, asked: [0],
        order: page.order, filter: page.filter)
      isSearching = false
    } else if page.words != found.words || page.order != found.order
      || page.filter != found.filter
    {
      return []
    }
    found.pages[page.number] = hits.hits
    table.setCount(found.total)
    guard page.number == 0, opensOnlyHit else { return readVisible() }
    opensOnlyHit = false
    return hits.hits.count == 1 ? open(hits.hits[0]) : [.bell]
  }
}

extension PatronSearchScreen.Found {
  /// Whether a page next to this one is on its way, from which this one will be a step.
  fileprivate func waits(for page: Int) -> Bool {
    isEverybody && step(to: page) == nil
      && (asked.contains(page - 1) || asked.contains(page + 1))
  }

  /// How a page of the list of everybody is reached from what is known, in the same time anywhere in it.
  ///
  /// From the page before or behind it, or from the end; nil where one must count from the front.
  fileprivate func step(to page: Int) -> (walk: PatronWalk, rows: Int)? {
    let pageRows = PatronSearchScreen.pageRows
    let rows = min(pageRows, total - page * pageRows)
    if let last = pages[page - 1]?.last { return (.behind(last.patron.id), rows) }
    if let first = pages[page + 1]?.first { return (.backFrom(first.patron.id), rows) }
    return page == (total - 1) / pageRows ? (.backFromEnd, rows) : nil
  }
}

// MARK: - Drawing

extension PatronSearchScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "TÌM BẠN ĐỌC", en: "PATRONS"), into: &surface)
    let columns = surface.size.columns
    line.placeholder = words.say(
      vi: "thẻ, tên có dấu hoặc không, năm sinh, điện thoại",
      en: "card, name with or without tones, birth year, phone")
    surface.write(">", at: Point(row: 1, column: 1), role: .fieldLabel)
    line.draw(into: &surface, at: Point(row: 1, column: 3), width: columns - 20, isFocused: true)
    surface.write(total, at: Point(row: 1, column: columns - 16), role: .muted)
    if !isSearching, found.isEverybody || !found.filter.isEmpty {
      surface.write(
        ([filterText] + (found.isEverybody ? [orderText] : [])).compactMap(\.self)
          .joined(separator: " – "), at: Point(row: 2, column: 3),
        role: found.filter.isEmpty ? .muted : .warning, width: columns - 4)
    }
    table.columns = tableColumns
    table.emptyText =
      isSearching
      ? words.say(vi: "Đang tìm…", en: "Searching…")
      : words.say(vi: "Không có bạn đọc nào như vậy", en: "No such patron")
    table.draw(
      into: &surface, in: Rect(row: 3, column: 0, rows: surface.size.rows - 3, columns: columns)
    ) { range in range.map(row) }
  }

  private var total: String {
    guard !isSearching else { return "" }
    let count = found.isComplete ? "\(found.total)" : "> \(found.total)"
    return words.say(vi: "\(count) người", en: counted(count, "patron"))
  }

  /// Whom the filter leaves in; nil for everybody.
  private var filterText: String? {
    let parts = [
      found.filter.sex.map(words.sex),
      found.filter.occupation.map { workplace.termName(.occupation, $0) },
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil : words.say(vi: "Chỉ ", en: "Only ") + parts.joined(separator: ", ")
  }

  private var orderText: String {
    switch found.order {
    case .givenName:
      words.say(
        vi: "Mọi bạn đọc, theo tên, rồi họ, rồi đệm",
        en: "All patrons by given name, then family name")
    case .card: words.say(vi: "Mọi bạn đọc, theo số thẻ", en: "All patrons by card")
    }
  }

  private var tableColumns: [TableColumn] {
    [
      TableColumn(words.say(vi: "Số thẻ", en: "Card"), width: .fixed(12)),
      TableColumn(words.say(vi: "Họ và tên", en: "Name"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Sinh", en: "Born"), width: .fixed(10)),
      TableColumn(words.say(vi: "Đối tượng", en: "Category"), width: .flexible(share: 1)),
      TableColumn(words.say(vi: "Mượn", en: "Loans"), width: .fixed(5), alignment: .trailing),
      TableColumn(words.say(vi: "Còn nợ", en: "Owes"), width: .fixed(11), alignment: .trailing),
    ]
  }

  private func row(_ index: Int) -> TableRow {
    guard let hit = found[index] else { return TableRow(["…"], role: .muted) }
    let patron = hit.patron
    return TableRow(
      [
        patron.card.text, patron.name, words.birth(patron.born),
        workplace.termName(.patronCategory, patron.category), hit.loans == 0 ? "" : "\(hit.loans)",
        hit.owed == .zero ? "" : words.money(hit.owed),
      ], role: patron.status == .blocked ? .warning : nil)
  }
}
