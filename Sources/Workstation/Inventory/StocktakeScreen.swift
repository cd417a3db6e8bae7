import LibraryCore
import LibraryStore
import Terminal

/// Taking stock at the shelf: scan after scan, the figures, and a big answer to the last one.
///
/// Everything is on disk with its scan, so the work goes on after a stop exactly where it was.
final class StocktakeScreen: Screen {
  /// One scan in the list of the latest.
  struct Sighting {
    var time: String
    var barcode: String
    var finding: Finding?
    var note: String
    var title: String
    var shelf: String
    /// Nil for what wrote nothing.
    var op: OpID?
    var isUndone = false
  }

  let context = "stocktake"
  let workplace: Workplace
  let id: EntityID
  var line = Field(.code, maximumLength: 200)
  var table = Table(columns: [])
  private(set) var stocktake: Stocktake?
  private(set) var latest: [Sighting] = []
  private(set) var answer: DeskAnswer?
  /// The place being scanned, in the words of whoever stands there; empty for none.
  private(set) var shelf = ""
  /// Lines read so far from a file of barcodes; nil when none is being loaded.
  private(set) var loadedLines: Int?
  private var isStale = true
  /// Whether the person moved to a row; until then undo means the last scan.
  private var hasChosenRow = false

  private static let latestMaximum = 200

  init(workplace: Workplace, stocktake: EntityID) {
    self.workplace = workplace
    id = stocktake
  }

  var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    let writes: [CommandID] = [.inventoryShelf, .inventoryLoad, .inventoryClose]
    if writes.contains(command), stocktake?.isClosed == true {
      return words.refusal(.stocktakeClosed)
    }
    if command == .inventoryLoad || command == .inventoryClose, loadedLines != nil {
      return words.say(vi: "Đang nạp tệp", en: "A file is being loaded")
    }
    return command == .undo
      ? nil : workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return resume()
    case .returned(let value): return answered(value)
    case .message(let value): return hear(value)
    case .input(.scan(let scan)):
      line.takeBack(scan.alreadyTyped)
      return take(scan.code)
    case .command(let command): return perform(command, event)
    default:
      _ = line.update(event)
      return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .lineAccept:
      guard !line.isEmpty else { return [] }
      return take(line.text)
    case .cancel: return cancel()
    case .undo: return undo()
    case .inventoryShelf: return [.push(ShelfForm.screen(workplace, shelf: shelf))]
    case .inventoryLoad: return [.push(ShelfFileForm.screen(workplace))]
    case .inventoryReport:
      return [.push(StocktakeReportScreen(workplace: workplace, stocktake: id))]
    case .inventoryClose: return askToClose()
    default: break
    }
    if line.update(event) == .ignored, table.update(event) == .moved { hasChosenRow = true }
    return []
  }

  private func cancel() -> [Effect] {
    if !line.isEmpty {
      line.setText("")
      return []
    }
    guard loadedLines != nil else { return [.close(nil)] }
    loadedLines = nil
    isStale = true
    // The same name makes the running load stale: it stops at its next group of lines.
    return [.longJob(name: "load") { _ in StoppedLoad() }]
      + workplace.good(
        words.say(
          vi: "Đã dừng nạp; những dòng đã đọc vẫn giữ", en: "Stopped; the lines read so far stay"))
  }

  private func answered(_ value: (any Sendable)?) -> [Effect] {
    isStale = true
    switch value {
    case let chosen as ShelfForm.Shelf: shelf = chosen.name
    case let file as ShelfFileForm.File: return load(file.path)
    case let reply as Dialog.Answer where reply.command != .cancel:
      return close(markMissing: reply.command == .dialogYes)
    default: break
    }
    return []
  }

  private func hear(_ value: any Sendable) -> [Effect] {
    isStale = true
    switch value {
    case let progress as LoadProgress where loadedLines != nil: loadedLines = progress.lines
    case let result as LoadResult: return finish(result)
    case let closed as ClosedStocktake: return finish(closed)
    default: break
    }
    return []
  }

  func beginLoading() { loadedLines = 0 }

  /// Reads figures and latest scans anew: a file brought many.
  func endLoading() -> [Effect] {
    loadedLines = nil
    latest = []
    return resume()
  }
}

// MARK: - Scanning

extension StocktakeScreen {
  /// One code, one answer; a patron's card is no copy and goes to the desk.
  private func take(_ code: String) -> [Effect] {
    var effects: [Effect] = []
    line.setText("")
    isStale = true
    let isHandedOver = workplace.attempt(&effects) { try isCard(code) } ?? false
    if isHandedOver { return effects + [.home(DeskErrand.scan(code))] }
    let outcome = workplace.attempt(&effects) {
      try workplace.desk.scanShelf(code, stocktake: id, shelf: shelf.isEmpty ? nil : shelf)
    }
    let answer = outcome.map { self.answer(to: $0, code) } ?? unwritten(code)
    self.answer = answer
    return effects + answer.effects
  }

