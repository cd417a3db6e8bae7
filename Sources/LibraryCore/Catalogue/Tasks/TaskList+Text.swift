import MARC

extension TaskList {
  /// Reads tasks, one a line; what begins with `#` is remark.
  ///
  /// ```
  /// replace 260$b "NXB." "Nxb. "          # nocase, regex or both before the texts
  /// replace 6XX regex "\s+$" ""           # all subfields; $1 is the first group
  /// add 653 "##" $a "Thiếu nhi"           # a field with its indicators, # being blank
  /// add 082$2 "23" where no $2            # a subfield
  /// delete 9XX where $a contains "cũ"
  /// delete 020$c
  /// move 440 490                          # or copy
  /// move 260$a 264$a
  /// indicators 245 "1." if 100            # . leaves an indicator as it is
  /// ```
  ///
  /// `where` speaks of the field (`$a contains "…"`, `$a regex "…"`, `no $a`, `ind1 "1"`), `if` of the record (`653`, `no 653`,
  /// `245$a contains "…"`); several are joined by `and`.
  public init(parsing text: String) throws(RuleTextFault) {
    var tasks: [BatchTask] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var reader = TaskReader(line, number: index + 1)
      if let task = try reader.task() { tasks.append(task) }
    }
    guard !tasks.isEmpty else { throw RuleTextFault(line: 1, column: 1, .noTask) }
    self.init(tasks)
  }
}

/// Reads the task of one line.
private struct TaskReader {
  private let line: String
  private let number: Int
  private var words: RuleWords

  init(_ line: some StringProtocol, number: Int) {
    self.line = String(line)
    self.number = number
    words = RuleWords(line, number: number)
  }

  mutating func task() throws(RuleTextFault) -> BatchTask? {
    guard let verb = try words.next() else { return nil }
    let work = try work(verb)
    var task = BatchTask(
      work: work, fieldConditions: [], recordConditions: [], line: number, text: line)
    while let word = try words.next() {
      switch word.text {
      case "where" where !word.isQuoted:
        repeat { task.fieldConditions.append(try fieldCondition()) } while try takesAnd()
      case "if" where !word.isQuoted:
        repeat { task.recordConditions.append(try recordCondition()) } while try takesAnd()
      default: throw word.fault(.extraWord)
      }
    }
    return task
  }

  private mutating func work(_ verb: RuleWords.Word) throws(RuleTextFault) -> BatchTask.Work {
    switch verb.text {
    case "replace":
      let (tags, code) = try place()
      let pattern = try pattern()
      return .replace(tags, code, pattern, with: try words.needed().text)
    case "add": return try adding()
    case "delete":
      let (tags, code) = try place()
      return code.map { .deleteSubfields(tags, $0) } ?? .deleteFields(tags)
    case "move", "copy": return try moving(isCopy: verb.text == "copy")
    case "indicators":
      let (tags, _) = try place()
      let (first, second) = try indicators(keeping: ".")
      return .setIndicators(tags, first, second)
    default: throw verb.fault(.unknownWord)
    }
  }

  private mutating func adding() throws(RuleTextFault) -> BatchTask.Work {
    let place = try words.needed()
    if place.text.contains("$") {
      let (tags, code) = try self.place(place)
      guard let code else { throw place.fault(.noSubfield) }
      return .addSubfield(tags, Subfield(code, try words.needed().text))
    }
    guard let tag = TagPattern(place.text)?.tag else { throw place.fault(.noTag) }
    if tag.isControl { return .addField(Field(control: tag, try words.needed().text)) }
    let (first, second) = try indicators(keeping: nil)
    var subfields: [Subfield] = []
    while let mark = words.peek(), mark.hasPrefix("$") {
      subfields.append(Subfield(try code(words.needed()), try words.needed().text))
    }
    guard !subfields.isEmpty else {
      throw RuleTextFault(line: number, column: words.column, .missingWord)
    }
    return .addField(Field(tag, first ?? .blank, second ?? .blank, subfields))
  }

  private mutating func moving(isCopy: Bool) throws(RuleTextFault) -> BatchTask.Work {
    let (from, to) = (try words.needed(), try words.needed())
    if from.text.contains("$") {
      let ((tag, code), (target, targetCode)) = (try from.subfield(), try to.subfield())
      return isCopy
        ? .copySubfields(tag, code, to: target, targetCode)
        : .moveSubfields(tag, code, to: target, targetCode)
    }
    let (tags, _) = try place(from)
    guard let target = TagPattern(to.text)?.tag else { throw to.fault(.noTag) }
    return isCopy ? .copyFields(tags, to: target) : .moveFields(tags, to: target)
  }

