/// An input method that turns typed letters into others, such as Telex: `a` `s` becomes `á`.
///
/// Fields ask it for text that a person types, never for scans, pastes, codes, numbers or dates. It
/// is told all that stands before the cursor, and may look as far back as it likes.
public protocol TextComposer: Sendable {
  /// What `key` does to the text before the cursor; nil to put the key as it is.
  mutating func type(_ key: Character, after text: ArraySlice<Character>) -> Composition?
  /// What Backspace does to it; nil to take the character before the cursor.
  mutating func erase(before text: ArraySlice<Character>) -> Composition?
  /// How the last word is given back as it was typed; nil if it stands so.
  mutating func giveBack(_ text: ArraySlice<Character>) -> Composition?
  /// The cursor moved or text came another way: the word being typed is finished.
  mutating func interrupt()
}

/// A change to the text before the cursor.
public struct Composition: Equatable, Sendable {
  /// How many characters before the cursor go.
  public var erased: Int
  /// What comes in their place.
  public var inserted: String

  public init(erased: Int, inserted: String) {
    self.erased = erased
    self.inserted = inserted
  }
}
