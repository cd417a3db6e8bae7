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

  /// The titles that all of the words lead to, the best first.
  ///
  /// The last word may be a beginning, unless a blank follows it. Words typed with marks rank titles that have those marks first.
  /// A text that is an ISBN, a barcode or a control number leads straight to its title.
  public func find(
    _ text: String, in field: SearchField = .any, limit: Int = 20, offset: Int = 0
  ) throws -> SearchPage {
    let query = SearchQuery(text, in: field)
    guard !query.words.isEmpty else { return SearchPage() }
    return try file.read { db in
      let found = try FoundTitles(query, db)
      let shown = found.ranked.dropFirst(max(0, offset)).prefix(max(0, limit))
      return SearchPage(
        hits: try CatalogueSearch.hits(Array(shown), db), total: found.total,
        isComplete: found.isComplete)
    }
  }

  /// What is shown of the titles, with their copies, in the order given.
  private static func hits(_ ids: [EntityID], _ db: Database) throws -> [TitleHit] {
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