  private func isCard(_ code: String) throws -> Bool {
    if CitizenCard(qr: code) != nil { return true }
    if case .patron = try workplace.desk.look(code, preferring: .label) { return true }
    return false
  }

  private func answer(to outcome: ScanOutcome, _ code: String) -> DeskAnswer {
    switch outcome {
    case .seen(let seen): return answer(to: seen)
    case .refused(let reasons, let item):
      let lines = reasons.map { "• " + words.refusal($0) }
      return reject(
        code, words.say(vi: "KHÔNG GHI ĐƯỢC", en: "NOT WRITTEN"), item?.title ?? "", lines)
    case .unknownItem(let text):
      let fault = Barcode.fault(in: text).map(words.labelFault) ?? ""
      return reject(
        words.visible(text), words.say(vi: "MÃ LẠ", en: "UNKNOWN CODE"), "", [fault])
    case .unknownStocktake:
      return reject(
        code, words.say(vi: "KHÔNG CÒN ĐỢT NÀY", en: "NO SUCH STOCKTAKE"), "", [])
    }
  }

  private func answer(to seen: ScanOutcome.Seen) -> DeskAnswer {
    let title = seen.item?.title ?? ""
    latest.insert(
      Sighting(
        time: workplace.clock.now().clock, barcode: seen.barcode.text, finding: seen.finding,
        note: words.finding(seen.finding), title: title, shelf: shelf, op: seen.op), at: 0)
    let place = [seen.location, seen.item?.callNumber].compactMap { $0 }.joined(separator: " · ")
    return DeskAnswer(
      tone: seen.finding.tone, headline: words.finding(seen.finding).uppercased(),
      lines: ["\(title)  (\(seen.barcode))", words.advice(seen) ?? place])
  }

  private func reject(_ code: String, _ headline: String, _ title: String, _ lines: [String])
    -> DeskAnswer
  {
    latest.insert(
      Sighting(
        time: workplace.clock.now().clock, barcode: code, finding: nil,
        note: headline.lowercased(), title: title, shelf: shelf), at: 0)
    return DeskAnswer(tone: .bad, headline: headline, lines: ["\(title)  (\(code))"] + lines)
  }

  /// The machine, not a rule, stopped the scan.
  private func unwritten(_ code: String) -> DeskAnswer {
    reject(
      words.visible(code), words.say(vi: "CHƯA GHI", en: "NOT WRITTEN"), "",
      [words.say(vi: "Quét lại mã này", en: "Scan it again")])
  }

  private func undo() -> [Effect] {
    let row = hasChosenRow ? table.selected : latest.firstIndex { $0.op != nil && !$0.isUndone }
    guard let row, let op = latest[row].op else {
      return workplace.bad(words.refusal(.nothingToUndo))
    }
    var effects: [Effect] = []
    guard let outcome = workplace.attempt(&effects, { try workplace.desk.undo(op) }) else {
      return effects
    }
    if case .undone = outcome { latest[row].isUndone = true }
    isStale = true
    return effects + workplace.told(outcome)
  }

  /// The figures and the latest scans as the store has them, on entering and after a stop.
  private func resume() -> [Effect] {
    isStale = true
    guard latest.isEmpty else { return [] }
    var effects: [Effect] = []
    let limit = Self.latestMaximum
    let read = workplace.attempt(&effects) {
      try workplace.desk.log(entity: id, limit: limit).compactMap { try sighting($0) }
    }
    latest = read ?? []
    shelf = latest.first?.shelf ?? ""
    return effects
  }

  private func sighting(_ entry: LogEntry) throws -> Sighting? {
    guard case .itemSeen(let seen) = entry.op.body else { return nil }
    var title = ""
    if case .item(let facts) = try workplace.desk.look(seen.barcode, preferring: .label) {
      title = facts.title
    }
    return Sighting(
      time: entry.op.moment.clock, barcode: seen.barcode, finding: seen.finding,
      note: words.finding(seen.finding), title: title, shelf: seen.shelf ?? "", op: entry.op.id,
      isUndone: entry.isUndone)
  }

  /// Reads the figures once a frame, however many scans came before it.
  func catchUp() {
    guard isStale else { return }
    isStale = false
    if let fresh = try? workplace.desk.status(of: id) { stocktake = fresh }
    if latest.count > Self.latestMaximum { latest.removeLast(latest.count - Self.latestMaximum) }
    table.setCount(latest.count)
    table.select(0)
    hasChosenRow = false
  }
}

extension Finding {
  /// Only what needs a hand is heard.
  var tone: DeskAnswer.Tone {
    switch self {
    case .inPlace: .good
    case .outOfOrder, .elsewhere, .onLoan, .wasLost, .alreadySeen: .notice
    case .withdrawn, .unknown: .bad
    }
  }
}
