/// The lines of one key map file as written; nothing is checked yet but the form.
///
/// ```
/// [context]
/// key [key ...]  command     # '-' as command takes an inherited key away
/// ```
public struct KeyMapFile: Sendable {
  public struct Entry: Equatable, Sendable {
    public let line: Int
    public let context: String
    public let keys: KeySequence
    /// Nil takes the key away from the layers and contexts below.
    public let command: CommandID?
  }

  public let name: String
  public private(set) var entries: [Entry] = []
  public private(set) var diagnostics: [FileDiagnostic<KeyMapProblem>] = []
  /// The contexts that have a section, and the line of the first.
  public private(set) var sections: [String: Int] = [:]

  /// Reads UTF-8 text; lines that cannot be read become diagnostics.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    var context: String?
    for line in SettingLines(bytes) {
      if let section = line.section {
        context = section
        sections[section] = sections[section] ?? line.number
      } else {
        readBinding(line, in: context)
      }
    }
  }

  private mutating func readBinding(_ line: SettingLines.Line, in context: String?) {
    guard let command = line.words.last, line.words.count > 1 else {
      return report(.malformedLine, line)
    }
    guard let context else { return report(.bindingOutsideContext, line) }
    var keys: [Key] = []
    for word in line.words.dropLast() {
      guard let key = Key(spelling: word) else { return report(.unknownKey(word), line) }
      keys.append(key)
    }
    entries.append(
      Entry(
        line: line.number, context: context, keys: KeySequence(keys),
        command: command == "-" ? nil : CommandID(command)))
  }

  private mutating func report(_ problem: KeyMapProblem, _ line: SettingLines.Line) {
    diagnostics.append(FileDiagnostic(file: name, line: line.number, problem: problem))
  }
}
