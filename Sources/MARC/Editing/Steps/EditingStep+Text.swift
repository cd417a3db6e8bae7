/// Steps as lines of text, which people can read and change: `go 245 c end`, `type Nguyễn Du`, `add =653  \\$aThơ`.
extension EditingStep {
  /// The step as one line.
  public var line: String {
    switch self {
    case .go(let place): "go " + place.text
    case .type(let text): "type " + text
    case .compose(let erased, let text): "compose \(erased) " + text
    case .paste(let text): "paste " + text
    case .verb(let verb): verb.rawValue
    case .add(let field): "add " + field.line
    case .insert(let field): "insert " + field.line
    case .replaceText(let text): "replace " + text
    case .setIndicator(let number, let code): "indicator \(number) \(EditingStep.shown(code))"
    case .setPositions(let start, let codes): "positions \(start) " + codes
    case .addSubfield(let code): "add-subfield \(EditingStep.shown(code))"
    case .setSubfield(let code, let text): "set-subfield \(EditingStep.shown(code)) " + text
    }
  }

  /// The step that a line says, or nil if it says none.
  public init?(line: some StringProtocol) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0]
    let rest = parts.count > 1 ? String(parts[1]) : ""
    if parts.count == 1, let verb = EditingVerb(rawValue: String(name)) {
      self = .verb(verb)
      return
    }
    switch name {
    case "go":
      guard let place = NamedPlace(text: rest) else { return nil }
      self = .go(place)
    case "type" where !rest.isEmpty: self = .type(rest)
    case "paste" where !rest.isEmpty: self = .paste(rest)
    case "replace": self = .replaceText(rest)
    case "compose", "positions", "indicator":
      guard let step = EditingStep(String(name), numbered: rest) else { return nil }
      self = step
    case "add-subfield":
      guard let code = EditingStep.code(rest) else { return nil }
      self = .addSubfield(code)
    case "set-subfield":
      let parts = rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let code = EditingStep.code(parts[0]) else { return nil }
      self = .setSubfield(code, String(parts[1]))
    case "add", "insert":
      guard let field = Field(line: rest) else { return nil }
      self = name == "add" ? .add(field) : .insert(field)
    default: return nil
    }
  }

  /// The steps whose rest begins with a number.
  private init?(_ name: String, numbered rest: String) {
    let parts = rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = Int(parts[0]), number >= 0 else { return nil }
    let text = parts.count > 1 ? String(parts[1]) : ""
    switch name {
    case "compose": self = .compose(erased: number, text)
    case "positions" where !text.isEmpty: self = .setPositions(from: number, text)
    case "indicator":
      guard (1...2).contains(number), let code = EditingStep.code(text) else { return nil }
      self = .setIndicator(number, code)
    default: return nil
    }
  }

  /// A code with `#` for a blank.
  fileprivate static func shown(_ code: Code) -> String {
    code == .blank ? "#" : code == .missing ? "?" : code.description
  }

  fileprivate static func code(_ text: some StringProtocol) -> Code? {
    guard let letter = text.first, text.count == 1 else { return nil }
    return Code(letter == "#" ? " " : letter)
  }
}

extension EditingStep.NamedPlace {
  /// `245 c end`, `650#2 a#3 7`, `LDR 5`, `008 35`, `245 ind 1`, `245 tag`, `245 code c`.
  var text: String {
    let field =
      tag.map { ($0.count == 0 ? "-" : $0.text) + EditingStep.NamedPlace.numbered(occurrence) }
      ?? "LDR"
    switch spot {
    case .tag(let position): return field + (position == 0 ? " tag" : " tag \(position)")
    case .indicator(let number): return field + " ind \(number)"
    case .code(let code, let number):
      return field + " code " + EditingStep.shown(code) + EditingStep.NamedPlace.numbered(number)
    case .text(let code, let number, let offset):
      let part =
        code.map { " " + EditingStep.shown($0) + EditingStep.NamedPlace.numbered(number) } ?? ""
      return field + part + " " + offset.text
    }
  }

  private static func numbered(_ occurrence: Int) -> String {
    occurrence == 1 ? "" : "#\(occurrence)"
  }

  init?(text: String) {
    let words = text.split(separator: " ")
    guard let first = words.first, let field = EditingStep.NamedPlace.parted(first) else {
      return nil
    }
    occurrence = field.number
    if field.name == "LDR" {
      tag = nil
    } else if let named = Tag(field.name == "-" ? "" : field.name) {
      tag = named
    } else {
      return nil
    }
    switch (words.count, words.dropFirst().first) {
    case (2, "tag"?): spot = .tag(0)
    case (3, "tag"?):
      guard let position = Int(words[2]), (1..<Tag.bytesMaximum).contains(position) else {
        return nil
      }
      spot = .tag(position)
    case (3, "ind"?):
      guard let number = Int(words[2]), (1...2).contains(number) else { return nil }
      spot = .indicator(number)
    case (3, "code"?):
      guard let part = EditingStep.NamedPlace.parted(words[2]),
        let code = EditingStep.code(part.name)
      else { return nil }
      spot = .code(code, occurrence: part.number)
    case (2, let word?):
      guard let offset = Offset(text: word) else { return nil }
      spot = .text(nil, occurrence: 1, offset)
    case (3, let word?):
      guard let part = EditingStep.NamedPlace.parted(word), let code = EditingStep.code(part.name),
        let offset = Offset(text: words[2])
      else { return nil }
      spot = .text(code, occurrence: part.number, offset)
    default: return nil
    }
  }

  /// A name and the number behind `#`, 1 where there is none; a lone `#` is a name.
  private static func parted(_ word: Substring) -> (name: Substring, number: Int)? {
    guard let sign = word.dropFirst().lastIndex(of: "#") else { return (word, 1) }
    guard let number = Int(word[word.index(after: sign)...]), number > 0 else { return nil }
    return (word[..<sign], number)
  }
}

extension EditingStep.NamedPlace.Offset {
  fileprivate var text: String {
    switch self {
    case .start: "start"
    case .end: "end"
    case .letter(let letter): "\(letter)"
    }
  }

  fileprivate init?(text: Substring) {
    switch text {
    case "start": self = .start
    case "end": self = .end
    default:
      guard let letter = Int(text), letter >= 0 else { return nil }
      self = .letter(letter)
    }
  }
}
