import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Search as one types: a line, and below it the titles found so far.
final class CatalogueScreen: Screen {
  let context = "catalogue"
  let workplace: Workplace
  var line: InputField
  var field = SearchField.any
  var order = HitOrder.relevance
  var results = TitleResults()
  var table = Table(columns: [])
  private var hasBegun = false

  /// Opens with words to search for, which may be none.
  init(workplace: Workplace, words: String = "") {
    self.workplace = workplace
    line = workplace.keyboard.line(words)
  }

  convenience init(workplace: Workplace, isbn: ISBN) {
    self.init(workplace: workplace, words: isbn.digits)
    field = .isbn
  }

  var words: Wording { workplace.wording }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared:
      defer { hasBegun = true }
      return hasBegun ? [] : search()
    case .returned(let value): return resume(value)
    case .message(let value): return (value as? TitleAnswer).map(show) ?? []
    case .input(.scan(let scan)): return take(scan)
    case .command(let command): return perform(command, event)
    default: return type(event)
    }
  }

  private func perform(_ command: CommandID, _ event: ScreenEvent) -> [Effect] {
    switch command {
    case .cancel:
      guard !line.isEmpty else { return [.close(nil)] }
      line.setText("")
      return search()
    case .catalogueSearch:
      line.setText("")
      return search()
    case .catalogueSearchIn:
      field = field.next
      return search()
    case .catalogueSort:
      order = order.next
      return search()
    case .lineAccept, .listOpen: return open()
    default:
      guard table.update(event) == .ignored else { return readOn() }
      return type(event)
    }
  }

  private func type(_ event: ScreenEvent) -> [Effect] {
    switch line.update(event) {
    case .edited: search()
    case .refused: [.bell]
    case .ignored, .moved: []
    }
  }

  // MARK: - Searching

  /// Asks a worker; a newer question makes the answer stale.
  private func search() -> [Effect] {
    isSearchingAgain = false
    guard line.text.contains(where: { $0 != " " }) else {
      results.clear()
      table.setCount(0)
      // An answer still on its way is one to an earlier question.
      return []
    }
    let query = TitleQuery(words: line.text, field: field, order: order)
    results.ask(query)
    return [job("search", query, from: 0)]
  }

  /// Reads the next page when the selection comes near the end.
  private func readOn() -> [Effect] {
    guard let row = table.selected, let query = results.query,
      let offset = results.nextOffset(near: row)
    else { return [] }
    return [job("more", query, from: offset)]
  }

  private func job(_ name: String, _ query: TitleQuery, from offset: Int) -> Effect {
    .job(name: name) { [file = workplace.file] in
      TitleResults.read(query, from: offset, in: file)
    }
  }

  private func show(_ answer: TitleAnswer) -> [Effect] {
    var effects: [Effect] = []
    guard workplace.attempt(&effects, { try results.take(answer) }) == true else { return effects }
    table.setCount(results.hits.count)
    if answer.offset == 0, !isSearchingAgain { table.select(0) }
    isSearchingAgain = false
    return effects
  }

  /// Whether the same question is asked anew, so that the selection stays where it is.
  private var isSearchingAgain = false

  /// All that the words on the line lead to, for work on many records; the whole catalogue where nothing is typed.
  var choice: RecordChoice {
    results.query.map { .found($0.words, in: $0.field) } ?? .all
  }

  // MARK: - Opening

  private func open() -> [Effect] {
    guard let row = table.selected else { return [.bell] }
    let trail = RecordTrail(results.hits.map(\.id), at: row)
    return [.push(RecordScreen(workplace: workplace, trail: trail))]
  }

  /// A record was closed: stands on it, and reads the list again because it may have changed.
  private func resume(_ value: (any Sendable)?) -> [Effect] {
    if let record = value as? EntityID,
      let row = results.hits.firstIndex(where: { $0.id == record })
    {
      table.select(row)
    }
    guard results.query != nil, results.hits.count <= TitleResults.pageRows else { return [] }
    let effects = search()
    isSearchingAgain = true
    return effects
  }

  private func take(_ scan: Scan) -> [Effect] {
    line.takeBack(scan.alreadyTyped)
    var effects: [Effect] = []
    switch workplace.attempt(&effects, { try workplace.catalogueMeaning(of: scan) }) {
    case .copy(let facts):
      let trail = RecordTrail(facts.item.record)
      return effects + [
        .push(RecordScreen(workplace: workplace, trail: trail, copy: facts.item.barcode))
      ]
    case .isbn(let isbn):
      field = .isbn
      line.setText(isbn.digits)
      return effects + search()
    case .forDesk? where words.isArticleNumber(scan.code):
      return effects + workplace.bad(words.notAnISBN(scan.code))
    case .forDesk, nil: return effects + [.handToDesk(scan)]
    }
  }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// The next one of all, round and round.
  var next: Self {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? all.startIndex
    return all[(place + 1) % all.count]
  }
}
