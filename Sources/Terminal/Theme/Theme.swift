/// How every role looks at every colour depth.
///
/// An empty column takes the next on its right; a role that a file does not name comes from the
/// theme it inherits; what is then still open comes from the dotted parent and at last from `text`.
public struct Theme: Sendable {
  public let name: String
  private let columns: [Role: [StyleSpecification?]]

  /// Loads a theme and those it inherits; `source` gives the bytes of a theme by name.
  ///
  /// Faulty lines are skipped and reported: some theme always comes back.
  public static func load(
    _ name: String, source: (String) -> [UInt8]?
  ) -> (theme: Theme, diagnostics: [FileDiagnostic<ThemeProblem>]) {
    var diagnostics: [FileDiagnostic<ThemeProblem>] = []
    var columns: [Role: [StyleSpecification?]] = [:]
    var loaded: [String] = []
    var next: (name: String, file: String, line: Int?)? = (name, name, nil)
    while let wanted = next {
      next = nil
      guard !loaded.contains(wanted.name) else {
        let problem = ThemeProblem.inheritsCycle(loaded + [wanted.name])
        diagnostics.append(
          FileDiagnostic(file: wanted.file, line: wanted.line, problem: problem))
        break
      }
      guard let bytes = source(wanted.name) else {
        let problem = ThemeProblem.unknownTheme(wanted.name)
        diagnostics.append(
          FileDiagnostic(file: wanted.file, line: wanted.line, problem: problem))
        break
      }
      let file = ThemeFile(name: wanted.name, bytes: bytes)
      diagnostics += file.diagnostics
      loaded.append(wanted.name)
      columns.merge(file.entries.mapValues(\.columns)) { nearer, _ in nearer }
      next = file.inherits.map { ($0, wanted.name, file.inheritsLine) }
    }
    return (Theme(name: name, columns: columns), diagnostics)
  }

  /// How `role` looks on a terminal of this depth.
  public func style(for role: Role, depth: ColorDepth) -> Style {
    let style = fullStyle(for: role, column: depth.column)
    return depth == .colors8 ? Self.reducedTo8Colors(style) : style
  }

  /// All standard roles at one depth, worked out once.
  public func styles(depth: ColorDepth) -> StyleSheet { StyleSheet(theme: self, depth: depth) }

  private func fullStyle(for role: Role, column: Int) -> Style {
    var style = role.parent.map { fullStyle(for: $0, column: column) } ?? .plain
    let written = columns[role]?[column...].lazy.compactMap(\.self).first
    guard let written else { return style }
    style.foreground = written.foreground ?? style.foreground
    style.background = written.background ?? style.background
    style.attributes = written.attributes
    return style
  }

  /// Eight colours have no bright half: bright text becomes bold, a bright ground its dark twin.
  private static func reducedTo8Colors(_ style: Style) -> Style {
    var reduced = style
    if style.foreground >= 8 {
      reduced.foreground -= 8
      reduced.attributes.insert(.bold)
    }
    if style.background >= 8 { reduced.background -= 8 }
    return reduced
  }
}

/// A theme at one colour depth, ready for drawing.
public struct StyleSheet: Sendable {
  public let theme: Theme
  public let depth: ColorDepth
  private let known: [Role: Style]

  init(theme: Theme, depth: ColorDepth) {
    self.theme = theme
    self.depth = depth
    known = Dictionary(
      uniqueKeysWithValues: Role.standard.map { ($0, theme.style(for: $0, depth: depth)) })
  }

  public subscript(role: Role) -> Style { known[role] ?? theme.style(for: role, depth: depth) }
}

extension Role {
  /// The role this one falls back to: `field` for `field.error`, `text` for `field`.
  var parent: Role? {
    guard self != .text else { return nil }
    guard let dot = name.lastIndex(of: ".") else { return .text }
    return Role(String(name[..<dot]))
  }
}
