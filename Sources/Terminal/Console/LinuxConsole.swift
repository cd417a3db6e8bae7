import CTerminal

/// The Linux console, where the terminal is one: the only terminal whose letters a program can bring along.
enum LinuxConsole {
  /// Looks at the console and changes nothing.
  ///
  /// The fonts are asked for on a Linux console only: they take time to read, which no other terminal should wait for.
  static func plan(
    _ choice: ConsoleFontChoice, _ fonts: @autoclosure () -> ConsoleFonts?
  ) -> ConsoleFontPlan {
    switch ct_console_keep() {
    case CT_CONSOLE_DONE: ConsoleFontPlan(choice, fonts(), over: state)
    case CT_CONSOLE_NOT_ONE: .noConsole
    case let answer: .impossible(obstacle(answer))
    }
  }

  /// Loads the font that is wanted; what was there before comes back with `ct_console_give_back`.
  static func loadFont(
    _ choice: ConsoleFontChoice, _ fonts: @autoclosure () -> ConsoleFonts?
  ) -> ConsoleFontOutcome {
    switch plan(choice, fonts()) {
    case .noConsole: return .noConsole
    case .keep(let state): return .kept(state)
    case .impossible(let obstacle): return .failed(obstacle, knownState)
    case .load(let sizes, let state):
      guard let fonts = fonts() else { return .kept(state) }
      var last = CT_CONSOLE_REFUSED
      for size in sizes {
        last = load(fonts[size])
        if last == CT_CONSOLE_DONE { return .loaded(size) }
        guard last == CT_CONSOLE_UNSUITABLE else { break }
      }
      return .failed(obstacle(last), state)
    }
  }

  private static func load(_ font: ConsoleFont) -> ct_console_answer {
    let letters = font.letters.compactMap { scalar, glyph in
      UInt16(exactly: scalar.value).map {
        ct_console_letter(unicode: $0, glyph: UInt16(truncatingIfNeeded: glyph))
      }
    }
    return ct_console_replace_font(
      Int32(font.width), Int32(font.height), font.glyphs, Int32(font.glyphCount),
      letters, Int32(letters.count))
  }

  private static var state: ConsoleState {
    var (width, height, glyphs): (Int32, Int32, Int32) = (0, 0, 0)
    ct_console_kept_font(&width, &height, &glyphs)
    var letters = [UInt16](repeating: 0, count: Int(ct_console_kept_letters(nil, 0)))
    _ = ct_console_kept_letters(&letters, Int32(letters.count))
    return ConsoleState(
      width: Int(width), height: Int(height), glyphCount: Int(glyphs),
      letters: Set(letters.compactMap { Unicode.Scalar($0) }))
  }

  /// Nil where the console did not say which letters it shows.
  private static var knownState: ConsoleState? {
    let state = state
    return state.letters.isEmpty ? nil : state
  }

  private static func obstacle(_ answer: ct_console_answer) -> ConsoleFontObstacle {
    switch answer {
    case CT_CONSOLE_GRAPHICS: .graphics
    case CT_CONSOLE_FORBIDDEN: .forbidden
    case CT_CONSOLE_WITHOUT_FONTS: .noFonts
    case CT_CONSOLE_UNSUITABLE: .unsuitable
    default: .refused
    }
  }
}
