import LibraryCore
import LibraryStore
import Terminal

/// Holds: those of a reader, the queue for a title, or what the whole library has to do about them.
final class HoldsScreen: Screen {
  /// Whose holds are shown.
  enum Scope: Equatable, Sendable {
    case patron(EntityID, name: String, card: CardNumber)
    case title(EntityID, title: String)
    /// What is to be fetched from the shelves.
    case pull
    case shelf
    case expired
    /// Copies under way to other libraries.
    case sent
  }

  /// What was read on a worker thread.
  private struct Answer: Sendable {
    var scope: Scope
    var withEnded: Bool
    var rows: Result<[HoldRow], any Error>
  }

  let context = "holds"
  let isOverlay = false
  private let workplace: Workplace
  private(set) var scope: Scope
  private var rows: [HoldRow]?
  /// Whether what ended is shown too, in the list of a patron.
  private var withEnded = false
  private var table = Table(columns: [])
  private var cancelling: Hold?
  private var done: [OpID] = []

  init(workplace: Workplace, scope: Scope = .pull) {
    self.workplace = workplace
    self.scope = scope
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    if command == .holdsNextList, scope.next == nil {
      return words.say(vi: "Ở đây chỉ có một danh sách", en: "There is one list here")
    }
    let needsRow: [CommandID] = [.holdsEdit, .holdsCancel]
    if needsRow.contains(command), selected == nil {
      return words.say(vi: "Không có giữ chỗ nào đang chọn", en: "No hold is selected")
    }
    if command == .holdsEnded, scope.patron == nil {
      return words.say(
        vi: "Chỉ trong giữ chỗ của một bạn đọc", en: "Only in the holds of a patron")
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value): return resume(value) + read()
    case .message(let answer as Answer): return show(answer)
    case .input(.scan(let scan)): return Effect.handToDesk(scan, for: scope.card)
    case .command(let command): return perform(command, event)
    default: return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel: return [.close(nil)]
    case .holdsNew: return [.push(HoldForm.placing(workplace, given))]
    case .holdsEdit:
      return selected.map { [.push(HoldForm.editing(workplace, $0))] } ?? [.bell]
    case .holdsCancel: return askToCancel()
    case .holdsClear: return clear()
    case .holdsNextList:
      guard let next = scope.next else { return [.bell] }
      scope = next
      table.select(0)
      return read()
    case .holdsEnded:
      guard scope.patron != nil else { return [.bell] }
      withEnded.toggle()
      return read()
    case .undo: return undo()
    case .explain: return explain()
    default: if case .opened = table.update(event) { return explain() }
    }
    return []
  }

  private var given: HoldForm.Given {
    switch scope {
    case .patron(_, let name, let card): HoldForm.Given(card: card, title: "\(name)  (\(card))")
    case .title(let record, let title): HoldForm.Given(record: record, title: title)
    case .pull, .shelf, .expired, .sent: HoldForm.Given()
    }
  }

  private var selected: Hold? {
    guard let rows, let row = table.selected, rows.indices.contains(row) else { return nil }
    return rows[row].hold
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    let hold = cancelling
    cancelling = nil
    if let saved = value as? SavedThing { done.append(saved.op) }
    if let answer = value as? Dialog.Answer, answer.command == .dialogYes, let hold {
      return cancel(hold, answer.reason)
    }
    return []
  }

  private func read() -> [Effect] {
    let (desk, scope, withEnded) = (workplace.desk, scope, withEnded)
    return [
      .job(name: "holds") {
        Answer(
          scope: scope, withEnded: withEnded,
          rows: Result { try HoldRow.read(scope, desk, withEnded: withEnded) })
      }
    ]
  }

  private func show(_ answer: Answer) -> [Effect] {
    guard answer.scope == scope, answer.withEnded == withEnded else { return [] }
    switch answer.rows {
    case .success(let rows):
      self.rows = rows
      table.setCount(rows.count)
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
    return []
  }

  private func explain() -> [Effect] {
    selected.map { ExplanationPage.effects(workplace, .hold($0.id)) } ?? [.bell]
  }
}

// MARK: - Ending and undoing

