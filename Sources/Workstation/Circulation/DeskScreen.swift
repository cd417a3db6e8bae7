import LibraryCore
import LibraryStore
import Terminal

/// The counter: one line that takes anything, who stands there, the answer to the last scan and today's list.
final class DeskScreen: Screen {
  let context = "circulation"
  let workplace: Workplace
  let session: DeskSession
  var line: Field
  var table = Table(columns: [])
  var answer: DeskAnswer?
  var preview: String?
  /// How many of today's actions are read after each scan: few, because somebody waits.
  private static let rowsUsually = 50
  private var rowsWanted = rowsUsually
  /// Whether today has no more than these.
  private var isWhole = false
  /// Today's list, newest first: what the store remembers, with what was refused in between.
  var rows: [DeskRow] = []
  private var overruling: DeskSession.Block?
  /// The code of which a person is to say whether it is a card or a copy.
  private var ambiguous: String?
  /// Messages on screen that wait to be read.
  var reading: [Remark] = []
  /// The patron whose messages were shown in this visit.
  var askedAbout: EntityID?
  /// Whether the question about the clock stands above the desk.
  private var isAskingAboutClock = false
  /// What the question asks to take back that this desk did not do itself.
  var askedToUndo: OpID?
  /// Whether the person moved to a row of the list; until then undo means the last action.
  private(set) var hasChosenRow = false
  /// Whether something was written since the list and the patron's figures were read.
  var isStale = true

  init(workplace: Workplace) {
    self.workplace = workplace
    line = workplace.keyboard.line()
    session = DeskSession(workplace: workplace)
  }

