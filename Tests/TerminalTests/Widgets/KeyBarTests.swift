import Terminal
import Testing

struct KeyBarTests {
  private let registry = sampleRegistry()

  private func map(_ more: String = "") -> KeyMap {
    let base = """
      [global]
      f1 app.help
      f10 app.quit
      ctrl+p app.palette
      [desk]
      f3 desk.returned
      f2 desk.lend

      """
    let file = KeyMapFile(name: "keys", bytes: Array((base + more).utf8))
    return KeyMap.load([file], registry: registry).map
  }

  private func line(
    _ map: KeyMap, context: String = "desk", width: Int = 80, language: Language = .english,
    disabled: Set<CommandID> = []
  ) -> String {
    var surface = Surface(size: Size(rows: 1, columns: width))
    var bar = KeyBar(registry: registry, keys: map, language: language)
    bar.draw(
      into: &surface, at: Point(row: 0, column: 0), width: width, context: context,
      disabledReason: { disabled.contains($0) ? "no" : nil })
    return surface.lines[0]
  }

  @Test("the bar shows keys of this place in the order of the keyboard")
  func order() {
    #expect(line(map()) == "F1 Help  F2 Lend  F3 Return  F10 Quit  Ctrl+P Commands")
    #expect(
      line(map(), language: .vietnamese)
        == "F1 Trợ giúp  F2 Mượn  F3 Trả  F10 Thoát  Ctrl+P Lệnh")
    #expect(line(map(), context: "list") == "F1 Help  F10 Quit  Ctrl+P Commands")
  }

  @Test("a command that cannot run is not shown, nor one without a key")
  func hidden() {
    #expect(
      line(map("f2 -"), disabled: [CommandID("desk.returned")])
        == "F1 Help  F2 Lend  F10 Quit  Ctrl+P Commands")
    #expect(!line(map("[global]\nf10 -")).isEmpty)
  }

  @Test("where there is little room, help and the nearest commands stay")
  func narrow() {
    #expect(line(map(), width: 27) == "F1 Help  F2 Lend  F3 Return")
    #expect(line(map(), width: 17) == "F1 Help  F2 Lend")
    #expect(line(map(), width: 6) == "")
  }

  @Test("remapped keys are shown as they are")
  func remapped() {
    let user = KeyMapFile(name: "user", bytes: Array("[desk]\nalt+m desk.lend".utf8))
    var map = map()
    map.overlay(KeyMapCheck(user, registry: registry).soundEntries)
    #expect(line(map) == "F1 Help  F3 Return  F10 Quit  Alt+M Lend  Ctrl+P Commands")
  }
}

struct ProgressAndStatusTests {
  @Test("a progress bar fills in whole percents and says 100 only when done")
  func progress() {
    func line(_ done: Int, of total: Int) -> String {
      var surface = Surface(size: Size(rows: 1, columns: 24), drawsPlainLines: true)
      ProgressBar(label: "Nhập", done: done, total: total).draw(
        into: &surface, at: Point(row: 0, column: 0), width: 24)
      return surface.lines[0]
    }
    #expect(line(0, of: 10) == "Nhập                  0%")
    #expect(line(5, of: 10) == "Nhập #######         50%")
    #expect(line(9_999_999, of: 10_000_000) == "Nhập #############   99%")
    #expect(line(20, of: 10) == "Nhập ############## 100%")
    #expect(line(0, of: 0).hasSuffix("100%"))
    #expect(line(.max, of: .max).hasSuffix("100%"))
  }

  @Test("a status line keeps its right end and cuts its left text")
  func status() {
    var surface = Surface(size: Size(rows: 1, columns: 20))
    StatusLine("Đã cho mượn Truyện Kiều", role: .statusGood, trailing: "Quầy 1").draw(
      into: &surface, at: Point(row: 0, column: 0), width: 20)
    #expect(surface.lines == ["Đã cho mượn … Quầy 1"])
    #expect(surface.cell(at: Point(row: 0, column: 19))?.role == .statusGood)
  }

  @Test("a long status is broken between words onto up to three rows, and only then cut")
  func longStatus() {
    func lines(_ text: String) -> [String] {
      let line = StatusLine(text, trailing: "Quầy 1")
      let rows = line.rows(width: 20)
      var surface = Surface(size: Size(rows: rows, columns: 20))
      line.draw(into: &surface, at: Point(row: 0, column: 0), width: 20, rows: rows)
      return surface.lines
    }
    #expect(lines("Đã lưu") == ["Đã lưu        Quầy 1"])
    #expect(lines("Đã cho mượn k") == ["Đã cho mượn k Quầy 1"])
    #expect(lines("Đã cho mượn kẻ") == ["Đã cho mượn   Quầy 1", "kẻ"])
    #expect(
      lines("Đã cho mượn Truyện Kiều và Dế Mèn phiêu lưu ký của Tô Hoài") == [
        "Đã cho mượn   Quầy 1", "Truyện Kiều và Dế", "Mèn phiêu lưu ký củ…",
      ])
  }
}
