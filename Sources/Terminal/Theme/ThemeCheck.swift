/// Holds a theme against what its readers need: known roles, legible, and full of meaning.
public struct ThemeCheck: Sendable {
  public let diagnostics: [FileDiagnostic<ThemeProblem>]

  /// Checks the theme `name` and all it inherits; `source` gives the bytes of a theme by name.
  public init(
    _ name: String, roles: [Role] = Role.standard, meaningful: [Role] = Role.meaningful,
    source: (String) -> [UInt8]?
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
      diagnostics += problems.map { FileDiagnostic(file: name, line: nil, problem: $0) }
    }
    self.diagnostics = diagnostics
  }

  private static func isIllegible(_ style: Style) -> Bool {
    style.foreground == style.background && style.foreground != -1
  }
}
