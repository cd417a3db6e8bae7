import Foundation
import Testing

@Suite("The manual page and the commands' help agree")
struct ManualTests {
  /// A command as the program itself describes it.
  private struct Command {
    var path: String
    var options: Set<String>
  }

  /// An entry of the page: what it calls and the options it speaks of.
  private struct Entry {
    var path: String
    var options: Set<String>
  }

  private static let common: Set<String> = [
    "--library", "--json", "--lang", "--as", "--at", "--clock-is-right", "-h", "--help",
  ]

  @Test("every command has an entry that names each of its options")
  func complete() throws {
    let entries = Dictionary(try entries().map { ($0.path, $0.options) }) { $0.union($1) }
    for command in try commands() {
      let options = try #require(entries[command.path], "no entry for \(command.path)")
      let missing = command.options.subtracting(options)
      #expect(missing.isEmpty, "\(command.path): \(missing.sorted())")
    }
  }

  @Test("no entry names a command or an option that is not there")
  func truthful() throws {
    let commands = Dictionary(try commands().map { ($0.path, $0.options) }) { $0.union($1) }
    let groups: Set<String> = ["import"]
    for entry in try entries() where !groups.contains(entry.path) {
      let options = try #require(commands[entry.path], "there is no command \(entry.path)")
      let invented = entry.options.subtracting(options).subtracting(ManualTests.common)
      #expect(invented.isEmpty, "\(entry.path): \(invented.sorted())")
    }
  }

  @Test("the options of every command and of the screen are in the page")
  func root() throws {
    let text = try CommandTree.manual()
    for option in names(of: try CommandTree.root()) {
      let spelled = option.dropFirst()
      #expect(text.contains("Fl \(spelled)"), "\(option)")
    }
  }

  @Test("help is given in both languages for every command")
  func help() throws {
    let commands = try Commands(makesLibrary: false)
    for command in try self.commands().prefix(8) {
      let words = command.path.split(separator: " ").map(String.init)
      let vietnamese = try commands.run(words + ["--help"], input: Data())
      let english = try commands.run(words + ["--help", "--lang", "en"], input: Data())
      #expect(vietnamese.status == 0 && english.status == 0)
      #expect(vietnamese.output.contains("CÁCH DÙNG:") && english.output.contains("USAGE:"))
      #expect(vietnamese.output != english.output)
    }
  }

  @Test("no word of the argument parser's own is left in the Vietnamese help of any command")
  func vietnameseHelp() throws {
    let commands = try Commands(makesLibrary: false)
    for words in try paths() {
      let help = try commands.run(words + ["--help"], input: Data()).output
      #expect(help.contains("CÁCH DÙNG:"), "\(words)")
      let lines = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for english in [
        "OVERVIEW:", "USAGE:", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "values:", "default:",
        "(default",
        "Show help", "information.", "See ", "detailed help", "<options>", "<subcommand>",
      ] { #expect(!lines.contains(english), "\(words): \(english)") }
    }
  }

  // MARK: - What the program says

  /// Every command by its words, those that only hold others too.
  private func paths() throws -> [[String]] {
    func walk(_ node: [String: Any], _ path: [String]) -> [[String]] {
      let children = node["subcommands"] as? [[String: Any]] ?? []
      return [path]
        + children.filter { $0["commandName"] as? String != "help" }.flatMap {
          walk($0, path + [$0["commandName"] as? String ?? ""])
        }
    }
    return walk(try CommandTree.root(), [])
  }

  /// All commands that do something themselves.
  private func commands() throws -> [Command] {
    try CommandTree.leaves().map { path, node in
      Command(path: path, options: names(of: node).subtracting(ManualTests.common))
    }
  }

  private func names(of node: [String: Any]) -> Set<String> {
    let arguments = node["arguments"] as? [[String: Any]] ?? []
    let names = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }
    return Set(
      names.compactMap { name in
        (name["name"] as? String).map { (name["kind"] as? String == "long" ? "--" : "-") + $0 }
      })
  }

  // MARK: - What the page says

  private func entries() throws -> [Entry] {
    var entries: [Entry] = []
    for line in try CommandTree.manual().split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix(".Sh") {
        entries.append(Entry(path: "", options: []))
      } else if line.hasPrefix(".It Nm Cm ") {
        let path = words.dropFirst(3).prefix { $0.first?.isLowercase == true }
        entries.append(Entry(path: path.joined(separator: " "), options: []))
      }
      guard !entries.isEmpty, line.hasPrefix(".") else { continue }
      let flags = zip(words, words.dropFirst()).filter { $0.0 == "Fl" || $0.0 == ".Fl" }
      entries[entries.count - 1].options.formUnion(flags.map { "-" + $0.1 })
    }
    return entries.filter { !$0.path.isEmpty }
  }
}
