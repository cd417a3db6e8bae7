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

  @Test("what the whole program offers keeps its key at the desk and on a patron's page")
  func everywhere() throws {
    let registry = CommandRegistry.workstation
    for names in [["default"], ["default", "classic"]] {
      let map = try TestWorkplace.keyMap(names)
      for command in registry.commands where command.contexts.contains(KeyContext.global) {
        // The same key opens the holds of whoever stands there, and all of them where nobody does.
        guard command.id != .holdsOpen else { continue }
        let global = map.keys(for: command.id, in: KeyContext.global)
        guard !global.isEmpty else { continue }
        for context in ["circulation", "patron"] {
          #expect(
            !map.keys(for: command.id, in: context).isEmpty,
            "\(command.id) has no key in [\(context)] of \(names.last ?? "")")
        }
      }
    }
  }

  @Test("the classic map leaves no command without the key it has in the default one")
  func classic() throws {
    let (usual, classic) = (
      try TestWorkplace.keyMap(["default"]), try TestWorkplace.keyMap(["default", "classic"])
    )
    for command in CommandRegistry.workstation.commands {
      for context in command.contexts where !usual.keys(for: command.id, in: context).isEmpty {
        #expect(
          !classic.keys(for: command.id, in: context).isEmpty, "\(command.id) in [\(context)]")
      }
    }
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
