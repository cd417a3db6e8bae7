import Terminal
import Testing

@testable import Workstation

@Suite("The key maps that come with the program")
struct ShippedKeyMapTests {
  @Test(
    "name real commands and contexts, without an error or a warning",
    arguments: [["default"], ["default", "classic"]])
  func sound(names: [String]) throws {
    let files = try names.map { name in
      let file = try #require(BuiltInFile.named("keymaps/\(name).keys"))
      return KeyMapFile(name: name, bytes: Array(file.text.utf8))
    }
    let (_, diagnostics) = KeyMap.load(files, registry: .workstation)
    #expect(diagnostics.map { $0.description(in: .english) } == [])
  }

  @Test("every command is in the palette or has a key, in every place that offers it")
  func reachable() throws {
    let registry = CommandRegistry.workstation
    for names in [["default"], ["default", "classic"]] {
      let map = try TestWorkplace.keyMap(names)
      for command in registry.commands where command.flags.contains(.notInPalette) {
        for context in command.contexts {
          #expect(!map.keys(for: command.id, in: context).isEmpty, "\(command.id) in [\(context)]")
        }
      }
    }
  }
}
