import Testing

@testable import Terminal

@Suite("Surface under random drawing")
struct SurfaceFuzzTests {
  private static let pieces = [
    "a", "Việt Nam", "漢", "字漢字", "e\u{302}\u{301}", "\u{301}", "한글", "\u{1B}[31m", "", "👩‍💻",
    "\u{202E}x",
  ]

  private func draw(_ steps: Int, on surface: inout Surface, _ random: inout SeededRandom) {
    for _ in 0..<steps {
      let place = Point(
        row: Int.random(in: -2...9, using: &random), column: Int.random(in: -6...24, using: &random)
      )
      let rect = Rect(
        row: place.row, column: place.column, rows: Int.random(in: -1...6, using: &random),
        columns: Int.random(in: -1...12, using: &random))
      switch Int.random(in: 0...5, using: &random) {
      case 0: surface.fill(rect, role: .title, with: "#")
      case 1: surface.paint(rect, role: .overdue)
      case 2: surface.drawBox(rect)
      case 3: surface.inside(rect) { draw(2, on: &$0, &random) }
      default:
        let text = Self.pieces.randomElement(using: &random) ?? ""
        surface.write(
          text, at: place, role: .text, width: Int.random(in: 0...20, using: &random))
      }
    }
  }

  @Test("both halves of every wide letter stand side by side, and nothing else is half")
  func wideLettersAreWhole() {
    var random = SeededRandom(seed: 1802)
    for round in 0..<400 {
      let size = Size(
        rows: Int.random(in: 0...8, using: &random), columns: Int.random(in: 0...20, using: &random)
      )
      var surface = Surface(size: size)
      draw(30, on: &surface, &random)
      for row in 0..<size.rows {
        surface.withRow(row) { cells in
          for column in cells.indices {
            let follows = column + 1 < cells.count && cells[column + 1].isContinuation
            #expect(cells[column].isWide == follows, "round \(round), row \(row), \(column)")
          }
          #expect(cells.first?.isContinuation != true)
        }
        #expect(surface.lines[row].unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
  }
}
