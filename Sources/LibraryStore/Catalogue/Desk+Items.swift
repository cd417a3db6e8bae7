import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// The copies of a record in the order of their barcodes, withdrawn ones among them.
  public func items(of record: EntityID) throws -> [ItemFacts] {
    try consider { facts in try facts.items(of: record) }
  }

  /// Copies by status and place; without an `order` those of one place in shelf order, others as they were entered.
  public func items(
    status: ItemStatus? = nil, location: String? = nil, sortedBy order: ItemOrder? = nil,
    limit: Int = 100, offset: Int = 0
  ) throws -> [ItemFacts] {
    try consider { facts in
      var conditions = ["item.status <> 'removed'"]
      var arguments: StatementArguments = []
      if let location {
        conditions.append("location = ?")
        arguments += [location.nfc]
      }
      if let status {
        conditions.append("item.status = ?")
        arguments += [status.rawValue]
        if location == nil, status != .available {
          conditions.append("item.status NOT IN ('available', 'removed')")
        }
      }
      let order = order ?? (location == nil ? .entered : .shelf)
      return try facts.items(
        "\(conditions.joined(separator: " AND ")) ORDER BY \(order.columns) LIMIT ? OFFSET ?",
        arguments + [limit, offset])
    }
  }
}

extension ItemOrder {
  fileprivate var columns: String {
    switch self {
    case .shelf: "location, call_key, item.id"
    case .entered: "item.id"
    case .barcode: "barcode"
    }
  }
}

extension DeskFacts {
  /// The copies of a record in the order of their barcodes.
  func items(of record: EntityID) throws -> [ItemFacts] {
    try items(
      "item.record = ? AND item.status <> 'removed' ORDER BY length(barcode), barcode",
      [record.rawValue])
  }

  fileprivate func items(_ clause: String, _ arguments: StatementArguments) throws -> [ItemFacts] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(DeskFacts.itemColumns), record.title, record.author
          FROM item LEFT JOIN record ON record.id = item.record WHERE \(clause)
          """),
      arguments: arguments
    ).compactMap { row in
      try DeskFacts.item(row).map { item in
        ItemFacts(
          item: item, title: row[DeskFacts.itemColumnCount] ?? "",
          author: row[DeskFacts.itemColumnCount + 1], loan: try openLoan(of: item.id),
          setAside: try setAside(item.id))
      }
    }
  }
}
