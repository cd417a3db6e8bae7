/// One place where a file of the project breaks a rule of the house.
struct Finding: Equatable, CustomStringConvertible {
  var path: String
  /// Counted from 1; 0 when the whole file is meant.
  var line: Int
  var fault: String

  var description: String {
    line == 0 ? "\(path): \(fault)" : "\(path):\(line): \(fault)"
  }
}

/// A text file of the project, with its path below the package root.
struct ProjectFile {
  let path: String
  let text: String
  /// The text taken apart, read once; empty for what is not Swift.
  let swift: SwiftReading

  init(path: String, text: String) {
    self.path = path
    self.text = text
    swift = SwiftReading(path.hasSuffix(".swift") ? text : "")
  }

  /// The path's parts, the file's own name last.
  var parts: [String] { path.split(separator: "/").map(String.init) }

  /// What follows the last dot of the name, or nothing.
  var ending: String {
    guard let name = parts.last, let dot = name.lastIndex(of: ".") else { return "" }
    return String(name[name.index(after: dot)...])
  }

  /// The target a source file belongs to: the folder below `Sources` or `Tests`, or what is in Swift below `Benchmarks`.
  var target: String? {
    if parts[0] == "Benchmarks" { return ending == "swift" ? "bench" : nil }
    guard parts.count >= 3, ["Sources", "Tests"].contains(parts[0]) else { return nil }
    return parts[1]
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The findings of `judge`, which is asked line by line and names the fault, if there is one.
  func findings(_ judge: (Substring) -> String?) -> [Finding] {
    lines.enumerated().compactMap { index, line in
      judge(line).map { Finding(path: path, line: index + 1, fault: $0) }
    }
  }
}
