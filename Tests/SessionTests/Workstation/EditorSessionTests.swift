import Foundation
import Glibc
import Testing

/// The MARC editor in the whole program: nothing that was typed goes with the power.
@Suite("The editor at the desk")
struct EditorSessionTests {
  private static let catalogue = "\u{1B}[15~"
  private static let lineEnd = "\u{1B}OF"

  /// Goes from the desk to the editor of a title.
  private func openEditor(_ terminal: VirtualTerminal) throws {
    try terminal.send(Self.catalogue)
    try terminal.send("so do")
    try terminal.send(Keys.enter)
    terminal.expect("Vũ Trọng Phụng")
    try terminal.send(Keys.f9)
  }

  @Test(
    "killed at any letter, the draft is there with all letters that were shown",
    arguments: 1...4 as ClosedRange<UInt64>)
  func kill(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let library = try SessionLibrary()
    let terminal = try library.open()
    try openEditor(terminal)
    terminal.expect("BIÊN MỤC", "$a Số đỏ")
    try terminal.send(Self.lineEnd)
    let typed = " $btiểu thuyết trào phúng"
    let count = Int.random(in: 4...typed.count, using: &random)
    for letter in typed.prefix(count) { try terminal.send(String(letter)) }
    terminal.expect("chưa lưu")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForEnd() == 1000 + Int(SIGKILL))
    #expect(try library.isSound())

    let next = try library.open()
    try openEditor(next)
    next.expect("Có bản nháp chưa lưu")
    try next.send(Keys.enter)
    next.expect("Có bản nháp chưa lưu")
    try next.send(Keys.f9)
    next.expect("$b " + typed.prefix(count).dropFirst(3).trimmingCharacters(in: .whitespaces))
    try next.send(Keys.f9)
    next.expect("Lưu những thay đổi này?")
    try next.send(Keys.f9)
    next.expect("Đã lưu biểu ghi")
    try next.leave()
    #expect(try library.isSound())
  }

  @Test("scans while a record is being edited wait and go to the desk afterwards")
  func scans() throws {
    let library = try SessionLibrary()
    let terminal = try library.open()
    try openEditor(terminal)
    try terminal.send(Self.lineEnd)
    // A key parts the letters typed by hand from the codes that follow at once.
    try terminal.send("!?" + Keys.backspace)
    try terminal.send([SessionLibrary.Reader.khai, SessionLibrary.code(1)].scanned)
    terminal.expect("$a Số đỏ!")
    terminal.expectNo(SessionLibrary.code(1))
    try terminal.send(Keys.escape)
    terminal.expect("Bỏ thay đổi")
    try terminal.send(Keys.f8)
    #expect(terminal.loansShown == 1)
    try terminal.leave()
    #expect(try library.lent() == [SessionLibrary.code(1)])
  }

  @Test(
    "the editor is drawn on terminals of few colours and of none", arguments: ["linux", "vt220"])
  func kinds(_ kind: String) throws {
    let library = try SessionLibrary()
    let terminal = try library.open(environment: ["TERM": kind, "NO_COLOR": "1"])
    try openEditor(terminal)
    terminal.expect("LDR", "$a Số đỏ", "245 Nhan đề")
    try terminal.leave()
  }
}