  // MARK: - Conditions

  private mutating func takesAnd() throws(RuleTextFault) -> Bool {
    guard words.peek() == "and" else { return false }
    _ = try words.next()
    return true
  }

  private mutating func fieldCondition() throws(RuleTextFault) -> FieldCondition {
    let word = try words.needed()
    switch word.text {
    case "no": return .noSubfield(try code(words.needed()))
    case "ind1", "ind2":
      let value = try words.needed()
      guard let code = TaskReader.indicator(value.text), value.text.count == 1 else {
        throw value.fault(.unknownWord)
      }
      return .indicator(word.text == "ind1" ? 1 : 2, code)
    default:
      let code = word.text == "$*" ? nil : try self.code(word)
      return .subfield(code, try comparison())
    }
  }

  private mutating func recordCondition() throws(RuleTextFault) -> RecordCondition {
    let word = try words.needed()
    if word.text == "no" {
      let (tags, _) = try place()
      return .absent(tags)
    }
    let (tags, code) = try place(word)
    guard code != nil || ["contains", "regex"].contains(words.peek()) else { return .present(tags) }
    return .matching(tags, .subfield(code, try comparison()))
  }

  /// `contains "…"` or `regex "…"`.
  private mutating func comparison() throws(RuleTextFault) -> TextPattern {
    let word = try words.needed()
    switch word.text {
    case "contains": return TextPattern(plain: try words.needed().text, ignoresCase: true)
    case "regex": return try regular(words.needed(), ignoresCase: false)
    default: throw word.fault(.unknownWord)
    }
  }

  // MARK: - Parts

  /// A tag or a group, with or without the code of a subfield.
  private mutating func place() throws(RuleTextFault) -> (TagPattern, Code?) {
    try place(words.needed())
  }

  private func place(_ word: RuleWords.Word) throws(RuleTextFault) -> (TagPattern, Code?) {
    let parts = word.text.split(separator: "$", omittingEmptySubsequences: false)
    guard let tags = TagPattern(parts[0]) else { throw word.fault(.noTag) }
    guard parts.count > 1 else { return (tags, nil) }
    if parts.count == 2, parts[1] == "*" { return (tags, nil) }
    guard parts.count == 2, parts[1].count == 1, let code = parts[1].first.flatMap({ Code($0) })
    else { throw word.fault(.noSubfield) }
    return (tags, code)
  }

  private func code(_ word: RuleWords.Word) throws(RuleTextFault) -> Code {
    guard word.text.hasPrefix("$"), word.text.count == 2,
      let code = word.text.last.flatMap({ Code($0) })
    else { throw word.fault(.noSubfield) }
    return code
  }

  /// The text to find, with the words that say how it is meant before it.
  private mutating func pattern() throws(RuleTextFault) -> TextPattern {
    var (isRegular, ignoresCase) = (false, false)
    while let word = words.peek(), word == "regex" || word == "nocase" {
      _ = try words.next()
      if word == "regex" { isRegular = true } else { ignoresCase = true }
    }
    let word = try words.needed()
    if isRegular { return try regular(word, ignoresCase: ignoresCase) }
    guard !word.text.isEmpty else { throw word.fault(.badPattern) }
    return TextPattern(plain: word.text, ignoresCase: ignoresCase)
  }

  private func regular(
    _ word: RuleWords.Word, ignoresCase: Bool
  ) throws(RuleTextFault) -> TextPattern {
    do {
      return try TextPattern(word.text, ignoresCase: ignoresCase)
    } catch {
      let quote = word.isQuoted ? 1 : 0
      throw RuleTextFault(
        line: number, column: word.column + quote + error.place, .badPattern, error.character)
    }
  }

  /// Two indicators, `#` or a blank being blank; the `keeping` character leaves one as it is.
  private mutating func indicators(
    keeping: Character?
  ) throws(RuleTextFault) -> (Code?, Code?) {
    let word = try words.needed()
    let characters = Array(word.text)
    guard characters.count == 2 else { throw word.fault(.noIndicators) }
    var codes: [Code?] = []
    for character in characters {
      if character == keeping {
        codes.append(nil)
      } else if let code = TaskReader.indicator(String(character)) {
        codes.append(code)
      } else {
        throw word.fault(.noIndicators)
      }
    }
    return (codes[0], codes[1])
  }

  private static func indicator(_ text: String) -> Code? {
    text == "#" ? .blank : text.first.flatMap { Code($0) }
  }
}
