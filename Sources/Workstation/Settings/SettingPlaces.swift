import Foundation
public import Terminal

/// Where key maps and themes come from: the program itself, then the system, then the user.
///
/// Key maps are laid over each other, nearest on top; of two themes with one name the nearest counts.
public struct SettingPlaces: Sendable {
  public static let systemFolder = "/etc/thuthu"

  /// The system's folder and the user's, nearest last.
  public let folders: [String]
  private let read: @Sendable (String) -> [UInt8]?

  public init(
    environment: [String: String],
    read: @escaping @Sendable (String) -> [UInt8]? = Self.contents
  ) {
    folders = [Self.systemFolder] + [Self.userFolder(environment)].compactMap(\.self)
    self.read = read
  }

  /// The layers of a key map, lowest first: in each place `default.keys`, then the map's own file.
  ///
  /// Empty when no place knows a map of that name.
  public func keyMapFiles(_ name: String) -> [KeyMapFile] {
    guard isPlain(name), !files("keymaps/\(name).keys").isEmpty else { return [] }
    let names = name == "default" ? [name] : ["default", name]
    let layers = ([""] + folders).flatMap { place in
      names.map { file(at: "keymaps/\($0).keys", in: place) }
    }
    return layers.compactMap(\.self).map { KeyMapFile(name: $0.name, bytes: $0.bytes) }
  }

  /// The bytes of the nearest theme of that name.
  public func theme(_ name: String) -> [UInt8]? {
    isPlain(name) ? files("themes/\(name).theme").last?.bytes : nil
  }

  private func files(_ path: String) -> [(name: String, bytes: [UInt8])] {
    ([""] + folders).compactMap { file(at: path, in: $0) }
  }

  /// The file in one place; the empty place is the program itself.
  private func file(at path: String, in place: String) -> (name: String, bytes: [UInt8])? {
    if place.isEmpty {
      return BuiltInFile.named(path).map { (path, Array($0.text.utf8)) }
    }
    let path = "\(place)/\(path)"
    return read(path).map { (path, $0) }
  }

  /// A name is a word, never a way through folders.
  private func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/")
  }

  private static func userFolder(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/thuthu"
    }
    return environment["HOME"].map { $0 + "/.config/thuthu" }
  }

  /// The bytes of a file, or nil when it is not there or cannot be read.
  public static func contents(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }
}
