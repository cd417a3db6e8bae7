import ArgumentParser
import LibraryCore
import LibraryStore
import MARC

/// A record as commands take it: `12` is its current version, `12@345` the version 345 of it.
struct RecordReference: ExpressibleByArgument {
  let record: EntityID
  let version: OpID?

  init?(argument: String) {
    let parts = argument.split(separator: "@", omittingEmptySubsequences: false)
    guard let record = EntityID(argument: String(parts[0])), parts.count <= 2 else { return nil }
    self.record = record
    guard parts.count == 2 else {
      version = nil
      return
    }
    guard let version = OpID(argument: String(parts[1])) else { return nil }
    self.version = version
  }

  var name: String { version.map { "\(record)@\($0)" } ?? "\(record)" }

  /// The record that is meant; nil if there is none, or the version is none of it.
  func record(at desk: Desk) throws -> Record? {
    guard let version else { return try desk.record(record)?.record }
    return try desk.recordHistory(record).contains { $0.op == version }
      ? desk.record(version: version) : nil
  }
}
