/// Who may import whom: the map of the house, the same as in `ARCHITECTURE.md`.
///
/// SwiftPM alone does not stop the import of an undeclared module that another dependency happens
/// to build; this table does. A new line here is a decision, not a repair.
enum ImportTable {
  static let sources: [String: Set<String>] = [
    "CTerminal": [],
    "CBuiltins": [],
    "CSodium": [],
    "CYaz": [],
    "CCurl": [],
    "CZlib": [],
    "Terminal": ["CTerminal", "Glibc", "Synchronization"],
    "VietnameseText": ["Swift"],  // for the standard library's own normal forms
    "MARC": ["VietnameseText", "CYaz", "CZlib", "Glibc"],
    "LibraryCore": ["MARC", "VietnameseText"],
    "LibraryStore": [
      "LibraryCore", "MARC", "VietnameseText", "GRDB", "CSodium", "CZlib", "Foundation", "Glibc",
      "Synchronization",
    ],
    "RemoteCatalogues": [
      "MARC", "VietnameseText", "CYaz", "CCurl", "Foundation", "Glibc", "Synchronization",
    ],
    "SelfCheck": ["LibraryCore", "LibraryStore", "Foundation", "Glibc", "Synchronization"],
    "Workstation": [
      "Terminal", "VietnameseText", "MARC", "LibraryCore", "LibraryStore", "RemoteCatalogues",
      "SelfCheck", "CBuiltins", "Foundation", "Glibc", "Synchronization",
    ],
    "thuthu": [
      "Workstation", "Terminal", "VietnameseText", "MARC", "LibraryCore", "LibraryStore",
      "RemoteCatalogues", "SelfCheck",
      "ArgumentParser", "Foundation", "Glibc", "Synchronization",
    ],
  ]

  /// The program that measures; the floors beside it are no targets.
  static let benchmarks: [String: Set<String>] = [
    "bench": [
      "Workstation", "VietnameseText", "MARC", "LibraryCore", "LibraryStore", "Foundation", "Glibc",
    ]
  ]

  /// What a test may import beside its own target, `Testing`, Foundation and Glibc.
  static let tests: [String: Set<String>] = [
    "CVirtualTerminal": [],
    "TerminalTests": ["Terminal", "CTerminal", "Synchronization"],
    "VietnameseTextTests": ["VietnameseText"],
    "MARCTests": ["MARC", "VietnameseText"],
    "LibraryCoreTests": ["LibraryCore", "MARC", "VietnameseText"],
    "LibraryStoreTests": ["LibraryStore", "LibraryCore", "MARC", "VietnameseText", "GRDB"],
    "RemoteCataloguesTests": ["RemoteCatalogues", "MARC", "Synchronization"],
    "SelfCheckTests": ["SelfCheck", "LibraryCore", "LibraryStore", "MARC", "Synchronization"],
    "WorkstationTests": [
      "Workstation", "Terminal", "LibraryStore", "LibraryCore", "RemoteCatalogues", "MARC",
      "VietnameseText",
      "Synchronization",
    ],
    "TidyTests": [],
    "CommandTests": ["thuthu"],
    "TerminalProbe": ["Terminal"],
    "ReaderFuzz": ["MARC"],
    "SessionTests": ["CVirtualTerminal", "GRDB"],
  ]

  /// The one C target that may include headers whose path begins so.
  static let headers: [(prefix: String, target: String)] = [
    ("curses.h", "CTerminal"), ("ncurses", "CTerminal"), ("term.h", "CTerminal"),
    ("sodium", "CSodium"), ("yaz/", "CYaz"), ("curl/", "CCurl"), ("zlib.h", "CZlib"),
    ("vterm", "CVirtualTerminal"),
    ("sqlite3", "none"),
  ]

  static func allowed(in target: String) -> Set<String>? {
    sources[target] ?? benchmarks[target]
      ?? tests[target].map { $0.union(["Testing", "Foundation", "Glibc"]) }
  }

  /// The imports of a Swift file that the table does not grant its target.
  static func findings(in file: ProjectFile) -> [Finding] {
    guard let target = file.target else { return [] }
    guard let allowed = allowed(in: target) else {
      return [Finding(path: file.path, line: 0, fault: "\(target) is not in the import table")]
    }
    return file.swift.code.enumerated().compactMap { index, line in
      guard let module = importedModule(line), module != "Swift", !allowed.contains(module) else {
        return nil
      }
      return Finding(
        path: file.path, line: index + 1, fault: "\(target) may not import \(module)")
    }
  }

  /// The includes of a C file that belong to another target.
  static func includeFindings(in file: ProjectFile) -> [Finding] {
    guard let target = file.target else { return [] }
    return file.findings { line in
      guard let header = includedHeader(line),
        let owner = headers.first(where: { header.hasPrefix($0.prefix) })?.target, owner != target
      else { return nil }
      return "\(target) may not include <\(header)>"
    }
  }

  /// The module that a line of code imports, whatever stands before the word `import`.
  static func importedModule(_ line: String) -> String? {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    while let word = words.first, word != "import" {
      let isPrefix =
        word.hasPrefix("@") || word.hasSuffix(")")
        || ["public", "package", "internal", "fileprivate", "private"].contains(word)
      guard isPrefix else { return nil }
      words.removeFirst()
    }
    guard words.popFirst() == "import" else { return nil }
    let kinds = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var", "actor"]
    if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
    return words.first?.split(whereSeparator: { ".;".contains($0) }).first.map(String.init)
  }

  /// What an `#include <…>` names.
  static func includedHeader(_ line: Substring) -> String? {
    let bare = line.filter { !$0.isWhitespace }
    guard bare.hasPrefix("#include<"), let end = bare.firstIndex(of: ">") else { return nil }
    return String(bare[..<end].dropFirst("#include<".count))
  }
}
