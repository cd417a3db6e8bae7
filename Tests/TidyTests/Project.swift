import Foundation

/// The project's own text files, read once.
enum Project {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let files: [ProjectFile] = paths().compactMap { path in
    guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { return nil }
    return String(data: data, encoding: .utf8).map { ProjectFile(path: path, text: $0) }
  }

  static let swiftFiles = files.filter { $0.ending == "swift" }

  static func contains(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// Every file below the root, but nothing built and nothing of git's.
  private static func paths() -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
    var paths: [String] = []
    while let path = walk.nextObject() as? String {
      if [".build", ".git", ".swiftpm"].contains(path) {
        walk.skipDescendants()
      } else if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
        paths.append(path)
      }
    }
    return paths.sorted()
  }
}
