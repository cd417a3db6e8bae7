import LibraryCore
import LibraryStore
import MARC
import RemoteCatalogues
import Terminal

/// From the book in hand to its label: scan the ISBN, take a record, add the copies, next book.
///
/// What is in the house is looked at first, the catalogues of others only where nothing was found; nothing here waits for
/// the network.
final class CopyCataloguingScreen: Screen {
  let context = "copyCataloguing"
  let workplace: Workplace
  var line: InputField
  var table = Table(columns: [])
  private(set) var question: CopyQuestion?
  private(set) var candidates: [CopyCandidate] = []
  /// What the catalogues of others said, as it came; how many are still to answer.
  private(set) var answers: [RemoteAnswer] = []
  private(set) var waiting = 0
  private(set) var isLooking = false
  var showsAll = false
  /// What the line said when the question was put.
  private var askedText = ""
  private let beginsWithForm: Bool
  /// Whether the waiting books were asked for in this sitting, and how many of them can be had.
  var hasAskedForWaiting = false
  var waitingFound = 0
  /// The copies of this sitting, in the order they were added.
  private(set) var sitting: [String] = []
  /// The copy added last: the next book's copies are likely to go to the same place.
  private var last: Item?

  /// Opens with a book to look for at once, which may be none, or with the form to look for one.
  init(workplace: Workplace, words: String = "", beginsWithForm: Bool = false) {
    self.workplace = workplace
    self.beginsWithForm = beginsWithForm
    line = workplace.keyboard.line(words)
  }