  var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    let needsPatron = [
      .deskPatron, .deskPay, .accountOpen, .deskEndVisit, .deskOnSite, .deskDueDate,
      .deskUndoVisit, .boxesPack,
    ].contains(command)
    if needsPatron, session.patron == nil {
      return words.say(vi: "Chưa có bạn đọc nào ở quầy", en: "There is no patron at the desk")
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .appeared:
      isStale = true
      effects += workplace.takeComplaints() + workplace.askAboutTyping() + askAboutClock()
    case .input(.scan(let scan)):
      line.takeBack(scan.alreadyTyped)
      effects += take(scan.code, isScan: true)
    case .command(let command): effects += perform(command, event)
    case .returned(let value): effects += resume(value)
    case .takeBack(let count): line.takeBack(count)
    case .message(let answer as SlipTray.Answer): effects += workplace.took(answer)
    default:
      if line.update(event) == .edited { effects += showPreview() }
    }
    return effects
  }

  /// The mode an F-key asks for; the line keeps what was typed.
  func enter(_ mode: DeskSession.Mode) {
    session.mode = mode
    session.returning = .now
    answer = nil
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .lineAccept: return accept()
    case .deskCheckOut: enter(.checkOut)
    case .deskReturn: enter(.takeBack)
    case .deskAutomatic: enter(.automatic)
    case .deskEndVisit: return endVisit()
    case .cancel: return cancel()
    case .deskRenew: return renew()
    case .deskPatron: return openPatron { PatronScreen(workplace: workplace, patron: $0.patron.id) }
    case .deskPay: return openPatron { PaymentForm.screen(workplace, $0) }
    case .holdsHere:
      let scope = session.patron.map { HoldsScreen.Scope.of($0.patron) } ?? .pull
      return [.push(HoldsScreen(workplace: workplace, scope: scope))]
    case .accountOpen:
      return openPatron { AccountScreen(workplace: workplace, patron: $0.patron.id) }
    case .lossReport: return reportLoss()
    case .boxesPack: return openPatron { BoxForm.packing(workplace, $0.patron) }
    case .undo: return undo()
    case .slipsPrint: return printVisit()
    case .slipsReprint: return workplace.reprintSlips()
    case .explain: return explain()
    case .deskDropBox, .deskReturnDay, .deskOnSite, .deskDueDate, .deskFastAdd, .deskUndoVisit,
      .deskDamaged:
      return change(command)
    default:
      if line.update(event) == .edited { return showPreview() }
      switch table.update(event) {
      case .opened: return explain()
      case .moved:
        hasChosenRow = true
        return readOn()
      case .ignored: break
      }
    }
    return []
  }

  private func accept() -> [Effect] {
    let text = line.text
    guard !text.isEmpty else { return [] }
    return take(text, isScan: false)
  }

  /// One code, one outcome: nothing that was scanned goes without an answer, and what a person was typing meanwhile stays.
  private func take(_ text: String, isScan: Bool, as carrier: CodeCarrier? = nil) -> [Effect] {
    if !isScan { line.setText("") }
    preview = nil
    let card = session.patron?.patron.card
    do {
      let effects = show(try session.take(text, isScan: isScan, as: carrier))
      return session.patron?.patron.card == card ? effects : effects + visitEnded(card)
    } catch {
      if !isScan { line.setText(text) }
      return show(.answered(session.unwritten(text, workplace.describe(error))))
    }
  }

  private func show(_ result: DeskSession.Result) -> [Effect] {
    (isStale, hasChosenRow) = (true, false)
    switch result {
    case .answered(let answer):
      self.answer = answer
      insertRow(of: answer)
      return answer.effects + mustBeRead(answer.mustBeRead) + askToRead()
    case .ambiguous(let code, let patron, let item):
      ambiguous = code
      return [.bell, .push(ambiguity(code, patron, item))]
    case .blocked(let block):
      answer = block.answer
      insertRow(of: block.answer)
      overruling = block
      return block.answer.effects + [.push(BlockDialog.screen(workplace, block))]
    case .enrol(let card):
      return [.push(PatronFormScreen(workplace: workplace, .enrol(PatronDraft(card))))]
    case .patrons(let words):
      return [.push(PatronSearchScreen(workplace: workplace, words: words))]
    case .titles(let words):
      return [.push(CatalogueScreen(workplace: workplace, words: words))]
    }
  }

  /// The row of what the store has none for, explained as its answer is.
  private func insertRow(of answer: DeskAnswer) {
    guard var row = answer.row else { return }
    row.subject = answer.subject
    rows.insert(row, at: 0)
  }

  /// A dialog closed: perhaps a block was lifted, perhaps somebody was enrolled.
  private func resume(_ value: (any Sendable)?) -> [Effect] {
    if isAskingAboutClock, let reply = value as? Dialog.Answer {
      isAskingAboutClock = false
      return workplace.answerAboutClock(reply)
    }
    if let op = askedToUndo { return takeBack(op, answered: value) }
    let (block, code) = (overruling, ambiguous)
    (overruling, ambiguous) = (nil, nil)
    if let effects = markRead(value) { return effects }
    isStale = true
    if let reply = value as? Dialog.Answer, reply.command == .deskTakeDeposit, let block {
      return written(block) { try session.takeDeposit(block) }
    }
    if let reply = value as? Dialog.Answer, let block, reply.command == .deskOnSite {
      return written(block) { try session.lendOnSite(block) }
    }
    if let reply = value as? Dialog.Answer, let block, reply.command == .deskRenew {
      var effects: [Effect] = []
      let code = block.item.barcode.text
      let answer = workplace.attempt(&effects) { try session.renew(code) }
      return effects + (answer.map { show(.answered($0)) } ?? [])
    }
    if let reply = value as? Dialog.Answer, let block,
      [.deskOverride, .deskOverrideVisit].contains(reply.command)
    {
      return overrule(block, reply)
    }
    if let reply = value as? Dialog.Answer, let code {
      switch reply.command {
      case .dialogYes: return take(code, isScan: true, as: .label)
      case .dialogNo: return take(code, isScan: true, as: .card)
      default: return []
      }
    }
    if let added = value as? FastAdded { return take(added.barcode, isScan: true, as: .label) }
    if let chosen = value as? ChosenDay { return take(chosen) }
    if let reply = value as? Dialog.Answer, reply.command == .holdsPlace, let block {
      return hold(block)
    }
    switch value as? DeskErrand {
    case .mode(let mode): enter(mode)
    case .scan(let code): return take(code, isScan: true)
    case .patron(let card): return serve(card)
    case .nobody: return endVisit()
    case nil: break
    }
    if let undone = value as? VisitUndone { return told(undone) }
    if let back = value as? DamagedBack {
      return show(.answered(session.answer(to: back.outcome, code: back.barcode)))
    }
    if let enrolled = value as? SavedPatron { return serve(enrolled.card) }
    return []
  }

  private func askAboutClock() -> [Effect] {
    guard let question = workplace.askAboutClock() else { return [] }
    isAskingAboutClock = true
    return [.push(question)]
  }

  private func overrule(_ block: DeskSession.Block, _ reply: Dialog.Answer) -> [Effect] {
    written(block) {
      try session.overrule(
        block, reason: reply.reason, forVisit: reply.command == .deskOverrideVisit)
    }
  }

  /// What became of a blocked copy; a fault of the machine is told with its code.
  private func written(
    _ block: DeskSession.Block, _ act: () throws -> DeskSession.Result
  ) -> [Effect] {
    do {
      return show(try act())
    } catch {
      let fault = workplace.describe(error)
      return show(.answered(session.unwritten(block.item.barcode.text, fault)))
    }
  }

  /// The copy is not lent; the patron waits for its title instead.
  private func hold(_ block: DeskSession.Block) -> [Effect] {
    var effects: [Effect] = []
    let answer = workplace.attempt(&effects) { try session.hold(block) }
    return effects + (answer.map { show(.answered($0)) } ?? [])
  }

  private func serve(_ card: CardNumber) -> [Effect] {
    var effects: [Effect] = []
    let answer = workplace.attempt(&effects) { try session.serve(card) }
    return effects + (answer.map { show(.answered($0)) } ?? [])
  }

  private func cancel() -> [Effect] {
    guard !line.isEmpty else {
      return endVisit()
    }
    clearLine()
    return []
  }

  /// What was typed is used up, and what Enter would have done with it.
  func clearLine() {
    line.setText("")
    preview = nil
  }

  private func openPatron(_ screen: (PatronFacts) -> any Screen) -> [Effect] {
    session.patron.map { [.push(screen($0))] } ?? [.bell]
  }

  private func endVisit() -> [Effect] {
    let card = session.patron?.patron.card
    session.endVisit()
    askedAbout = nil
    answer = nil
    return visitEnded(card)
  }

  var selectedRow: DeskRow? {
    table.selected.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  private func renew() -> [Effect] {
    guard let code = codeInHand, !code.isEmpty else {
      return workplace.bad(
        words.say(
          vi: "Chọn một dòng (↑ ↓), hoặc quét, gõ mã của bản cần gia hạn",
          en: "Choose a line with ↑ ↓, or scan or type the copy to renew"))
    }
    clearLine()
    var effects: [Effect] = []
    let answer = workplace.attempt(&effects) { try session.renew(code) }
    return effects + (answer.map { show(.answered($0)) } ?? [])
  }

  private func showPreview() -> [Effect] {
    var effects: [Effect] = []
    preview = workplace.attempt(&effects) { try session.preview(line.text) } ?? nil
    return effects
  }
}

