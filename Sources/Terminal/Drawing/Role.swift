/// What a piece of screen means; a theme says how that looks on 256 colours, on 8 and on none.
///
/// A dotted name falls back to its parent: `field.error` to `field`, `field` to `text`.
public struct Role: Hashable, Sendable {
  public let name: String
  public init(_ name: String) { self.name = name }

  public static let text = Role("text")
}
