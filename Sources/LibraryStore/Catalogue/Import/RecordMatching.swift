import GRDB
import LibraryCore
import MARC
import VietnameseText

/// Finds the record a library has already of what an import brings.
struct RecordMatching: Sendable {
  /// No more records than these are weighed for one thing that they have in common.
  private static let candidatesMaximum = 300

  let options: ImportOptions

  /// The keys by which a record may be known, and whether its title has to be the same too.
  ///
  /// Control numbers are unique only within the system that gave them, and the volumes of a work may share one ISBN: a number
  /// without its giver, and an ISBN, say who a record is only together with the title.
  struct Keys: Sendable {
    var keys: [CatalogueKey] = []
    var title: CatalogueKey?
    var points: [PointKeys] = []
    /// What the rules on duplicates are asked with, where they are to be asked.
    var profile: DuplicateProfile?
  }

  /// Where to look for the records that have one thing of a profile in common.
  struct PointKeys: Sendable {
    enum Places: Sendable {
      case keys([CatalogueKey])
      case duplicates([DuplicateKey])
      case values(MatchSubfield, Set<String>)
    }

    var weight: Int
    var places: Places
  }

  func keys(of record: MARC.Record) -> Keys {
    let bibliography = Bibliography(record)
    guard options.points.isEmpty else {
      return Keys(points: options.points.map { pointKeys($0, record, bibliography) })
    }
    let rule = options.match
    if rule == .controlNumber || rule == .controlNumberOrISBN,
      let number = bibliography.controlNumber, !number.isEmpty
    {
      let source = bibliography.controlSource
      return Keys(
        keys: [.control(number, source: source)], title: source == nil ? title(bibliography) : nil)
    }
    switch rule {
    case .isbn: return Keys(keys: bibliography.isbns.map { .isbn($0) })
    case .controlNumberOrISBN:
      return Keys(keys: bibliography.isbns.map { .isbn($0) }, title: title(bibliography))
    case .likeness: return Keys(profile: DuplicateProfile(record))
    case .controlNumber, .none: return Keys()
    }
  }

  private func pointKeys(
    _ point: ImportProfile.Point, _ record: MARC.Record, _ bibliography: Bibliography
  ) -> PointKeys {
    let places: PointKeys.Places =
      switch point.match {
      case .control:
        .keys(
          bibliography.controlNumber.map {
            $0.isEmpty ? [] : [.control($0, source: bibliography.controlSource)]
          } ?? [])
      case .isbn: .keys(bibliography.isbns.map { .isbn($0) })
      case .issn: .keys(bibliography.issns.map { .issn($0) })
      case .title: .keys([title(bibliography)])
      case .key(let kind): .duplicates(DuplicateProfile(record).keys(kind))
      case .subfield(let part): .values(part, part.values(of: record))
      }
    return PointKeys(weight: point.weight, places: places)
  }

  /// Which record of the library it is; `values` knows the subfields that no index has.
  func find(_ wanted: Keys, _ values: SubfieldValues?, _ facts: DeskFacts) throws -> ImportFinding {
    if let profile = wanted.profile {
      var search = DuplicateSearch(facts: facts)
      let found = try search.candidates(profile, id: nil, limit: 10)
      return finding(found.map { ($0.id, $0.judgement.score) })
    }
    guard wanted.points.isEmpty else {
      return finding(try weigh(wanted.points, values, facts.db))
    }
    return try first(wanted, facts.db).map { .known($0, score: 100) } ?? .new
  }

  /// The best of some, or all that are as good as the best.
  private func finding(_ scored: [(id: EntityID, score: Int)]) -> ImportFinding {
    guard let best = scored.map(\.score).max() else { return .new }
    let records = scored.filter { $0.score == best }.map(\.id).sorted()
    return records.count == 1 ? .known(records[0], score: best) : .unsure(records, score: best)
  }

  /// The records that have enough points.
  private func weigh(
    _ points: [PointKeys], _ values: SubfieldValues?, _ db: Database
  ) throws -> [(id: EntityID, score: Int)] {
    var scores: [EntityID: Int] = [:]
    for point in points {
      var found: Set<EntityID> = []
      switch point.places {
      case .keys(let keys):
        for key in keys { found.formUnion(try RecordMatching.records(key, db)) }
      case .duplicates(let keys):
        for key in keys {
          found.formUnion(
            try DuplicateIndex.records(key.word, limit: RecordMatching.candidatesMaximum, db))
        }
      case .values(let part, let texts):
        for text in texts { found.formUnion(try values?.records(part, text, db) ?? []) }
      }
      for id in found { scores[id, default: 0] += point.weight }
    }
    return scores.filter { $0.value >= options.threshold }.map { ($0.key, $0.value) }
  }

  private static func records(_ key: CatalogueKey, _ db: Database) throws -> [EntityID] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT record FROM record_key WHERE key = ? LIMIT ?"),
      arguments: [key.text, candidatesMaximum]
    ).map { EntityID(rawValue: $0) }
  }

  /// The first record of the library that goes by one of the keys.
  private func first(_ wanted: Keys, _ db: Database) throws -> EntityID? {
    for key in wanted.keys {
      let records = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT record FROM record_key WHERE key = ? ORDER BY record"),
        arguments: [key.text])
      for record in records {
        guard let title = wanted.title else { return EntityID(rawValue: record) }
        let isSame = try Bool.fetchOne(
          db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM record_key WHERE key = ? AND record = ?)"),
          arguments: [title.text, record])
        if isSame == true { return EntityID(rawValue: record) }
      }
    }
    return nil
  }

  private func title(_ bibliography: Bibliography) -> CatalogueKey {
    .title(CatalogueEntry.readable(bibliography.title?.full ?? ""))
  }
}
