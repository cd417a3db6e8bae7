/// Rules for any text of the project, asked line by line or by name.
enum TextRules {
  static let linesMaximum = 400
  static let vagueWords: Set<String> = [
    "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Common", "Shared", "Manager",
    "Managers", "Misc", "Stuff",
  ]

  static func tooLong(_ file: ProjectFile) -> [Finding] {
    let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
    guard count > linesMaximum else { return [] }
    let fault = "\(count) lines; a file holds one subject in \(linesMaximum) at most"
    return [Finding(path: file.path, line: 0, fault: fault)]
  }

  /// Folder and file names that say nothing about what is inside.
  static func vagueName(_ file: ProjectFile) -> [Finding] {
    file.parts.flatMap { camelWords($0) }.filter { vagueWords.contains($0.capitalizedFirst) }
      .map { Finding(path: file.path, line: 0, fault: "\($0) names nothing") }
  }

  /// A shrug without a ticket; with one, `(#41)` follows the word.
  static func openShrug(_ file: ProjectFile) -> [Finding] {
    let shrugs = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    return file.findings { line in
      for shrug in shrugs {
        for range in line.ranges(of: shrug) {
          let isWord =
            !(line[..<range.lowerBound].last?.isLetter ?? false)
            && !(line[range.upperBound...].first?.isLetter ?? false)
          if isWord, !line[range.upperBound...].hasPrefix("(#") { return "\(shrug) without (#n)" }
        }
      }
      return nil
    }
  }

  /// Paths that exist on one machine only.
  static func machinePath(_ file: ProjectFile) -> [Finding] {
    let roots = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/"]
    return file.findings { line in
      for root in roots {
        for range in line.ranges(of: root)
        where !(line[..<range.lowerBound].last.map { $0.isLetter || $0 == "." } ?? false) {
          return "\(root) is a path of one machine"
        }
      }
      return nil
    }
  }

  /// What fetches and builds may name no host but the one our dependencies live on.
  static func foreignHost(_ file: ProjectFile) -> [Finding] {
    file.findings { line in
      for range in line.ranges(of: "://") {
        let host = line[range.upperBound...].prefix {
          $0.isLetter || $0.isNumber || ".-".contains($0)
        }
        if host != "github.com" { return "the build names the host \(host)" }
      }
      return nil
    }
  }

  static func untidySpace(_ file: ProjectFile) -> [Finding] {
    var findings = file.findings { line in
      if line.contains("\t") { return "a tab" }
      return line.last?.isWhitespace == true ? "white space at the end" : nil
    }
    if !file.text.isEmpty, !file.text.hasSuffix("\n") || file.text.hasSuffix("\n\n") {
      findings.append(
        Finding(path: file.path, line: 0, fault: "ends otherwise than in one line break"))
    }
    return findings
  }

  /// `LoanRow+Insert` as `Loan`, `Row`, `Insert`.
  static func camelWords(_ name: String) -> [String] {
    var words: [String] = [""]
    for character in name {
      if !character.isLetter {
        words.append("")
      } else if character.isUppercase, words[words.count - 1].last?.isLowercase == true {
        words.append(String(character))
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
