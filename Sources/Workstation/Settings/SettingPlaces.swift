import Foundation
public import Terminal

/// Where key maps, themes and tables come from: the program itself, then the system, then the user.
///
/// Key maps are laid over each other, nearest on top; of two themes or tables with one name the nearest counts.
public struct SettingPlaces: Sendable {
  public static let systemFolder = "/etc/thuthu"

  /// The system's folder and the user's, nearest last.
  public let folders: [String]
  private let ownFolder: String?
  private let read: @Sendable (String) -> [UInt8]?
  private let write: @Sendable (String, [UInt8]) -> Bool
  /// The names of what lies in a folder.
  private let list: @Sendable (String) -> [String]

  public init(
    environment: [String: String],
    read: @escaping @Sendable (String) -> [UInt8]? = Self.contents,
    list: @escaping @Sendable (String) -> [String] = Self.names,
    write: @escaping @Sendable (String, [UInt8]) -> Bool = Self.replace
  ) {
    ownFolder = Self.userFolder(environment)
    folders = [Self.systemFolder] + [ownFolder].compactMap(\.self)
    self.read = read
    self.list = list
    self.write = write
  }

  /// The names of all key maps: the program's own, the system's and the user's.
  public var keyMaps: [String] { names(in: "keymaps", ending: ".keys") }

  /// The names of all themes: the program's own, the system's and the user's.
  public var themes: [String] { names(in: "themes", ending: ".theme") }

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

  /// The bytes of the nearest file at `path`, if `name`, on which it is built, is a plain one.
  func nearest(_ path: String, named name: String) -> [UInt8]? {
    isPlain(name) ? files(path).last?.bytes : nil
  }

  /// The default first, then by the alphabet.
  func names(in folder: String, ending: String) -> [String] {
    let own = BuiltInFile.all.map(\.name).filter { $0.hasPrefix(folder + "/") }
      .map { String($0.dropFirst(folder.count + 1)) }
    let found = own + folders.flatMap { list("\($0)/\(folder)") }
    let names = found.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
    return Set(names).filter(isPlain)
      .sorted { ($0 == "default" ? 0 : 1, $0) < ($1 == "default" ? 0 : 1, $1) }
  }

  /// The system's and the user's file under `path`, nearest last, as far as they are there.
  func nearerFiles(_ path: String) -> [(name: String, bytes: [UInt8])] {
    folders.compactMap { file(at: path, in: $0) }
  }

  /// Whether the person has a folder for settings at all.
  public var hasOwn: Bool { ownFolder != nil }

  /// The bytes of a file in the person's own folder.
  public func own(_ name: String) -> [UInt8]? {
    ownFolder.flatMap { isPlain(name) ? read("\($0)/\(name)") : nil }
  }

  /// Keeps a file in the person's own folder; false if it could not be written.
  public func keep(_ bytes: [UInt8], as name: String) -> Bool {
    ownFolder.map { isPlain(name) && write("\($0)/\(name)", bytes) } ?? false
  }

  private func files(_ path: String) -> [(name: String, bytes: [UInt8])] {
    ([""] + folders).compactMap { file(at: path, in: $0) }
  }

  /// The file in one place; the empty place is the program itself.
  private func file(at path: String, in place: String) -> (name: String, bytes: [UInt8])? {
    if place.isEmpty {
      return BuiltInFile.named(path).map { (path, $0.bytes) }
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

  /// Puts a file in the place of what was there, whole or not at all, making its folder if need be.
  public static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
      return true
    } catch {
      return false
    }
  }

  /// The names of the files in a folder, none where it is not there or cannot be read.
  public static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}
