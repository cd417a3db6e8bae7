public import MARC

/// What MARC 21 knows, from the nearest tables that can be read, and what is wrong with nearer ones.
///
/// A table in the user's or the system's folder takes the place of the program's own, so that a new edition of the format
/// or a library's own short set needs no new program. The program's own tables are read when somebody first asks.
public struct SchemaTables: Sendable {
  public struct Faulty: Equatable, Sendable {
    public var file: String
    public var fault: SchemaFault
  }

  public let schema: MARCSchema
  public private(set) var faults: [Faulty] = []

  public init(_ places: SettingPlaces) {
    var nearest: [SchemaFault.Table: (name: String, bytes: [UInt8])] = [:]
    for table in SchemaFault.Table.allCases {
      nearest[table] = places.nearerFiles(SchemaTables.path(table)).last
    }
    while !nearest.isEmpty {
      do {
        schema = try MARCSchema(
          format: nearest[.format]?.bytes ?? SchemaTables.ownBytes(.format),
          names: nearest[.names]?.bytes ?? SchemaTables.ownBytes(.names),
          usual: nearest[.usual]?.bytes ?? SchemaTables.ownBytes(.usual))
        return
      } catch {
        let file = nearest.removeValue(forKey: error.table)?.name
        faults.append(Faulty(file: file ?? SchemaTables.path(error.table), fault: error))
      }
    }
    schema = SchemaTables.own
  }

  /// The program's own tables, read once.
  static let own: MARCSchema = {
    do throws(SchemaFault) {
      return try MARCSchema(
        format: ownBytes(.format), names: ownBytes(.names), usual: ownBytes(.usual))
    } catch {
      preconditionFailure("the program's own \(error.table.rawValue) is read: line \(error.line)")
    }
  }()

  private static func path(_ table: SchemaFault.Table) -> String { "data/" + table.rawValue }

  private static func ownBytes(_ table: SchemaFault.Table) -> [UInt8] {
    BuiltInFile.named(path(table))?.bytes ?? []
  }
}
