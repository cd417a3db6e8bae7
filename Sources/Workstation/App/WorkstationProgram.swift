public import LibraryCore
import LibraryStore
public import Terminal

/// What a person chose for the screen before it opens.
public struct WorkstationOptions: Sendable {
  /// The library's folder.
  public var folder: String
  public var language: Language
  /// Whether somebody asked for this language; if nobody did, the library's own setting comes first.
  public var isLanguageChosen = false
  /// The key map and the theme somebody asked for; where nobody did, the library's settings count.
  public var appearance = Appearance.Names()
  public var terminal = TerminalOptions.workstation
  /// The console font and the letters somebody asked for; where nobody did, the library's settings count.
  public var consoleFont: ConsoleFontChoice?
  public var letters: LetterChoice?
  /// How to type Vietnamese, where the command line says so.
  public var typing: TypingChoice?
  /// Whether the terminal is a bare console or a serial line, which have no input method.
  public var isBareConsole = false
  /// Where key maps and themes lie.
  public var places: SettingPlaces

  public init(folder: String, language: Language, places: SettingPlaces) {
    self.folder = folder
    self.language = language
    self.places = places
  }
}

/// The full-screen program: opens the library, chooses the first screen and runs until somebody leaves.
public final class WorkstationProgram {
  private let options: WorkstationOptions
  private let clock: any Clock
  private let random: any RandomSource
  private let appearance: Appearance
  private let keyboard: Keyboard
  private let upgrading: (Double) -> Void

  /// `upgrading` hears, before the screen opens, how far an older library is brought up to date.
  public init(
    options: WorkstationOptions, clock: any Clock = SystemClock(),
    random: any RandomSource = SystemRandom(), upgrading: @escaping (Double) -> Void = { _ in }
  ) {
    self.upgrading = upgrading
    self.options = options
    self.clock = clock
    self.random = random
    appearance = Appearance(
      places: options.places, asked: options.appearance, registry: .workstation,
      language: options.language)
    keyboard = Keyboard(
      places: options.places, choice: options.typing, isBareConsole: options.isBareConsole)
  }

  /// Opens the terminal and works until the end; where there is no library yet, it is made on the first screen.
  ///
  /// Throws `StoreFault` where the library cannot be opened and `TerminalError` where no screen can.
  public func run() throws -> Application.Ending {
    let file: LibraryFile
    do {
      file = try LibraryFile.open(
        in: options.folder, random: random, upgrading: upgrading)
    } catch StoreFault.noLibrary {
      let start = FirstStart(
        folder: options.folder, language: options.language, clock: clock, random: random,
        appearance: appearance, keyboard: keyboard)
      return try run(
        FirstStartScreen(start: start), start.screenSettings, on: options.terminal)
    }
    let workplace = try Workplace.open(
      file, language: options.language, clock: clock, appearance: appearance,
      keyboard: keyboard)
    if !options.isLanguageChosen { workplace.speakAsTheHouse() }
    workplace.dressAsTheHouse()
    workplace.equipAsTheHouse(options)
    return try run(
      workplace.firstScreen(), workplace.screenSettings, on: workplace.terminal
    ) { outcome in
      workplace.consoleFontNotice = workplace.wording.consoleFontNotice(
        outcome, workplace.terminal.consoleFont)
    }
  }

  private func run(
    _ screen: any Screen, _ settings: ScreenSettings, on terminal: TerminalOptions,
    opened: @escaping (ConsoleFontOutcome) -> Void = { _ in }
  ) throws -> Application.Ending {
    let application = Application(settings: settings, options: terminal, opened: opened) {
      [appearance] in appearance.theme.style(for: $0, depth: $1)
    }
    return try application.run(screen)
  }
}
