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
  public var complaints: [String] { keyComplaints + themeComplaints }
  private var keyComplaints: [String]
  private var themeComplaints: [String]

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
    (keyMap, keyComplaints) = Self.keyMap(asked, places, registry, language)
    (theme, themeComplaints) = Self.theme(asked, places, language)
  }

  /// Takes what the house has set, where nobody asked for something else.
  ///
  /// - Returns: whether anything looks or answers differently now.
  @discardableResult
  func follow(_ house: Names) -> Bool {
    let wanted = Names(keys: asked.keys ?? house.keys, theme: asked.theme ?? house.theme)
    let before = worn
    worn = wanted
    if wanted.keys ?? Self.usual != before.keys ?? Self.usual {
      (keyMap, keyComplaints) = Self.keyMap(wanted, places, registry, language)
    }
    if wanted.theme ?? Self.usual != before.theme ?? Self.usual {
      (theme, themeComplaints) = Self.theme(wanted, places, language)
    }
    return wanted != before
  }

  /// The names a person may choose from, those of the system and the user included.
  var choices: (keyMaps: [String], themes: [String]) { (places.keyMaps, places.themes) }

  private static func keyMap(
    _ names: Names, _ places: SettingPlaces, _ registry: CommandRegistry, _ language: Language
  ) -> (KeyMap, [String]) {
    let name = names.keys ?? usual
    let files = places.keyMapFiles(name)
    let loaded = KeyMap.load(files.isEmpty ? places.keyMapFiles(usual) : files, registry: registry)
    var diagnostics = loaded.diagnostics
    if files.isEmpty {
      diagnostics.append(FileDiagnostic(file: name, line: nil, problem: .unknownKeyMap(name)))
    }
    return (loaded.map, told(diagnostics, language))
  }

  private static func theme(
    _ names: Names, _ places: SettingPlaces, _ language: Language
  ) -> (Theme, [String]) {
    let loaded = Theme.load(names.theme ?? usual, source: places.theme)
    return (loaded.theme, told(loaded.diagnostics, language))
  }

  private static func told<Problem: DescribedProblem>(
    _ diagnostics: [FileDiagnostic<Problem>], _ language: Language
  ) -> [String] {
    diagnostics.filter { !$0.isWarning }.map { $0.description(in: language) }
  }
}

extension Appearance: KeyResolver {
  public func resolve(_ keys: [Key], in context: String) -> KeyResolution {
    keyMap.resolve(keys, in: context)
  }
}
