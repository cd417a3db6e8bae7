import GRDB
public import LibraryCore
import VietnameseText

extension Desk {
  /// The texts of a kind that the house keeps, by name.
  public func namedTexts(_ kind: NamedText.Kind) throws -> [NamedText] {
    try consider { facts in
      try Row.fetchAll(
        facts.db, sql: "SELECT name, text FROM named_text WHERE kind = ? ORDER BY name",
        arguments: [kind.rawValue]
      ).map { NamedText(kind, name: $0[0], text: $0[1]) }
    }
  }

  /// The text of that name; nil if there is none.
  public func namedText(_ kind: NamedText.Kind, _ name: String) throws -> String? {
    try consider { try $0.namedText(kind, name.nfc) }
  }

  /// Keeps a text under a name, or takes it away where `text` is nil; whoever reads it has checked that it can be read.
  public func saveNamedText(_ text: NamedText) throws -> SaveOutcome {
    try act { transaction in
      let text = NamedText(text.kind, name: text.name.nfc, text: text.text?.nfc)
      let needed = text.kind.permission
      guard transaction.staff.may(needed) else { return .refused([.noPermission(needed)]) }
      guard !text.name.isEmpty else { return .refused([.nameMissing]) }
      let known = try transaction.facts.namedText(text.kind, text.name)
      if known == nil, text.text == nil { return .unknown(text.name) }
      guard known != text.text else { return .unchanged(id: Desk.house) }
      return .saved(
        id: Desk.house, op: try transaction.append(.namedTextSaved(text), on: Desk.house))
    }
  }
}

extension DeskFacts {
  fileprivate func namedText(_ kind: NamedText.Kind, _ name: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT text FROM named_text WHERE kind = ? AND name = ?"),
      arguments: [kind.rawValue, name])
  }
}

extension Fold {
  static func namedText(_ named: NamedText, _ db: Database) throws {
    if let text = named.text {
      try db.execute(
        sql: "INSERT OR REPLACE INTO named_text (kind, name, text) VALUES (?, ?, ?)",
        arguments: [named.kind.rawValue, named.name, text])
    } else {
      try db.execute(
        sql: "DELETE FROM named_text WHERE kind = ? AND name = ?",
        arguments: [named.kind.rawValue, named.name])
    }
  }
}
