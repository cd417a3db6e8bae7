/// What keys mean; a key map is one.
public protocol KeyResolver {
  /// The meaning of the keys pressed one after the other, the last one just now.
  func resolve(_ keys: [Key], in context: String) -> KeyResolution
}

public enum KeyResolution: Equatable, Sendable {
  case command(CommandID)
  /// The beginning of a longer sequence.
  case pending
  case unbound
}

extension KeyMap: KeyResolver {
  public func resolve(_ keys: [Key], in context: String) -> KeyResolution {
    switch meaning(of: KeySequence(keys.map(\.canonical)), in: context) {
    case .command(let command): .command(command)
    case .prefix: .pending
    case .nothing: .unbound
    }
  }
}

/// What stands below every screen: status line and key bar.
public protocol Chrome: AnyObject {
  /// How many rows at the bottom it takes from the screens.
  var rows: Int { get }
  /// How many it takes for what it has to say just now; never fewer.
  func rows(for state: ChromeState, columns: Int) -> Int
  func draw(_ state: ChromeState, into surface: inout Surface)
}

public struct ChromeState {
  /// The key context of the screen on top.
  public let context: String
  public let status: (text: String, role: Role)?
  /// The beginning of a key sequence that waits for its rest.
  public let pendingKeys: [Key]
  /// Whether a job is running.
  public let isBusy: Bool
  /// How many scans wait until the question on top is answered.
  public let waitingScans: Int
  /// The answer of the screen on top.
  public let disabledReason: (CommandID) -> String?
}

/// What a program of screens needs besides its screens.
public struct ScreenSettings {
  public var keys: any KeyResolver
  public var chrome: (any Chrome)?
  /// Commands that every screen has, such as help: nil hands the command to the screen itself.
  public var handleForAll: (CommandID, any Screen) -> [Effect]?
  /// Below this the note is shown instead of screens, and scans wait.
  public var minimumSize: Size
  public var tooSmallNote: String

  public init(
    keys: any KeyResolver, chrome: (any Chrome)? = nil,
    minimumSize: Size = Size(rows: 10, columns: 40),
    tooSmallNote: String = "The terminal is too small.",
    handleForAll: @escaping (CommandID, any Screen) -> [Effect]? = { _, _ in nil }
  ) {
    self.keys = keys
    self.chrome = chrome
    self.minimumSize = minimumSize
    self.tooSmallNote = tooSmallNote
    self.handleForAll = handleForAll
  }
}
