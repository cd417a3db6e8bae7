/// Rules for Swift code: what is read is the code, never a comment or a text beside it.
enum CodeRules {
  static let bannedInCode = [
    "try!": "try! ends the program on bad input",
    ".disabled(": "a switched-off test is no test",
    "XCTSkip": "a switched-off test is no test",
  ]

  static func banned(_ file: ProjectFile) -> [Finding] {
    var findings: [Finding] = []
    for (index, line) in file.swift.code.enumerated() {
      for (word, fault) in bannedInCode where line.contains(word) {
        findings.append(Finding(path: file.path, line: index + 1, fault: fault))
      }
    }
    for literal in file.swift.literals
    where file.swift.code[literal.line - 1].contains("fatalError(") {
      if literal.text.lowercased().hasPrefix("stub") {
        findings.append(Finding(path: file.path, line: literal.line, fault: "a stub"))
      }
    }
    return findings
  }

  /// SQL in a text of any target but the store, its tests, and these rules.
  static func sqlOutsideStore(_ file: ProjectFile) -> [Finding] {
    let exempt = ["LibraryStore", "LibraryStoreTests", "TidyTests"]
    guard let target = file.target, !exempt.contains(target) else { return [] }
    let verbs = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA "]
    return file.swift.literals.compactMap { literal in
      guard verbs.contains(where: { begins($0, in: literal.text) }) else { return nil }
      return Finding(path: file.path, line: literal.line, fault: "SQL outside LibraryStore")
    }
  }

  /// Whether a line of the text begins with the verb, as statements do.
  private static func begins(_ verb: String, in text: String) -> Bool {
    text.split(separator: "\n").contains { $0.drop(while: \.isWhitespace).hasPrefix(verb) }
  }

  /// A number set before an English plural: of one thing it would say `1 copies`, which `counted` does not.
  ///
  /// A limit, whose name ends in `Maximum`, is never one.
  static func uncountedNoun(_ file: ProjectFile) -> [Finding] {
    guard let target = file.target, ["Workstation", "thuthu", "SelfCheck"].contains(target) else {
      return []
    }
    let number =
      #/(?<limit>Maximum)?\) (?:more |other |open |later |closed |lost |new |due )?(?<noun>[a-z]+)/#
    return file.findings { line in
      guard line.contains("\\("), !line.drop(while: \.isWhitespace).hasPrefix("//") else {
        return nil
      }
      let noun = line.matches(of: number)
        .first { $0.limit == nil && plurals.contains(String($0.noun)) }?.noun
      return noun.map { "a number before “\($0)” without counted()" }
    }
  }

  private static let plurals: Set<String> = [
    "actions", "copies", "days", "faults", "fields", "files", "hours", "items", "labels",
    "lines", "loans", "others", "patrons", "people", "readers", "records", "reminders",
    "renewals", "rows", "slips", "transactions", "uses", "years",
  ]

  /// Types named after nothing: `ReservationManager` is a `HoldQueue` nobody thought about.
  static func vagueType(_ file: ProjectFile) -> [Finding] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
    return file.swift.code.enumerated().compactMap { index, line in
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      guard let at = words.firstIndex(where: { kinds.contains($0) }), at + 1 < words.count,
        TextRules.camelWords(String(words[at + 1])).contains(where: TextRules.vagueWords.contains)
      else { return nil }
      return Finding(path: file.path, line: index + 1, fault: "\(words[at + 1]) names nothing")
    }
  }
}
