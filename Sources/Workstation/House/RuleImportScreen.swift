import LibraryCore
import LibraryStore
import Terminal

/// What a table of rules would change, before a key takes it; nothing can be taken of a table with a fault.
final class RuleImportScreen: Screen {
  let context = "ruleImport"
  let isQuestion = true
  let isOverlay = false
  private let workplace: Workplace
  private let path: String
  private let read: Result<RuleTable, RuleTable.Faults>
  private let replacing: Bool
  private var page: TextView

  init(
    workplace: Workplace, path: String, _ read: Result<RuleTable, RuleTable.Faults>, replacing: Bool
  ) {
    self.workplace = workplace
    self.path = path
    self.read = read
    self.replacing = replacing
    page = TextView([])
    page.setText([StyledText(path, role: .heading)] + lines)
  }

  private var words: Wording { workplace.wording }

  private var lines: [StyledText] {
    guard let house = workplace.house else { return [] }
    switch read {
    case .failure(let faults):
      return faults.all.map { StyledText(words.ruleTableFault($0), role: .error, hangingIndent: 2) }
    case .success(let table):
      let rows = house.rules.rows(of: table, replacing: replacing)
      let faults = house.faults(in: rows)
      guard faults.isEmpty else { return lines(faults, table) }
      let changes = house.rules.changes(setting: rows, replacing: replacing)
      guard !changes.isEmpty else { return [StyledText(words.noRuleChanges)] }
      let comparison = house.comparison(
        setting: rows, replacing: replacing, on: workplace.clock.now().day)
      return [StyledText(words.ruleChanges(changes), role: .heading)]
        + words.ruleComparison(comparison).map { StyledText($0, hangingIndent: 2) }
    }
  }

  private func lines(_ faults: [RulesOutcome.Fault], _ table: RuleTable) -> [StyledText] {
    faults.map { fault in
      StyledText(
        words.ruleRowFault(line: table.lines[fault.row], fault.reasons), role: .error,
        hangingIndent: 2)
    }
  }

  func disabledReason(for command: CommandID) -> String? {
    guard command == .rulesTake else { return workplace.missingRight(for: command) }
    if case .failure = read { return words.say(vi: "Tệp còn lỗi", en: "The file has faults") }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .command(.cancel): return [.close(nil)]
    case .command(.rulesTake): return take()
    default:
      _ = page.update(event)
      return []
    }
  }

  private func take() -> [Effect] {
    guard case .success(let table) = read else { return [.bell] }
    let name = String(path.split(separator: "/").last ?? "")
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.setRules(table, replacing: replacing, source: name)
    }
    switch outcome {
    case .saved(let changes, let batch, let op):
      return effects + [.close(SavedThing(id: batch, op: op))]
        + workplace.good(
          words.say(vi: "Đã ghi quy định: ", en: "Saved the rules: ") + words.ruleChanges(changes))
    case .unchanged: return effects + [.close(nil)] + workplace.good(words.noRuleChanges)
    case .faulty(let faults):
      page.setText([StyledText(path, role: .heading)] + lines(faults, table))
      return effects + [.bell]
    case .refused(let reasons): return effects + workplace.refused(reasons)
    case nil: return effects
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "NHẬP QUY ĐỊNH: SẼ ĐỔI GÌ", en: "RULES: WHAT WOULD CHANGE"), into: &surface)
    page.draw(
      into: &surface,
      in: Rect(
        row: 2, column: 2, rows: max(0, surface.size.rows - 2),
        columns: max(0, surface.size.columns - 4)))
  }
}
