/// Holds one key map file against the commands and contexts of the program.
public struct KeyMapCheck: Sendable {
  public let diagnostics: [FileDiagnostic<KeyMapProblem>]
  /// The entries without an error: what the program binds.
  public let soundEntries: [KeyMapFile.Entry]

  public init(_ file: KeyMapFile, registry: CommandRegistry) {
    var pass = Pass(file: file, registry: registry)
    pass.run()
    diagnostics = pass.diagnostics.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    soundEntries = pass.sound
  }

  /// Help, quit and cancel must have a key wherever they are offered.
  public static func unreachable(
    in map: KeyMap, registry: CommandRegistry, file: String
  ) -> [FileDiagnostic<KeyMapProblem>] {
    var diagnostics: [FileDiagnostic<KeyMapProblem>] = []
    for id in registry.essential {
      guard let command = registry[id] else { continue }
      let lost = registry.contexts.all.map(\.name).filter {
        registry.isOffered(command, in: $0) && map.keys(for: id, in: $0).isEmpty
      }
      // Said once, at the context where it begins, not again for all below it.
      for name in lost
      where !registry.contexts.chain(of: name).dropFirst().contains(where: lost.contains) {
        diagnostics.append(
          FileDiagnostic(file: file, line: nil, problem: .unreachable(id, context: name)))
      }
    }
    return diagnostics
  }
}

private struct Pass {
  let file: KeyMapFile
  let registry: CommandRegistry
  var diagnostics: [FileDiagnostic<KeyMapProblem>]
  var sound: [KeyMapFile.Entry] = []
  private var lines: [String: [KeySequence: Int]] = [:]
  private var commandPrefixes: [String: [KeySequence: Int]] = [:]

  init(file: KeyMapFile, registry: CommandRegistry) {
    self.file = file
    self.registry = registry
    diagnostics = file.diagnostics
  }

  mutating func run() {
    for (name, line) in file.sections where registry.contexts[name] == nil {
      report(.unknownContext(name), line)
    }
    for entry in file.entries where registry.contexts[entry.context] != nil {
      if let problem = problem(of: entry) {
        report(problem, entry.line)
      } else {
        accept(entry)
      }
    }
    warnOfKeysThatDoNotTravel()
  }

  private func problem(of entry: KeyMapFile.Entry) -> KeyMapProblem? {
    let (keys, context) = (entry.keys, entry.context)
    if let line = lines[context]?[keys] {
      return .boundTwice(keys, context: context, firstLine: line)
    }
    guard let id = entry.command else { return nil }
    guard let command = registry[id] else { return .unknownCommand(id.name) }
    guard registry.isOffered(command, in: context) else {
      return .notOffered(id, context: context)
    }
    if let clash = prefixClash(of: entry) { return clash }
    if keys.keys.contains(where: \.isBarePrintable), registry.contexts.reachesText(context) {
      return .printableInText(keys, context: context)
    }
    let mustBePerson = command.danger == .dangerous || registry.contexts.reachesQuestion(context)
    if mustBePerson, keys.keys.allSatisfy(\.canComeFromScanner) {
      return .reachableByScanner(keys, id)
    }
    return nil
  }

  private func prefixClash(of entry: KeyMapFile.Entry) -> KeyMapProblem? {
    if let line = commandPrefixes[entry.context]?[entry.keys] {
      return .commandAndPrefix(entry.keys, context: entry.context, firstLine: line)
    }
    for prefix in entry.keys.properPrefixes {
      if let line = lines[entry.context]?[prefix], isCommand(line) {
        return .commandAndPrefix(prefix, context: entry.context, firstLine: line)
      }
    }
    return nil
  }

  /// A key taken away with `-` is free to begin a sequence.
  private func isCommand(_ line: Int) -> Bool {
    sound.contains { $0.line == line && $0.command != nil }
  }

  private mutating func accept(_ entry: KeyMapFile.Entry) {
    sound.append(entry)
    lines[entry.context, default: [:]][entry.keys] = entry.line
    guard entry.command != nil else { return }
    for prefix in entry.keys.properPrefixes
    where commandPrefixes[entry.context]?[prefix] == nil {
      commandPrefixes[entry.context, default: [:]][prefix] = entry.line
    }
  }

  /// Warns unless the same command has another key there that every terminal sends.
  private mutating func warnOfKeysThatDoNotTravel() {
    struct Place: Hashable {
      let context: String
      let command: CommandID?
    }
    let places = Dictionary(grouping: sound) { Place(context: $0.context, command: $0.command) }
    for (place, entries) in places where place.command != nil {
      guard !entries.contains(where: { $0.keys.keys.allSatisfy(\.isPortable) }) else { continue }
      for entry in entries {
        for key in entry.keys.keys where !key.isPortable { report(.notPortable(key), entry.line) }
      }
    }
  }

  private mutating func report(_ problem: KeyMapProblem, _ line: Int) {
    diagnostics.append(FileDiagnostic(file: file.name, line: line, problem: problem))
  }
}
