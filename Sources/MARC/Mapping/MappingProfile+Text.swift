import VietnameseText

extension MappingProfile {
  /// Reads a profile; the first faulty line is told.
  public init(_ bytes: [UInt8]) throws(MappingFault) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw MappingFault(line: 0, kind: .notText)
    }
    self.init(kind: .table)
    var known: Set<Source> = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = MappingProfile.trimmed(line)
      if line.isEmpty || line.first == "#" { continue }
      do throws(MappingFault.Kind) {
        try take(line, &known)
      } catch {
        throw MappingFault(line: number, kind: error)
      }
    }
    if rules.isEmpty { throw MappingFault(line: number, kind: .noRules) }
  }

  private mutating func take(
    _ line: Substring, _ known: inout Set<Source>
  ) throws(MappingFault.Kind) {
    guard let sign = line.firstIndex(of: "=") else { return try takeSetting(line) }
    let before = MappingProfile.trimmed(line[..<sign])
    let after = line[line.index(after: sign)...].split { $0 == " " || $0 == "\t" }
    guard !before.isEmpty else { throw .noSource }
    if before == "*" {
      restTag = try MappingProfile.tag(after.first ?? "")
      return
    }
    let sources = before.split(separator: "|").map(MappingProfile.trimmed).filter { !$0.isEmpty }
      .map { name in kind == .isis ? MappingProfile.isisSource(name) : Source(name: String(name)) }
    for source in sources where !known.insert(source).inserted { throw .repeated(source.name) }
    rules.append(try MappingProfile.rule(sources, after))
  }

  /// A line without `=`: `kind isis`, or `fixed 041 0# $a vie`.
  private mutating func takeSetting(_ line: Substring) throws(MappingFault.Kind) {
    let words = line.split(separator: " ", maxSplits: 4)
    switch (words.first, words.count) {
    case ("kind", 2):
      guard let named = Kind(rawValue: String(words[1])) else {
        throw .unknownWord(String(words[1]))
      }
      kind = named
    case ("fixed", 5):
      let target = try MappingProfile.target(Array(words[1...3]))
      guard let code = target.code else { throw .badSubfield(String(words[3])) }
      fixed.append(
        Field(
          target.tag, target.indicator1, target.indicator2,
          [Subfield(code, String(words[4]).nfc)]))
    default: throw .noSource
    }
  }

  /// `200^B` is subfield b of field 200; CDS/ISIS does not tell the cases of codes apart.
  private static func isisSource(_ name: Substring) -> Source {
    guard let mark = name.firstIndex(of: "^"), let code = name[mark...].dropFirst().first else {
      return Source(name: String(name))
    }
    return Source(name: String(name[..<mark]), subfield: Code(Character(code.lowercased())))
  }

  private static func rule(
    _ sources: [Source], _ words: [Substring]
  ) throws(MappingFault.Kind) -> Rule {
    let isOption = { (word: Substring) in word == "each" || word == "then" }
    let head = Array(words.prefix { !isOption($0) })
    var rule = Rule(sources: sources, target: try target(head), separators: [])
    var rest = words.dropFirst(head.count)
    while let option = rest.popFirst() {
      if option == "then" {
        rule.furtherTag = try tag(rest.popFirst() ?? "")
        continue
      }
      while let word = rest.first, !isOption(word) {
        rest = rest.dropFirst()
        guard let separator = word == "newline" ? "\n" : word.first,
          word == "newline" || word.count == 1
        else { throw .unknownWord(String(word)) }
        rule.separators.append(separator)
      }
    }
    return rule
  }

  /// `245 10 $a`, `245 10 *` or `001`.
  private static func target(_ words: [Substring]) throws(MappingFault.Kind) -> Target {
    let tag = try tag(words.first ?? "")
    if tag.isControl {
      guard words.count == 1 else { throw .badSubfield(String(words[1])) }
      return Target(tag: tag, indicator1: .blank, indicator2: .blank)
    }
    guard words.count == 3 else { throw .badSubfield(words.dropFirst().joined(separator: " ")) }
    let indicators = words[1].map { $0 == "#" || $0 == "_" ? Code.blank : Code($0) }
    guard indicators.count == 2, let first = indicators[0], let second = indicators[1] else {
      throw .badIndicators(String(words[1]))
    }
    if words[2] == "*" { return Target(tag: tag, indicator1: first, indicator2: second) }
    guard words[2].count == 2, words[2].first == "$", let code = words[2].last.flatMap({ Code($0) })
    else { throw .badSubfield(String(words[2])) }
    return Target(tag: tag, indicator1: first, indicator2: second, code: code)
  }

  private static func tag(_ word: Substring) throws(MappingFault.Kind) -> Tag {
    guard let tag = Tag(word), tag.isNumber else { throw .badTag(String(word)) }
    return tag
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let isBlank = { (letter: Character) in letter == " " || letter == "\t" || letter == "\r" }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }
}

extension MappingProfile {
  /// The profile as the text it is read from.
  public var text: String {
    let sources = rules.map { rule in
      rule.sources.map { $0.name + ($0.subfield.map { "^\($0)" } ?? "") }.joined(separator: " | ")
    }
    let width = min(sources.map(\.count).max() ?? 0, 48)
    var lines = ["kind \(kind.rawValue)"]
    lines += zip(sources, rules).map { source, rule in
      source + String(repeating: " ", count: max(0, width - source.count)) + " = \(rule.target)"
        + (rule.separators.isEmpty
          ? ""
          : " each "
            + rule.separators.map { $0 == "\n" ? "newline" : "\($0)" }.joined(separator: " "))
        + (rule.furtherTag.map { " then \($0)" } ?? "")
    }
    lines += fixed.map { field in
      let indicators = [field.indicator1, field.indicator2].map { $0 == .blank ? "#" : "\($0)" }
      return "fixed \(field.tag) \(indicators.joined()) "
        + field.subfields.map { "$\($0.code) \($0.text)" }.joined()
    }
    return (lines + ["* = \(restTag)", ""]).joined(separator: "\n")
  }
}

extension MappingProfile.Target: CustomStringConvertible {
  public var description: String {
    if tag.isControl { return tag.text }
    let indicators = [indicator1, indicator2].map { $0 == .blank ? "#" : "\($0)" }.joined()
    return "\(tag) \(indicators) " + (code.map { "$\($0)" } ?? "*")
  }
}