// MARK: - Explain, today's list

extension DeskScreen {
  /// Explains the row that was chosen, else the last answer, else the newest row.
  private func explain() -> [Effect] {
    let ofRow = selectedRow.flatMap { $0.subject ?? ($0.code.isEmpty ? nil : .item($0.code)) }
    guard let subject = hasChosenRow ? ofRow : answer?.subject ?? ofRow else {
      return [
        .bell,
        .status(
          words.say(vi: "Chưa có gì để giải thích", en: "Nothing to explain yet"), .statusWarning),
      ]
    }
    return ExplanationPage.effects(workplace, subject)
  }

  /// Reads the patron's figures and today's list anew, once a frame however many scans came before it.
  ///
  /// Rows that only this screen knows (refused, unknown) keep their place in time.
  func catchUp() {
    guard isStale else { return }
    isStale = false
    do {
      try session.refresh()
      rowsWanted = DeskScreen.rowsUsually
      try readRows()
    } catch {
      preview = workplace.describe(error)
    }
    table.select(0)
    hasChosenRow = false
  }

  private func readRows() throws {
    let stored = try workplace.desk.today(limit: rowsWanted).map { DeskRow($0, words) }
    isWhole = stored.count < rowsWanted
    rows = merge(stored, rows.filter { $0.op == nil })
    table.setCount(rows.count)
  }

  /// Reads more of today's list when somebody walks down to the end of what is there.
  private func readOn() -> [Effect] {
    guard !isWhole, let row = table.selected, row + 1 >= rows.count else { return [] }
    rowsWanted *= 4
    var effects: [Effect] = []
    _ = workplace.attempt(&effects) { try readRows() }
    return effects
  }

  /// Both lists are newest first, so that a refusal stands above the loan that went before it.
  private func merge(_ stored: [DeskRow], _ own: [DeskRow]) -> [DeskRow] {
    var merged: [DeskRow] = []
    var rest = own[...]
    for row in stored {
      while let next = rest.first, next.at > row.at { merged.append(rest.removeFirst()) }
      merged.append(row)
    }
    return merged + rest
  }
}
