/// How one cell looks: two colours of the terminal's palette and attributes.
///
/// Colour -1 is the terminal's own, so that light and transparent grounds stay as they are.
public struct Style: Hashable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    public static let underline = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    public static let dim = Attributes(rawValue: 8)
  }

  public var foreground: Int
  public var background: Int
  public var attributes: Attributes

  public init(foreground: Int = -1, background: Int = -1, attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The style as a terminal of this name can show it.
  ///
  /// The Linux console shows dim text as dark grey, which is black on black while a font of 512 glyphs
  /// is on a text screen: there it is as bright as other text.
  func shown(on terminal: String) -> Style {
    var style = self
    if terminal.hasPrefix("linux") { style.attributes.remove(.dim) }
    return style
  }

  /// The terminal as it came.
  public static let plain = Style()
}
