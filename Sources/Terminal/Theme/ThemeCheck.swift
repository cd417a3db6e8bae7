/// Holds a theme against what its readers need: known roles, legible, told apart, full of meaning.
public struct ThemeCheck: Sendable {
  public let diagnostics: [FileDiagnostic<ThemeProblem>]

  /// Checks the theme `name` and all it inherits; `source` gives the bytes of a theme by name.
  public init(
    _ name: String, roles: [Role] = Role.standard, meaningful: [Role] = Role.meaningful,
    rivals: [[Role]] = Role.rivals, source: (String) -> [UInt8]?
  ) {
    let (theme, problems) = Theme.load(name, source: source)
    var diagnostics = problems
    if let bytes = source(name) {
      let file = ThemeFile(name: name, bytes: bytes)
      let known = Set(roles)
      for (role, entry) in file.entries where !known.contains(role) {
        diagnostics.append(
          FileDiagnostic(file: name, line: entry.line, problem: .unknownRole(role)))
      }
    }
    diagnostics.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    for depth in ColorDepth.allCases {
      let problems =
        roles.filter { Self.isIllegible(theme.style(for: $0, depth: depth)) }
        .map { ThemeProblem.sameColors($0, depth) }
        + meaningful.filter {
          theme.style(for: $0, depth: depth) == theme.style(for: .text, depth: depth)
        }
        .map { ThemeProblem.meaninglessRole($0, depth) }
        + roles.filter {
          !Role.wordless.contains($0) && Self.isFaint(theme.style(for: $0, depth: depth), at: depth)
        }
        .map { ThemeProblem.faint($0, depth) }
        + Self.alike(rivals, in: theme, depth)
      diagnostics += problems.map { FileDiagnostic(file: name, line: nil, problem: $0) }
    }
    self.diagnostics = diagnostics
  }

  private static func isIllegible(_ style: Style) -> Bool {
    style.foreground == style.background && style.foreground != -1
  }

  /// Whether the letters hardly stand out from their ground, on the Linux console's palette.
  ///
  /// The terminal's own colours count as the console's, white on black. Bold text on eight colours is
  /// shown in the bright half by most terminals and in the dark one by others: both must do.
  private static func isFaint(_ style: Style, at depth: ColorDepth) -> Bool {
    guard depth != .mono, !isIllegible(style) else { return false }
    let ground = style.background == -1 ? PaletteColor.black : PaletteColor(style.background)
    let ink = style.foreground == -1 ? PaletteColor.white : PaletteColor(style.foreground)
    let isBrightened =
      depth == .colors8 && style.attributes.contains(.bold) && style.foreground != -1
    let inks = isBrightened ? [ink, PaletteColor(style.foreground + 8)] : [ink]
    return inks.contains { $0.contrast(to: ground) < contrastMinimum }
  }

  /// Red on black has 2.7 and is read every day; brown on blue has 2.5 and is not.
  private static let contrastMinimum = 2.6

  private static func alike(
    _ rivals: [[Role]], in theme: Theme, _ depth: ColorDepth
  ) -> [ThemeProblem] {
    rivals.flatMap { roles in
      roles.indices.flatMap { index in
        roles[(index + 1)...].filter {
          theme.style(for: $0, depth: depth) == theme.style(for: roles[index], depth: depth)
        }
        .map { ThemeProblem.alike(roles[index], $0, depth) }
      }
    }
  }
}
