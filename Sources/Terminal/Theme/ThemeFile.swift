/// The lines of one theme file as written: a role and its looks in three columns.
///
/// ```
/// inherits default
/// # role   256 colours    | 8/16 colours         | mono
/// title    231 on 24 bold | bright-white on blue | reverse bold
/// ```
public struct ThemeFile: Sendable {
  struct Entry: Equatable, Sendable {
    let line: Int
    /// Three columns; nil where nothing is written.
    let columns: [StyleSpecification?]
  }

  public let name: String
  public private(set) var inherits: String?
  public private(set) var diagnostics: [FileDiagnostic<ThemeProblem>] = []
  private(set) var inheritsLine: Int?
  private(set) var entries: [Role: Entry] = [:]

  /// Reads UTF-8 text; lines that cannot be read become diagnostics.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    for line in SettingLines(bytes) {
      do throws(ThemeProblem) {
        try read(line)
      } catch {
        diagnostics.append(FileDiagnostic(file: name, line: line.number, problem: error))
      }
    }
  }

  private mutating func read(_ line: SettingLines.Line) throws(ThemeProblem) {
    let first = line.words[0]
    guard first != "inherits" else {
      guard line.words.count == 2, inherits == nil else { throw .malformedInherits }
      inherits = line.words[1]
      inheritsLine = line.number
      return
    }
    let role = Role(first)
    if let entry = entries[role] { throw .roleTwice(role, firstLine: entry.line) }
    let texts = line.words.dropFirst().split(
      separator: "|", maxSplits: .max, omittingEmptySubsequences: false)
    guard texts.count <= 3 else { throw .tooManyColumns }
    var columns: [StyleSpecification?] = []
    for (column, words) in texts.enumerated() {
      let specification = try StyleSpecification.read(words)
      if let color = specification?.impossibleColor(inColumn: column) {
        throw .impossibleColor(color, column: column + 1)
      }
      columns.append(specification)
    }
    columns += Array(repeating: nil, count: 3 - columns.count)
    entries[role] = Entry(line: line.number, columns: columns)
  }
}
