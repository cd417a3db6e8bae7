/// Which keys stand for which commands in which context: files laid over each other, last one on top.
public struct KeyMap: Sendable {
  /// What a key, or the keys pressed so far, mean in a context.
  public enum Meaning: Equatable, Sendable {
    case command(CommandID)
    /// The beginning of longer sequences; these are the ways on.
    case prefix([Continuation])
    case nothing
  }

  /// A key that may follow a prefix, and where it leads.
  public struct Continuation: Equatable, Sendable {
    public let keys: KeySequence
    public let command: CommandID

    public init(keys: KeySequence, command: CommandID) {
      self.keys = keys
      self.command = command
    }
  }

  private struct Section {
    /// Nil is a key taken away on purpose: the search through the contexts ends there.
    var commands: [KeySequence: CommandID?] = [:]
    /// Best known first: the newest layer's, in the order of its lines.
    var order: [KeySequence] = [] {
      didSet {
        keysByCommand = [:]
        for keys in order {
          guard let command = commands[keys].flatMap(\.self) else { continue }
          keysByCommand[command, default: []].append(keys)
        }
      }
    }
    private(set) var keysByCommand: [CommandID: [KeySequence]] = [:]
    /// Beginnings of sequences, and how many there are of each.
    var prefixes: [KeySequence: Int] = [:]

    mutating func bind(_ keys: KeySequence, to command: CommandID?) {
      for prefix in keys.properPrefixes { remove(prefix) }
      if prefixes[keys] != nil {
        for longer in commands.keys where keys.isProperPrefix(of: longer) { remove(longer) }
      }
      remove(keys)
      commands[keys] = .some(command)
      for prefix in keys.properPrefixes { prefixes[prefix, default: 0] += 1 }
    }

    private mutating func remove(_ keys: KeySequence) {
      guard commands.removeValue(forKey: keys) != nil else { return }
      for prefix in keys.properPrefixes {
        let left = (prefixes[prefix] ?? 0) - 1
        prefixes[prefix] = left > 0 ? left : nil
      }
    }
  }

  private let contexts: KeyContexts
  private var sections: [String: Section] = [:]

  public init(contexts: KeyContexts) { self.contexts = contexts }

  /// Reads the layers from the lowest up and skips every faulty line.
  ///
  /// Later files win. The diagnostics are those of `KeyMapCheck` for each file, and for the whole.
  public static func load(
    _ layers: [KeyMapFile], registry: CommandRegistry
  ) -> (map: KeyMap, diagnostics: [FileDiagnostic<KeyMapProblem>]) {
    var map = KeyMap(contexts: registry.contexts)
    var diagnostics: [FileDiagnostic<KeyMapProblem>] = []
    for file in layers {
      let check = KeyMapCheck(file, registry: registry)
      map.overlay(check.soundEntries)
      diagnostics += check.diagnostics
    }
    let name = layers.last?.name ?? ""
    return (map, diagnostics + KeyMapCheck.unreachable(in: map, registry: registry, file: name))
  }

  /// Lays the entries of one file over what is there.
  ///
  /// A key that becomes a command loses its longer sequences below, and the other way round.
  public mutating func overlay(_ entries: [KeyMapFile.Entry]) {
    for (context, entries) in Dictionary(grouping: entries, by: \.context) {
      var section = sections[context] ?? Section()
      for entry in entries { section.bind(entry.keys, to: entry.command) }
      var seen: Set<KeySequence> = []
      section.order = (entries.map(\.keys) + section.order)
        .filter { section.commands[$0] != nil && seen.insert($0).inserted }
      sections[context] = section
    }
  }

  /// What the keys mean in `context` and the contexts above it.
  public func meaning(of sequence: KeySequence, in context: String) -> Meaning {
    for name in contexts.chain(of: context) {
      guard let section = sections[name] else { continue }
      if let found = section.commands[sequence] {
        return found.map(Meaning.command) ?? .nothing
      }
      if section.prefixes[sequence] != nil {
        return .prefix(continuations(of: sequence, in: context))
      }
    }
    return .nothing
  }

  /// The keys that run `command` in `context`, the one to show first at the front.
  public func keys(for command: CommandID, in context: String) -> [KeySequence] {
    contexts.chain(of: context).flatMap { name in
      (sections[name]?.keysByCommand[command] ?? []).filter {
        reaches(command, by: $0, in: context)
      }
    }
  }

  /// All that is bound in one context itself, for listings.
  public func bindings(of context: String) -> [(keys: KeySequence, command: CommandID)] {
    guard let section = sections[context] else { return [] }
    return section.order.compactMap { keys in
      section.commands[keys].flatMap { $0 }.map { (keys, $0) }
    }
  }

  private func continuations(of prefix: KeySequence, in context: String) -> [Continuation] {
    var seen: Set<KeySequence> = []
    return contexts.chain(of: context).flatMap { name in
      bindings(of: name).filter { prefix.isProperPrefix(of: $0.keys) }
    }.compactMap { keys, command in
      guard seen.insert(keys).inserted, meaning(of: keys, in: context) == .command(command) else {
        return nil
      }
      return Continuation(
        keys: KeySequence(Array(keys.keys.dropFirst(prefix.keys.count))), command: command)
    }
  }

  /// Whether pressing the keys one by one gets as far as the command.
  private func reaches(_ command: CommandID, by keys: KeySequence, in context: String) -> Bool {
    guard meaning(of: keys, in: context) == .command(command) else { return false }
    return keys.properPrefixes.allSatisfy {
      if case .prefix = meaning(of: $0, in: context) { true } else { false }
    }
  }
}
