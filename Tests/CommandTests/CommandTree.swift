import Foundation
import Testing

/// What the program and its manual say that can be asked for.
enum CommandTree {
  /// The root of all commands as the program itself describes it.
  static func root() throws -> [String: Any] {
    let run = try Commands(makesLibrary: false).run("--experimental-dump-help")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let dump = try #require(object as? [String: Any])
    return try #require(dump["command"] as? [String: Any])
  }

  /// Every command that does something itself, with its words.
  static func leaves() throws -> [(path: String, node: [String: Any])] {
    func walk(_ node: [String: Any], _ path: [String]) -> [(String, [String: Any])] {
      let children = node["subcommands"] as? [[String: Any]] ?? []
      guard children.isEmpty else {
        return children.filter { $0["commandName"] as? String != "help" }.flatMap {
          walk($0, path + [$0["commandName"] as? String ?? ""])
        }
      }
      return [(path.joined(separator: " "), node)]
    }
    return walk(try root(), [])
  }

  /// The page of the manual.
  static func manual() throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appendingPathComponent("man/thuthu.1"), encoding: .utf8)
  }

  /// The actions of `thuthu desk` in the manual, each with the fields that its line names.
  static func manualActions() throws -> [String: Set<String>] {
    let lines = try manual().split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("The actions and their fields are") })
    let part = lines[start...].prefix { !$0.hasPrefix("A field that the action does not know") }
    var actions: [String: Set<String>] = [:]
    for line in part where line.hasPrefix(".It Cm ") {
      let words = line.split(separator: " ").dropFirst(2).map(String.init)
      actions[words[0]] = Set(words.dropFirst().filter { !["Ar", "Op", "Oo", "Oc"].contains($0) })
    }
    return actions
  }
}
