import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// Notes that the copy under `barcode` was met at the shelf, and says what is to be thought of it.
  ///
  /// `shelf` names the place in the words of whoever stands there; order is judged within one place and one person's scans.
  /// A copy scanned again writes nothing.
  public func scanShelf(_ barcode: String, stocktake: EntityID, shelf: String? = nil) throws
    -> ScanOutcome
  {
    try act { transaction in try transaction.scanShelf(barcode, stocktake, shelf?.nfc) }
  }
}

extension DeskTransaction {
  mutating func scanShelf(_ typed: String, _ stocktake: EntityID, _ shelf: String?) throws
    -> ScanOutcome
  {
    guard let known = try facts.stocktakes(stocktake).first else {
      return .unknownStocktake(stocktake)
    }
    guard let barcode = Barcode(typed) else { return .unknownItem(typed) }
    let item = try facts.item(barcode)
    let scan = ShelfScan(
      staff: staff, scope: known.scope, isClosed: known.isClosed, item: item,
      isSeenBefore: try facts.isSeen(barcode, in: stocktake),
      previousCallNumber: try facts.previousCallNumber(in: stocktake, on: shelf))
    guard scan.refusals.isEmpty else {
      return .refused(scan.refusals, item: item.map(ItemLine.init))
    }
    let finding = scan.finding
    var seen = ScanOutcome.Seen(
      finding: finding, barcode: barcode, item: item,
      previousCallNumber: finding == .outOfOrder ? scan.previousCallNumber : nil, op: nil)
    if finding != .alreadySeen {
      let body = ItemSeen(
        barcode: barcode.text, item: item?.item.id, finding: finding, shelf: shelf)
      seen.op = try append(.itemSeen(body), on: stocktake)
    }
    return .seen(seen)
  }
}

extension DeskFacts {
  fileprivate func isSeen(_ barcode: Barcode, in stocktake: EntityID) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM sighting WHERE stocktake = ? AND barcode = ? AND status = 'seen')
          """),
      arguments: [stocktake.rawValue, barcode.text]) ?? false
  }

  /// The call number of the last copy of the scope that the acting person scanned on the same shelf.
  fileprivate func previousCallNumber(in stocktake: EntityID, on shelf: String?) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT call_number FROM sighting JOIN item ON item.id = sighting.item
          WHERE stocktake = ? AND actor = ? AND shelf IS ? AND sighting.status = 'seen'
            AND finding IN ('\(Finding.inPlace.rawValue)', '\(Finding.outOfOrder.rawValue)')
            AND call_number IS NOT NULL
          ORDER BY sighting.id DESC LIMIT 1
          """),
      arguments: [stocktake.rawValue, staff.id.rawValue, shelf])
  }
}
