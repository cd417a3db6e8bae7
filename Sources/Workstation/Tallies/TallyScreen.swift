import LibraryCore
import LibraryStore
import Terminal

/// Counts with one key each what no barcode tells: who came in, what was read on the spot, questions, trips.
///
/// A count is stored as its key is pressed; the key for taking back takes the last one back.
final class TallyScreen: Screen {
  let context = "tally"
  let isOverlay = false
  private let workplace: Workplace
  private var audience = Audience.adult
  private var totals = TallyTotals()

  init(workplace: Workplace) { self.workplace = workplace }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    command == .undo ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared, .returned: return load()
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .command(.tallyEvent): return [.push(EventForm.screen(workplace, audience))]
    case .command(.tallyAudience):
      audience = audience == .adult ? .child : .adult
      return []
    case .command(let command):
      return tally(command).map(count) ?? []
    case .input(.text(let text)): return countCapitals(text)
    default: return []
    }
  }

  /// With the capitals locked the keys count all the same.
  private func countCapitals(_ text: String) -> [Effect] {
    text.flatMap { letter -> [Effect] in
      guard letter.isUppercase, let small = letter.lowercased().first,
        case .command(let command) = workplace.keyMap.meaning(
          of: KeySequence([Key(.character(small))]), in: context)
      else { return [] }
      return update(.command(command))
    }
  }

  /// What a command counts.
  private func tally(_ command: CommandID) -> Tally? {
    switch command {
    case .tallyVisit: Tally(.visit, audience: audience)
    case .tallyOnSite: Tally(.onSite, audience: audience)
    case .tallyReference: Tally(.reference, audience: audience)
    case .tallyTrip: Tally(.trip, audience: audience)
    default:
      (0...9).first { command == .tallyGroup($0) }.map {
        Tally(.onSite, audience: audience, group: $0)
      }
    }
  }

  private func count(_ tally: Tally) -> [Effect] {
    var effects: [Effect] = []
    switch workplace.attempt(&effects, { try workplace.desk.tally(tally) }) {
    case .saved:
      effects += workplace.good(words.say(vi: "Đã đếm ", en: "Counted ") + words.tally(tally))
    case .refused(let reasons): effects += workplace.refused(reasons)
    case .unchanged, .unknown, nil: break
    }
    return effects + load()
  }

  private func undo() -> [Effect] {
    var effects: [Effect] = []
    let last = workplace.attempt(&effects) { try workplace.desk.lastTally() } ?? nil
    guard let last else { return effects + workplace.refused([.nothingToUndo]) }
    switch workplace.attempt(&effects, { try workplace.desk.undo(last.op) }) {
    case .undone:
      effects += workplace.good(
        words.say(vi: "Đã bỏ: ", en: "Took back: ") + words.tally(last.tally))
    case .refused(let reasons): effects += workplace.refused(reasons)
    case .unknownOp, nil: break
    }
    return effects + load()
  }

  private func load() -> [Effect] {
    var effects: [Effect] = []
    if let totals = workplace.attempt(
      &effects, { try workplace.desk.tallies(on: workplace.desk.today) })
    {
      self.totals = totals
    }
    return effects
  }
}

// MARK: - Drawing

extension TallyScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "ĐẾM LƯỢT", en: "COUNT"), into: &surface)
    drawHeading(into: &surface)
    let kinds: [(CommandID, TallyKind)] = [
      (.tallyVisit, .visit), (.tallyOnSite, .onSite), (.tallyReference, .reference),
      (.tallyTrip, .trip), (.tallyEvent, .event),
    ]
    for (place, (command, kind)) in kinds.enumerated() {
      drawKind(kind, command, row: 4 + place, into: &surface)
    }
    let row = 5 + kinds.count
    surface.write(
      words.say(
        vi: "Đọc tại chỗ theo môn loại (phím số)", en: "Read on the spot by class (digit keys)"),
      at: Point(row: row, column: 2), role: .heading)
    for group in 0...9 {
      let point = Point(row: row + 1 + group % 5, column: 2 + group / 5 * 36)
      surface.write("\(group)  \(words.classGroup(group))", at: point, role: .text, width: 28)
      surface.write(
        "\(totals.read(group: group))", at: Point(row: point.row, column: point.column + 30),
        role: .text, width: 5)
    }
  }

  private func drawHeading(into surface: inout Surface) {
    let now = words.say(vi: "Đang đếm cho: ", en: "Counting for: ") + words.audience(audience)
    surface.write(now.uppercased(), at: Point(row: 1, column: 2), role: .heading)
    for (audience, column) in [(Audience.adult, 36), (.child, 50)] {
      surface.write(
        words.audience(audience), at: Point(row: 3, column: column),
        role: audience == self.audience ? .listSelected : .muted)
    }
    surface.write(
      words.say(vi: "hôm nay", en: "today"), at: Point(row: 3, column: 64), role: .muted)
  }

  private func drawKind(
    _ kind: TallyKind, _ command: CommandID, row: Int, into surface: inout Surface
  ) {
    let keys = workplace.keyMap.keys(for: command, in: context).first
    surface.write(
      keys?.label ?? "", at: Point(row: row, column: 2), role: .keyBarKey, width: 5)
    surface.write(words.tallyKind(kind), at: Point(row: row, column: 8), role: .text, width: 27)
    for (count, column) in [
      (totals.count(kind, .adult), 36), (totals.count(kind, .child), 50), (totals.count(kind), 64),
    ] {
      surface.write("\(count)", at: Point(row: row, column: column), role: .text)
    }
  }
}
