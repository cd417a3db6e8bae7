import Foundation
import GRDB
public import LibraryCore
public import MARC
import VietnameseText

extension Desk {
  /// What may be meant in a subfield by the beginning typed there, from the headings of the catalogue.
  ///
  /// Marks may be left out; headings that have the marks typed come first, then those most used. Of the less used ones of a
  /// short beginning the first from A to Z are given. Takes the same time in a catalogue of any size.
  public func headingSuggestions(
    tag: Tag, code: Code, typed: String, limit: Int = 12
  ) throws -> [HeadingSuggestion] {
    try headingSuggestions(HeadingKind.suggested(in: tag, code), typed: typed, limit: limit)
  }

  /// The same for headings of some kinds.
  public func headingSuggestions(
    _ kinds: [HeadingKind], typed: String, limit: Int = 12
  ) throws -> [HeadingSuggestion] {
    let beginning = TypedBeginning(typed)
    guard !kinds.isEmpty, !beginning.isEmpty, limit > 0 else { return [] }
    return try consider { facts in
      var found = SuggestionRanking(beginning: beginning)
      for kind in kinds {
        let reading = SuggestionReading(kind: kind, db: facts.db, limit: 4 * limit)
        for heading in try reading.mostUsed(beginning) { found.add(heading) }
        for heading in try reading.fromAToZ(beginning) { found.add(heading) }
        for heading in try reading.established(beginning) { found.add(heading) }
        if beginning.hasMarks {
          for heading in try reading.asMarked(typed, beginning) { found.add(heading) }
        }
      }
      return found.best(limit)
    }
  }

  /// The subfields of a heading as some record of the catalogue has them; nil where none has it.
  ///
  /// What a field takes over that is to have this heading: `$a` with its dates in `$d`.
  public func headingSubfields(_ kind: HeadingKind, _ text: String) throws -> [Subfield]? {
    try consider { try $0.headingSubfields(kind, text) }
  }
}

extension DeskFacts {
  func headingSubfields(_ kind: HeadingKind, _ text: String) throws -> [Subfield]? {
    guard let heading = CatalogueHeading(kind, text),
      let record = try HeadingLinks(db).records(of: [heading], limit: 1).first,
      let row = try RecordRow.fetch(record, db),
      let known = try RecordIndex.record(of: row.version, db)
    else { return nil }
    for field in known.fields where !field.isControl {
      for found in Heading.all(in: field)
      where found.kind == kind && CatalogueEntry.readable(found.text) == text {
        let all = Array(field.subfields)
        return found.withoutEndMarks(found.places.map { all[$0] })
      }
    }
    return nil
  }
}

/// Reads headings of one kind that begin as was typed.
private struct SuggestionReading {
  let kind: HeadingKind
  let db: Database
  let limit: Int

