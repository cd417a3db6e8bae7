public import LibraryCore
public import LibraryStore
import MARC
public import Terminal

/// What every screen needs: the library, who works here, and how to speak to that person.
///
/// Screens keep it by reference: signing in or changing the language is seen by all of them at once. It lives on the main
/// thread; jobs take the `Desk` or the `LibraryFile` with them, both of which any thread may use.
public final class Workplace {
  public let file: LibraryFile
  public private(set) var desk: Desk
  public private(set) var wording: Wording
  public let clock: any Clock
  public let appearance: Appearance
  /// How keys become Vietnamese in every field for words.
  public let keyboard: Keyboard
  let chrome: StatusAndKeys
  /// The administrative units, once a form with an address has read them.
  var addressTable: AddressTable?
  /// What MARC 21 knows; its tables are read when somebody first asks.
  lazy var schemaTables = SchemaTables(appearance.places)
  var schema: MARCSchema { schemaTables.schema }
  /// How book numbers are parted by hyphens.
  lazy var isbnTable = ISBNTable(appearance.places)
  /// The slips printed here last.
  let slipTray = SlipTray()
  /// Fields that were cut or copied in an editor, to be pasted into any record.
  var copiedFields: [MARC.Field] = []
  /// What new records start with.
  lazy var templateTable = TemplateTable(appearance.places)
  /// The machines served from here, once somebody has let them in; they stay when the screen is left.
  var selfCheck: SelfCheckLine?
  /// What was chosen for the terminal.
  public var terminal = TerminalOptions.workstation
  /// What came of the console's font, if the first screen has to say so.
  var consoleFontNotice: String?
  /// What was wrong with key maps, themes and the font and was told already.
  private var toldComplaints: [String] = []
  /// The house's decisions as last read; `catchUp` reads them again.
  public private(set) var house: HouseConfiguration?

  public init(
    file: LibraryFile, desk: Desk, language: Language, clock: any Clock, appearance: Appearance,
    keyboard: Keyboard = Keyboard(), chrome: StatusAndKeys? = nil
  ) {
    self.file = file
    self.desk = desk
    self.clock = clock
    self.appearance = appearance
    self.keyboard = keyboard
    self.chrome =
      chrome
      ?? StatusAndKeys(
        registry: appearance.registry, keys: appearance.keyMap, language: language
      ) { keyboard.label }
    wording = Wording(language)
  }

  /// A workplace in `file`, with nobody at it yet where signing in has to ask.
  static func open(
    _ file: LibraryFile, language: Language, clock: any Clock, appearance: Appearance,
    keyboard: Keyboard = Keyboard(), chrome: StatusAndKeys? = nil
  ) throws -> Workplace {
    let desk: Desk =
      switch try file.signIn(clock: clock) {
      case .signedIn(let desk): desk
      case .refused: Desk(file: file, staff: nobody, clock: clock)
      }
    return Workplace(
      file: file, desk: desk, language: language, clock: clock, appearance: appearance,
      keyboard: keyboard, chrome: chrome)
  }

  /// The account of no one: it has no rights.
  private static let nobody = EntityID(rawValue: 0)

  public var language: Language { wording.language }
  public var registry: CommandRegistry { appearance.registry }
  public var keyMap: KeyMap { appearance.keyMap }

  /// Sees what other desks and processes changed in rules, staff and lists; costs one small read.
  func catchUp() {
    guard let fresh = try? desk.houseConfiguration() else { return }
    house = fresh
    wording = wording.naming(fresh)
  }

  /// What the status line has to say about key maps, themes and the font; empty the second time.
  func takeComplaints() -> [Effect] {
    let complaints = (appearance.complaints + [consoleFontNotice].compactMap(\.self))
      .filter { !toldComplaints.contains($0) }
    toldComplaints += complaints
    guard let first = complaints.first else { return [] }
    let more = complaints.count > 1 ? " (+\(complaints.count - 1))" : ""
    return [.status(first + more, .statusWarning)]
  }

  /// Another member of staff takes over this desk.
  public func takeOver(by desk: Desk) { self.desk = desk }

  /// Speaks another language from the next frame on.
  public func speak(_ language: Language) {
    wording = house.map { Wording(language).naming($0) } ?? Wording(language)
    chrome.language = language
  }

  /// Speaks the language that the library's settings name, if they name one.
  func speakAsTheHouse() {
    catchUp()
    if let language = house?.settings[HouseSetting.language].flatMap(Language.init(rawValue:)) {
      speak(language)
    }
  }

  /// Takes what the library's settings say of the terminal, where nobody asked for something else.
  func equipAsTheHouse(_ options: WorkstationOptions) {
    catchUp()
    func chosen<Choice: RawRepresentable>(_ asked: Choice?, _ setting: String) -> Choice?
    where Choice.RawValue == String {
      asked ?? house?.settings[setting].flatMap(Choice.init(rawValue:))
    }
    terminal = options.terminal
    terminal.consoleFont = chosen(options.consoleFont, HouseSetting.consoleFont) ?? .auto
    terminal.letters = chosen(options.letters, HouseSetting.letters) ?? .auto
  }

  /// Takes the key map and the theme that the library's settings name.
  ///
  /// - Returns: whether the screen has to be drawn anew for it.
  @discardableResult
  func dressAsTheHouse() -> Bool {
    catchUp()
    let names = Appearance.Names(
      keys: house?.settings[HouseSetting.keyMap], theme: house?.settings[HouseSetting.theme])
    guard appearance.follow(names) else { return false }
    chrome.keys = appearance.keyMap
    return true
  }

  /// Runs a verb and turns a machine fault into the line that says so; nil means the fault was shown.
  func attempt<Value>(_ effects: inout [Effect], _ verb: () throws -> Value) -> Value? {
    do {
      return try verb()
    } catch {
      effects += [.bell, .status(describe(error), .statusError)]
      return nil
    }
  }

  /// What to say about something thrown.
  func describe(_ error: any Error) -> String {
    (error as? StoreFault).map(wording.storeFault) ?? String(describing: error)
  }
}
