import LibraryCore
import LibraryStore
import Terminal

/// One patron: who it is, what is on loan, what was, what the account says, and everything the counter can do about it.
final class PatronScreen: Screen {
  /// The lists below the patron's data, one at a time.
  enum List: Int, CaseIterable {
    case loans
    case past
    case account
  }

  let context = "patron"
  let workplace: Workplace
  let id: EntityID
  private(set) var facts: PatronFacts?
  private(set) var details: PatronDetails?
  private(set) var list = List.loans
  private(set) var loans: [LoanLine] = []
  private(set) var past: [LoanLine] = []
  /// The lines of the account, the newest first.
  private(set) var account: [AccountLine] = []
  var table = Table(columns: [])
  private var question: Question?
  /// What was done here, the newest last: what «Hoàn tác» takes back first.
  private var done: [[OpID]] = []

  /// What a dialog above this screen asks.
  private enum Question {
    case block
    case unblock
    case renew(String)
  }

  private static let linesPerReading = 200

  init(workplace: Workplace, patron: EntityID) {
    self.workplace = workplace
    id = patron
  }

  var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    if command == .patronsRenewAll, loans.isEmpty {
      return words.say(vi: "Không có bản nào đang mượn", en: "Nothing is on loan")
    }
    return workplace.missingRight(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value): return resume(value) + read()
    case .input(.scan(let scan)): return take(scan)
    case .command(let command): return perform(command, event)
    default: return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel: return [.close(nil)]
    case .patronsVisit: return visit()
    case .patronsEdit: return edit()
    case .patronsBlock: return askToBlock()
    case .deskRenew: return renewSelected()
    case .patronsRenewAll: return renewAll()
    case .deskPay: return facts.map { [.push(PaymentForm.screen(workplace, $0))] } ?? []
    case .holdsHere:
      return facts.map {
        [.push(HoldsScreen(workplace: workplace, scope: .of($0.patron)))]
      } ?? [.bell]
    case .lossReport:
      return selectedLoan.map { [.push(LossForm.screen(workplace, $0.barcode, $0.title))] }
        ?? [.bell]
    case .accountOpen: return [.push(AccountScreen(workplace: workplace, patron: id))]
    case .patronsMatters:
      return facts.map { [.push(PatronMattersScreen(workplace: workplace, $0.patron))] } ?? [.bell]
    case .patronsRenewMembership: return renewMembership()
    case .patronsNextList: return show(list.next)
    case .patronsJournal: return [.push(JournalScreen(workplace: workplace, patron: id))]
    case .deskUndoVisit:
      return facts.map { [.push(UndoSinceForm.screen(workplace, $0.patron))] } ?? [.bell]
    case .undo: return undo()
    case .explain: return explain()
    default: break
    }
    switch table.update(event) {
    case .opened: return list == .account ? openLine() : explain()
    case .moved: return readOn()
    case .ignored: return []
    }
  }

  /// Another card opens its holder; a copy goes to the desk with this patron, so that it is lent to nobody else.
  private func take(_ scan: Scan) -> [Effect] {
    var effects: [Effect] = []
    let looked = workplace.attempt(&effects) {
      try workplace.desk.look(scan.code, preferring: .label)
    }
    switch looked {
    case .patron(let other):
      return effects + [.replace(PatronScreen(workplace: workplace, patron: other.patron.id))]
    case .item: return effects + visit() + [.handToDesk(scan)]
    case .both, .nothing, nil: return effects + [.handToDesk(scan)]
    }
  }

  private func visit() -> [Effect] {
    facts.map { [.home(DeskErrand.patron($0.patron.card))] } ?? []
  }

  private func edit() -> [Effect] {
    facts.map { [.push(PatronFormScreen(workplace: workplace, .edit($0.patron)))] } ?? []
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    let question = self.question
    self.question = nil
    switch value {
    case let saved as SavedPatron: note(saved.op)
    case let payment as SavedPayment: note(payment.op)
    case let saved as SavedThing: note(saved.op)
    case let undone as VisitUndone: done.append(undone.undo.lines.compactMap(\.undone))
    case let answer as Dialog.Answer: return question.map { act(on: answer, to: $0) } ?? []
    default: break
    }
    return []
  }

  private func act(on answer: Dialog.Answer, to question: Question) -> [Effect] {
    switch (question, answer.command) {
    case (.block, .dialogYes):
      return save([.status: PatronStatus.blocked.rawValue, .blockReason: answer.reason])
    case (.unblock, .dialogYes):
      let reason: String? = nil
      return save([.status: PatronStatus.active.rawValue, .blockReason: reason])
    case (.renew(let code), .deskOverride): return renew(code, override: answer.reason)
    default: return []
    }
  }

  private func note(_ op: OpID?) {
    if let op { done.append([op]) }
  }

  private func undo() -> [Effect] {
    var effects: [Effect] = []
    guard let ops = selectedLine.map({ [$0.op] }) ?? done.last else {
      return workplace.bad(
        words.say(
          vi: "Chưa làm gì ở đây để hoàn tác; việc trước đây xem trong nhật ký",
          en: "Nothing was done here yet; earlier actions are in the journal"))
    }
    guard let outcomes = workplace.attempt(&effects, { try workplace.desk.undo(all: ops) }) else {
      return effects
    }
    if outcomes.allSatisfy({ if case .undone = $0 { true } else { false } }) {
      done.removeAll { $0 == ops }
    }
    return effects + outcomes.flatMap(workplace.told) + read()
  }

  private func explain() -> [Effect] {
    selectedLoan.map { ExplanationPage.effects(workplace, .loan($0.loan, item: $0.barcode)) } ?? [
      .bell
    ]
  }

  private var selectedLine: AccountLine? {
    guard list == .account, let row = table.selected, account.indices.contains(row) else {
      return nil
    }
    return account[row]
  }

  private func openLine() -> [Effect] {
    guard let line = selectedLine, let facts else { return [.bell] }
    return [.push(AccountTable.page(workplace, line, of: PatronLine(facts.patron)))]
  }

  private var selectedLoan: LoanLine? {
    guard let row = table.selected else { return nil }
    switch list {
    case .loans: return loans[row]
    case .past: return past[row]
    case .account: return nil
    }
  }
}

