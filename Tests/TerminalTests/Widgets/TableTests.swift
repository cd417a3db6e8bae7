import Terminal
import Testing

struct TableTests {
  private let columns = [
    TableColumn("Mã", width: .fixed(4)), TableColumn("Nhan đề"),
    TableColumn("Số", width: .fixed(3), alignment: .trailing),
  ]

  private func draw(_ table: inout Table, rows: Int, columns: Int = 20) -> Surface {
    var surface = Surface(size: Size(rows: rows, columns: columns))
    table.draw(into: &surface, in: surface.bounds) { range in
      range.map { TableRow(["B\($0)", "Truyện Kiều tập \($0)", "\($0)"]) }
    }
    return surface
  }

  @Test("columns are laid out, long text is cut and numbers stand right")
  func layout() {
    var table = Table(columns: columns, count: 2)
    #expect(
      draw(&table, rows: 4).lines == [
        "Mã   Nhan đề     Số",
        "B0   Truyện Ki…   0",
        "B1   Truyện Ki…   1",
        "",
      ])
  }

  @Test("a terminal that is too narrow shows the first columns")
  func narrow() {
    var table = Table(columns: columns, count: 1)
    #expect(draw(&table, rows: 2, columns: 6).lines == ["Mã", "B0"])
    #expect(draw(&table, rows: 2, columns: 1).lines == ["", ""])
    #expect(draw(&table, rows: 0, columns: 0).lines.isEmpty)
  }

  @Test("flexible columns share what is left to the last cell")
  func shares() {
    var table = Table(
      columns: [
        TableColumn("a", width: .flexible(share: 2, minimum: 1)),
        TableColumn("b", width: .flexible(share: 1, minimum: 1)),
        TableColumn("c", width: .fixed(1)),
      ], count: 1)
    var surface = Surface(size: Size(rows: 2, columns: 14))
    table.draw(into: &surface, in: surface.bounds) { _ in
      [TableRow([String(repeating: "x", count: 20), String(repeating: "y", count: 20), "z"])]
    }
    #expect(surface.lines[1] == "xxxxx… yyy… z")
  }

  @Test("a million rows cost one page: only rows on screen are asked for")
  func virtualRows() {
    var table = Table(columns: columns, count: 1_000_000)
    var asked: [Range<Int>] = []
    func drawOnce() {
      var surface = Surface(size: Size(rows: 11, columns: 40))
      table.draw(into: &surface, in: surface.bounds) { range in
        asked.append(range)
        return range.map { TableRow(["", "\($0)", ""]) }
      }
    }
    drawOnce()
    #expect(table.update(.command(.listLast)) == .moved)
    drawOnce()
    _ = table.update(.command(.listPageUp))
    drawOnce()
    _ = table.update(.command(.listUp))
    drawOnce()
    table.select(500_000)
    drawOnce()
    #expect(
      asked == [
        0..<10, 999_990..<1_000_000, 999_980..<999_990, 999_980..<999_990, 500_000..<500_010,
      ])
  }

  @Test("moving stops at both ends and pages keep the line")
  func moving() {
    var table = Table(columns: columns, count: 25)
    _ = draw(&table, rows: 11)
    _ = table.update(.command(.listUp))
    #expect(table.selected == 0)
    table.select(3)
    _ = table.update(.command(.listPageDown))
    #expect(table.selected == 13 && table.top == 10)
    _ = table.update(.command(.listPageDown))
    #expect(table.selected == 23 && table.top == 15)
    _ = table.update(.command(.listPageDown))
    #expect(table.selected == 24)
    _ = table.update(.command(.listFirst))
    #expect(table.selected == 0 && table.top == 0)
    #expect(table.update(.command(.listOpen)) == .opened(0))
    #expect(table.update(.command(.formNext)) == .ignored)
  }

  @Test("the selection stays on screen when the screen shrinks or rows go away")
  func resizing() {
    var table = Table(columns: columns, count: 100)
    _ = draw(&table, rows: 21)
    table.select(19)
    _ = draw(&table, rows: 6)
    #expect(table.visibleRows == 15..<20)
    table.setCount(10)
    #expect(table.selected == 9)
    _ = draw(&table, rows: 6)
    #expect(table.visibleRows == 5..<10)
    table.setCount(0)
    #expect(table.selected == nil && table.update(.command(.listOpen)) == .ignored)
  }

  @Test("an empty list says so")
  func empty() {
    var table = Table(columns: [TableColumn("")], emptyText: "Không có dòng nào")
    #expect(draw(&table, rows: 2, columns: 30).lines == ["Không có dòng nào", ""])
  }

  @Test("stripes belong to rows, not to lines; the selected row stands out")
  func roles() {
    var table = Table(columns: columns, count: 50)
    func roles(_ surface: Surface) -> [Role?] {
      (1..<4).map { surface.cell(at: Point(row: $0, column: 0))?.role }
    }
    #expect(roles(draw(&table, rows: 4)) == [.listSelected, .list, .listAlternate])
    table.select(3)
    #expect(roles(draw(&table, rows: 4)) == [.list, .listAlternate, .listSelected])
    let alternate = draw(&table, rows: 5)
    #expect(alternate.cell(at: Point(row: 0, column: 0))?.role == .listHeader)
  }

  @Test("a mark at the edge shows the place in the whole list")
  func thumb() {
    var table = Table(columns: columns, count: 1000)
    func place(_ surface: Surface) -> Int? {
      (0..<5).first { surface.cell(at: Point(row: $0, column: 19))?.role == .scrollbar }
    }
    #expect(place(draw(&table, rows: 5)) == 1)
    _ = table.update(.command(.listLast))
    #expect(place(draw(&table, rows: 5)) == 4)
  }
}
