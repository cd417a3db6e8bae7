/// A place where keys have a meaning: a kind of screen, or a widget inside screens.
public struct KeyContext: Sendable {
  public let name: String
  public let title: LocalizedText
  /// Where a key is looked up next, in order.
  public let parents: [String]
  /// Printable keys are typed into a field here, so none of them may be bound.
  public let takesText: Bool
  /// Waits for a person's answer, so no key that a scanner can send may be bound.
  public let isQuestion: Bool
  /// Is only read and then closed: the key bar says with which key, and offers nothing that would have to wait.
  public let isPage: Bool

  public init(
    _ name: String, title: LocalizedText, parents: [String] = ["global"],
    takesText: Bool = false, isQuestion: Bool = false, isPage: Bool = false
  ) {
    self.name = name
    self.title = title
    self.parents = name == Self.global ? [] : parents
    self.takesText = takesText
    self.isQuestion = isQuestion
    self.isPage = isPage
  }

  /// The context at the end of every chain.
  public static let global = "global"
}

/// All contexts of the program and the order in which a key is looked up in them.
public struct KeyContexts: Sendable {
  public let all: [KeyContext]
  private let byName: [String: KeyContext]
  private let chains: [String: [String]]
  private let textContexts: Set<String>
  private let questionContexts: Set<String>

  public init(_ contexts: [KeyContext]) {
    all = contexts
    let table = Dictionary(uniqueKeysWithValues: contexts.map { ($0.name, $0) })
    for context in contexts {
      for parent in context.parents {
        precondition(table[parent] != nil, "context \(context.name): no parent \(parent)")
      }
    }
    byName = table
    chains = table.mapValues { Self.chain(of: $0, in: table) }
    textContexts = Self.reached(from: contexts.filter(\.takesText), by: chains)
    questionContexts = Self.reached(from: contexts.filter(\.isQuestion), by: chains)
  }

  public subscript(name: String) -> KeyContext? { byName[name] }

  /// The context itself, then its parents, nearest first, `global` last; empty for an unknown one.
  public func chain(of name: String) -> [String] { chains[name] ?? [] }

  /// Whether a key bound in `name` is looked up while a person types text.
  public func reachesText(_ name: String) -> Bool { textContexts.contains(name) }

  /// Whether a key bound in `name` is looked up while a question waits.
  public func reachesQuestion(_ name: String) -> Bool { questionContexts.contains(name) }

  /// Depth first, each context at its last place, so that shared parents come after all children.
  private static func chain(of context: KeyContext, in table: [String: KeyContext]) -> [String] {
    var visited: [String] = []
    func visit(_ context: KeyContext, path: [String]) {
      precondition(!path.contains(context.name), "context \(context.name) is its own parent")
      visited.append(context.name)
      for parent in context.parents.compactMap({ table[$0] }) {
        visit(parent, path: path + [context.name])
      }
    }
    visit(context, path: [])
    var seen: Set<String> = []
    return visited.reversed().filter { seen.insert($0).inserted }.reversed()
  }

  private static func reached(
    from contexts: [KeyContext], by chains: [String: [String]]
  ) -> Set<String> {
    Set(contexts.flatMap { chains[$0.name] ?? [] })
  }
}