// MARK: - Blocking and renewing

extension PatronScreen {
  private func askToBlock() -> [Effect] {
    guard let patron = facts?.patron else { return [.bell] }
    let isBlocked = patron.status == .blocked
    question = isBlocked ? .unblock : .block
    let yes = Dialog.Choice(
      .dialogYes,
      label: isBlocked
        ? words.say(vi: "Mở khoá", en: "Unblock") : words.say(vi: "Khoá thẻ", en: "Block"),
      needsReason: !isBlocked)
    let no = Dialog.Choice(.cancel, label: words.say(vi: "Để nguyên", en: "Leave it"))
    var message = [StyledText("\(patron.name)  (\(patron.card))", role: .heading)]
    if isBlocked {
      message.append(
        StyledText(words.refusal(.patronBlocked(reason: patron.blockReason)), role: .error))
    }
    let title =
      isBlocked
      ? words.say(vi: "Mở khoá thẻ này?", en: "Unblock this card?")
      : words.say(vi: "Khoá thẻ này?", en: "Block this card?")
    let dialog = Dialog(
      title: title, message: message, choices: [yes, no], asksReason: !isBlocked,
      composer: VietnameseComposer(workplace.keyboard, mayBeCode: false),
      language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  private func save(_ changes: [PatronField: String?]) -> [Effect] {
    guard let card = facts?.patron.card else { return [] }
    var effects: [Effect] = []
    switch workplace.attempt(&effects, { try workplace.desk.editPatron(card.text, changes) }) {
    case .saved(_, let op):
      note(op)
      effects += workplace.good(words.say(vi: "Đã lưu", en: "Saved"))
    case .refused(let reasons): effects += workplace.refused(reasons)
    case .unchanged, .unknown, nil: break
    }
    return effects
  }

  private func renewMembership() -> [Effect] {
    guard let card = facts?.patron.card else { return [.bell] }
    var effects: [Effect] = []
    switch workplace.attempt(&effects, { try workplace.desk.renewMembership(card.text) }) {
    case .saved(_, let op):
      note(op)
      effects += read()
      let end = facts?.patron.expiresOn.map(words.day)
      effects += workplace.good(
        end.map { words.say(vi: "Thẻ có giá trị đến \($0)", en: "The card is good until \($0)") }
          ?? words.say(vi: "Thẻ không có ngày hết hạn", en: "The card has no end"))
    case .refused(let reasons): effects += workplace.refused(reasons)
    case .unchanged:
      effects += workplace.good(words.say(vi: "Hạn thẻ giữ nguyên", en: "The end stays as it is"))
    case .unknown, nil: break
    }
    return effects
  }

  private func renewSelected() -> [Effect] {
    guard list == .loans, let row = table.selected else { return [.bell] }
    return renew(loans[row].barcode) + read()
  }

  private func renew(_ code: String, override: String? = nil) -> [Effect] {
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.renew(code, override: override)
    }
    guard let outcome else { return effects }
    if case .renewed(let renewed) = outcome { note(renewed.op) }
    guard case .refused(let reasons, let item, let patron?) = outcome else {
      let isGood = if case .renewed = outcome { true } else { false }
      return effects
        + (isGood
          ? workplace.good(words.renewal(outcome)) : workplace.bad(words.renewal(outcome)))
    }
    question = .renew(code)
    return effects + [.bell, .push(BlockDialog.renewal(workplace, item, patron, reasons))]
  }

  /// Every loan gets its answer; what was refused is listed with all its reasons, and one undo takes all of it back.
  private func renewAll() -> [Effect] {
    guard let card = facts?.patron.card else { return [.bell] }
    var effects: [Effect] = []
    let answer = workplace.attempt(&effects) { try workplace.desk.renewAll(card.text) }
    guard case .each(let outcomes, _)? = answer else { return effects + [.bell] }
    let ops = outcomes.compactMap { outcome -> OpID? in
      if case .renewed(let renewed) = outcome { renewed.op } else { nil }
    }
    if !ops.isEmpty { done.append(ops) }
    let refused = outcomes.filter { if case .renewed = $0 { false } else { true } }
    effects += read()
    let summary = words.say(
      vi: "Đã gia hạn \(ops.count) bản, không được \(refused.count) bản",
      en: "Renewed \(ops.count), refused \(refused.count)")
    guard !refused.isEmpty else { return effects + workplace.good(summary) }
    let lines = refused.map {
      StyledText("• " + words.renewal($0), role: .error, hangingIndent: 2)
    }
    return effects + [
      .bell,
      .push(
        TextScreen(
          workplace: workplace, title: words.say(vi: "GIA HẠN", en: "RENEWALS"),
          paragraphs: [StyledText(summary, role: .heading), ""] + lines)),
    ]
  }
}

// MARK: - Reading

extension PatronScreen {
  private func show(_ list: List) -> [Effect] {
    self.list = list
    table.select(0)
    return read()
  }

