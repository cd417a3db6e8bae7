import Foundation
import MARC

/// The tables that the program carries, read from the project's own `data` folder.
enum ShippedSchema {
  static func table(_ name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "data/\(name)")))
  }

  static func read() throws -> MARCSchema {
    try MARCSchema(
      format: table("marc21.tsv"), names: table("marc21-names.tsv"),
      usual: table("marc21-usual.tsv"))
  }
}
