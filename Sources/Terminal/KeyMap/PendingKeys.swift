/// Keys pressed one by one until they name a command: the state between two presses of a sequence.
public struct PendingKeys: Sendable {
  public enum Press: Equatable, Sendable {
    case command(CommandID)
    /// More keys are needed; these would finish it.
    case waiting([KeyMap.Continuation])
    /// No command is bound to the keys pressed since the last one.
    case unbound([Key])
  }

  public private(set) var keys: [Key] = []

  public init() {}

  public mutating func press(_ key: Key, in context: String, of map: KeyMap) -> Press {
    keys.append(key.canonical)
    switch map.meaning(of: KeySequence(keys), in: context) {
    case .command(let command):
      keys = []
      return .command(command)
    case .prefix(let continuations):
      return .waiting(continuations)
    case .nothing:
      defer { keys = [] }
      return .unbound(keys)
    }
  }

  /// Forgets a sequence that was begun.
  public mutating func reset() { keys = [] }
}
