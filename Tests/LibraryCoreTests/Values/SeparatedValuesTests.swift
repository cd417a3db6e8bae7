import LibraryCore
import Testing

@Suite struct SeparatedValuesTests {
  private func read(_ text: String) throws -> SeparatedValues {
    try SeparatedValues(Array(text.utf8))
  }

  @Test("cells are parted by what the line of headings has most of", arguments: [",", ";", "\t"])
  func separators(separator: String) throws {
    let text = ["ĐKCB", "Nhan đề"].joined(separator: separator) + "\r\nVV.1" + separator + "Dế Mèn"
    let table = try read(text)
    #expect(table.headings == ["ĐKCB", "Nhan đề"])
    #expect(table.rows == [SeparatedValues.Row(line: 2, cells: ["VV.1", "Dế Mèn"])])
  }

  @Test("a quoted cell holds separators, quotes and line ends")
  func quotes() throws {
    let table = try read("a,b\n\"một, \"\"hai\"\"\nba\",4\n5,6\n")
    #expect(table.rows.map(\.cells) == [["một, \"hai\"\nba", "4"], ["5", "6"]])
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test("a column is found by its heading, without case and marks")
  func columns() throws {
    let table = try read("\u{FEFF}Mã vạch;NHAN ĐỀ\n1;2")
    #expect(table.column(["barcode", "ma vach"]) == 0)
    #expect(table.column(["Nhan đề"]) == 1)
    #expect(table.column(["kho"]) == nil)
    #expect(table.rows[0][table.column(["nhan de"])] == "2")
    #expect(table.rows[0][nil] == nil)
  }

  @Test("empty lines and empty cells are nothing")
  func emptiness() throws {
    let table = try read("a,b\n\n ,\n1,\n")
    #expect(table.rows.map(\.cells) == [["1", ""]])
    #expect(table.rows[0][1] == nil)
    #expect(table.rows[0][7] == nil)
  }

  @Test("what is no table is told with its line")
  func faults() {
    #expect(throws: SeparatedValues.Fault.empty) { try read("\n\n") }
    #expect(throws: SeparatedValues.Fault.openQuote(line: 2)) { try read("a\n\"b\nc") }
    #expect(throws: SeparatedValues.Fault.notText(line: 2)) {
      try SeparatedValues([0x61, 0x0A, 0xFF, 0xFE])
    }
  }
}
