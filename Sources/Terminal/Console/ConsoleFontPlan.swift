/// Which font a person wants on the Linux console.
public enum ConsoleFontChoice: String, CaseIterable, Sendable {
  /// A font of ours where the console's own lacks letters that are needed.
  case auto
  case never
  case small
  case large
}

/// What the console shows before anything is done to it.
public struct ConsoleState: Equatable, Sendable {
  public var width: Int
  public var height: Int
  public var glyphCount: Int
  public var letters: Set<Unicode.Scalar>
}

/// Why no font can be loaded on a Linux console.
public enum ConsoleFontObstacle: String, Sendable {
  /// Somebody draws pictures on it.
  case graphics
  /// The console is not ours to change.
  case forbidden
  /// Its driver has no fonts.
  case noFonts
  /// Its driver shows no font of this size.
  case unsuitable
  /// The kernel refused for a reason of its own.
  case refused
}

/// What is to become of the console's font.
public enum ConsoleFontPlan: Equatable, Sendable {
  /// The terminal is no Linux console.
  case noConsole
  /// The console keeps its own font, because it is good enough or because somebody wants it so.
  case keep(ConsoleState)
  /// The first of these sizes that its driver takes.
  case load([ConsoleFontSize], over: ConsoleState)
  case impossible(ConsoleFontObstacle)

  /// From this height on the console's own font is for many dots or weak eyes, and ours is the large one.
  private static let largeRows = 24

  init(_ choice: ConsoleFontChoice, _ fonts: ConsoleFonts?, over state: ConsoleState) {
    guard let fonts, choice != .never else {
      self = .keep(state)
      return
    }
    switch choice {
    case .never: self = .keep(state)
    case .small: self = .load([.small], over: state)
    case .large: self = .load([.large, .small], over: state)
    case .auto:
      let isEnough = fonts.neededLetters.allSatisfy(state.letters.contains)
      let sizes: [ConsoleFontSize] = state.height >= Self.largeRows ? [.large, .small] : [.small]
      self = isEnough ? .keep(state) : .load(sizes, over: state)
    }
  }
}

/// What became of the console's font.
public enum ConsoleFontOutcome: Equatable, Sendable {
  case noConsole
  case kept(ConsoleState)
  case loaded(ConsoleFontSize)
  /// The console keeps its own font; the letters it shows are known unless it did not say.
  case failed(ConsoleFontObstacle, ConsoleState?)
}
