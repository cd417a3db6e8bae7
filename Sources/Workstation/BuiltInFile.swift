import CBuiltins

/// A key map, theme or sample table that the program carries with it.
public struct BuiltInFile: Sendable {
  /// The path below the package root, for example `themes/night.theme`.
  public let name: String
  public let text: String

  public static let all: [BuiltInFile] = (0..<builtin_file_count()).map { index in
    let file = builtin_file_at(index)
    return BuiltInFile(
      name: String(cString: file.name),
      text: String(
        decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self))
  }

  /// The file of that name, if the program carries it.
  public static func named(_ name: String) -> BuiltInFile? {
    all.first { $0.name == name }
  }
}
