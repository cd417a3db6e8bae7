/// How many colours a terminal has, as far as a theme cares.
public enum ColorDepth: CaseIterable, Sendable {
  case colors256
  case colors16
  case colors8
  case mono

  /// Takes terminfo's number; `forcesMono` stands for `NO_COLOR` and the like.
  public init(terminalColors: Int, forcesMono: Bool = false) {
    self =
      switch terminalColors {
      case _ where forcesMono: .mono
      case 256...: .colors256
      case 16...: .colors16
      case 8...: .colors8
      default: .mono
      }
  }

  /// The column of a theme file that serves this depth.
  var column: Int {
    switch self {
    case .colors256: 0
    case .colors16, .colors8: 1
    case .mono: 2
    }
  }
}