  /// Those used four times and more, the most used class first.
  func mostUsed(_ beginning: TypedBeginning) throws -> [HeadingSuggestion] {
    let highest = try Int.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT level FROM heading WHERE kind = ? AND level >= 2 ORDER BY level DESC LIMIT 1
          """),
      arguments: [Int(kind.rawValue)])
    guard let highest else { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT text, uses FROM heading
        WHERE kind = ? AND level >= 2 AND level = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?
        """)
    var found: [HeadingSuggestion] = []
    for level in stride(from: highest, through: HeadingIndex.usedLevel, by: -1) {
      for range in HeadingRange.all(beginning) {
        found += try rows(
          statement, [Int(kind.rawValue), level, range.first, range.end, limit])
      }
      if found.count >= limit { break }
    }
    return found
  }

  func fromAToZ(_ beginning: TypedBeginning) throws -> [HeadingSuggestion] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT text, uses FROM heading WHERE kind = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?
        """)
    return try HeadingRange.all(beginning).flatMap { range in
      try rows(statement, [Int(kind.rawValue), range.first, range.end, limit])
    }
  }

  /// The headings of authority records, also those that a form begins so only leads to.
  func established(_ beginning: TypedBeginning) throws -> [HeadingSuggestion] {
    guard let authorityKind = kind.authorityKind else { return [] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT authority_form.text, relation, authority.text
        FROM authority_form JOIN authority ON authority.id = authority_form.authority
        WHERE authority_form.kind = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?
        """)
    let links = HeadingLinks(db)
    return try HeadingRange.all(beginning).flatMap { range in
      try Row.fetchAll(
        statement, arguments: [Int(authorityKind.rawValue), range.first, range.end, limit])
    }.compactMap { row in
      let (form, heading): (String, String) = (row[0], row[2])
      let relation = AuthorityRelation(rawValue: UInt8(clamping: row[1] as Int))
      guard relation != .seeAlso else { return nil }
      return HeadingSuggestion(
        kind: kind, text: heading, uses: try links.uses(of: kind, heading),
        reachedFrom: relation == .see ? form : nil, isEstablished: true)
    }
  }

  /// Those that stand where the marked text stands from A to Z, among any number that differ in marks.
  func asMarked(_ typed: String, _ beginning: TypedBeginning) throws -> [HeadingSuggestion] {
    let place = try RecordFiling.order(db).beginning(typed)
    let statement = try db.cachedStatement(
      sql: "SELECT text, uses FROM heading WHERE kind = ? AND place >= ? ORDER BY place LIMIT ?")
    return try rows(statement, [Int(kind.rawValue), Data(place), limit])
      .filter { beginning.begins($0.text) }
  }

  private func rows(
    _ statement: Statement, _ arguments: StatementArguments
  ) throws -> [HeadingSuggestion] {
    try Row.fetchAll(statement, arguments: arguments).map {
      HeadingSuggestion(kind: kind, text: $0[0], uses: $0[1])
    }
  }
}

/// The keys that begin as was typed, marks or none: from `first` up to and without `end`.
struct HeadingRange {
  let first: String
  var end: String { first + "\u{10FFFF}" }

  /// Behind a whole word stands a blank or the end of the letters.
  static func all(_ beginning: TypedBeginning) -> [HeadingRange] {
    beginning.foldedPrefixes.flatMap { prefix in
      beginning.isLastWhole
        ? [HeadingRange(first: prefix + " "), HeadingRange(first: prefix + HeadingKey.separator)]
        : [HeadingRange(first: prefix)]
    }
  }
}

/// Puts what was found in order: the marks that were typed first, then the most used.
private struct SuggestionRanking {
  let beginning: TypedBeginning
  private var found: [String: HeadingSuggestion] = [:]
  /// Forms that only lead to a heading, which stands for them.
  private var references: Set<String> = []

  init(beginning: TypedBeginning) { self.beginning = beginning }

  /// Of two kinds that have one heading the first counts, with the larger number of uses.
  mutating func add(_ suggestion: HeadingSuggestion) {
    suggestion.reachedFrom.map { _ = references.insert($0) }
    guard let known = found[suggestion.text] else {
      found[suggestion.text] = suggestion
      return
    }
    found[suggestion.text]?.uses = max(known.uses, suggestion.uses)
    if suggestion.isEstablished { found[suggestion.text]?.isEstablished = true }
  }

  func best(_ limit: Int) -> [HeadingSuggestion] {
    let headings = found.values.filter { !references.contains($0.text) }
    let ranked = headings.map {
      (isExact: beginning.begins($0.reachedFrom ?? $0.text), suggestion: $0)
    }
    let sorted = ranked.sorted { left, right in
      if left.isExact != right.isExact { return left.isExact }
      if left.suggestion.uses != right.suggestion.uses {
        return left.suggestion.uses > right.suggestion.uses
      }
      return left.suggestion.text < right.suggestion.text
    }
    return sorted.prefix(limit).map(\.suggestion)
  }
}
