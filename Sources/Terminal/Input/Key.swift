/// One key press that is not plain text: a named key or a letter with modifiers.
///
/// Its spelling (`ctrl+shift+f5`, `pgdn`, `alt+r`) is the one used in key maps and on screen;
/// parsing and printing are inverse.
public struct Key: Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    case character(Character)
    case function(Int)
    case enter
    case tab
    case escape
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  public static func control(_ letter: Character) -> Key { Key(.character(letter), .control) }
  public static func alt(_ letter: Character) -> Key { Key(.character(letter), .alt) }
  public static func function(_ number: Int) -> Key { Key(.function(number)) }
}
