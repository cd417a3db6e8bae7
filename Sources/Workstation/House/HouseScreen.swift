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
    table.columns = [
      TableColumn("", width: .fixed(20)), TableColumn("", width: .flexible()),
      TableColumn("", width: .fixed(8), alignment: .trailing),
    ]
    table.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 1, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 2))
    ) { range in range.map { row(Self.pages[$0], words) } }
  }

  private func row(_ id: CommandID, _ words: Wording) -> TableRow {
    guard let command = workplace.registry[id] else { return TableRow([id.name]) }
    let key = workplace.keyMap.keys(for: id, in: context).first?.label ?? ""
    return TableRow([words.say(command.label), words.say(command.summary), key])
  }
}
