/// Targets as lines of text: `[code]` begins one, `name = value` says a thing about it, `#` begins a remark.
///
/// The same lines are the file the program carries and what a library keeps of its own.
public enum TargetFile {
  /// A line that says nothing a target could be made of.
  public struct Problem: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case notALine(String)
      case unknownName(String)
      case badValue(name: String, value: String)
      case missing(name: String, code: String)
      case badCode(String)
    }

    public let line: Int
    public let kind: Kind
  }

  /// The targets of a text, and every line that is wrong; a target with a wrong line is left out.
  public static func read(_ text: String) -> (targets: [RemoteTarget], problems: [Problem]) {
    var targets: [RemoteTarget] = []
    var problems: [Problem] = []
    var block: Block?
    func finish() {
      guard let block else { return }
      switch block.target {
      case .success(let target): targets.append(target)
      case .failure(let problem): problems.append(problem)
      }
    }
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.trimmingBlanks
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        finish()
        block = Block(code: String(line.dropFirst().dropLast()), line: index + 1)
      } else if let equals = line.firstIndex(of: "="), block != nil {
        let name = String(line[..<equals].trimmingBlanks)
        block?.values.append((name, String(line[line.index(after: equals)...].trimmingBlanks)))
        block?.lines.append(index + 1)
      } else {
        problems.append(Problem(line: index + 1, kind: .notALine(String(line))))
      }
    }
    finish()
    return (targets, problems)
  }

  /// The lines of one target, only what is not as usual.
  public static func text(of target: RemoteTarget) -> String {
    var lines = ["[\(target.code)]", "name = \(target.name)", "address = \(target.address.text)"]
    let usual = RemoteTarget(code: target.code, name: target.name, address: target.address)
    if target.syntax != usual.syntax { lines.append("syntax = \(target.syntax.rawValue)") }
    if target.schema != usual.schema { lines.append("schema = \(target.schema)") }
    if target.version != usual.version { lines.append("version = \(target.version)") }
    if target.charset != usual.charset { lines.append("charset = \(target.charset.rawValue)") }
    if let letters = target.letters { lines.append("letters = \(letters.rawValue)") }
    for index in RemoteIndex.allCases {
      if let own = target.indexes[index] { lines.append("\(index.rawValue) = \(own)") }
    }
    if target.secondsMaximum != usual.secondsMaximum {
      lines.append("seconds = \(target.secondsMaximum)")
    }
    if target.recordsMaximum != usual.recordsMaximum {
      lines.append("records = \(target.recordsMaximum)")
    }
    if let trusted = target.trusted { lines.append("trusted = \(trusted)") }
    if !target.isOn { lines.append("on = no") }
    return lines.joined(separator: "\n")
  }

  /// The names of what can be said about a target, in their order.
  public static let names =
    ["name", "address", "syntax", "schema", "version", "charset", "letters"]
    + RemoteIndex.allCases.map(\.rawValue) + ["seconds", "records", "trusted", "on"]

  private struct Block {
    var code: String
    var line: Int
    var values: [(name: String, value: String)] = []
    var lines: [Int] = []

    var target: Result<RemoteTarget, Problem> {
      func problem(_ kind: Problem.Kind, _ line: Int) -> Result<RemoteTarget, Problem> {
        .failure(Problem(line: line, kind: kind))
      }
      guard RemoteTarget.isCode(code) else { return problem(.badCode(code), line) }
      guard let place = values.lastIndex(where: { $0.name == "address" }) else {
        return problem(.missing(name: "address", code: code), line)
      }
      guard let address = RemoteAddress(values[place].value) else {
        return problem(.badValue(name: "address", value: values[place].value), lines[place])
      }
      var target = RemoteTarget(code: code, name: code, address: address)
      for (place, (name, value)) in values.enumerated() where name != "address" {
        guard TargetFile.names.contains(name) else {
          return problem(.unknownName(name), lines[place])
        }
        guard target.set(name, to: value) else {
          return problem(.badValue(name: name, value: value), lines[place])
        }
      }
      return .success(target)
    }
  }
}

extension RemoteTarget {
  /// Whether a word can name a target: letters and digits of ASCII, points and hyphens.
  public static func isCode(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 40
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  /// Sets what the files call `name`; false where the value cannot be one.
  public mutating func set(_ name: String, to value: String) -> Bool {
    guard !value.isEmpty, !value.contains(where: \.isNewline) else { return false }
    switch name {
    case "name": self.name = value
    case "address":
      guard let address = RemoteAddress(value) else { return false }
      self.address = address
    case "schema": schema = value
    case "trusted": trusted = value
    case "version":
      guard ["1.1", "1.2", "2.0"].contains(value) else { return false }
      version = value
    case "syntax":
      guard let known = Syntax(rawValue: value.lowercased()) else { return false }
      syntax = known
    case "charset":
      guard let known = Charset(rawValue: value.lowercased()) else { return false }
      charset = known
    case "letters":
      guard let known = Letters(rawValue: value.lowercased()) else { return false }
      letters = known
    case "seconds":
      guard let seconds = Int(value), (1...120).contains(seconds) else { return false }
      secondsMaximum = seconds
    case "records":
      guard let records = Int(value), (1...100).contains(records) else { return false }
      recordsMaximum = records
    case "on":
      guard value == "yes" || value == "no" else { return false }
      isOn = value == "yes"
    default:
      guard let index = RemoteIndex(rawValue: name), address.takesIndex(value) else { return false }
      indexes[index] = value
    }
    return true
  }
}

extension RemoteAddress {
  /// Whether `text` can be an index here: attributes for Z39.50, a name of CQL with or without a relation for SRU.
  func takesIndex(_ text: String) -> Bool {
    if isSRU {
      return text.utf8.allSatisfy { $0 > 0x1F && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
    }
    return text.split(separator: ",").allSatisfy { attribute in
      let parts = attribute.split(separator: "=", omittingEmptySubsequences: false)
      return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    }
  }
}

extension StringProtocol {
  var trimmingBlanks: SubSequence {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
