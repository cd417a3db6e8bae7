import LibraryCore
import LibraryStore
import Terminal

/// The catalogue as a drawer of cards: all titles from A to Z, or all authors with their titles.
///
/// What is typed opens the drawer at that place.
final class DrawerScreen: Screen {
  let context = "drawer"
  let workplace: Workplace
  private(set) var drawer = Drawer.title
  var line: InputField
  private(set) var list = DrawerList<FiledTitle>()

  init(workplace: Workplace, words: String = "") {
    self.workplace = workplace
    line = InputField(.text, text: words, maximumLength: 200)
  }

  var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return list.rows.isEmpty && !list.isReading ? openDrawer() : []
    case .returned(let value): return resume(value)
    case .message(let value): return (value as? DrawerList<FiledTitle>.Answer).map(take) ?? []
    case .input(.scan(let scan)): return take(scan)
    case .command(let command): return perform(command, event)
    default: return type(event)
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel:
      guard !line.isEmpty else { return [.close(nil)] }
      line.setText("")
      return openDrawer()
    case .drawerNext:
      drawer = drawer == .title ? .author : .title
      return openDrawer()
    case .lineAccept, .listOpen: return openRecord()
    case .listFirst where !list.window.showsFront, .fieldHome where line.isEmpty:
      return read(.fromBeginning)
    case .listLast where !list.window.showsEnd, .fieldEnd where line.isEmpty:
      return read(.backFromEnd)
    default:
      guard list.table.update(event) == .ignored else {
        return list.needed.map(read) ?? []
      }
      return type(event)
    }
  }

  private func type(_ event: ScreenEvent) -> [Effect] {
    switch line.update(event) {
    case .edited: openDrawer()
    case .refused: [.bell]
    case .ignored, .moved: []
    }
  }

  // MARK: - Walking

  private func openDrawer() -> [Effect] {
    read(DrawerList<FiledTitle>.opening(line.text))
  }

  private func read(_ walk: DrawerWalk) -> [Effect] {
    [
      list.read(walk) { [drawer, desk = workplace.desk] walk, limit in
        try desk.filed(in: drawer, walk, limit: limit)
      }
    ]
  }

  private func take(_ answer: DrawerList<FiledTitle>.Answer) -> [Effect] {
    var effects: [Effect] = []
    workplace.attempt(&effects) { try list.take(answer) }
    return effects
  }

  // MARK: - Opening a record

  private func openRecord() -> [Effect] {
    guard let row = list.table.selected else { return [.bell] }
    let trail = RecordTrail(list.rows.map(\.hit.id), at: row)
    return [.push(RecordScreen(workplace: workplace, trail: trail))]
  }

  /// A record was closed: reads again around it, because it may stand elsewhere now.
  private func resume(_ value: (any Sendable)?) -> [Effect] {
    guard let record = value as? EntityID,
      let row = list.rows.first(where: { $0.hit.id == record })
    else { return [] }
    return read(.at(row.place))
  }

  private func take(_ scan: Scan) -> [Effect] {
    line.takeBack(scan.alreadyTyped)
    var effects: [Effect] = []
    switch workplace.attempt(&effects, { try workplace.catalogueMeaning(of: scan) }) {
    case .copy(let facts):
      let trail = RecordTrail(facts.item.record)
      return effects + [
        .push(RecordScreen(workplace: workplace, trail: trail, copy: facts.item.barcode))
      ]
    case .isbn(let isbn):
      return effects + [.push(CatalogueScreen(workplace: workplace, isbn: isbn))]
    case .forDesk, nil: return effects + [.handToDesk(scan)]
    }
  }
}

// MARK: - Drawing

extension DrawerScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(title, into: &surface)
    let (rows, columns) = (surface.size.rows, surface.size.columns)
    let label = words.say(vi: "Đến", en: "Go to")
    let used = surface.write(label, at: Point(row: 1, column: 1), role: .fieldLabel)
    line.draw(
      into: &surface, at: Point(row: 1, column: used + 3), width: max(10, columns - used - 5),
      isFocused: true)
    list.table.columns = tableColumns(isNarrow: columns < 60)
    list.table.emptyText =
      list.isReading
      ? words.say(vi: "Đang đọc…", en: "Reading…")
      : words.say(vi: "Chưa có tài liệu nào", en: "No titles yet")
    let filed = list.rows
    list.table.draw(
      into: &surface, in: Rect(row: 2, column: 0, rows: max(0, rows - 2), columns: columns)
    ) { range in range.map { row(filed[$0].hit) } }
  }

  private var title: String {
    switch drawer {
    case .title: words.say(vi: "NHAN ĐỀ A–Z", en: "TITLES A–Z")
    case .author: words.say(vi: "TÁC GIẢ A–Z", en: "AUTHORS A–Z")
    }
  }

  private func tableColumns(isNarrow: Bool) -> [TableColumn] {
    let author = TableColumn(
      words.say(vi: "Tác giả", en: "Author"),
      width: isNarrow && drawer == .title ? .fixed(0) : .flexible(share: 2))
    let title = TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 5))
    return (drawer == .title ? [title, author] : [author, title]) + [
      TableColumn(words.say(vi: "Năm", en: "Year"), width: .fixed(4)),
      TableColumn(words.say(vi: "Phân loại", en: "Class"), width: .fixed(isNarrow ? 0 : 10)),
      TableColumn(words.say(vi: "Còn", en: "In"), width: .fixed(6), alignment: .trailing),
    ]
  }

  private func row(_ hit: TitleHit) -> TableRow {
    let heading = [TableRow.Cell(hit.title), TableRow.Cell(hit.author ?? "")]
    return TableRow(
      (drawer == .title ? heading : heading.reversed()) + [
        TableRow.Cell(hit.year ?? ""), TableRow.Cell(hit.classMark ?? ""),
        CatalogueScreen.copies(of: hit),
      ])
  }
}
