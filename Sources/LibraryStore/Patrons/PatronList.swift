import GRDB
import LibraryCore

/// The list of all patrons, or of those a filter leaves in, in one order, read in pages.
struct PatronList {
  let order: PatronOrder
  var filter = PatronFilter.everybody
  let db: Database

  /// A page by its number of rows from the front, and how many patrons there are.
  func page(limit: Int, offset: Int) throws -> PatronHits {
    let count = try Int.fetchOne(
      db.cachedStatement(sql: "\(PatronList.counting) \(filter.condition)"),
      arguments: filter.arguments)
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "\(select) ORDER BY \(forward) LIMIT ? OFFSET ?"),
      arguments: filter.arguments + [limit, offset])
    return PatronHits(hits: rows.compactMap(PatronSearch.hit), total: count ?? 0)
  }

  /// The rows next to one that is known, found by its key and not by counting.
  func walk(_ walk: PatronWalk, limit: Int) throws -> [PatronHit] {
    switch walk {
    case .fromBeginning: try hits("", forward, [limit])
    case .backFromEnd: try hits("", backward, [limit]).reversed()
    case .behind(let patron):
      try hits("AND \(beside(">"))", forward, anchor(patron) + [limit])
    case .backFrom(let patron):
      try hits("AND \(beside("<"))", backward, anchor(patron) + [limit]).reversed()
    }
  }

  static let counting = "SELECT count(*) FROM patron WHERE status <> 'removed'"

  private var select: String {
    "SELECT \(DeskFacts.patronColumns) FROM patron WHERE status <> 'removed' \(filter.condition)"
  }

  private var forward: String {
    switch order {
    case .givenName: "name_key, id"
    case .card: "card"
    }
  }

  private var backward: String {
    switch order {
    case .givenName: "name_key DESC, id DESC"
    case .card: "card DESC"
    }
  }

  private func beside(_ sign: String) -> String {
    switch order {
    case .givenName: "(name_key, id) \(sign) ((SELECT name_key FROM patron WHERE id = ?), ?)"
    case .card: "card \(sign) (SELECT card FROM patron WHERE id = ?)"
    }
  }

  private func anchor(_ patron: EntityID) -> StatementArguments {
    switch order {
    case .givenName: [patron.rawValue, patron.rawValue]
    case .card: [patron.rawValue]
    }
  }

  private func hits(
    _ condition: String, _ order: String, _ arguments: StatementArguments
  ) throws -> [PatronHit] {
    try Row.fetchAll(
      db.cachedStatement(sql: "\(select) \(condition) ORDER BY \(order) LIMIT ?"),
      arguments: filter.arguments + arguments
    ).compactMap(PatronSearch.hit)
  }
}

extension PatronFilter {
  /// What the filter leaves in, to go on a condition.
  var condition: String {
    (sex == nil ? "" : " AND patron.sex = ? AND patron.sex IS NOT NULL")
      + (occupation == nil ? "" : " AND patron.occupation = ? AND patron.occupation IS NOT NULL")
  }

  var arguments: StatementArguments {
    StatementArguments([sex?.rawValue, occupation].compactMap(\.self))
  }
}
