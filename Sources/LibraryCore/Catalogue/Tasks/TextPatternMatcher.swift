/// Looks for a pattern in one text, going back where a way leads nowhere, and counting its steps.
struct TextPatternMatcher {
  struct Match {
    let range: Range<Int>
    let groups: [Range<Int>?]
  }

  /// Ways within ways; a text that leads deeper is given up as well.
  private static let depthMaximum = 500

  private let pattern: TextPattern
  private let text: [Character]
  private var groups: [Range<Int>?]
  private let stepsMaximum: Int
  private var steps = 0
  private var depth = 0

  init(_ pattern: TextPattern, _ text: [Character]) {
    self.pattern = pattern
    self.text = text
    stepsMaximum = TextPattern.stepsMaximum + TextPattern.stepsPerCharacter * text.count
    groups = Array(repeating: nil, count: pattern.groups)
  }

  /// The first match that begins at `start` or behind it.
  mutating func first(from start: Int) throws(TextPattern.TooMuchWork) -> Match? {
    for begin in start...max(start, text.count) {
      groups = Array(repeating: nil, count: pattern.groups)
      if let end = try end(of: [pattern.root], at: begin) {
        return Match(range: begin..<end, groups: groups)
      }
    }
    return nil
  }

  /// Where the nodes end that are matched one behind the other from `place` on; nil where they do not.
  private mutating func end(
    of nodes: ArraySlice<TextPattern.Node>, at place: Int
  ) throws(TextPattern.TooMuchWork) -> Int? {
    steps += 1
    depth += 1
    defer { depth -= 1 }
    guard steps <= stepsMaximum, depth <= TextPatternMatcher.depthMaximum else {
      throw TextPattern.TooMuchWork()
    }
    guard let node = nodes.first else { return place }
    let rest = nodes.dropFirst()
    switch node {
    case .character, .any, .set:
      return takes(node, at: place) ? try end(of: rest, at: place + 1) : nil
    case .start: return place == 0 ? try end(of: rest, at: place) : nil
    case .end: return place == text.count ? try end(of: rest, at: place) : nil
    case .wordEdge(let isNegated):
      let isEdge = isWord(place - 1) != isWord(place)
      return isEdge != isNegated ? try end(of: rest, at: place) : nil
    case .sequence(let inner): return try end(of: inner[...] + rest, at: place)
    case .choice(let ways):
      for way in ways {
        let before = groups
        if let found = try end(of: [way] + rest, at: place) { return found }
        groups = before
      }
      return nil
    case .group(let inner, let number):
      guard let number else { return try end(of: [inner] + rest, at: place) }
      return try end(of: [inner, .groupEnd(number: number, from: place)] + rest, at: place)
    case .groupEnd(let number, let begin):
      groups[number - 1] = begin..<place
      return try end(of: rest, at: place)
    case .progress(let begin): return place > begin ? try end(of: rest, at: place) : nil
    case .repeated(let inner, let least, let most, let isLazy):
      return inner.isSingle
        ? try endOfRun(inner, least...most, isLazy, rest, at: place)
        : try endOfLoop(inner, least...most, isLazy, rest, at: place)
    }
  }

  /// A repeated single character: counted without going deeper, then given back one by one.
  private mutating func endOfRun(
    _ inner: TextPattern.Node, _ counts: ClosedRange<Int>, _ isLazy: Bool,
    _ rest: ArraySlice<TextPattern.Node>, at place: Int
  ) throws(TextPattern.TooMuchWork) -> Int? {
    var longest = 0
    while longest < counts.upperBound, takes(inner, at: place + longest) { longest += 1 }
    steps += longest
    guard longest >= counts.lowerBound else { return nil }
    var count = isLazy ? counts.lowerBound : longest
    while (counts.lowerBound...longest).contains(count) {
      let before = groups
      if let found = try end(of: rest, at: place + count) { return found }
      groups = before
      count += isLazy ? 1 : -1
    }
    return nil
  }

  /// Anything else repeated: each time round has to get on.
  private mutating func endOfLoop(
    _ inner: TextPattern.Node, _ counts: ClosedRange<Int>, _ isLazy: Bool,
    _ rest: ArraySlice<TextPattern.Node>, at place: Int
  ) throws(TextPattern.TooMuchWork) -> Int? {
    let (least, most) = (counts.lowerBound, counts.upperBound)
    let fewer = TextPattern.Node.repeated(
      inner, least: max(0, least - 1), most: most == .max ? .max : most - 1, isLazy: isLazy)
    let round: [TextPattern.Node] =
      least > 0 ? [inner, fewer] : [inner, .progress(from: place), fewer]
    let before = groups
    if least > 0 { return most > 0 ? try end(of: round[...] + rest, at: place) : nil }
    if isLazy, let found = try end(of: rest, at: place) { return found }
    groups = before
    if most > 0, let found = try end(of: round[...] + rest, at: place) { return found }
    groups = before
    return isLazy ? nil : try end(of: rest, at: place)
  }

  // MARK: - Characters

  private func takes(_ node: TextPattern.Node, at place: Int) -> Bool {
    guard place < text.count else { return false }
    switch node {
    case .any: return true
    case .character(let wanted): return isSame(wanted, text[place])
    case .set(let items, let isNegated):
      return items.contains { isIn($0, text[place]) } != isNegated
    default: return false
    }
  }

  private func isSame(_ wanted: Character, _ found: Character) -> Bool {
    wanted == found || pattern.ignoresCase && wanted.lowercased() == found.lowercased()
  }

  private func isIn(_ item: TextPattern.SetItem, _ character: Character) -> Bool {
    switch item {
    case .range(let first, let last):
      if (first...last).contains(character) { return true }
      guard pattern.ignoresCase else { return false }
      return [character.lowercased(), character.uppercased()].contains { text in
        text.count == 1 && text.first.map { (first...last).contains($0) } == true
      }
    case .digit(let isNegated): return (character.isASCII && character.isNumber) != isNegated
    case .word(let isNegated): return TextPatternMatcher.isWord(character) != isNegated
    case .space(let isNegated): return character.isWhitespace != isNegated
    }
  }

  private func isWord(_ place: Int) -> Bool {
    text.indices.contains(place) && TextPatternMatcher.isWord(text[place])
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
