import LibraryCore
import LibraryStore
import Terminal

/// The program before there is a library: makes one, then hands over to its workplace.
final class FirstStart {
  let folder: String
  let wording: Wording
  let clock: any Clock
  let random: any RandomSource
  let appearance: Appearance
  let keyboard: Keyboard
  private let chrome: StatusAndKeys
  private var workplace: Workplace?

  init(
    folder: String, language: Language, clock: any Clock, random: any RandomSource,
    appearance: Appearance, keyboard: Keyboard = Keyboard()
  ) {
    self.folder = folder
    self.clock = clock
    self.random = random
    self.appearance = appearance
    self.keyboard = keyboard
    wording = Wording(language)
    chrome = StatusAndKeys(
      registry: appearance.registry, keys: appearance.keyMap, language: language
    ) { keyboard.label }
  }

  var screenSettings: ScreenSettings {
    ScreenSettings(
      keys: appearance, chrome: chrome, tooSmallNote: wording.tooSmall,
      handleForAll: { [self] in handleForAll($0, on: $1) })
  }

  /// The first screen of the library that was just made.
  func open(_ file: LibraryFile) throws -> any Screen {
    let workplace = try Workplace.open(
      file, language: wording.language, clock: clock, appearance: appearance,
      keyboard: keyboard, chrome: chrome)
    self.workplace = workplace
    return workplace.firstScreen()
  }

  private func handleForAll(_ command: CommandID, on screen: any Screen) -> [Effect]? {
    if let workplace { return workplace.handleForAll(command, on: screen) }
    switch command {
    case .help:
      return [
        .push(
          HelpScreen(
            registry: appearance.registry, keys: appearance.keyMap, context: screen.context,
            language: wording.language))
      ]
    case .redraw: return [.repaint]
    case .typingSwitch:
      keyboard.toggle()
      return []
    case .quit: return [.quit]
    default: return nil
    }
  }
}
