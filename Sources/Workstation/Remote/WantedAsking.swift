import LibraryCore
public import LibraryStore
public import RemoteCatalogues
import Synchronization

/// What asking for the waiting books again tells, book by book.
enum WantedNews: Sendable {
  /// So many records of the book were found.
  case asked(Wanted.Question, found: Int)
  /// No catalogue could be reached: the rest is not asked.
  case lineDown
  case ended
}

extension Wanted.Question {
  /// The question as catalogues of others are asked it.
  public var query: RemoteQuery {
    switch self {
    case .isbn(let isbn): RemoteQuery(isbn: isbn)
    case .title(let title): RemoteQuery(title: title)
    }
  }
}

extension WantedNews {
  /// Asks for one book after the other; a catalogue that cannot be reached is not asked a second time.
  ///
  /// Told are the books somebody was asked for; the value says how it ended.
  static func ask(
    _ questions: [Wanted.Question], _ targets: [RemoteTarget], isStale: () -> Bool,
    tell: (WantedNews) -> Void
  ) -> WantedNews {
    var targets = targets
    for question in questions where !isStale() {
      let answers = Answers()
      let search = RemoteSearch(question.query, targets) { answer in
        answers.list.withLock { $0.append(answer) }
      }
      while !search.wait(atMost: .milliseconds(50)) {
        if isStale() { search.cancel() }
      }
      if isStale() { return .ended }
      let heard = answers.list.withLock { $0 }
      let unreached = Set(heard.filter { $0.fault?.isOfTheLine == true }.map(\.target.code))
      targets.removeAll { unreached.contains($0.code) }
      guard !targets.isEmpty else { return .lineDown }
      tell(.asked(question, found: heard.reduce(0) { $0 + $1.records.count }))
    }
    return .ended
  }

  private final class Answers: Sendable {
    let list = Mutex<[RemoteAnswer]>([])
  }
}
