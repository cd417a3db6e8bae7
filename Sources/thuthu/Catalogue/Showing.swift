import LibraryCore
import LibraryStore
import MARC
import Workstation

/// One thing with all that is known of it.
enum Shown {
  case record(StoredRecord, [ItemFacts])
  case item(ItemFacts, PastBorrower?)
  case patron(PatronFacts, ConsentState, [LoanLine])
  case loan(LoanStory)
  case nothing(ShowCommand.Kind, String)

  var isFound: Bool { if case .nothing = self { false } else { true } }
}

/// Finds what `show` asks for.
struct Showing {
  let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  func find(_ kind: ShowCommand.Kind, _ key: String) throws -> Shown {
    switch kind {
    case .record:
      guard let number = Int64(key),
        let record = try desk.record(EntityID(rawValue: number))
      else { return .nothing(kind, key) }
      return .record(record, try desk.items(of: record.id))
    case .item:
      return try item(key).map { .item($0, try desk.previousBorrower(of: $0.item.id)) }
        ?? .nothing(kind, key)
    case .patron:
      guard let facts = try desk.patron(key) else { return .nothing(kind, key) }
      let details = try desk.patronDetails(facts.patron.id)
      return .patron(
        facts, details?.consentState ?? .missing, try desk.loans(of: facts.patron.id))
    case .loan:
      return try loan(key).flatMap(desk.loanStory).map { .loan($0) } ?? .nothing(kind, key)
    }
  }

  /// The running loan of the copy under that label, else the loan that goes by that number.
  func loan(_ key: String) throws -> OpID? {
    try loan(ofCopy: key) ?? Int64(key).map { OpID(rawValue: $0) }
  }

  func loan(ofCopy key: String) throws -> OpID? { try item(key)?.loan?.id }

  private func item(_ key: String) throws -> ItemFacts? {
    if case .item(let facts) = try desk.look(key, preferring: .label) { facts } else { nil }
  }
}

extension Shown {
  var json: JSONValue {
    switch self {
    case .record(let record, let items):
      JSONValue.found("record", JSONValue(record)).adding([
        "marc": .raw(Array(record.record.json.utf8)),
        "items": .list(items.map { JSONValue($0) }),
      ])
    case .item(let facts, let previous):
      JSONValue.found("item", JSONValue(facts)).adding([
        "previousBorrower": previous.map {
          ["patron": JSONValue($0.patron), "returnedOn": .day($0.returnedOn)]
        } ?? .null
      ])
    case .patron(let facts, let consent, let loans):
      JSONValue.found("patron", JSONValue(facts)).adding([
        "consent": .text(consent.name), "openLoans": .list(loans.map { JSONValue($0) }),
      ])
    case .loan(let story):
      JSONValue.found("loan", JSONValue(story.loan)).adding([
        "card": .text(story.patron.card.text), "name": .text(story.patron.name),
        "status": .text(story.status.rawValue),
        "dueSetBy": story.dueSetting.map { JSONValue($0) } ?? .null,
        "history": .list(story.entries.map { JSONValue($0) }),
      ])
    case .nothing(let kind, let key):
      .unknown(kind.rawValue, key)
    }
  }

  func lines(_ words: Wording) -> [String] {
    switch self {
    case .record(let record, let items): words.card(record) + [""] + words.list(items)
    case .item(let facts, let previous):
      words.card(facts) + (previous.map { [words.notice(.previousBorrower($0))] } ?? [])
    case .patron(let facts, let consent, let loans):
      words.card(facts, consent) + [""] + words.list(loans)
    case .loan(let story): words.lines(story)
    case .nothing(_, let key):
      [words.say(vi: "Không tìm thấy «\(key)»", en: "There is no “\(key)”")]
    }
  }
}

extension JSONValue {
  /// The answer that found `value`, its members beside the outcome.
  static func found(_ kind: String, _ value: JSONValue) -> JSONValue {
    value.with("kind", .text(kind)).with("outcome", "found")
  }

  init(_ record: StoredRecord) {
    self = [
      "record": .entity(record.id), "version": .op(record.version),
      "savedAt": .moment(record.savedAt), "status": .text(record.status.rawValue),
      "title": .text(record.brief.title), "author": .optional(record.brief.author),
      "publisher": .optional(record.brief.publisher), "year": .optional(record.brief.year),
      "classMark": .optional(record.brief.classMark),
      "material": .text(record.brief.material.rawValue), "copies": .count(record.copies),
    ]
  }
}
