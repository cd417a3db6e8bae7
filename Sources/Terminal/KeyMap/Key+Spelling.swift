/// How keys are written in key maps and on screen: `f5`, `ctrl+shift+f5`, `pgdn`, `alt+r`, `plus`.
extension Key {
  /// Reads one key; nil when no key is written so.
  ///
  /// Modifiers may stand in any order. Letters after `ctrl+` are lower case, since terminals send
  /// no difference; `alt+shift+r` is the same key as `alt+R`.
  public init?(spelling: some StringProtocol) {
    var modifiers: Modifiers = []
    var rest = Substring(spelling)[...]
    while let plus = rest.utf8.firstIndex(of: UInt8(ascii: "+")) {
      let next = rest.utf8.index(after: plus)
      guard next != rest.endIndex, let modifier = Self.modifier(named: rest[..<plus]),
        !modifiers.contains(modifier)
      else { return nil }
      modifiers.insert(modifier)
      rest = rest[next...]
    }
    guard let code = Self.code(named: rest) else { return nil }
    self = Key(code, modifiers).canonical
  }

  /// The spelling that reads back as this key.
  public var spelling: String {
    var text = ""
    for (modifier, name) in Self.modifierNames where modifiers.contains(modifier) {
      text += name + "+"
    }
    return text + Self.name(of: code)
  }

  /// The key as key bars show it: `F5`, `Ctrl+G`, `Alt+Shift+R`, `PgDn`.
  public var label: String {
    var shown = modifiers
    if case .character(let character) = code, character.isUppercase { shown.insert(.shift) }
    let names = Self.modifierNames.filter { shown.contains($0.0) }.map(\.1)
    return (names + [Self.name(of: code)]).map(Self.capitalized).joined(separator: "+")
  }

  /// The one form of keys that terminals cannot tell apart or that decoders report in two ways.
  public var canonical: Key {
    guard case .character(let character) = code else { return self }
    if modifiers.contains(.control) {
      return Key(.character(Self.changingCase(of: character, to: { $0.lowercased() })), modifiers)
    }
    guard modifiers.contains(.shift) else { return self }
    let upper = Self.changingCase(of: character, to: { $0.uppercased() })
    return Key(.character(upper), modifiers.subtracting(.shift))
  }

  /// A key that is plain text: a person types it into fields and a scanner can send it.
  public var isBarePrintable: Bool {
    guard case .character = code else { return false }
    return modifiers.isDisjoint(with: [.control, .alt])
  }

  /// A key that a barcode scanner can send: a printable character, or Enter or Tab after a code.
  public var canComeFromScanner: Bool {
    isBarePrintable || self == Key(.enter) || self == Key(.tab)
  }

  private static let modifierNames: [(Modifiers, String)] = [
    (.control, "ctrl"), (.alt, "alt"), (.shift, "shift"),
  ]

  private static let names: [(Code, String)] = [
    (.enter, "enter"), (.tab, "tab"), (.escape, "esc"), (.backspace, "backspace"),
    (.delete, "delete"), (.insert, "insert"), (.up, "up"), (.down, "down"), (.left, "left"),
    (.right, "right"), (.home, "home"), (.end, "end"), (.pageUp, "pgup"), (.pageDown, "pgdn"),
    (.character(" "), "space"), (.character("+"), "plus"), (.character("#"), "hash"),
  ]
  private static let codesByName: [Substring: Code] = Dictionary(
    uniqueKeysWithValues: names.map { (Substring($0.1), $0.0) })
  private static let namesByCode: [Code: String] = Dictionary(uniqueKeysWithValues: names)

  /// The highest function key that terminfo knows.
  private static let lastFunctionKey = 63

  private static func modifier(named name: Substring) -> Modifiers? {
    modifierNames.first { $0.1 == name }?.0
  }

  private static func code(named name: Substring) -> Code? {
    if let code = codesByName[name] { return code }
    if name.utf8.first == UInt8(ascii: "f"), name.utf8.count > 1 {
      let digits = name.utf8.dropFirst()
      guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        digits.first != UInt8(ascii: "0"), let number = Int(name.dropFirst()),
        (1...lastFunctionKey).contains(number)
      else { return nil }
      return .function(number)
    }
    guard name.count == 1, let character = name.first, isVisible(character) else { return nil }
    return .character(character)
  }

  private static func name(of code: Code) -> String {
    if let name = namesByCode[code] { return name }
    switch code {
    case .function(let number): return "f\(number)"
    case .character(let character): return String(character)
    default: preconditionFailure("every named key stands in the table of names")
    }
  }

  private static func capitalized(_ name: String) -> String {
    switch name {
    case "pgup": "PgUp"
    case "pgdn": "PgDn"
    default: name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  private static func isVisible(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .spaceSeparator, .lineSeparator,
        .paragraphSeparator:
        false
      default: true
      }
    }
  }

  /// Changes the case where that stays one character (`ß` stays as it is).
  private static func changingCase(
    of character: Character, to change: (Character) -> String
  ) -> Character {
    let changed = change(character)
    return changed.count == 1 ? changed.first ?? character : character
  }
}
