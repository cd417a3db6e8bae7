import LibraryCore
import LibraryStore
import MARC
import RemoteCatalogues

/// A record that a book in hand may be described with.
struct CopyCandidate: Sendable {
  enum Source: Equatable, Sendable {
    /// The library has the title already, with so many copies.
    case own(EntityID, copies: Int)
    case pack(String)
    case remote(String)
  }

  let source: Source
  let record: Record
  let entry: CatalogueEntry

  init(_ source: Source, _ record: Record) {
    self.source = source
    self.record = record
    entry = CatalogueEntry(record)
  }

  /// What the list of batches will say the record came from.
  var origin: String? {
    switch source {
    case .own: nil
    case .pack(let name), .remote(let name): name
    }
  }

  /// The price the record gives (020 $c), where it is a sum in đồng.
  var price: Money? {
    Bibliography(record).isbnStatements.lazy.compactMap { $0.price.flatMap { Money(typed: $0) } }
      .first
  }
}

/// What somebody scanned or typed to find a book by.
enum CopyQuestion: Equatable, Sendable {
  case isbn(ISBN)
  case words(String)
  /// What a form was filled in with, for the catalogues of others.
  case form(RemoteQuery)
  /// A Vietnamese article number (EAN 893), which no catalogue knows.
  case articleNumber(String)

  init?(_ typed: String) {
    let text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else { return nil }
    if let isbn = ISBN(text), text.allSatisfy({ $0.isNumber || "-xX ".contains($0) }) {
      self = .isbn(isbn)
    } else if text.count == 13, text.hasPrefix("893"), text.allSatisfy(\.isNumber) {
      self = .articleNumber(text)
    } else {
      self = .words(text)
    }
  }

  /// The same as what waits to be asked again; none for an article number.
  var wanted: Wanted.Question? {
    switch self {
    case .isbn(let isbn): .isbn(isbn)
    case .words(let words): .title(words)
    case .form(let query):
      query.isbn.map { .isbn($0) } ?? Wanted.Question(query.title ?? query.anyWords)
    case .articleNumber: nil
    }
  }

  var remote: RemoteQuery {
    switch self {
    case .isbn(let isbn): RemoteQuery(isbn: isbn)
    case .words(let words): RemoteQuery(title: words)
    case .form(let query): query
    case .articleNumber: RemoteQuery()
    }
  }

  /// The same as it stands in the line.
  var text: String {
    switch self {
    case .isbn(let isbn): isbn.digits
    case .words(let words): words
    case .form(let query): query.isbn?.digits ?? query.anyWords
    case .articleNumber(let code): code
    }
  }

  /// Whether others are to be asked even where the house has something.
  var isForOthers: Bool { if case .form = self { true } else { false } }
}

/// What the jobs of copy cataloguing tell their screen.
enum CopyNews: Sendable {
  /// What is in the house: the catalogue and the packs, and which packs could not be read.
  case local([CopyCandidate], faults: [StoreFault])
  case failed(StoreFault)
  case answered(RemoteAnswer)
  case asked
  /// The answer of the job that only makes a running one stale.
  case stopped
}

extension CopyNews {
  private static let hitsMaximum = 20

  /// Looks into the catalogue and the packs.
  static func local(_ question: CopyQuestion, _ desk: Desk) -> CopyNews {
    do {
      var candidates: [CopyCandidate] = []
      for id in try own(question, desk) {
        guard let stored = try desk.record(id) else { continue }
        candidates.append(CopyCandidate(.own(id, copies: stored.copies), stored.record))
      }
      var faults: [StoreFault] = []
      for attached in try desk.attachedPacks() {
        do {
          let hits = try hits(question, try attached.pack.get())
          candidates += hits.map { CopyCandidate(.pack(attached.name), $0.record) }
        } catch let fault as StoreFault {
          faults.append(fault)
        }
      }
      return .local(candidates, faults: faults)
    } catch {
      return .failed(error as? StoreFault ?? .disk(path: desk.file.path, detail: "\(error)"))
    }
  }

  private static func own(_ question: CopyQuestion, _ desk: Desk) throws -> [EntityID] {
    switch question {
    case .isbn(let isbn): try desk.records(isbn)
    case .form(let query):
      try query.isbn.map { try desk.records($0) } ?? own(.words(query.anyWords), desk)
    case .words(let words):
      try CatalogueSearch(desk.file).find(words, in: .any, limit: hitsMaximum).hits.map(\.id)
    case .articleNumber: []
    }
  }

  private static func hits(_ question: CopyQuestion, _ pack: RecordPack) throws -> [RecordPack.Hit]
  {
    switch question {
    case .isbn(let isbn): try pack.find(isbn)
    case .form(let query):
      try query.isbn.map { try pack.find($0) }
        ?? pack.find(words: query.anyWords, limit: hitsMaximum)
    case .words(let words): try pack.find(words: words, limit: hitsMaximum)
    case .articleNumber: []
    }
  }

  /// Asks the catalogues of others and tells each answer as it comes; ends early when nobody waits.
  static func ask(
    _ question: CopyQuestion, _ targets: [RemoteTarget], isStale: () -> Bool,
    tell: @escaping @Sendable (CopyNews) -> Void
  ) -> CopyNews {
    let search = RemoteSearch(question.remote, targets) { tell(.answered($0)) }
    while !search.wait(atMost: .milliseconds(50)) {
      if isStale() { search.cancel() }
    }
    return .asked
  }
}

extension RemoteQuery {
  /// Title, author and words in one line, as the house is asked.
  fileprivate var anyWords: String {
    [title, author, words].compactMap(\.self).joined(separator: " ")
  }
}
