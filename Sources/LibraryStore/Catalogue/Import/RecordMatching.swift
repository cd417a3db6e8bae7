import GRDB
import LibraryCore
import MARC
import VietnameseText

/// Finds the record a library has already of what an import brings.
struct RecordMatching {
  let rule: ImportOptions.Match

  /// The keys by which a record may be known, and whether its title has to be the same too.
  ///
  /// Control numbers are unique only within the system that gave them, and the volumes of a work may share one ISBN: a number
  /// without its giver, and an ISBN, say who a record is only together with the title.
  struct Keys {
    var keys: [CatalogueKey] = []
    var title: CatalogueKey?
  }

  func keys(of record: MARC.Record) -> Keys {
    let bibliography = Bibliography(record)
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
    case .controlNumber, .none: return Keys()
    }
  }

  /// The first record of the library that goes by one of the keys.
  func find(_ wanted: Keys, _ db: Database) throws -> EntityID? {
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
