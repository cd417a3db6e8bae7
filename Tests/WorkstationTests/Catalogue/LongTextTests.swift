import MARC
import Terminal
import Testing

@testable import Workstation

@Suite("A text longer than any screen, in the editor")
struct LongTextTests {
  private let field = MARC.Field(
    "520",
    [Subfield("a", (0..<9000).map { "chữ\($0)" }.joined(separator: " ")), Subfield("b", "cuối")])
  private let reach = 80 * 20

  @Test("only what the screen reaches is laid out, wherever the cursor stands")
  func bounded() {
    let count = LetterRun(ArraySlice((field.text("a") ?? "").utf8)).count
    #expect(count > 60_000)
    for offset in [0, 1, reach, 30_000, count - 1, count] {
      let spot = EditingPlace.Spot.text(0, offset: offset)
      let layout = FieldLayout(field, columns: 80, reach: reach, cursor: spot)
      #expect(layout.isCut && layout.glyphCount < 4 * reach)
      let point = layout.point(of: spot)
      #expect(layout.spot(row: point.row, column: point.column) == spot)
      // A screen full of rows on either side, or the end of the text.
      #expect(point.row >= 19 || offset < reach)
      #expect(layout.rows.count - point.row >= 19 || count - offset < reach)
    }
    #expect(FieldLayout(field, columns: 80, reach: reach).glyphCount < 4 * reach)
  }

  @Test("going through it line by line shows every word, with no row twice or left out")
  func walking() {
    var session = EditingSession(Record(leader: .newBook, fields: [field]))
    session.move(to: EditingPlace(line: 1, .text(0, offset: 0)))
    var window = EditorWindow()
    func draw() -> [String] {
      var surface = Surface(size: Size(rows: 20, columns: 80))
      window.draw(session, into: &surface) { _ in nil }
      return surface.lines
    }
    var seen: Set<Substring> = []
    var steps = 0
    while session.place.spot != .text(1, offset: 4), steps < 2000 {
      let lines = draw()
      #expect(!lines.contains { $0.contains("…") } || steps == 0)
      for line in lines { seen.formUnion(line.split(separator: " ")) }
      session.move(to: window.place(rows: 10, from: session))
      let isAtEnd = session.place.spot == window.place(rows: 1, from: session).spot
      if isAtEnd { break }
      steps += 1
    }
    _ = draw().map { line in seen.formUnion(line.split(separator: " ")) }
    #expect(steps > 50)
    for number in stride(from: 0, to: 9000, by: 1) { #expect(seen.contains("chữ\(number)")) }
  }
}
