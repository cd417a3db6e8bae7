public import LibraryCore
public import LibraryStore
public import RemoteCatalogues

/// The catalogues of others that can be asked: the program's own, those of the system and the person, and on top those of
/// the library.
///
/// The library's own are kept as settings in its journal: all desks share them, they travel with a backup, and every change
/// can be taken back.
public struct TargetTable: Sendable {
  public enum Origin: String, Sendable {
    case builtIn
    case file
    case library
  }

  public struct Entry: Sendable {
    public var target: RemoteTarget
    public var origin: Origin
  }

  /// A wrong line, and where it stands: a file, or the library's target of that code.
  public struct Faulty: Sendable {
    public var place: String
    public var problem: TargetFile.Problem
  }

  public private(set) var entries: [Entry] = []
  public private(set) var faults: [Faulty] = []

  static let path = "data/catalogues.targets"
  private static let removed = "removed"

  public init(_ places: SettingPlaces, settings: [String: String]) {
    if let own = BuiltInFile.named(TargetTable.path) { add(own.text, of: .builtIn, own.name) }
    for file in places.nearerFiles(TargetTable.path) {
      add(String(decoding: file.bytes, as: UTF8.self), of: .file, file.name)
    }
    let prefix = HouseSetting.targetPrefix
    for (name, value) in settings.sorted(by: { $0.key < $1.key }) where name.hasPrefix(prefix) {
      let code = String(name.dropFirst(prefix.count))
      if value == TargetTable.removed {
        entries.removeAll { $0.target.code == code }
      } else {
        add(value, of: .library, code)
      }
    }
  }

  public var targets: [RemoteTarget] { entries.map(\.target) }

  public func target(_ code: String) -> RemoteTarget? { targets.first { $0.code == code } }

  /// The targets that are asked when none is named.
  public var asked: [RemoteTarget] { targets.filter(\.isOn) }

  private mutating func add(_ text: String, of origin: Origin, _ place: String) {
    let read = TargetFile.read(text)
    faults += read.problems.map { Faulty(place: place, problem: $0) }
    for target in read.targets {
      let entry = Entry(target: target, origin: origin)
      if let known = entries.firstIndex(where: { $0.target.code == target.code }) {
        entries[known] = entry
      } else {
        entries.append(entry)
      }
    }
  }
}

extension Desk {
  /// The targets as this library knows them.
  public func targets(_ places: SettingPlaces) throws -> TargetTable {
    TargetTable(places, settings: try houseConfiguration().settings)
  }

  /// Keeps a target as the library's own.
  public func saveTarget(_ target: RemoteTarget) throws -> SaveOutcome {
    try setSetting(HouseSetting.targetPrefix + target.code, TargetFile.text(of: target))
  }

  /// Takes a target off the list, or one of the program's own out of this library's sight.
  public func removeTarget(_ code: String, _ places: SettingPlaces) throws -> SaveOutcome {
    let name = HouseSetting.targetPrefix + code
    guard try targets(places).target(code) != nil else { return .unknown(code) }
    let isGivenBelow = TargetTable(places, settings: [:]).target(code) != nil
    return try setSetting(name, isGivenBelow ? "removed" : nil)
  }
}
