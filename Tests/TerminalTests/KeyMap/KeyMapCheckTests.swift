import Terminal
import Testing

struct KeyMapCheckTests {
  private let registry = sampleRegistry()

  private func problems(_ text: String) -> [KeyMapProblem] {
    let file = KeyMapFile(name: "my.keys", bytes: Array(text.utf8))
    return KeyMapCheck(file, registry: registry).diagnostics.map(\.problem)
  }

  @Test("a sound file has nothing to report")
  func sound() {
    #expect(problems("[global]\nf1 app.help\n[desk]\nenter line.accept\nf1 -\n").isEmpty)
  }

  @Test("unknown keys, commands and contexts are errors")
  func unknown() {
    #expect(problems("[global]\nf99 app.help") == [.unknownKey("f99")])
    #expect(problems("[global]\nf1 app.hepl") == [.unknownCommand("app.hepl")])
    #expect(problems("[dask]\nf1 app.help") == [.unknownContext("dask")])
    #expect(problems("f1 app.help") == [.bindingOutsideContext])
    #expect(problems("[global]\nf1") == [.malformedLine])
  }

  @Test("a command is bound only where it is offered, or below")
  func offered() {
    #expect(
      problems("[list]\nf2 desk.lend") == [.notOffered(CommandID("desk.lend"), context: "list")])
    #expect(problems("[desk]\nup list.up").isEmpty)
  }

  @Test("a key is bound once in one context of one file")
  func twice() {
    #expect(
      problems("[list]\nf2 list.up\nf2 list.down")
        == [.boundTwice(sequence("f2"), context: "list", firstLine: 2)])
    #expect(problems("[list]\nf2 list.up\n[desk]\nf2 list.up").isEmpty)
  }

  @Test("a key is not both a command and the start of a sequence, in whatever order")
  func prefix() {
    #expect(
      problems("[list]\nctrl+x list.up\nctrl+x ctrl+u list.down")
        == [.commandAndPrefix(sequence("ctrl+x"), context: "list", firstLine: 2)])
    #expect(
      problems("[list]\nctrl+x ctrl+u list.down\nctrl+x list.up")
        == [.commandAndPrefix(sequence("ctrl+x"), context: "list", firstLine: 2)])
    #expect(problems("[list]\nctrl+x -\nctrl+x ctrl+u list.down").isEmpty)
  }

  @Test("a printable key may not be bound where text is typed, nor in any context above")
  func printable() {
    #expect(
      problems("[line]\nq app.quit") == [.printableInText(sequence("q"), context: "line")])
    #expect(
      problems("[global]\nctrl+x q app.quit")
        == [.printableInText(sequence("ctrl+x q"), context: "global")])
    #expect(problems("[reader]\nq app.quit").isEmpty)
  }

  @Test("what a scanner can send neither answers a question nor does harm")
  func scanner() {
    #expect(
      problems("[dialog]\nenter dialog.yes")
        == [.reachableByScanner(sequence("enter"), .dialogYes)])
    #expect(
      problems("[reader]\ntab desk.erase")
        == [.reachableByScanner(sequence("tab"), CommandID("desk.erase"))])
    #expect(problems("[dialog]\nf9 dialog.yes").isEmpty)
  }

  @Test("a key that does not travel is a warning, unless another one does")
  func portable() {
    let file = KeyMapFile(name: "my.keys", bytes: Array("[global]\nctrl+s app.redraw".utf8))
    let check = KeyMapCheck(file, registry: registry)
    #expect(check.diagnostics.map(\.problem) == [.notPortable(.control("s"))])
    #expect(check.diagnostics.map(\.isWarning) == [true])
    #expect(check.soundEntries.count == 1)
    #expect(problems("[global]\nctrl+s app.redraw\nctrl+l app.redraw").isEmpty)
    for key in ["ctrl+i", "shift+f5", "ctrl+shift+a", "ctrl+f1", "f21", "ctrl+1"] {
      #expect(problems("[global]\n\(key) app.redraw").count == 1)
    }
  }

  @Test("help, quit and cancel must be reachable, and what is missing is said once")
  func unreachable() {
    let file = KeyMapFile(
      name: "my.keys", bytes: Array("[global]\nf1 app.help\nesc app.cancel\n[desk]\nesc -".utf8))
    let (_, diagnostics) = KeyMap.load([file], registry: registry)
    #expect(
      diagnostics.map(\.problem)
        == [.unreachable(.quit, context: "global"), .unreachable(.cancel, context: "desk")])
  }

  @Test("a faulty line is skipped and the rest of the file works")
  func skips() {
    let text = "[global]\nf1 app.help\nf2 nonsense\nf10 app.quit\nesc app.cancel"
    let file = KeyMapFile(name: "my.keys", bytes: Array(text.utf8))
    let (map, diagnostics) = KeyMap.load([file], registry: registry)
    #expect(diagnostics.map(\.line) == [3])
    #expect(map.keys(for: .quit, in: "desk") == [sequence("f10")])
    #expect(
      diagnostics.map { $0.description(in: .english) }
        == ["my.keys:3: unknown command “nonsense”"])
    #expect(
      diagnostics.map { $0.description(in: .vietnamese) }
        == ["my.keys:3: không có lệnh “nonsense”"])
  }
}
