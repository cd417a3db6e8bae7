import Testing

@testable import Terminal

@Suite("Surface")
struct SurfaceTests {
  private func surface(_ rows: Int, _ columns: Int) -> Surface {
    Surface(size: Size(rows: rows, columns: columns))
  }

  @Test("text stands where it was written and blanks at the end are left out")
  func textStands() {
    var surface = surface(2, 12)
    surface.write("Truyện Kiều", at: Point(row: 1, column: 1))
    #expect(surface.lines == ["", " Truyện Kiều"])
  }

  @Test("composed and decomposed letters take the same cells")
  func decomposedLetters() {
    var surface = surface(2, 8)
    #expect(surface.write("Nguy\u{1EC5}n", at: Point(row: 0, column: 0)) == 6)
    #expect(surface.write("Nguye\u{302}\u{303}n", at: Point(row: 1, column: 0)) == 6)
    #expect(surface.lines[0] == surface.lines[1])
    #expect(surface.cell(at: Point(row: 1, column: 4))?.text == "e\u{302}\u{303}")
    #expect(surface.cell(at: Point(row: 1, column: 5))?.text == "n")
  }

  @Test("a fifth mark on a letter is not shown")
  func fifthMark() {
    var surface = surface(1, 4)
    let marks = "\u{300}\u{301}\u{302}\u{303}"
    surface.write("a\(marks)\u{304}b", at: Point(row: 0, column: 0))
    #expect(surface.cell(at: Point(row: 0, column: 0))?.text == "a\(marks)")
    #expect(surface.cell(at: Point(row: 0, column: 1))?.text == "b")
  }

  @Test("a mark with nothing before it stands on a blank")
  func loneMark() {
    var surface = surface(1, 4)
    surface.write("x", at: Point(row: 0, column: 0))
    #expect(surface.write("\u{301}y", at: Point(row: 0, column: 1)) == 2)
    #expect(surface.cell(at: Point(row: 0, column: 0))?.text == "x")
    #expect(surface.cell(at: Point(row: 0, column: 1))?.text == " \u{301}")
  }

  @Test("a wide letter takes two cells and the second is empty")
  func wideLetter() {
    var surface = surface(1, 6)
    #expect(surface.write("漢字a", at: Point(row: 0, column: 0)) == 5)
    #expect(surface.cell(at: Point(row: 0, column: 1))?.text == "")
    #expect(surface.lines == ["漢字a"])
  }

  @Test("half of a wide letter at either edge is a blank")
  func wideLetterCut() {
    var surface = surface(1, 3)
    surface.write("a漢字", at: Point(row: 0, column: -2))
    #expect(surface.lines == [" 字"])
    surface.write("漢字", at: Point(row: 0, column: 0))
    #expect(surface.lines == ["漢"])
    #expect(surface.cell(at: Point(row: 0, column: 2))?.text == " ")
  }

  @Test("writing over one half of a wide letter blanks the other", arguments: [0, 1])
  func wideLetterOverwritten(column: Int) {
    var surface = surface(1, 4)
    surface.write("漢b", at: Point(row: 0, column: 0))
    surface.write("x", at: Point(row: 0, column: column))
    #expect(surface.lines == [column == 0 ? "x b" : " xb"])
  }

  @Test("control characters show as a sign and never reach a cell")
  func controlCharacters() {
    var surface = surface(1, 8)
    surface.write("a\u{1B}b\n\u{202E}\u{9B}", at: Point(row: 0, column: 0))
    #expect(surface.lines == ["a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}"])
  }

  @Test("a width limit cuts in whole letters")
  func widthLimit() {
    var surface = surface(1, 10)
    #expect(surface.write("ab漢", at: Point(row: 0, column: 0), width: 3) == 2)
    #expect(surface.lines == ["ab"])
  }

  @Test("drawing outside leaves no trace")
  func outside() {
    var surface = surface(2, 3)
    surface.write("xyz", at: Point(row: -1, column: 0))
    surface.write("xyz", at: Point(row: 2, column: 0))
    surface.write("xyz", at: Point(row: 0, column: 3))
    surface.fill(Rect(row: -5, column: -5, rows: 5, columns: 50), role: .title, with: "#")
    #expect(surface.lines == ["", ""])
    surface.fill(Rect(row: 1, column: -1, rows: 9, columns: 2), role: .title, with: "#")
    #expect(surface.lines == ["", "#"])
  }

  @Test("a part has its own corner, size, edges and cursor")
  func part() {
    var surface = surface(4, 10)
    surface.inside(Rect(row: 1, column: 2, rows: 2, columns: 4)) { part in
      #expect(part.size == Size(rows: 2, columns: 4))
      part.write("abcdefgh", at: Point(row: 0, column: 0))
      part.write("x", at: Point(row: 2, column: 0))
      part.cursor = Point(row: 1, column: 1)
      part.inside(Rect(row: 1, column: 2, rows: 5, columns: 9)) {
        $0.fill(role: .title, with: "#")
      }
      #expect(part.lines == ["abcd", "  ##"])
    }
    #expect(surface.lines == ["", "  abcd", "    ##", ""])
    #expect(surface.cursor == Point(row: 2, column: 3))
    surface.cursor = Point(row: 9, column: 0)
    #expect(surface.cursor == nil)
  }

  @Test("painting changes roles and keeps letters")
  func paint() {
    var surface = surface(1, 4)
    surface.write("ab漢", at: Point(row: 0, column: 0))
    surface.paint(Rect(row: 0, column: 1, rows: 1, columns: 3), role: .listSelected)
    #expect(surface.lines == ["ab漢"])
    #expect(surface.cell(at: Point(row: 0, column: 0))?.role == .text)
    #expect(surface.cell(at: Point(row: 0, column: 3))?.role == .listSelected)
  }

  @Test("boxes have corners, and plain ones where the terminal has no lines")
  func boxes() {
    var surface = surface(3, 4)
    surface.drawBox(surface.bounds)
    #expect(surface.lines == ["┌──┐", "│  │", "└──┘"])
    var plain = Surface(size: Size(rows: 3, columns: 4), drawsPlainLines: true)
    plain.drawBox(plain.bounds)
    #expect(plain.lines == ["+--+", "|  |", "+--+"])
  }

  @Test("an empty surface takes any drawing")
  func emptySurface() {
    var surface = surface(0, 0)
    surface.write("漢", at: Point(row: 0, column: 0))
    surface.drawBox(Rect(row: 0, column: 0, rows: 3, columns: 3))
    surface.fill(role: .text)
    #expect(surface.lines.isEmpty)
  }

  @Test("a cell is sixteen bytes and remembers letter, marks and role")
  func cellPacking() {
    #expect(MemoryLayout<Surface.Cell>.stride == 16)
    var cell = Surface.Cell(text: "\u{10FFFD}\u{300}\u{301}\u{302}\u{1D167}", role: .overdue)
    #expect(cell.text == "\u{10FFFD}\u{300}\u{301}\u{302}\u{1D167}")
    cell.role = .error
    #expect(cell.role == .error)
    #expect(cell.text == "\u{10FFFD}\u{300}\u{301}\u{302}\u{1D167}")
  }
}
