/// Text for people outside of a screen, with the letters that the terminal has of its own.
///
/// A command loads no font: on a Linux console that lacks Vietnamese letters it does without marks.
public struct TerminalText {
  private var lettering: Lettering

  /// Looks at the terminal of this process.
  public init(_ options: TerminalOptions) {
    lettering = options.lettering(
      on: LinuxConsole.plan(.never, nil).expectedOutcome, TerminalSession.environment)
  }

  init(_ lettering: Lettering) { self.lettering = lettering }

  /// The text with a letter for each letter; line ends and other controls stay as they are.
  public mutating func shown(_ text: String) -> String {
    guard lettering.letters != nil, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var shown = ""
    for letter in text {
      guard !letter.isASCII,
        let scalar = lettering.replacement(for: Surface.Cell(text: String(letter), role: .text))
      else {
        shown.append(letter)
        continue
      }
      shown.unicodeScalars.append(scalar)
      if DisplayWidth.of(letter) == 2 { shown.append(" ") }
    }
    return shown
  }
}
