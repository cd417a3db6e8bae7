import GRDB
public import LibraryCore
public import MARC

extension Desk {
  /// The keywords of a record that are on no list of the library's, each with the heading to use instead where one is known.
  ///
  /// None in a library that takes any keyword.
  public func unlistedKeywords(in record: MARC.Record) throws -> [HeadingFacts] {
    try consider { facts in
      let setting = facts.configuration.settings[HouseSetting.keywords]
      guard setting == KeywordPolicy.listed.rawValue else { return [] }
      let links = HeadingLinks(facts.db)
      return try CatalogueHeadings.listed(record)
        .sorted { $0.text < $1.text }
        .compactMap { keyword in
          for kind in [HeadingKind.keyword, .place, .genre]
          where try links.facts(of: kind, keyword.text).isEstablished {
            return nil
          }
          return try links.facts(of: keyword.kind, keyword.text)
        }
    }
  }
}

extension CatalogueHeadings {
  /// The keywords of a record: those of 653, and the terms of 650 whose list is named in `$2`, such as `Bộ TK TVQG`.
  fileprivate static func listed(_ record: MARC.Record) -> Set<CatalogueHeading> {
    let terms = record.fields.filter {
      $0.tag == "653" || $0.tag == "650" && $0.indicator2 == "7" && $0.first("2") != nil
    }
    return CatalogueHeadings(Record(leader: record.leader, fields: terms)).all
  }
}
