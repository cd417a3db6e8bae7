import Terminal
import Testing

struct DialogTests {
  private let keys = shippedKeys()

  private func dialog(asksReason: Bool = false, isDanger: Bool = false) -> Dialog {
    Dialog(
      title: "Mượn quá số sách", message: ["Bạn đọc đã mượn 5 cuốn, tối đa 5."],
      choices: [
        Dialog.Choice(.dialogYes, label: "Vẫn cho mượn", needsReason: asksReason),
        Dialog.Choice(.cancel, label: "Thôi"),
      ], isDanger: isDanger, asksReason: asksReason, language: .vietnamese)
  }

  private func lines(_ dialog: Dialog, rows: Int = 9, columns: Int = 44) -> [String] {
    var dialog = dialog
    var surface = Surface(size: Size(rows: rows, columns: columns), drawsPlainLines: true)
    dialog.draw(into: &surface, keys: keys)
    return surface.lines
  }

  @Test("a question shows its answers with their keys")
  func drawing() {
    #expect(
      lines(dialog(), rows: 6) == [
        "+- Mượn quá số sách -----------------------+",
        "| Bạn đọc đã mượn 5 cuốn, tối đa 5.        |",
        "|                                          |",
        "|  F9  Vẫn cho mượn    Esc  Thôi           |",
        "+------------------------------------------+", "",
      ])
  }

  @Test("on a screen with few rows the message gets the rows that were blank")
  func fewRows() {
    let shown = lines(dialog(asksReason: true), rows: 6)
    #expect(shown[1] == "| Bạn đọc đã mượn 5 cuốn, tối đa 5.        |")
    #expect(shown[4].hasPrefix("|  F9 "))
    #expect(shown[5] == "+------------------------------------------+")
  }

  @Test("a dialog fits the smallest screens without harm", arguments: 0...9)
  func tiny(rows: Int) {
    #expect(lines(dialog(asksReason: true), rows: rows, columns: rows * 2).count == rows)
  }

  @Test("only the keys of its answers answer; letters, Enter and scans do not")
  func answers() {
    var dialog = dialog()
    let scan = Scan(code: "B1")
    for event: ScreenEvent in [
      .input(.text("y")), .input(.key(Key(.enter))), .input(.scan(scan)), .command(.listOpen),
    ] {
      #expect(dialog.update(event) == .refused)
    }
    #expect(
      dialog.update(.command(.dialogYes))
        == .answered(Dialog.Answer(command: .dialogYes, reason: "")))
  }

  @Test("an answer that needs a reason waits for it")
  func reason() {
    var dialog = dialog(asksReason: true)
    #expect(dialog.update(.command(.dialogYes)) == .refused)
    #expect(lines(dialog).contains { $0.contains("Hãy ghi lý do trước khi trả lời") })
    #expect(dialog.update(.input(.text("  "))) == .waiting)
    #expect(dialog.update(.command(.dialogYes)) == .refused)
    #expect(dialog.update(.input(.text("thầy giáo hẹn"))) == .waiting)
    #expect(lines(dialog).contains { $0.contains("thầy giáo hẹn") })
    guard case .answered(let answer) = dialog.update(.command(.dialogYes)) else {
      Issue.record("the answer was not taken")
      return
    }
    #expect(answer.reason == "  thầy giáo hẹn")
    #expect(
      dialog.update(.command(.cancel))
        == .answered(Dialog.Answer(command: .cancel, reason: answer.reason)))
  }

  @Test("a message longer than the screen can be read to its end")
  func longMessage() {
    let message = (1...30).map { StyledText("Lý do \($0)") }
    var dialog = Dialog(
      title: "Không được mượn", message: message,
      choices: [Dialog.Choice(.cancel, label: "Đã hiểu")], language: .vietnamese)
    var seen: Set<String> = []
    for _ in 0..<8 {
      var surface = Surface(size: Size(rows: 10, columns: 40), drawsPlainLines: true)
      dialog.draw(into: &surface, keys: keys)
      seen.formUnion(surface.lines)
      #expect(dialog.update(.command(.dialogPageDown)) == .waiting)
    }
    #expect((1...30).allSatisfy { number in seen.contains { $0.contains("Lý do \(number) ") } })
  }

  @Test("as a screen it is a question and closes with the answer")
  func screen() throws {
    let screen = DialogScreen(dialog(), keys: keys)
    #expect(screen.isQuestion && screen.context == "dialog")
    guard case .bell = try #require(screen.update(.input(.text("x"))).first) else {
      Issue.record("a letter is refused with a bell")
      return
    }
    guard case .close(let value) = try #require(screen.update(.command(.cancel)).first) else {
      Issue.record("an answer closes the dialog")
      return
    }
    #expect((value as? Dialog.Answer)?.command == .cancel)
  }

  @Test("what may be looked at first stands before the way back, and is no answer")
  func glance() throws {
    var dialog = Dialog(
      title: "Mượn quá số sách", message: ["Bạn đọc đã mượn 5 cuốn, tối đa 5."],
      choices: [
        Dialog.Choice(.dialogYes, label: "Vẫn cho mượn"), Dialog.Choice(.cancel, label: "Thôi"),
      ], glances: [Dialog.Choice(.help, label: "Xem")], language: .vietnamese)
    let shown = lines(dialog, columns: 60)
    #expect(shown.contains { $0.contains("F9  Vẫn cho mượn    F1  Xem    Esc  Thôi") })
    #expect(dialog.update(.command(.help)) == .glance(.help))
    #expect(dialog.update(.returned(nil)) == .waiting)
    let screen = DialogScreen(dialog, keys: keys) { command in
      command == .help ? [.status("xem", .statusGood)] : []
    }
    guard case .status("xem", _) = try #require(screen.update(.command(.help)).first) else {
      Issue.record("a glance opens what it is for")
      return
    }
  }
}

/// The default keys over the sample commands; lines about other commands are skipped.
func shippedKeys() -> KeyMap {
  let bytes = ShippedFiles.bytes("keymaps/default.keys") ?? []
  return KeyMap.load([KeyMapFile(name: "default", bytes: bytes)], registry: sampleRegistry()).map
}
