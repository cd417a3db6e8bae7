import Terminal

/// The menu of what the house decides: each line opens a page.
final class HouseScreen: Screen {
  let context = "house"
  private let workplace: Workplace
  private var table: Table

  private static let pages: [CommandID] = [
    .houseRules, .houseCalendar, .houseTerms, .houseStaff, .houseSettings,
    .targetsOpen, .packsOpen, .selfCheckOpen, .slipsTemplates, .slipsSettings, .slipsTest,
    .remindersOpen, .historyOpen, .deskJournal, .diaryOpen, .boxesOpen, .cashOpen,
    .overduesOpen,
    .ownPassword, .signIn, .language, .typingHabit, .terminal,
  ]

  init(workplace: Workplace) {
    self.workplace = workplace
    table = Table(columns: [], count: Self.pages.count)
  }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    default:
      guard case .opened(let row) = table.update(event) else { return [] }
      return [.run(Self.pages[row])]
    }
  }

  func draw(into surface: inout Surface) {
    let words = workplace.wording
    workplace.drawTitle(words.say(vi: "THƯ VIỆN", en: "THE HOUSE"), into: &surface)
    let rows = Self.pages.map { row($0, words) }
    // Names and keys take what they need, so that as much as can be is left to what a page is for.
    func width(_ column: Int) -> Int {
      rows.map { DisplayWidth.of($0.cells[column].text) }.max() ?? 0
    }
    table.columns = [
      TableColumn("", width: .fixed(width(0))), TableColumn("", width: .flexible()),
      TableColumn("", width: .fixed(width(2)), alignment: .trailing),
    ]
    // The description of the chosen line stands whole above, where its column is too narrow for it.
    if let selected = table.selected {
      surface.write(rows[selected].cells[1].text, at: Point(row: 1, column: 1), role: .muted)
    }
    table.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 1, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 2))
    ) { range in range.map { rows[$0] } }
  }

  private func row(_ id: CommandID, _ words: Wording) -> TableRow {
    guard let command = workplace.registry[id] else { return TableRow([id.name]) }
    let key = workplace.keyMap.keys(for: id, in: context).first?.label ?? ""
    return TableRow([words.say(command.label), words.say(command.summary), key])
  }
}
