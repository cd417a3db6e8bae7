import Testing

@testable import Terminal

struct ThemeTests {
  private func load(_ themes: [String: String], _ name: String = "main") -> Theme {
    Theme.load(name) { themes[$0].map { Array($0.utf8) } }.theme
  }

  private func problems(_ themes: [String: String]) -> [ThemeProblem] {
    ThemeCheck(
      "main", roles: [.text, .field, .fieldError], meaningful: [.fieldError], rivals: []
    ) {
      themes[$0].map { Array($0.utf8) }
    }.diagnostics.map(\.problem)
  }

  @Test("each depth takes its column")
  func columns() {
    let theme = load(["main": "title 231 on 24 bold | bright-white on blue | reverse bold"])
    #expect(
      theme.style(for: .title, depth: .colors256)
        == Style(foreground: 231, background: 24, attributes: .bold))
    #expect(
      theme.style(for: .title, depth: .colors16) == Style(foreground: 15, background: 4))
    #expect(
      theme.style(for: .title, depth: .colors8)
        == Style(foreground: 7, background: 4, attributes: .bold))
    #expect(theme.style(for: .title, depth: .mono) == Style(attributes: [.reverse, .bold]))
  }

  @Test("an empty column takes the next on its right, then the parent")
  func emptyColumns() {
    let theme = load(["main": "field black on cyan | | reverse\nfield.error | red |"])
    #expect(theme.style(for: .field, depth: .colors16) == Style(attributes: .reverse))
    #expect(
      theme.style(for: .fieldError, depth: .colors256)
        == Style(foreground: 1, background: 6))
    #expect(theme.style(for: .fieldError, depth: .mono) == Style(attributes: .reverse))
  }

  @Test("a colour that is not written comes from the parent, an attribute does not")
  func partial() {
    let theme = load(["main": "text 250 on 234 bold\nlist on 240\nlist.alt default"])
    #expect(
      theme.style(for: .list, depth: .colors256) == Style(foreground: 250, background: 240))
    #expect(
      theme.style(for: .listAlternate, depth: .colors256)
        == Style(foreground: -1, background: 240))
  }

  @Test("a line that is missing comes from the inherited theme, before the parent role")
  func inheritance() {
    let theme = load(["main": "inherits base\nfield 1", "base": "field 2\nfield.error 3"])
    #expect(theme.style(for: .field, depth: .colors256).foreground == 1)
    #expect(theme.style(for: .fieldError, depth: .colors256).foreground == 3)
  }

  @Test("a role of no theme looks like its nearest parent")
  func unknownRole() {
    let sheet = load(["main": "field 5"]).styles(depth: .colors256)
    #expect(sheet[Role("field.of.gold")].foreground == 5)
    #expect(sheet[Role("other")] == .plain)
  }

  @Test(
    "terminals are given the column they can show",
    arguments: [
      (256, ColorDepth.colors256), (1 << 24, .colors256), (88, .colors16), (16, .colors16),
      (8, .colors8), (2, .mono), (-1, .mono),
    ])
  func depth(colors: Int, depth: ColorDepth) {
    #expect(ColorDepth(terminalColors: colors) == depth)
    #expect(ColorDepth(terminalColors: colors, forcesMono: true) == .mono)
  }

  @Test("faulty lines are reported with their line and skipped")
  func faultyLines() {
    let text = """
      field purple
      field 1 2
      field on
      field 1 on 2 on 3
      field 256
      field | 16
      field | | red
      field 1 | 2 | bold | dim
      inherits a b
      field 7 on 4 | | reverse
      field 6
      """
    let file = ThemeFile(name: "main", bytes: Array(text.utf8))
    #expect(file.diagnostics.map(\.line) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 11])
    #expect(
      file.diagnostics.map(\.problem) == [
        .unknownWord("purple"), .malformedColumn("2"), .malformedColumn("on"),
        .unknownWord("on"), .impossibleColor(256, column: 1), .impossibleColor(16, column: 2),
        .impossibleColor(1, column: 3), .tooManyColumns, .malformedInherits,
        .roleTwice(.field, firstLine: 10),
      ])
  }

  @Test("unknown roles, unknown and circling themes are errors")
  func references() {
    let error = "field.error | | bold underline"
    #expect(problems(["main": "\(error)\nfeild 1"]) == [.unknownRole(Role("feild"))])
    #expect(problems(["main": "inherits gone\n\(error)"]) == [.unknownTheme("gone")])
    #expect(
      problems(["main": "inherits other\n\(error)", "other": "inherits main"])
        == [.inheritsCycle(["main", "other", "main"])])
    #expect(
      problems(["main": "inherits main\n\(error)"]) == [.inheritsCycle(["main", "main"])])
  }

  @Test("text in the colour of its ground is an error at the depth where it happens")
  func illegible() {
    #expect(
      problems(["main": "field 8 on 0 | bright-black on black | plain\nfield.error | | bold"])
        == [.sameColors(.field, .colors8), .sameColors(.fieldError, .colors8)])
  }

  @Test("a role that carries meaning must show it without colours too")
  func meaning() {
    #expect(
      problems(["main": "field.error red | red | plain"])
        == [.meaninglessRole(.fieldError, .mono)])
    #expect(problems(["main": "field.error red | red | reverse"]).isEmpty)
  }

  @Test("text that hardly stands out is warned of, bold text in both of its brightnesses")
  func faint() {
    let error = "field.error | | bold"
    #expect(
      problems(["main": "field | blue on black | plain\n\(error)"]).filter {
        $0 == .faint(.field, .colors16) || $0 == .faint(.field, .colors8)
      }.count == 2)
    // Red on white can be read; in bold it is light red on white, and cannot.
    let red = problems([
      "main": "text black on white | black on white | plain\nfield | red bold | plain\n\(error)"
    ])
    #expect(red.contains(.faint(.field, .colors8)))
    #expect(!red.contains(.faint(.field, .colors16)))
    #expect(red.filter { !$0.isWarning }.isEmpty)
  }

  @Test("two roles that compete for attention and look the same are warned of")
  func alike() {
    let check = ThemeCheck(
      "main", roles: [.good, .error], meaningful: [], rivals: [[.good, .error]]
    ) { _ in Array("good green | green | plain\nerror red | green | bold".utf8) }
    #expect(
      check.diagnostics.map(\.problem) == [
        .alike(.good, .error, .colors16), .alike(.good, .error, .colors8),
      ])
  }

  @Test("dim text is no darker than other text on a Linux console, where it would disappear")
  func dim() {
    let style = Style(attributes: [.dim, .underline])
    #expect(style.shown(on: "linux") == Style(attributes: .underline))
    #expect(style.shown(on: "xterm") == style)
  }

  @Test("contrast is measured on the console's own palette")
  func contrast() {
    #expect(abs(PaletteColor(15).contrast(to: .black) - 21) < 0.01)
    #expect(PaletteColor(4).contrast(to: .black) < 2)
    #expect(abs(PaletteColor(231).contrast(to: PaletteColor(16)) - 21) < 0.01)
    #expect(PaletteColor(244).contrast(to: PaletteColor(244)) == 1)
  }

  @Test(
    "the shipped themes pass every check and name every role",
    arguments: ["default", "night", "paper", "high-contrast"])
  func shipped(name: String) throws {
    let check = ThemeCheck(name) { ShippedFiles.bytes("themes/\($0).theme") }
    #expect(check.diagnostics.map { $0.description(in: .english) } == [])
    let bytes = try #require(ShippedFiles.bytes("themes/\(name).theme"))
    let named = Set(
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
        $0.split(separator: " ").first.map(String.init)
      })
    #expect(Role.standard.filter { !named.contains($0.name) } == [])
  }
}
