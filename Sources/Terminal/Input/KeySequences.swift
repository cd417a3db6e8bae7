/// What the keys of this very terminal send, as far as the common grammar does not say so already.
public struct KeySequences: Sendable {
  enum Match {
    case key(Key, length: Int)
    case incomplete
    case none
  }

  private var keys: [[UInt8]: Key] = [:]
  /// Every beginning of a sequence, so that the decoder knows when to wait.
  private var beginnings: Set<[UInt8]> = []

  /// Nothing but the common grammar.
  public init() {}

  /// Adds what terminfo says; `string` gives a capability by its name, nil where there is none.
  public init(terminfo string: (String) -> [UInt8]?) {
    for (capability, key) in Self.capabilities {
      if let sequence = string(capability) { add(sequence, key) }
    }
  }

  /// Learns a sequence, unless the grammar reads it as a key anyway.
  ///
  /// The grammar knows better: to terminfo Shift+F1 is F13.
  private mutating func add(_ sequence: [UInt8], _ key: Key) {
    guard sequence.count > 1, sequence[0] == 0x1B else { return }
    if case .key(_, sequence.count) = EscapeSequence.read(sequence[...], known: KeySequences()),
      sequence.count > 2
    {
      return
    }
    keys[sequence] = key
    for length in 1..<sequence.count { beginnings.insert(Array(sequence[..<length])) }
  }

  func longestMatch(in bytes: ArraySlice<UInt8>) -> Match {
    guard !keys.isEmpty else { return .none }
    var match = Match.none
    for length in 1...bytes.count {
      let part = Array(bytes.prefix(length))
      if let key = keys[part] { match = .key(key, length: length) }
      guard beginnings.contains(part) else { return match }
    }
    if case .key = match { return match }
    // A lone Escape or `ESC [` begins nearly everything: the grammar waits for those itself.
    return bytes.count > 2 ? .incomplete : .none
  }

  private static let capabilities: [(String, Key)] = {
    var capabilities: [(String, Key)] = [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kich1", Key(.insert)), ("kdch1", Key(.delete)),
      ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)), ("kcbt", Key(.tab, .shift)),
      ("kent", Key(.enter)), ("kbs", Key(.backspace)),
    ]
    let modified: [(String, Key.Code)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kIC", .insert), ("kDC", .delete), ("kPRV", .pageUp), ("kNXT", .pageDown),
    ]
    for (name, code) in modified {
      capabilities.append((name, Key(code, .shift)))
      for value in 3...8 {
        let modifiers = ControlSequence.modifiers(value) ?? []
        capabilities.append(("\(name)\(value)", Key(code, modifiers)))
      }
    }
    for number in 1...63 { capabilities.append(("kf\(number)", .function(number))) }
    return capabilities
  }()
}
