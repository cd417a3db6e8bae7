import CBuiltins

/// A key map, theme, console font or sample table that the program carries with it.
public struct BuiltInFile: Sendable {
  /// The path below the package root, for example `themes/night.theme`.
  public let name: String
  /// Where the program has it; what nobody reads is never copied into memory.
  private let index: Int

  public var bytes: [UInt8] {
    let file = builtin_file_at(index)
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public static let all: [BuiltInFile] = (0..<builtin_file_count()).map { index in
    BuiltInFile(name: String(cString: builtin_file_at(index).name), index: index)
  }

  /// The file of that name, if the program carries it.
  public static func named(_ name: String) -> BuiltInFile? {
    all.first { $0.name == name }
  }
}
