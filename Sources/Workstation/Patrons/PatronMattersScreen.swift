import LibraryCore
import LibraryStore
import Terminal

/// What surrounds one patron: remarks with who said them, cards of old, the family with its loans, and entries that may be the same
/// person.
final class PatronMattersScreen: Screen {
  /// One line of the page.
  enum Row: Sendable {
    case remark(Remark)
    case card(PatronCard)
    case relative(PatronHit)
    case twin(PatronTwin)
  }

  /// What was read on a worker thread.
  private struct Answer: Sendable {
    var rows: Result<[Row], any Error>
  }

  let context = "patronMatters"
  let isOverlay = false
  let workplace: Workplace
  private(set) var patron: Patron
  private(set) var rows: [Row] = []
  var table = Table(columns: [])
  private var merging: CardNumber?
  private var done: [OpID] = []

  init(workplace: Workplace, _ patron: Patron) {
    self.workplace = workplace
    self.patron = patron
  }

  var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    if command == .patronsMerge, selectedTwin == nil {
      return words.say(vi: "Chưa chọn hồ sơ trùng nào", en: "No duplicate is selected")
    }
    if command == .patronsSettle, selected == nil {
      return words.say(vi: "Chưa chọn dòng nào", en: "Nothing is selected")
    }
    return command == .explain
      ? workplace.missingRightOrUse(for: command) : workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value): return resume(value) + read()
    case .message(let answer as Answer): return show(answer)
    case .input(.scan(let scan)): return Effect.handToDesk(scan, for: patron.card)
    case .command(let command): return perform(command, event)
    default: return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel: return [.close(nil)]
    case .patronsRestrict: return [.push(RemarkForm.screen(workplace, patron, .restriction))]
    case .patronsMessage: return [.push(RemarkForm.screen(workplace, patron, .message))]
    case .patronsReplaceCard: return [.push(CardForm.replacing(workplace, patron))]
    case .patronsAddCard: return [.push(CardForm.adding(workplace, patron))]
    case .patronsSettle: return settle()
    case .patronsMerge: return askToMerge()
    case .undo: return undo()
    default: if case .opened = table.update(event) { return open() }
    }
    return []
  }

  private var selected: Row? {
    table.selected.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  private var selectedTwin: PatronTwin? {
    if case .twin(let twin) = selected { twin } else { nil }
  }

  /// A relative or a duplicate opens as a page; a message that waits is read.
  private func open() -> [Effect] {
    switch selected {
    case .relative(let hit): [.push(PatronScreen(workplace: workplace, patron: hit.patron.id))]
    case .twin(let twin): [.push(PatronScreen(workplace: workplace, patron: twin.hit.patron.id))]
    case .remark(let remark) where remark.isUnread(on: workplace.desk.today):
      saved { try $0.readRemark(remark.id) } + read()
    default: [.bell]
    }
  }

  private func settle() -> [Effect] {
    switch selected {
    case .remark(let remark): saved { try $0.liftRemark(remark.id) } + read()
    case .card(let card): saved { try $0.retireCard(card.number.text, because: .lost) } + read()
    default: [.bell]
    }
  }

  private func saved(_ verb: (Desk) throws -> SaveOutcome) -> [Effect] {
    var effects: [Effect] = []
    switch workplace.attempt(&effects, { try verb(workplace.desk) }) {
    case .saved(_, let op):
      done.append(op)
      effects += workplace.good(words.say(vi: "Đã ghi", en: "Saved"))
    case .refused(let reasons): effects += workplace.refused(reasons)
    case .unchanged:
      effects += workplace.good(words.say(vi: "Không có gì đổi", en: "Nothing changed"))
    case .unknown, nil: effects.append(.bell)
    }
    return effects
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    let other = merging
    merging = nil
    if let saved = value as? SavedThing { done.append(saved.op) }
    guard let other, (value as? Dialog.Answer)?.command == .dialogYes else { return [] }
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.mergePatrons(patron.card.text, other.text)
    }
    guard let outcome else { return effects }
    if case .merged(let merged) = outcome, let op = merged.op {
      done.append(op)
      return effects + workplace.good(words.patronMerge(outcome))
    }
    return effects + workplace.bad(words.patronMerge(outcome))
  }

  private func askToMerge() -> [Effect] {
    guard let twin = selectedTwin else { return [.bell] }
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.mergePatrons(
        patron.card.text, twin.hit.patron.card.text, dryRun: true)
    }
    guard case .merged = outcome else {
      return effects + (outcome.map { workplace.bad(words.patronMerge($0)) } ?? [])
    }
    merging = twin.hit.patron.card
    let message = outcome.map { words.patronMerge($0) } ?? ""
    let dialog = Dialog(
      title: words.say(vi: "Gộp hai hồ sơ?", en: "Merge the two patrons?"),
      message: [
        StyledText(message),
        StyledText(
          words.say(
            vi: "Thẻ của hồ sơ kia vẫn dùng được cho hồ sơ này.",
            en: "The other's card stays good, for this patron.")),
      ],
      choices: [
        Dialog.Choice(.dialogYes, label: words.say(vi: "Gộp", en: "Merge")),
        Dialog.Choice(.cancel, label: words.say(vi: "Để nguyên", en: "Leave them")),
      ], isDanger: true, language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
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

// MARK: - Reading and drawing

extension PatronMattersScreen {
  private func read() -> [Effect] {
    let (desk, id) = (workplace.desk, patron.id)
    var effects: [Effect] = []
    if let facts = workplace.attempt(&effects, { try desk.patron(id: id) }) ?? nil {
      patron = facts.patron
    }
    let card = patron.card.text
    return effects + [
      .job(name: "matters") {
        Answer(
          rows: Result {
            guard let details = try desk.patronDetails(id) else { return [] }
            return details.remarks.map { .remark($0) } + details.cards.map { .card($0) }
              + details.family.map { .relative($0) }
              + (try desk.twins(of: card).map { .twin($0) })
          })
      }
    ]
  }

  private func show(_ answer: Answer) -> [Effect] {
    switch answer.rows {
    case .success(let rows):
      self.rows = rows
      table.setCount(rows.count)
      return []
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(
      words.say(vi: "NHẮC NHỞ, THẺ, GIA ĐÌNH", en: "REMARKS, CARDS, FAMILY"), into: &surface)
    let columns = surface.size.columns
    surface.write(
      "\(patron.name)  (\(patron.card))", at: Point(row: 1, column: 1), role: .heading,
      width: columns - 2)
    table.columns = [
      TableColumn(words.say(vi: "Mục", en: "What"), width: .fixed(12)),
      TableColumn(words.say(vi: "Nội dung", en: "Which"), width: .flexible(share: 3)),
      TableColumn(words.say(vi: "Tình trạng", en: "State"), width: .fixed(24)),
      TableColumn(words.say(vi: "Ai ghi", en: "By"), width: .fixed(10)),
    ]
    table.emptyText = words.say(
      vi: "Không có hạn chế, lời nhắn, thẻ khác hay người nhà nào",
      en: "No restriction, message, other card or relative")
    table.draw(
      into: &surface,
      in: Rect(row: 2, column: 0, rows: max(0, surface.size.rows - 2), columns: columns)
    ) { range in range.map { row(rows[$0]) } }
  }

  private func row(_ row: Row) -> TableRow {
    let today = workplace.desk.today
    switch row {
    case .remark(let remark):
      let counts = remark.state(on: today) == .counts
      return TableRow(
        [
          remark.kind == .restriction
            ? words.say(vi: "Hạn chế", en: "Restricted") : words.say(vi: "Lời nhắn", en: "Message"),
          remark.text, words.remarkState(remark, on: today), remark.madeBy,
        ],
        role: counts ? (remark.kind == .restriction ? .error : .warning) : .muted)
    case .card(let card):
      let staff = workplace.house?.staff.first { $0.id == card.staff }?.login ?? ""
      return TableRow(
        [
          words.say(vi: "Thẻ khác", en: "Card"), card.number.text,
          "\(words.cardStanding(card.standing)) \(words.day(card.since))", staff,
        ], role: card.standing == .good ? nil : .muted)
    case .relative(let hit):
      return TableRow([
        words.say(vi: "Gia đình", en: "Family"), name(hit),
        words.say(vi: "mượn \(hit.loans), nợ ", en: "loans \(hit.loans), owes ")
          + words.money(hit.owed), "",
      ])
    case .twin(let twin):
      return TableRow(
        [
          twin.sameCitizenCard
            ? words.say(vi: "Trùng", en: "Duplicate")
            : words.say(vi: "Có thể trùng", en: "Duplicate?"), name(twin.hit), words.twin(twin), "",
        ],
        role: .warning)
    }
  }

  private func name(_ hit: PatronHit) -> String {
    [
      "\(hit.patron.name) (\(hit.patron.card))",
      hit.patron.born.map(words.birth), hit.patron.phone,
    ].compactMap { $0 }.joined(separator: " · ")
  }
}
