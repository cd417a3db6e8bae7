import LibraryCore
import LibraryStore
import MARC
import Terminal

/// The records among which a person goes back and forth, and which of them is shown.
struct RecordTrail {
  private(set) var records: [EntityID]
  private(set) var place: Int

  init(_ records: [EntityID], at place: Int) {
    precondition(records.indices.contains(place), "a trail stands on one of its records")
    self.records = records
    self.place = place
  }

  init(_ record: EntityID) { self.init([record], at: 0) }

  var current: EntityID { records[place] }

  /// Goes on by so many records; false at either end.
  mutating func move(by distance: Int) -> Bool {
    guard records.indices.contains(place + distance) else { return false }
    place += distance
    return true
  }
}

/// One record: what it says, and the copies the library has of it.
///
/// Closes with the `EntityID` it showed last.
final class RecordScreen: Screen {
  let context = "record"
  let workplace: Workplace
  var trail: RecordTrail
  var showsMARC = false
  var stored: StoredRecord?
  var copies: [ItemFacts] = []
  var page = TextView([])
  var table = Table(columns: [])
  /// What was done here, newest last: `undo` takes it back first.
  var ops: [OpID] = []
  var asked: Question?
  /// The copy to select when the copies are read next.
  private var wantedCopy: Barcode?

  /// What the open dialog asks.
  enum Question {
    case removeRecord
    case removeCopy(ItemFacts)
    case mend(Record)
  }

  init(workplace: Workplace, trail: RecordTrail, copy: Barcode? = nil) {
    self.workplace = workplace
    self.trail = trail
    wantedCopy = copy
  }

  var words: Wording { workplace.wording }
  var selectedCopy: ItemFacts? { table.selected.map { copies[$0] } }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared: return stored == nil ? load() : []
    case .returned(let value): return resume(value)
    case .input(.scan(let scan)): return take(scan)
    case .command(let command): return perform(command, event)
    default: return []
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel: return [.close(trail.current)]
    case .recordView:
      showsMARC.toggle()
      showText()
    case .recordNext: return move(by: 1)
    case .recordPrevious: return move(by: -1)
    case .recordHistory:
      return [.push(HistoryScreen(workplace: workplace, record: trail.current))]
    case .recordEdit: return edit()
    case .editorCompare:
      return [.push(CompareChooser(workplace: workplace, record: trail.current))]
    case .recordShelfMark: return showShelfMark()
    case .recordSheet:
      return stored.map { [.push(SimpleSheetScreen(workplace: workplace, editing: $0))] } ?? [.bell]
    case .recordTemplate: return keepAsTemplate()
    case .recordRemove: return askToRemove()
    case .recordMend: return askToMend()
    case .holdsHere:
      return stored.map {
        let scope = HoldsScreen.Scope.title($0.id, title: $0.brief.title)
        return [.push(HoldsScreen(workplace: workplace, scope: scope))]
      } ?? [.bell]
    case .recordMerge: return stored.map(chooseMerge) ?? [.bell]
    case .copyAdd: return addCopies()
    case .copyEdit, .listOpen: return editCopy { CopyScreen(workplace: workplace, editing: $0) }
    case .copyStatus: return editCopy { CopyScreen(workplace: workplace, settingStatusOf: $0) }
    case .copyRemove: return askToRemoveCopy()
    case .undo: return undo()
    case .explain: return explain()
    case .listPageUp, .listPageDown: _ = page.update(event)
    default: if copies.isEmpty { _ = page.update(event) } else { _ = table.update(event) }
    }
    return []
  }

  func disabledReason(for command: CommandID) -> String? {
    let needsActive = [.recordEdit, .recordSheet, .recordMend, .recordMerge, .copyAdd]
      .contains(command)
    if needsActive, stored?.status != .active {
      return words.say(vi: "Biểu ghi đã bỏ khỏi mục lục", en: "The record was removed")
    }
    if [.copyEdit, .copyStatus, .copyRemove].contains(command), copies.isEmpty {
      return words.say(vi: "Chưa có bản nào", en: "There is no copy")
    }
    return workplace.missingRight(for: command)
  }

  // MARK: - Reading

  func load() -> [Effect] {
    var effects: [Effect] = []
    let id = trail.current
    guard
      let read = workplace.attempt(
        &effects, { (try workplace.desk.record(id), try workplace.desk.items(of: id)) })
    else { return effects }
    let selected = wantedCopy ?? selectedCopy?.item.barcode
    (stored, copies) = read
    table.setCount(copies.count)
    if let place = copies.firstIndex(where: { $0.item.barcode == selected }) { table.select(place) }
    wantedCopy = nil
    showText()
    return effects
  }

  private func showText() {
    guard let stored else {
      page.setText([
        StyledText(words.say(vi: "Không đọc được biểu ghi này", en: "This record cannot be read"))
      ])
      return
    }
    let unlisted = (try? workplace.desk.unlistedKeywords(in: stored.record)) ?? []
    let warning =
      unlisted.isEmpty ? [] : [StyledText(words.unlistedKeywords(unlisted), role: .warning)]
    page.setText(
      warning
        + (showsMARC
          ? RecordSheet.marc(stored.record)
          : RecordSheet.labelled(
            stored.record, workplace.schema, workplace.isbnTable.ranges, words)))
  }

  private func move(by distance: Int) -> [Effect] {
    guard trail.move(by: distance) else { return [.bell] }
    ops = []
    table.select(0)
    return load()
  }

  private func take(_ scan: Scan) -> [Effect] {
    var effects: [Effect] = []
    switch workplace.attempt(&effects, { try workplace.catalogueMeaning(of: scan) }) {
    case .copy(let facts):
      wantedCopy = facts.item.barcode
      if facts.item.record != trail.current {
        trail = RecordTrail(facts.item.record)
        ops = []
      }
      return effects + load()
    case .isbn(let isbn):
      return effects + [.push(CatalogueScreen(workplace: workplace, isbn: isbn))]
    case .forDesk, nil: return effects + [.handToDesk(scan)]
    }
  }
}