  /// Reads the patron and the list on screen anew.
  private func read() -> [Effect] {
    var effects: [Effect] = []
    let limit = Self.linesPerReading
    workplace.attempt(&effects) {
      facts = try workplace.desk.patron(id: id)
      details = try workplace.desk.patronDetails(id)
      loans = try workplace.desk.loans(of: id, limit: max(limit, facts?.loans ?? 0))
      switch list {
      case .loans: break
      case .past:
        past = try workplace.desk.loans(
          of: id, includeReturned: true, limit: max(limit, past.count))
      case .account: account = try workplace.desk.account(of: id).lines.reversed()
      }
    }
    table.setCount(count)
    if facts == nil, effects.isEmpty {
      effects =
        workplace.bad(words.say(vi: "Hồ sơ này không còn", en: "This patron is gone")) + [
          .close(nil)
        ]
    }
    return effects
  }

  private var count: Int {
    switch list {
    case .loans: loans.count
    case .past: past.count
    case .account: account.count
    }
  }

  /// More of a long history, when its end comes into sight.
  private func readOn() -> [Effect] {
    guard list == .past, table.visibleRows.upperBound == past.count,
      past.count % Self.linesPerReading == 0
    else { return [] }
    var effects: [Effect] = []
    let more = workplace.attempt(&effects) {
      try workplace.desk.loans(
        of: id, includeReturned: true, limit: Self.linesPerReading, offset: past.count)
    }
    past += more ?? []
    table.setCount(past.count)
    return effects
  }
}

extension PatronScreen.List {
  var next: PatronScreen.List { PatronScreen.List(rawValue: rawValue + 1) ?? .loans }
}
