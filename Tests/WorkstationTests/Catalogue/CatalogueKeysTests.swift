import Terminal
import Testing

@testable import Workstation

@Suite("The keys of the catalogue")
struct CatalogueKeysTests {
  @Test("the shipped key maps bind them without a fault", arguments: ["default", "classic"])
  func sound(_ name: String) throws {
    let file = try #require(BuiltInFile.named("keymaps/\(name).keys"))
    let parsed = KeyMapFile(name: name, bytes: Array(file.text.utf8))
    let own = Set(KeyContext.catalogue.map(\.name))
    let faulty = KeyMapCheck(parsed, registry: .workstation).diagnostics.filter { diagnostic in
      parsed.entries.contains { $0.line == diagnostic.line && own.contains($0.context) }
    }
    #expect(faulty.isEmpty)
  }

  @Test("every command that takes no dangerous step has a key by default")
  func bound() throws {
    let map = try TestWorkplace.keyMap(["default"])
    for command in Command.catalogue where command.flags.contains(.keyBar) {
      for context in command.contexts {
        #expect(!map.keys(for: command.id, in: context).isEmpty, "\(command.id) in \(context)")
      }
    }
  }
}
