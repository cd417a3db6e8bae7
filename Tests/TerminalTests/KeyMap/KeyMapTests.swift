import Terminal
import Testing

struct KeyMapTests {
  private let registry = sampleRegistry()

  private func map(_ layers: String...) -> KeyMap {
    let files = layers.enumerated().map { KeyMapFile(name: "\($0)", bytes: Array($1.utf8)) }
    return KeyMap.load(files, registry: registry).map
  }

  private func meaning(_ keys: String, _ context: String, _ map: KeyMap) -> KeyMap.Meaning {
    map.meaning(of: sequence(keys), in: context)
  }

  @Test("a key is looked up in the context, then in its parents")
  func parents() {
    let map = map("[global]\nf1 app.help\nf2 desk.lend\n[desk]\nf2 desk.returned")
    #expect(meaning("f2", "desk", map) == .command(CommandID("desk.returned")))
    #expect(meaning("f1", "desk", map) == .command(.help))
    #expect(meaning("f3", "desk", map) == .nothing)
    #expect(meaning("f2", "global", map) == .nothing)  // desk.lend is not offered everywhere
  }

  @Test("a later layer wins and a dash takes a key away")
  func layers() {
    let map = map(
      "[global]\nf1 app.help\nf10 app.quit\nesc app.cancel", "[global]\nf10 -\nctrl+q app.quit",
      "[desk]\nf1 -\nf4 app.help")
    #expect(meaning("f10", "global", map) == .nothing)
    #expect(meaning("ctrl+q", "desk", map) == .command(.quit))
    #expect(meaning("f1", "desk", map) == .nothing)
    #expect(meaning("f1", "list", map) == .command(.help))
    #expect(map.keys(for: .quit, in: "desk") == [sequence("ctrl+q")])
    #expect(map.keys(for: .help, in: "desk") == [sequence("f4")])
  }

  @Test("a sequence waits for its next key and lists the ways on")
  func sequences() {
    let map = map(
      "[global]\nctrl+x ctrl+c app.quit\nctrl+x f1 app.help\nctrl+x ctrl+r x y app.redraw")
    #expect(
      meaning("ctrl+x", "list", map)
        == .prefix([
          KeyMap.Continuation(keys: sequence("ctrl+c"), command: .quit),
          KeyMap.Continuation(keys: sequence("f1"), command: .help),
        ]))
    #expect(meaning("ctrl+x ctrl+c", "list", map) == .command(.quit))
    #expect(meaning("ctrl+x f9", "list", map) == .nothing)
  }

  @Test("a command in a higher layer frees the key from sequences below, and the other way round")
  func prefixesAcrossLayers() {
    let freed = map("[global]\nctrl+x ctrl+c app.quit", "[global]\nctrl+x app.help")
    #expect(meaning("ctrl+x", "global", freed) == .command(.help))
    #expect(freed.keys(for: .quit, in: "global").isEmpty)
    let begun = map("[global]\nctrl+x app.help", "[global]\nctrl+x ctrl+c app.quit")
    #expect(
      meaning("ctrl+x", "global", begun)
        == .prefix([KeyMap.Continuation(keys: sequence("ctrl+c"), command: .quit)]))
    #expect(begun.keys(for: .help, in: "global").isEmpty)
  }

  @Test("a nearer context hides sequences of a farther one that begin with its key")
  func shadowedSequence() {
    let map = map("[global]\nctrl+x ctrl+c app.quit\n[desk]\nctrl+x desk.lend")
    #expect(map.keys(for: .quit, in: "desk").isEmpty)
    #expect(map.keys(for: .quit, in: "list") == [sequence("ctrl+x ctrl+c")])
  }

  @Test("the newest layer's keys are shown first, then in the order of the lines")
  func order() {
    let map = map("[global]\nesc app.cancel\nctrl+g app.cancel", "[global]\nf12 app.cancel")
    #expect(map.keys(for: .cancel, in: "list").map(\.description) == ["f12", "esc", "ctrl+g"])
  }

  @Test("comments, blank lines, carriage returns and section notes are no trouble")
  func fileForm() {
    let text =
      "# first\r\n\r\n[desk : line]\r\n  f2\tdesk.lend   # lend\r\nhash+ x\n[ list ]\nup list.up"
    let file = KeyMapFile(name: "a.keys", bytes: Array(text.utf8))
    #expect(file.entries.map(\.context) == ["desk", "list"])
    #expect(file.entries.map(\.line) == [4, 7])
    #expect(file.diagnostics.map(\.line) == [5])
    #expect(file.diagnostics.map(\.problem) == [.unknownKey("hash+")])
  }

  @Test("bytes that are no text at all are reported, never fatal")
  func randomBytes() {
    var generator = SeededRandom(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
        let pool = Array("[]#-+ \n\tf1ctrl xapp.help".utf8) + [0xFF, 0xC3, 0x00]
        return pool[Int.random(in: 0..<pool.count, using: &generator)]
      }
      let file = KeyMapFile(name: "noise", bytes: bytes)
      let (map, diagnostics) = KeyMap.load([file], registry: registry)
      let lines = bytes.count(where: { $0 == 0x0A }) + 1
      #expect(diagnostics.allSatisfy { ($0.line ?? 1) <= lines })
      #expect(map.keys(for: .quit, in: "global").isEmpty)
    }
  }
}

/// Widgets and application, and a desk with two commands.
func sampleRegistry() -> CommandRegistry {
  let desk = KeyContext(
    "desk", title: LocalizedText(vi: "Quầy", en: "Desk"), parents: ["line", "list"])
  let text = LocalizedText(vi: "Mượn", en: "Lend")
  return CommandRegistry(
    contexts: KeyContext.standard + [desk],
    commands: Command.standard + [
      Command(
        CommandID("desk.lend"), label: text,
        summary: LocalizedText(vi: "Cho mượn", en: "Lend a book"), contexts: ["desk"],
        flags: .keyBar),
      Command(
        CommandID("desk.returned"), label: LocalizedText(vi: "Trả", en: "Return"),
        summary: LocalizedText(vi: "Nhận trả", en: "Take a book back"), contexts: ["desk"],
        flags: .keyBar),
      Command(
        CommandID("desk.erase"), label: LocalizedText(vi: "Xoá", en: "Erase"),
        summary: LocalizedText(vi: "Xoá hết", en: "Erase all"), contexts: ["list"],
        danger: .dangerous),
    ])
}

func sequence(_ text: String) -> KeySequence {
  KeySequence(text.split(separator: " ").compactMap { Key(spelling: $0) })
}
