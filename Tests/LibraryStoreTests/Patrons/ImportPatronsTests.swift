import Foundation
import LibraryCore
import LibraryStore
import Testing

@Suite struct ImportPatronsTests {
  let library: TestLibrary

  init() throws { library = try TestLibrary() }

  @Test("rows become patrons, faults are told by their lines")
  func rows() throws {
    let report = try take(
      """
      Số thẻ,Họ tên,Năm sinh,Điện thoại,Đối tượng,Hạng
      ,"Lê ""Tí"" Hòa",2015,0912 345 678,thiếu nhi,A
      TV000001,Trần Thị Anh,1987,,,
      HS-7,,1990,,,
      HS-8,Vũ Lan,sai,abc,,
      Ừ,Đỗ Hà,,,,
      """)
    #expect(report.rows == 5)
    #expect(report.enrolled == 1)
    #expect(report.unknownHeadings == ["Hạng"])
    #expect(
      report.faults == [
        PatronImport.RowFault(
          line: 3,
          reasons: [
            .cardTaken(try #require(CardNumber("TV000001")), name: "Lê \"Tí\" Hòa")
          ]),
        PatronImport.RowFault(line: 4, reasons: [.nameMissing]),
        PatronImport.RowFault(
          line: 5,
          reasons: [
            .invalidValue(field: "born", typed: "sai"), .invalidValue(field: "phone", typed: "abc"),
          ]),
        PatronImport.RowFault(line: 6, reasons: [.invalidValue(field: "card", typed: "Ừ")]),
      ])
    #expect(try library.desk.patron("TV000001")?.patron.category == "CHILD")
  }

  @Test("the same table twice takes nobody twice, and changes somebody only when asked to")
  func twice() throws {
    #expect(try take("card\tname\tborn\nA1\tLan\t1987\nA2\tMinh\t1990").enrolled == 2)
    let again = "card\tname\tborn\nA1\tLan\t1988\nA2\tMinh\t1990"
    #expect(try take(again).left == 2)
    #expect(try library.desk.patron("A1")?.patron.born == "1987")
    let changed = try take(again, changesKnown: true)
    #expect(changed.changed == 1)
    #expect(changed.left == 1)
    #expect(try library.desk.patron("A1")?.patron.born == "1988")
  }

  @Test("an import that was ended is taken up by starting it again")
  func ended() throws {
    let rows = (1...450).map { "C\($0),Người \($0)" }.joined(separator: "\n")
    let path = try write("card,name\n" + rows)
    guard
      case .imported(let first) = try library.desk.importPatrons(
        csv: path, progress: { done, _ in done < 200 })
    else {
      Issue.record("the table was not taken")
      return
    }
    #expect(first.enrolled == 200)
    #expect(!first.isComplete)
    let second = try take("card,name\n" + rows)
    #expect(second.left == 200)
    #expect(second.enrolled == 250)
  }

  @Test("what is no table of patrons is said to be none")
  func badFiles() throws {
    #expect(try outcome("") == .unreadable(.empty))
    #expect(try outcome("card,name\n\"open") == .unreadable(.openQuote(line: 2)))
    #expect(try outcome("số thẻ,năm sinh\n1,2") == .noNames(headings: ["số thẻ", "năm sinh"]))
    let path = library.folder + "/nothing.csv"
    #expect(throws: StoreFault.input(path: path, reason: "No such file or directory")) {
      try library.desk.importPatrons(csv: path)
    }
    #expect(throws: StoreFault.self) { try library.desk.importPatrons(csv: library.folder) }
  }

  private func take(_ text: String, changesKnown: Bool = false) throws -> PatronImport {
    guard
      case .imported(let report) = try library.desk.importPatrons(
        csv: try write(text), changesKnown: changesKnown)
    else { throw TestFailure("the table was not taken") }
    return report
  }

  private func outcome(_ text: String) throws -> PatronImportOutcome {
    try library.desk.importPatrons(csv: try write(text))
  }

  private func write(_ text: String) throws -> String {
    let path = library.folder + "/patrons.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}