  var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    switch command {
    case .copyAsk where question == nil, .copyKeep where question == nil,
      .copyCompare where table.selected == nil:
      words.say(vi: "Hãy quét ISBN hoặc gõ nhan đề trước", en: "Scan an ISBN or type a title first")
    case .copyLabels where sitting.isEmpty:
      words.say(vi: "Chưa thêm bản nào trong buổi này", en: "No copies were added in this sitting")
    default: workplace.missingRight(for: command)
    }
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared where beginsWithForm: return [.push(RemoteSearchForm.screen(workplace))]
    case .appeared: return line.isEmpty || question != nil ? [] : look()
    case .message(let news as CopyNews): return hear(news)
    case .returned(let value): return resume(value)
    case .message(let news as WantedNews): return hear(news)
    case .input(.scan(let scan)):
      line.takeBack(scan.alreadyTyped)
      line.setText(scan.code)
      return look()
    case .command(let command): return perform(command, event)
    default: return type(event)
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    if let reason = disabledReason(for: command) { return workplace.bad(reason) }
    switch command {
    case .cancel: return cancel()
    case .lineAccept, .listOpen: return isAnswered ? take() : look()
    case .copyAsk: return ask()
    case .remoteSearch: return [stopAsking, .push(RemoteSearchForm.screen(workplace))]
    case .copyKeep: return keepForLater()
    case .copySheet: return sheet()
    case .copyCompare:
      showsAll.toggle()
      return []
    case .copyLabels: return writeLabels()
    case .undo: return undo()
    default:
      if table.update(event) == .ignored { return type(event) }
      return []
    }
  }

  private func type(_ event: ScreenEvent) -> [Effect] {
    line.update(event) == .refused ? [.bell] : []
  }

  /// Whether the line still says what the candidates were found by, so that Enter takes one of them.
  private var isAnswered: Bool {
    question != nil && !candidates.isEmpty && line.text == askedText
  }

  // MARK: - Looking and asking

  private func look() -> [Effect] {
    guard let asked = CopyQuestion(line.text) else { return [.bell] }
    return look(for: asked)
  }

  private func look(for asked: CopyQuestion) -> [Effect] {
    forget()
    if case .articleNumber(let code) = asked {
      line.setText("")
      return workplace.bad(words.notAnISBN(code)) + [stopAsking]
    }
    question = asked
    askedText = line.text
    isLooking = true
    return [
      stopAsking,
      .job(name: "look") { [desk = workplace.desk] in CopyNews.local(asked, desk) },
    ]
  }

  /// A newer job of the name makes the one that asks others stale.
  private var stopAsking: Effect { .job(name: "ask") { CopyNews.stopped } }

  private func ask() -> [Effect] {
    guard let question else { return [.bell] }
    var effects: [Effect] = []
    let table = workplace.attempt(&effects) {
      try workplace.desk.targets(workplace.appearance.places)
    }
    guard let targets = table?.asked else { return effects }
    guard !targets.isEmpty else {
      return workplace.bad(
        words.say(vi: "Không có mục lục nào đang bật", en: "No catalogue is switched on"))
    }
    answers = []
    candidates.removeAll { if case .remote = $0.source { true } else { false } }
    show()
    waiting = targets.count
    return effects + [
      .longJob(name: "ask") { ticket in
        CopyNews.ask(question, targets, isStale: { ticket.isStale }) { ticket.report($0) }
      }
    ]
  }

  private func hear(_ news: CopyNews) -> [Effect] {
    switch news {
    case .local(let found, let faults):
      isLooking = false
      candidates = found
      table.select(0)
      show()
      let told = faults.first.map { workplace.bad(words.storeFault($0)) } ?? []
      return told + (found.isEmpty || question?.isForOthers == true ? ask() : [])
    case .failed(let fault):
      isLooking = false
      return workplace.bad(words.storeFault(fault))
    case .answered(let answer):
      waiting = max(0, waiting - 1)
      answers.append(answer)
      candidates += answer.records.map { CopyCandidate(.remote(answer.target.name), $0.record) }
      show()
      if answer.fault == nil { return askForWaiting() }
    case .asked:
      waiting = 0
      guard candidates.isEmpty else { break }
      return nobodyHasIt()
    case .stopped: break
    }
    return []
  }

  private func show() {
    let row = table.selected ?? 0
    table.setCount(candidates.count)
    table.select(min(row, max(0, candidates.count - 1)))
  }

  private func forget() {
    question = nil
    candidates = []
    answers = []
    waiting = 0
    isLooking = false
    showsAll = false
    show()
  }

  private func cancel() -> [Effect] {
    if showsAll {
      showsAll = false
      return []
    }
    guard !line.isEmpty || question != nil else { return [.close(nil)] }
    line.setText("")
    forget()
    return [stopAsking]
  }

  // MARK: - Taking

  private func take() -> [Effect] {
    guard let row = table.selected, candidates.indices.contains(row) else { return [.bell] }
    let candidate = candidates[row]
    if case .own(let id, _) = candidate.source { return addCopies(to: id, candidate) }
    var effects: [Effect] = []
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.takeIn(candidate.record, from: candidate.origin ?? "")
    }
    guard let outcome else { return effects }
    guard case .saved(let id, _) = outcome else {
      return effects + workplace.told(outcome, saved: "")
    }
    return effects + addCopies(to: id, candidate)
  }

  private func addCopies(to record: EntityID, _ candidate: CopyCandidate) -> [Effect] {
    var pattern = last
    pattern?.callNumber = nil
    if let price = candidate.price { pattern?.price = price }
    return [
      stopAsking,
      .push(
        AddCopiesScreen(
          workplace: workplace, record: record, title: words.brief(candidate.entry),
          pattern: pattern, description: candidate.record)),
    ]
  }

  private func sheet() -> [Effect] {
    let isbn = if case .isbn(let isbn) = question { isbn.digits } else { "" }
    return [
      stopAsking, .push(SimpleSheetScreen(workplace: workplace, isbn: isbn, isOneOfMany: true)),
    ]
  }

  /// The screen above is closed: with copies, the next book is waited for.
  private func resume(_ value: (any Sendable)?) -> [Effect] {
    if let asked = value as? CopyQuestion {
      line.setText(asked.text)
      return look(for: asked)
    }
    guard let added = value as? CopiesSaved else { return [] }
    var effects: [Effect] = []
    sitting += added.barcodes
    if let wanted = question?.wanted {
      // Whoever has the book waits for its record no more; one that did not wait is none to take off.
      _ = workplace.attempt(&effects) { try workplace.desk.stopWanting(wanted) }
    }
    if let code = added.barcodes.last,
      case .item(let facts)? = workplace.attempt(
        &effects,
        {
          try workplace.desk.look(code, preferring: .label)
        })
    {
      last = facts.item
    }
    line.setText("")
    forget()
    return effects
  }

  private func keepForLater() -> [Effect] {
    guard let wanted = question?.wanted else { return [.bell] }
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.want(wanted) }) else {
      return effects
    }
    let kept = workplace.told(
      outcome,
      saved: words.say(
        vi: "Đã để dành \(wanted.text), khi có mạng sẽ hỏi lại",
        en: "Kept \(wanted.text), to be asked for when the line is up"))
    line.setText("")
    forget()
    return effects + [stopAsking] + kept
  }

  private func undo() -> [Effect] {
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.undo() }) else {
      return effects
    }
    return effects + workplace.told(outcome)
  }

  // MARK: - Labels

  private func writeLabels() -> [Effect] {
    var effects: [Effect] = []
    let now = workplace.clock.now()
    let name = "nhan-\(now.day.iso)-\(now.clock.replacing(":", with: "")).txt"
    let path = workplace.file.folder + "/" + name
    let isWritten = workplace.attempt(&effects) {
      let sheet = try LabelSheet(workplace.desk, copies: sitting)
      return SettingPlaces.replace(path, with: Array(sheet.text.utf8))
    }
    switch isWritten {
    case true?:
      return effects
        + workplace.good(
          words.say(
            vi: "Đã ghi \(sitting.count) nhãn vào \(path)",
            en: "Wrote \(counted(sitting.count, "label")) to \(path)"))
    case false?:
      return effects
        + workplace.bad(words.say(vi: "Không ghi được \(path)", en: "Cannot write \(path)"))
    case nil: return effects
    }
  }
}
