/// One key, or several pressed one after the other, that stand for a command: `ctrl+x ctrl+c`.
public struct KeySequence: Hashable, Sendable, CustomStringConvertible {
  public let keys: [Key]

  public init(_ keys: [Key]) { self.keys = keys }

  /// As written in a key map.
  public var description: String { keys.map(\.spelling).joined(separator: " ") }

  /// As shown in help and the key bar.
  public var label: String { keys.map(\.label).joined(separator: " ") }

  /// Whether this is the beginning of `longer`, and not all of it.
  func isProperPrefix(of longer: KeySequence) -> Bool {
    keys.count < longer.keys.count && longer.keys.starts(with: keys)
  }

  /// All that is pressed before the last key, shortest first.
  var properPrefixes: [KeySequence] {
    keys.indices.dropFirst().map { KeySequence(Array(keys[..<$0])) }
  }
}
