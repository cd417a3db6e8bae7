import LibraryCore
import LibraryStore

/// What is looked for, where, and how what is found is put in order.
struct TitleQuery: Equatable, Sendable {
  var words: String
  var field: SearchField
  var order = HitOrder.relevance
}

/// One page of answers on its way from a worker to the screen.
struct TitleAnswer: Sendable {
  var query: TitleQuery
  var offset: Int
  var page: Result<SearchPage, any Error>
}

/// The results of a search that grow page by page as a person scrolls.
struct TitleResults {
  static let pageRows = 100

  private(set) var query: TitleQuery?
  private(set) var hits: [TitleHit] = []
  private(set) var page: SearchPage?
  /// Whether a page is on its way.
  private(set) var isWaiting = false

  /// Asks for another query; what was found before stays until the answer is there.
  mutating func ask(_ query: TitleQuery) {
    self.query = query
    isWaiting = true
  }

  mutating func clear() { self = TitleResults() }

  /// The offset of the page to read next, when the selected row comes near the end of what is there.
  mutating func nextOffset(near row: Int) -> Int? {
    guard let page, !isWaiting, !page.hits.isEmpty, hits.count < page.total.count,
      row + TitleResults.pageRows / 4 >= hits.count
    else { return nil }
    isWaiting = true
    return hits.count
  }

  /// Takes an answer in; one to an earlier query is dropped and false comes back.
  mutating func take(_ answer: TitleAnswer) throws -> Bool {
    guard answer.query == query else { return false }
    isWaiting = false
    let page = try answer.page.get()
    self.page = page
    hits = answer.offset == 0 ? page.hits : hits.prefix(answer.offset) + page.hits
    return true
  }

  static func read(_ query: TitleQuery, from offset: Int, in file: LibraryFile) -> TitleAnswer {
    TitleAnswer(
      query: query, offset: offset,
      page: Result {
        try CatalogueSearch(file).find(
          query.words, in: query.field, sortedBy: query.order, limit: pageRows, offset: offset)
      })
  }
}
