import LibraryCore
import LibraryStore
import Terminal

/// A patron's account as a time line, the newest first: each line opens to the action behind it.
final class AccountScreen: Screen {
  private struct Answer: Sendable {
    var facts: PatronFacts?
    var account: Result<AccountStatement, any Error>
  }

  let context = "account"
  private let workplace: Workplace
  private let id: EntityID
  private var facts: PatronFacts?
  private var lines: [AccountLine]?
  private var table = Table(columns: [])
  private var voiding: OpID?
  /// What is taken back if the answer is yes.
  private var undoing: OpID?

  init(workplace: Workplace, patron: EntityID) {
    self.workplace = workplace
    id = patron
  }

  private var words: Wording { workplace.wording }

  private var selected: AccountLine? {
    guard let lines, let row = table.selected, lines.indices.contains(row) else { return nil }
    return lines[row]
  }

  func disabledReason(for command: CommandID) -> String? {
    if command == .accountVoid, !(selected?.isVoidable ?? false) {
      return words.say(vi: "Dòng này không huỷ được", en: "This line cannot be voided")
    }
    if command == .accountReplace, selected?.lostBarcode == nil {
      return words.say(
        vi: "Hãy chọn khoản đền tài liệu mất còn nợ", en: "Choose an open charge for a lost copy")
    }
    if command == .slipsReceipt, selected?.slipKind == nil {
      return words.say(
        vi: "Hãy chọn khoản thu hay chi còn hiệu lực", en: "Choose a payment or payout that stands")
    }
    return command == .undo ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return read()
    case .returned(let value): return resume(value) + read()
    case .message(let answer as Answer): return show(answer)
    case .input(.scan(let scan)): return Effect.handToDesk(scan, for: facts?.patron.card)
    case .command(.cancel): return [.close(nil)]
    case .command(.undo): return undo()
    case .command(.accountVoid): return askToVoid()
    case .command(.slipsReceipt): return printReceipt()
    case .command(let command):
      if let facts, let form = form(command, facts) { return [.push(form)] }
    default: break
    }
    guard case .opened = table.update(event), let selected, let facts else { return [] }
    return [.push(AccountTable.page(workplace, selected, of: PatronLine(facts.patron)))]
  }

  private func form(_ command: CommandID, _ facts: PatronFacts) -> (any Screen)? {
    switch command {
    case .deskPay:
      PaymentForm.screen(
        workplace, facts, choosing: selected.flatMap { $0.open > .zero ? $0 : nil })
    case .accountCharge: EntryForm.charge(workplace, facts)
    case .accountWaive: EntryForm.waive(workplace, facts)
    case .accountRefund: EntryForm.refund(workplace, facts)
    case .accountReplace:
      selected.flatMap { line in
        line.lostBarcode.map { LossForm.replacement(workplace, lost: $0, line) }
      }
    case .accountDeposit: EntryForm.deposit(workplace, facts)
    default: nil
    }
  }

  private func read() -> [Effect] {
    let (desk, id) = (workplace.desk, id)
    return [
      .job(name: "account") {
        Answer(
          facts: try? desk.patron(id: id), account: Result { try desk.account(of: id) })
      }
    ]
  }

  private func show(_ answer: Answer) -> [Effect] {
    facts = answer.facts
    switch answer.account {
    case .success(let account):
      lines = account.lines.reversed()
      table.setCount(account.lines.count)
      return []
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
  }

  private func resume(_ value: (any Sendable)?) -> [Effect] {
    if let op = undoing {
      undoing = nil
      return workplace.undo(op, answered: value)
    }
    guard let op = voiding else { return [] }
    voiding = nil
    guard let answer = value as? Dialog.Answer, answer.command == .dialogYes else { return [] }
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) { try workplace.desk.void(op, reason: answer.reason) }
    return effects + (outcome.map(workplace.told) ?? [])
  }

  private func askToVoid() -> [Effect] {
    guard let line = selected, line.isVoidable else { return [.bell] }
    voiding = line.op
    let dialog = Dialog(
      title: words.say(vi: "Huỷ phiếu này?", en: "Void this entry?"),
      message: [
        StyledText(words.accountLine(line), role: .heading),
        StyledText(words.accountAmount(line) + "  " + (line.receipt?.text ?? "")),
      ],
      choices: [
        Dialog.Choice(
          .dialogYes, label: words.say(vi: "Huỷ phiếu", en: "Void"), needsReason: true),
        Dialog.Choice(.cancel, label: words.say(vi: "Giữ lại", en: "Keep it")),
      ], isDanger: true, asksReason: true,
      composer: VietnameseComposer(workplace.keyboard, mayBeCode: false),
      language: workplace.language)
    return [.push(DialogScreen(dialog, keys: workplace.keyMap))]
  }

  private func printReceipt() -> [Effect] {
    guard let line = selected, line.slipKind != nil else { return [.bell] }
    var effects: [Effect] = []
    let slip = workplace.attempt(&effects) {
      try SlipWriter(workplace.desk, workplace.wording).receipt(line.op)
    }
    return effects + workplace.printSlips([slip ?? nil].compactMap(\.self))
  }

  /// Asks before the last action in this account is taken back, whoever made it and wherever.
  private func undo() -> [Effect] {
    guard let facts else { return [.bell] }
    let (op, effects) = workplace.askToUndo(.account(card: facts.patron.card.text))
    undoing = op
    return effects
  }

  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "TÀI KHOẢN BẠN ĐỌC", en: "ACCOUNT"), into: &surface)
    guard let facts, let lines else { return }
    let width = max(0, surface.size.columns - 2)
    surface.write(
      "\(facts.patron.name)  (\(facts.patron.card))", at: Point(row: 1, column: 1), role: .heading,
      width: width)
    surface.write(
      words.accountSums(owed: facts.owed, held: facts.held), at: Point(row: 2, column: 1),
      role: facts.owed > .zero ? .warning : .text, width: width)
    table.columns = AccountTable.columns(words)
    table.emptyText = words.say(vi: "Chưa có khoản nào", en: "Nothing in this account")
    table.draw(
      into: &surface,
      in: Rect(
        row: 4, column: 0, rows: max(0, surface.size.rows - 4), columns: surface.size.columns)
    ) { range in range.map { AccountTable.row(lines[$0], words) } }
  }
}

extension AccountLine {
  /// The barcode of the lost copy that is still to be paid for.
  fileprivate var lostBarcode: String? {
    guard charge == .lostItem, open > .zero else { return nil }
    return item?.split(separator: " ").first.map(String.init)
  }

  /// Whether the line is an entry that stands; what a late return costs goes with the return.
  fileprivate var isVoidable: Bool {
    if case .entry = kind { stands } else { false }
  }
}
