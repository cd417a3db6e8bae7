import GRDB
public import LibraryCore

/// Finds titles by words, numbers and call numbers, as quickly in a million titles as in a thousand.
///
/// The index gives the first thousand matches as they lie; only those are put in order, and the count stops there. May be asked
/// from any thread.
public struct CatalogueSearch: Sendable {
  /// Matches beyond these are not counted.
  public static let countMaximum = 1000

  private let file: LibraryFile

  public init(_ file: LibraryFile) { self.file = file }

  /// The titles that all of the words lead to, the best first or in another order.
  ///
  /// The last word may be a beginning, unless a blank follows it; words between quotes stand together. Words typed with marks
  /// rank titles that have those marks first. A text that is an ISBN, a barcode or a control number leads straight to its title.
  /// `filing` is the order of the alphabet, that of the house where it is nil.
  public func find(
    _ text: String, in field: SearchField = .any, sortedBy order: HitOrder = .relevance,
    filing: FilingOrder? = nil, limit: Int = 20, offset: Int = 0
  ) throws -> SearchPage {
    let query = SearchQuery(text, in: field)
    let (offset, limit) = (max(0, offset), min(max(0, limit), CatalogueSearch.pageMaximum))
    guard !query.isEmpty else { return SearchPage() }
    return try file.read { db in
      let found = try FoundTitles(query, db)
      let shown: [EntityID] =
        switch order {
        case .relevance: try found.page(from: offset, limit: limit, db)
        case .title, .author, .year:
          Array(
            try HitSorting(order, filing ?? RecordFiling.order(db)).sorted(found.ids, db)
              .dropFirst(offset).prefix(limit))
        }
      return SearchPage(
        hits: try CatalogueSearch.hits(shown, db), total: found.total, isComplete: found.isComplete)
    }
  }

  /// More than these are never found.
  private static let pageMaximum = 10_000

  /// What is shown of the titles, with their copies, in the order given.
  static func hits(_ ids: [EntityID], _ db: Database) throws -> [TitleHit] {
    let briefs = try db.cachedStatement(
      sql: "SELECT \(DeskFacts.briefColumns) FROM record WHERE id = ?")
    return try ids.compactMap { id in
      guard let row = try Row.fetchOne(briefs, arguments: [id.rawValue]) else { return nil }
      let copies = try DeskFacts.copies(of: id, db)
      return TitleHit(
        id: id, brief: DeskFacts.brief(row, from: 0), copies: copies.total,
        copiesIn: copies.present)
    }
  }
}
