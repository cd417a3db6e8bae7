import Foundation
import GRDB
import LibraryCore
import VietnameseText

/// A row of a table of patrons as it was looked at.
struct LookedRow {
  var row: PatronRow
  /// The fields it would write; nil of somebody who is enrolled.
  var entry: PatronEntry?

  /// Whether something would be written.
  var isTaken: Bool {
    switch row.outcome {
    case .enrolled, .changed: true
    case .left, .twin, .faulty: false
    }
  }
}

/// Who would be there because of earlier rows of a table that is only looked at.
struct EarlierRows {
  private struct Person {
    var line: Int
    var name: String
    var identity: PatronIdentity
  }

  private var cards: [String: Person] = [:]
  private var names: [String: [Person]] = [:]

  mutating func add(_ looked: LookedRow) {
    guard case .enrolled = looked.row.outcome, let name = looked.row.name, let entry = looked.entry
    else { return }
    let person = Person(line: looked.row.line, name: name, identity: entry.identity)
    if let card = entry.card { cards[card.text] = person }
    names[name.folded, default: []].append(person)
  }

  /// What an earlier row makes of this one; nil where it changes nothing.
  fileprivate func outcome(_ draft: PatronDraft, _ entry: PatronEntry) -> PatronRow.Outcome? {
    if let card = entry.card, let person = cards[card.text] {
      return person.name == draft[.name]
        ? .twin(.row(person.line)) : .faulty([.cardTaken(card, name: person.name)])
    }
    let namesakes = names[(draft[.name] ?? "").folded] ?? []
    func first(_ likeness: PatronIdentity.Likeness) -> Person? {
      namesakes.first { entry.identity.likeness(to: $0.identity) == likeness }
    }
    return first(.twin).map { .twin(.row($0.line)) }
      ?? first(.alike).map { .enrolled(alike: .row($0.line)) }
  }
}

extension PatronRow.Outcome {
  /// Whether nobody gets a card by it.
  fileprivate var isRefusing: Bool { if case .enrolled = self { false } else { true } }
}

extension PatronEntry {
  /// What tells the person apart from others of the same name.
  var identity: PatronIdentity {
    func value(_ field: PatronField) -> String? { values[field].flatMap(\.self) }
    return PatronIdentity(
      born: value(.born), phone: value(.phone), address: value(.address),
      className: value(.className))
  }
}

extension DeskFacts {
  /// What taking a row would do, and what staff should know of it.
  func look(
    at draft: PatronDraft, line: Int, _ changesKnown: Bool, _ earlier: EarlierRows = EarlierRows()
  ) throws -> LookedRow {
    var looked = try considered(draft, line, changesKnown, earlier)
    guard looked.isTaken else { return looked }
    looked.row.notices =
      draft.notices.filter { if case .emailDoubtful = $0 { true } else { false } }
      + configuration.notices(of: draft.fields.mapValues { .some($0) })
      + guardianNotices(try fieldsAfter(looked))
    return looked
  }

  /// The fields as they will stand when the row is taken.
  private func fieldsAfter(_ looked: LookedRow) throws -> [PatronField: String] {
    switch looked.row.outcome {
    case .changed(let holder, let changes):
      var fields = try storedFields(of: holder.id)
      for change in changes { fields[change.field] = change.to }
      return fields
    default: return (looked.entry?.values ?? [:]).compactMapValues { $0 }
    }
  }

  private func considered(
    _ draft: PatronDraft, _ line: Int, _ changesKnown: Bool, _ earlier: EarlierRows
  ) throws -> LookedRow {
    if let card = draft[.card].flatMap(CardNumber.init), let holder = try patron(card)?.patron,
      holder.name == draft[.name]
    {
      return try look(at: draft, of: holder, line, changesKnown)
    }
    let entry = try enrolment(of: draft)
    func looked(_ outcome: PatronRow.Outcome) -> LookedRow {
      LookedRow(row: PatronRow(line: line, draft, outcome), entry: entry)
    }
    guard entry.refusals.isEmpty else { return looked(.faulty(entry.refusals)) }
    let among = earlier.outcome(draft, entry)
    if let among, among.isRefusing { return looked(among) }
    let namesakes = try namesakes(draft[.name] ?? "")
    if let twin = namesakes.first(where: { entry.identity.likeness(to: $0.identity) == .twin }) {
      return looked(.twin(.patron(twin.patron)))
    }
    let alike = namesakes.first { entry.identity.likeness(to: $0.identity) == .alike }
    return looked(
      alike.map { .enrolled(alike: .patron($0.patron)) } ?? among ?? .enrolled(alike: nil))
  }

  private func look(
    at draft: PatronDraft, of holder: Patron, _ line: Int, _ changesKnown: Bool
  ) throws -> LookedRow {
    func looked(_ outcome: PatronRow.Outcome) -> LookedRow {
      LookedRow(row: PatronRow(line: line, draft, outcome))
    }
    guard changesKnown else { return looked(.left(PatronLine(holder))) }
    let entry = try alteration(of: holder, draft.fields.mapValues { .some($0) })
    guard entry.refusals.isEmpty else { return looked(.faulty(entry.refusals)) }
    let stored = try storedFields(of: holder.id)
    let changes = PatronField.allCases.compactMap { field in
      entry.values[field].map { PatronRow.Change(field, from: stored[field], to: $0) }
    }
    return looked(
      changes.isEmpty ? .left(PatronLine(holder)) : .changed(PatronLine(holder), changes))
  }

  /// Everybody of the very name, with what tells them apart.
  private func namesakes(_ name: String) throws -> [(patron: PatronLine, identity: PatronIdentity)]
  {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, card, name, born, phone, address, class_name FROM patron
          WHERE name_key = ? AND status <> 'removed' ORDER BY id LIMIT 100
          """),
      arguments: [Data(SortKey.givenName(name))]
    ).compactMap { row in
      CardNumber(row[1] ?? "").map { card in
        (
          PatronLine(id: EntityID(rawValue: row[0]), card: card, name: row[2]),
          PatronIdentity(born: row[3], phone: row[4], address: row[5], className: row[6])
        )
      }
    }
  }
}
