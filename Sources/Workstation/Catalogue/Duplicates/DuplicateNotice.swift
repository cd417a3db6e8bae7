import LibraryCore
import LibraryStore
import MARC
import Terminal

/// Tells, while somebody enters a title, what the library has already that may be the same.
///
/// A worker is asked after each change; an answer to an earlier one is dropped. Nothing is kept from anybody: it is one line.
struct DuplicateNotice {
  struct Answer: Sendable {
    let found: Result<[DuplicateCandidate], any Error>
  }

  private static let candidatesMaximum = 5

  private(set) var found: [DuplicateCandidate] = []

  /// Asks for records like this one; `id` is its own number if it has one.
  func ask(_ record: Record, id: EntityID? = nil, _ workplace: Workplace) -> [Effect] {
    let desk = workplace.desk
    return [
      .longJob(name: "duplicates") { ticket in
        guard !ticket.isStale else { return Answer(found: .success([])) }
        return Answer(
          found: Result {
            try desk.duplicates(of: record, id: id, limit: DuplicateNotice.candidatesMaximum)
          })
      }
    ]
  }

  /// Takes an answer; the library's own fault is left to whoever saves.
  mutating func hear(_ answer: Answer) { found = (try? answer.found.get()) ?? [] }

  /// The record to open, the likeliest one.
  func screen(_ workplace: Workplace) -> (any Screen)? {
    guard !found.isEmpty else { return nil }
    return RecordScreen(
      workplace: workplace, trail: RecordTrail(found.map(\.id), at: 0))
  }

  /// What is already here, in one line of so many columns, with the key that shows it.
  func line(columns: Int, in context: String, _ workplace: Workplace) -> String? {
    guard let first = found.first else { return nil }
    let words = workplace.wording
    let more =
      found.count > 1 ? words.say(vi: " (+\(found.count - 1))", en: " (+\(found.count - 1))") : ""
    let key = workplace.keyMap.keys(for: .duplicateShow, in: context).first.map {
      " – \($0.label)"
    }
    let line =
      words.say(vi: "đã có: ", en: "already here: ")
      + "\(first.judgement.score) \(words.briefLine(first))"
    let tail = more + (key ?? "")
    return DisplayWidth.shortened(line, columns: max(0, columns - DisplayWidth.of(tail))) + tail
  }

  func draw(into surface: inout Surface, row: Int, _ workplace: Workplace) {
    guard let line = line(columns: surface.size.columns - 2, in: "sheet", workplace) else { return }
    surface.write(line, at: Point(row: row, column: 1), role: .warning)
  }
}
