import MARC

extension ImportProfile {
  /// Reads a profile; what begins with `#` is remark.
  ///
  /// ```
  /// threshold 100
  /// match control 100        # also: isbn, issn, title, K1 … K7
  /// match 035$a digits 100   # any subfield, read as: exact, words, digits
  /// on-match merge           # also: skip, replace, add
  /// on-none add              # also: skip
  /// on-several skip          # also: best, add
  /// copies all               # also: 852, 952, none
  /// LDR keep                 # or replace
  /// 6XX add                  # a tag or a group: keep, replace, add, protect
  /// ```
  public init(parsing text: String) throws(RuleTextFault) {
    self.init(fields: FieldRules([]))
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var words = RuleWords(line, number: index + 1)
      guard let first = try words.next() else { continue }
      try take(first, &words)
      if let extra = try words.next() { throw extra.fault(.extraWord) }
    }
    if fields.rules.isEmpty { fields.rules = FieldRules.usual.rules }
    guard !points.isEmpty else { throw RuleTextFault(line: 1, column: 1, .noMatchRule) }
  }

  private mutating func take(
    _ first: RuleWords.Word, _ words: inout RuleWords
  ) throws(RuleTextFault) {
    switch first.text {
    case "threshold": threshold = try words.number()
    case "match": try takeMatch(&words)
    case "on-match": onMatch = try words.choice()
    case "on-none": onNone = try words.choice()
    case "on-several": onSeveral = try words.choice()
    case "copies": copies = try words.choice()
    case "LDR":
      let action: FieldRules.Action = try words.choice()
      fields.replacesLeader = action == .replace
    default:
      guard let pattern = TagPattern(first.text) else { throw first.fault(.unknownWord) }
      fields.rules.append(FieldRules.Rule(pattern, try words.choice()))
    }
  }

  private mutating func takeMatch(_ words: inout RuleWords) throws(RuleTextFault) {
    let word = try words.needed()
    let match: MatchPoint
    switch word.text {
    case "control": match = .control
    case "isbn": match = .isbn
    case "issn": match = .issn
    case "title": match = .title
    default:
      if let kind = DuplicateKey.Kind(name: word.text) {
        match = .key(kind)
      } else {
        let (tag, code) = try word.subfield()
        match = .subfield(MatchSubfield(tag: tag, code: code, reading: try words.choice()))
      }
    }
    points.append(Point(match, try words.number()))
  }

  /// The profile in its written form.
  public var text: String {
    var lines = ["threshold \(threshold)"]
    lines += points.map { "match \($0.match.text) \($0.weight)" }
    lines += [
      "on-match \(onMatch.rawValue)", "on-none \(onNone.rawValue)",
      "on-several \(onSeveral.rawValue)", "copies \(copies.rawValue)",
      "LDR \(fields.replacesLeader ? "replace" : "keep")",
    ]
    lines += fields.rules.map { "\($0.pattern) \($0.action.rawValue)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension MatchPoint {
  public var text: String {
    switch self {
    case .control: "control"
    case .isbn: "isbn"
    case .issn: "issn"
    case .title: "title"
    case .key(let kind): kind.name
    case .subfield(let part): "\(part.tag)$\(part.code) \(part.reading.rawValue)"
    }
  }
}
