import GRDB
import LibraryCore
import MARC
import VietnameseText

/// A copy that a record describes, ready to be added, or what speaks against it.
enum ImportedCopy {
  case copy(barcode: Barcode, changes: [FieldChange])
  case fault(ImportFault)

  /// The copies of a record; a statement without a barcode describes none.
  static func all(
    of record: MARC.Record, _ options: ImportOptions, file: Int, number: Int
  ) -> [ImportedCopy] {
    guard options.copies != .none else { return [] }
    return Bibliography(record).itemStatements.compactMap { statement in
      guard options.copies.takes(statement), let typed = statement.barcode else { return nil }
      guard let barcode = Barcode(typed) else {
        return .fault(
          .barcodeInvalid(
            String(typed.prefix(Barcode.lengthMaximum)), file: file, record: number,
            tag: statement.tag.text))
      }
      return .copy(barcode: barcode, changes: changes(statement, barcode))
    }
  }

  private static func changes(_ statement: ItemStatement, _ barcode: Barcode) -> [FieldChange] {
    let price = statement.price.flatMap { Money(typed: $0) }.map { String($0.dong) }
    let fields: [(ItemField, String?)] = [
      (.barcode, barcode.text), (.callNumber, statement.callNumber),
      (.location, statement.location ?? statement.collection), (.type, statement.itemType),
      (.price, price), (.copyNumber, statement.copyNumber),
      (.note, statement.publicNote ?? statement.staffNote),
    ]
    return fields.compactMap { field, text in text.map { field.set($0.nfc) } }
  }

  /// The record whose copy carries the barcode now.
  static func holder(of barcode: Barcode, _ db: Database) throws -> EntityID? {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT record FROM item WHERE barcode = ? AND status <> 'removed'"),
      arguments: [barcode.text]
    ).map { EntityID(rawValue: $0) }
  }
}
