public import LibraryCore
public import MARC

/// A record that the library keeps as a pattern for new ones.
public struct OwnTemplate: Equatable, Sendable {
  public var name: String
  public var record: Record

  public init(name: String, record: Record) {
    self.name = name
    self.record = record
  }
}

extension Desk {
  /// The library's own templates by name.
  public func templates() throws -> [OwnTemplate] {
    try houseConfiguration().settings.compactMap { name, value in
      guard name.hasPrefix(Desk.templatePrefix) else { return nil }
      let reader = try? RecordReader(MemorySource(value.utf8), as: .jsonLines)
      guard let record = try? reader?.next()?.record else { return nil }
      return OwnTemplate(name: String(name.dropFirst(Desk.templatePrefix.count)), record: record)
    }.sorted { $0.name < $1.name }
  }

  /// Keeps a record as a template under a name, in the place of one that bears it already.
  ///
  /// It is a setting of the house: written with its op, taken back by undo.
  public func saveTemplate(_ name: String, _ record: Record) throws -> SaveOutcome {
    var writer = RecordWriter(.jsonLines)
    var bytes: [UInt8] = []
    _ = writer.append(record.withoutOriginal, to: &bytes)
    return try setTemplate(name, String(decoding: bytes, as: UTF8.self))
  }

  /// Takes a template off the list.
  public func removeTemplate(_ name: String) throws -> SaveOutcome {
    let setting = Desk.templatePrefix + (name.tidied ?? "")
    guard try houseConfiguration().settings[setting] != nil else { return .unknown(name) }
    return try setTemplate(name, nil)
  }

  private func setTemplate(_ name: String, _ value: String?) throws -> SaveOutcome {
    try act { transaction in
      guard transaction.staff.may(.editRecord) else {
        return .refused([.noPermission(.editRecord)])
      }
      guard let name = name.tidied else { return .refused([.nameMissing]) }
      let setting = Desk.templatePrefix + name
      guard transaction.configuration.settings[setting] != value else {
        return .unchanged(id: Desk.house)
      }
      let op = try transaction.append(
        .settingSaved(name: setting, value: value), on: Desk.house)
      return .saved(id: Desk.house, op: op)
    }
  }

  private static let templatePrefix = OpBody.templatePrefix
}