extension HoldsScreen {
  private func askToCancel() -> [Effect] {
    guard let hold = selected else { return [.bell] }
    cancelling = hold
    let dialog = Dialog(
      title: words.say(vi: "Bỏ giữ chỗ này?", en: "Cancel this hold?"),
      message: [
        StyledText(words.holdWanted(hold.wanted), role: .heading),
        StyledText("\(hold.patron.name)  (\(hold.patron.card))"),
      ],
      choices: [
        Dialog.Choice(
          .dialogYes, label: words.say(vi: "Bỏ giữ chỗ", en: "Cancel it"), needsReason: true),
        Dialog.Choice(.cancel, label: words.say(vi: "Để nguyên", en: "Leave it")),
      ], isDanger: true, asksReason: true,
      composer: VietnameseComposer(workplace.keyboard, mayBeCode: false),
      language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  private func cancel(_ hold: Hold, _ reason: String) -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.endHold(hold.id, reason: reason)
    }
    return effects + (outcome.map { told([$0]) } ?? [])
  }

  private func clear() -> [Effect] {
    var effects: [Effect] = []
    let outcomes = workplace.attempt(&effects) { try workplace.desk.clearExpiredHolds() }
    return effects + told(outcomes ?? []) + read()
  }

  /// Says what ended; copies to take off the hold shelf are listed on a page that stays.
  private func told(_ outcomes: [HoldEndOutcome]) -> [Effect] {
    var lines: [String] = []
    var copies = 0
    for outcome in outcomes {
      switch outcome {
      case .ended(let hold, _, let copy, let op):
        done.append(op)
        lines += words.endedHold(hold, copy: copy)
        if copy != nil { copies += 1 }
      case .refused(let reasons): return workplace.refused(reasons)
      case .unknownHold: return [.bell]
      }
    }
    let summary = words.say(
      vi: "Đã bỏ \(outcomes.count) giữ chỗ", en: "Ended \(counted(outcomes.count, "hold"))")
    guard copies > 0 else { return workplace.good(summary) }
    return [
      .push(
        TextScreen(
          workplace: workplace, title: words.say(vi: "BỎ GIỮ CHỖ", en: "HOLDS ENDED"),
          paragraphs: [StyledText(summary, role: .heading)]
            + lines.map { StyledText($0, hangingIndent: 4) }))
    ]
  }

  private func undo() -> [Effect] {
    guard let op = done.last else {
      return workplace.bad(
        words.say(vi: "Chưa làm gì ở đây để hoàn tác", en: "Nothing was done here yet"))
    }
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.undo(op) }) else {
      return effects
    }
    if case .undone = outcome { done.removeLast() }
    return effects + workplace.told(outcome) + read()
  }
}

extension HoldsScreen.Scope {
  static func of(_ patron: Patron) -> HoldsScreen.Scope {
    .patron(patron.id, name: patron.name, card: patron.card)
  }

  fileprivate var card: CardNumber? { if case .patron(_, _, let card) = self { card } else { nil } }

  var patron: EntityID? { if case .patron(let id, _, _) = self { id } else { nil } }

  /// The list that follows, where there is more than one.
  var next: HoldsScreen.Scope? {
    switch self {
    case .pull: .shelf
    case .shelf: .expired
    case .expired: .sent
    case .sent: .pull
    case .patron, .title: nil
    }
  }
}

/// One line of a list of holds.
struct HoldRow: Sendable {
  /// Nil for a copy that only goes home.
  var hold: Hold?
  /// The copy to be fetched or fetched already, and where it stands.
  var item: ItemLine?
  var location: String?
  /// The library it is under way to, and for whom.
  var to: String?
  var reader: PatronLine?
  /// Its place in the queue, where it waits.
  var forecast: HoldForecast?
  /// What people call the library where it is fetched, in the list of copies to fetch.
  var pickup: String?

  private init(_ line: QueueLine) {
    (hold, item, forecast) = (line.hold, line.hold.copy, line.forecast)
  }

  private init(
    hold: Hold? = nil, item: ItemLine?, location: String? = nil, to: String? = nil,
    reader: PatronLine? = nil, pickup: String? = nil
  ) {
    (self.hold, self.item, self.location) = (hold, item, location)
    (self.to, self.reader, self.pickup) = (to, reader, pickup)
  }

  static func read(_ scope: HoldsScreen.Scope, _ desk: Desk, withEnded: Bool) throws -> [HoldRow] {
    switch scope {
    case .pull:
      try desk.pullList().map {
        HoldRow(hold: $0.hold, item: $0.item, location: $0.location, pickup: $0.pickup)
      }
    case .patron(let id, _, _): try desk.queue(of: id, includeEnded: withEnded).map { HoldRow($0) }
    case .title(let id, _): try desk.queue(onTitle: id).map { HoldRow($0) }
    case .shelf: try desk.holdShelf().map { HoldRow(hold: $0, item: $0.copy) }
    case .expired: try desk.expiredHolds().map { HoldRow(hold: $0, item: $0.copy) }
    case .sent:
      try desk.transfers().map { HoldRow(item: $0.item, to: $0.to, reader: $0.kept?.patron) }
    }
  }
}

