public import Terminal
import VietnameseText

extension ConsoleFonts {
  /// The two fonts that the program carries; a console that has all Vietnamese letters and frames
  /// needs neither.
  public static let builtIn: ConsoleFonts? = {
    func font(_ name: String) -> ConsoleFont? {
      BuiltInFile.named("consolefonts/\(name).psf").flatMap { ConsoleFont(psf: $0.bytes) }
    }
    guard let small = font("thuthu-16"), let large = font("thuthu-24") else { return nil }
    return ConsoleFonts(small: small, large: large, neededLetters: neededLetters)
  }()

  private static let neededLetters =
    VietnameseAlphabet.precomposedLetters + Array("─│┌┐└┘“”–…₫".unicodeScalars)
}

extension TerminalOptions {
  /// The terminal as this program uses it: with its own fonts and its own plain letters.
  public static var workstation: TerminalOptions {
    var options = TerminalOptions()
    options.consoleFonts = { .builtIn }
    options.standIn = PlainLetters.standIn
    return options
  }
}
