import GRDB
import LibraryCore

extension Fold {
  static func patron(_ changes: [FieldChange], _ op: Op, _ db: Database) throws {
    try save("patron", PatronField.self, changes, op.entity, db)
  }
}