// MARK: - Drawing

extension HoldsScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "GIỮ CHỖ", en: "HOLDS"), into: &surface)
    let columns = surface.size.columns
    surface.write(heading, at: Point(row: 1, column: 1), role: .heading, width: columns - 2)
    guard let rows else {
      surface.write(
        words.say(vi: "Đang tìm…", en: "Looking…"), at: Point(row: 3, column: 1), role: .muted)
      return
    }
    table.columns = tableColumns
    table.emptyText = words.say(vi: "Không có giữ chỗ nào", en: "No holds")
    table.draw(
      into: &surface,
      in: Rect(row: 2, column: 0, rows: max(0, surface.size.rows - 2), columns: columns)
    ) { range in range.map { self.row(rows[$0]) } }
  }

  private var heading: String {
    switch scope {
    case .patron(_, let name, let card):
      "\(name)  (\(card))" + (withEnded ? words.say(vi: ", cả đã xong", en: ", ended too") : "")
    case .title(_, let title): words.say(vi: "Hàng chờ: ", en: "Queue: ") + title
    case .pull:
      words.say(vi: "Cần lấy từ giá, theo thứ tự giá", en: "To fetch, in shelf order")
    case .shelf: words.say(vi: "Trên giá giữ chỗ", en: "On the hold shelf")
    case .expired: words.say(vi: "Hết hạn, cần dọn", en: "Expired, to clear")
    case .sent: words.say(vi: "Đang chuyển đến thư viện khác", en: "Under way to other libraries")
    }
  }

  private var tableColumns: [TableColumn] {
    let title = TableColumn(words.say(vi: "Nhan đề", en: "Title"), width: .flexible(share: 3))
    let patron = TableColumn(words.say(vi: "Bạn đọc", en: "Patron"), width: .flexible(share: 2))
    let code = TableColumn(words.say(vi: "Mã bản", en: "Copy"), width: .fixed(12))
    let state = TableColumn(words.say(vi: "Tình trạng", en: "State"), width: .fixed(26))
    switch scope {
    case .pull:
      let place = TableColumn(
        words.say(vi: "Kho · ký hiệu", en: "Place"), width: .flexible(share: 2))
      guard namesPickup else { return [place, code, title, patron] }
      let pickup = TableColumn(words.fieldName("pickup"), width: .flexible(share: 2))
      return [place, code, title, patron, pickup]
    case .patron: return [title, code, state]
    case .title: return [patron, code, state]
    case .shelf, .expired: return [patron, code, title, state]
    case .sent:
      let to = TableColumn(words.say(vi: "Đến", en: "To"), width: .fixed(12))
      return [to, code, title, patron]
    }
  }

  /// Where a house has one place to fetch holds, naming it in each line says nothing.
  private var namesPickup: Bool { !(workplace.house?.terms(.library) ?? []).isEmpty }

  private func row(_ row: HoldRow) -> TableRow {
    let code = row.item?.barcode.text ?? ""
    guard let hold = row.hold else {
      let reader = row.reader.map { "\($0.card) \($0.name)" } ?? ""
      return TableRow([
        row.to.map { words.term(.library, $0) } ?? "", code, row.item?.title ?? "", reader,
      ])
    }
    let today = workplace.desk.today
    let state = hold.state(on: today)
    // The card stands first: it tells people of one name apart where the column is cut.
    let patron = "\(hold.patron.card) \(hold.patron.name)"
    let title = row.item?.title ?? words.holdWanted(hold.wanted)
    let role: Role? =
      switch state {
      case .lapsed, .uncollected: .overdue
      case .frozen, .filled, .cancelled: .muted
      default: nil
      }
    let standing = words.queueState(QueueLine(hold: hold, forecast: row.forecast), on: today)
    switch scope {
    case .pull, .sent:
      let at = [row.location, row.item?.callNumber].compactMap { $0 }.joined(separator: " · ")
      return TableRow([at, code, title, patron] + (namesPickup ? [row.pickup ?? ""] : []))
    case .patron:
      return TableRow([words.holdWanted(hold.wanted), code, standing], role: role)
    case .title: return TableRow([patron, code, standing], role: role)
    case .shelf, .expired:
      return TableRow([patron, code, title, words.holdState(state)], role: role)
    }
  }
}
