import Synchronization

/// What a piece of screen means; a theme says how that looks on 256 colours, on 8 and on none.
///
/// A dotted name falls back to its parent: `field.error` to `field`, `field` to `text`.
/// Names are interned, so that a cell carries a number and comparing two roles costs nothing; keep
/// roles in constants, making one from its name takes a lock.
public struct Role: Hashable, Sendable, CustomStringConvertible {
  let index: UInt16

  public init(_ name: String) { index = Self.names.withLock { $0.index(of: name) } }

  init(index: UInt16) { self.index = index }

  public var name: String { Self.names.withLock { $0.names[Int(index)] } }

  public var description: String { name }

  public static let text = Role("text")

  private static let names = Mutex(NameTable())

  /// Every name ever used, in order of first use; `text` is always number 0.
  private struct NameTable: Sendable {
    var names = ["text"]
    var indices: [String: UInt16] = ["text": 0]

    /// A program has some hundred roles; what a runaway file adds beyond the limit looks like text.
    mutating func index(of name: String) -> UInt16 {
      if let known = indices[name] { return known }
      guard names.count < Int(UInt16.max) else { return 0 }
      let index = UInt16(names.count)
      names.append(name)
      indices[name] = index
      return index
    }
  }
}
