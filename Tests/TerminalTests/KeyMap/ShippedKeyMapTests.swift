import Terminal
import Testing

struct ShippedKeyMapTests {
  /// The commands of the widgets, and those of screens as the files name them.
  private func registry(for files: [KeyMapFile]) -> CommandRegistry {
    let standard = Set(Command.standard.map(\.id))
    let named = Set(files.flatMap(\.entries).compactMap(\.command)).subtracting(standard)
    return CommandRegistry(
      contexts: KeyContext.standard,
      commands: Command.standard
        + named.map {
          let text = LocalizedText(vi: $0.name, en: $0.name)
          return Command($0, label: text, summary: text, contexts: [KeyContext.global])
        })
  }

  @Test(
    "the shipped key maps have no error and no warning",
    arguments: [["default"], ["default", "classic"]])
  func sound(names: [String]) throws {
    let files = try names.map { name in
      KeyMapFile(name: name, bytes: try #require(ShippedFiles.bytes("keymaps/\(name).keys")))
    }
    let registry = registry(for: files)
    let (map, diagnostics) = KeyMap.load(files, registry: registry)
    #expect(diagnostics.map { $0.description(in: .english) } == [])
    for command in registry.commands {
      for context in command.contexts {
        #expect(!map.keys(for: command.id, in: context).isEmpty, "\(command.id) in [\(context)]")
      }
    }
  }
}
