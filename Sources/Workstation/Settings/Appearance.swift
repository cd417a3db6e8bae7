public import Terminal

/// The key map and the theme in use: those asked for at the start, else those that the house has set.
///
/// Everything that draws or reads keys keeps it by reference, so a choice made in the settings is
/// there with the next frame.
public final class Appearance {
  public let registry: CommandRegistry
  public private(set) var keyMap: KeyMap
  public private(set) var theme: Theme
  /// Faulty lines of the files in use, in words: they are skipped, and told on the status line.
  public private(set) var complaints: [String] = []

  /// The name of the key map and of the theme that hold where nobody chose.
  static let usual = "default"

  let places: SettingPlaces
  private let asked: Names
  private var worn: Names
  private let language: Language

  /// Names of a key map and a theme; nil where nobody named one.
  public struct Names: Equatable, Sendable {
    public var keys: String?
    public var theme: String?

    public init(keys: String? = nil, theme: String? = nil) {
      self.keys = keys
      self.theme = theme
    }
  }

  /// What is `asked` for here stays, whatever the house says; `language` is that of complaints.
  public init(
    places: SettingPlaces, asked: Names = Names(), registry: CommandRegistry, language: Language
  ) {
    self.places = places
    self.asked = asked
    self.registry = registry
    self.language = language
    worn = asked
    (keyMap, theme, complaints) = Self.load(asked, places, registry, language)
  }

  /// Takes what the house has set, where nobody asked for something else.
  ///
  /// - Returns: whether anything looks or answers differently now.
  @discardableResult
  func follow(_ house: Names) -> Bool {
    let wanted = Names(keys: asked.keys ?? house.keys, theme: asked.theme ?? house.theme)
    guard wanted != worn else { return false }
    worn = wanted
    (keyMap, theme, complaints) = Self.load(wanted, places, registry, language)
    return true
  }

  /// The names a person may choose from, those of the system and the user included.
  var choices: (keyMaps: [String], themes: [String]) { (places.keyMaps, places.themes) }

  private static func load(
    _ names: Names, _ places: SettingPlaces, _ registry: CommandRegistry, _ language: Language
  ) -> (KeyMap, Theme, [String]) {
    let keysName = names.keys ?? usual
    let files = places.keyMapFiles(keysName)
    let keys = KeyMap.load(files.isEmpty ? places.keyMapFiles(usual) : files, registry: registry)
    var keyProblems = keys.diagnostics
    if files.isEmpty {
      keyProblems.append(
        FileDiagnostic(file: keysName, line: nil, problem: .unknownKeyMap(keysName)))
    }
    let look = Theme.load(names.theme ?? usual, source: places.theme)
    let complaints =
      keyProblems.filter { !$0.isWarning }.map { $0.description(in: language) }
      + look.diagnostics.filter { !$0.isWarning }.map { $0.description(in: language) }
    return (keys.map, look.theme, complaints)
  }
}

extension Appearance: KeyResolver {
  public func resolve(_ keys: [Key], in context: String) -> KeyResolution {
    keyMap.resolve(keys, in: context)
  }
}
