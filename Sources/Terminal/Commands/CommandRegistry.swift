/// Every command and context of the program: the one list that all help is generated from.
public struct CommandRegistry: Sendable {
  public let commands: [Command]
  public let contexts: KeyContexts
  /// Commands that must have a key in every context that offers them.
  public let essential: [CommandID]
  private let byID: [CommandID: Command]

  public init(
    contexts: [KeyContext], commands: [Command],
    essential: [CommandID] = [.help, .quit, .cancel]
  ) {
    self.contexts = KeyContexts(contexts)
    self.commands = commands
    self.essential = essential
    byID = Dictionary(uniqueKeysWithValues: commands.map { ($0.id, $0) })
    for command in commands {
      for context in command.contexts {
        precondition(self.contexts[context] != nil, "\(command.id): no context \(context)")
      }
    }
  }

  public subscript(id: CommandID) -> Command? { byID[id] }

  /// Whether `command` may be bound and run in `context`.
  public func isOffered(_ command: Command, in context: String) -> Bool {
    contexts.chain(of: context).contains { command.contexts.contains($0) }
  }

  /// The commands of a screen, grouped under the context that offers them, nearest first.
  public func groups(in context: String) -> [(context: KeyContext, commands: [Command])] {
    var listed: Set<CommandID> = []
    return contexts.chain(of: context).compactMap { name in
      guard let context = contexts[name] else { return nil }
      let commands = commands.filter {
        $0.contexts.contains(name) && listed.insert($0.id).inserted
      }
      return commands.isEmpty ? nil : (context, commands)
    }
  }
}
