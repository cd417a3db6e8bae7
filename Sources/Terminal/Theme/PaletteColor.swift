import Glibc

/// How bright a colour of the palette is: the sixteen of the Linux console, then the cube and the greys
/// that 256-colour terminals share.
struct PaletteColor {
  static let black = PaletteColor(0)
  static let white = PaletteColor(7)

  /// From 0, black, to 1, as WCAG 2 defines it.
  private let luminance: Double

  init(_ number: Int) {
    let (red, green, blue) = Self.components(number)
    luminance = 0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// From 1, none, to 21, black and white.
  func contrast(to other: PaletteColor) -> Double {
    (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
  }

  private static func components(_ number: Int) -> (Int, Int, Int) {
    switch number {
    case 3: (170, 85, 0)  // brown, not dark yellow
    case 0..<16:
      {
        let (low, high) = number < 8 ? (0, 170) : (85, 255)
        return (
          number & 1 == 0 ? low : high, number & 2 == 0 ? low : high, number & 4 == 0 ? low : high
        )
      }()
    case 16..<232:
      (level((number - 16) / 36), level((number - 16) / 6 % 6), level((number - 16) % 6))
    default: (8 + (number - 232) * 10, 8 + (number - 232) * 10, 8 + (number - 232) * 10)
    }
  }

  private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }

  private static func linear(_ component: Int) -> Double {
    let value = Double(component) / 255
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
