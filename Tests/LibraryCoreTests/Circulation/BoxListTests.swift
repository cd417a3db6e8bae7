import LibraryCore
import Testing

@Suite("Lists of copies in a box")
struct BoxListTests {
  @Test("a barcode a line, behind it the uses, however the two are parted")
  func reads() {
    let list = BoxList(
      reading: "\u{FEFF}VV.1\r\nVV.2;14\n\n# thùng thứ hai\nVV.3\t2\n VV.4 , 0 # đủ\n")
    #expect(list.faults == [])
    #expect(
      list.lines == [
        BoxList.Line("VV.1"), BoxList.Line("VV.2", uses: 14), BoxList.Line("VV.3", uses: 2),
        BoxList.Line("VV.4", uses: 0),
      ])
  }

  @Test(
    "a line with a number that is none, is too large, or with more behind it is told by its number",
    arguments: ["VV.2;nhiều", "VV.2;-1", "VV.2;10001", "VV.2;3;4"])
  func faults(line: String) {
    let list = BoxList(reading: "VV.1\n\(line)\nVV.3")
    #expect(list.lines.map(\.barcode) == ["VV.1", "VV.3"])
    #expect(list.faults.map(\.line) == [2] && list.faults.map(\.text) == [line])
  }
}
