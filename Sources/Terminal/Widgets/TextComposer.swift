/// An input method that turns typed letters into others, such as Telex: `a` `s` becomes `á`.
///
/// Fields ask it for text that a person types, never for scans, pastes, codes, numbers or dates.
public protocol TextComposer: Sendable {
  /// What stands before the cursor once `character` is typed; nil to put the character as it is.
  mutating func compose(_ character: Character, after text: String) -> String?
  /// The cursor moved or text came another way: the word being typed is finished.
  mutating func interrupt()
}
