import Glibc
public import LibraryCore
import VietnameseText

/// A pack the library looks into, and whether it can be read just now.
public struct AttachedPack: Sendable {
  public let name: String
  public let path: String
  /// The opened pack, or why it cannot be: a stick that is not there, a damaged file.
  public let pack: Result<RecordPack, StoreFault>
}

extension HouseConfiguration {
  /// The packs of this library by their names, and where they lie; none is opened.
  public var packs: [(name: String, path: String)] {
    let prefix = HouseSetting.packPrefix
    return settings.filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }
      .map { (String($0.key.dropFirst(prefix.count)), $0.value) }
  }
}

extension Desk {
  /// The packs of this library by their names, each opened; a file on a stick or a network takes its time.
  ///
  /// Their places are settings, so that attaching one can be taken back and is known to all desks on the library.
  public func attachedPacks() throws -> [AttachedPack] {
    try houseConfiguration().packs.map { place in
      let pack = Result { try RecordPack(place.path) }.mapError { error in
        error as? StoreFault ?? .disk(path: place.path, detail: "\(error)")
      }
      return AttachedPack(name: place.name, path: place.path, pack: pack)
    }
  }

  /// Attaches a pack under a name, its file's own where none is given; the file stays where it lies.
  public func attachPack(_ path: String, as name: String? = nil) throws -> SaveOutcome {
    guard let whole = realpath(path, nil) else {
      throw StoreFault.input(path: path, reason: String(cString: strerror(errno)))
    }
    defer { free(whole) }
    let place = String(cString: whole)
    let pack = try RecordPack(place)
    return try setSetting(
      HouseSetting.packPrefix + (name ?? ImportFiles.name(of: pack.path)).nfc, pack.path)
  }

  /// Looks into a pack no more; its file stays.
  public func detachPack(_ name: String) throws -> SaveOutcome {
    let setting = HouseSetting.packPrefix + name.nfc
    guard try houseConfiguration().settings[setting] != nil else { return .unknown(name) }
    return try setSetting(setting, nil)
  }
}
