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
        from: .file(path), progress: { done, _ in done < 200 })
    else {
      Issue.record("the table was not taken")
      return
    }
    #expect(first.enrolled == 200)
    #expect(!first.isComplete)
    let second = try take("card,name\n" + rows)
    #expect(second.left == 200)
    #expect(second.enrolled == 250)
    #expect(try library.desk.undo().op != nil)
    #expect(try library.desk.undo().op != nil)
    #expect(try library.count("SELECT count(*) FROM patron WHERE status <> 'removed'") == 0)
    try library.expectFolded()
  }

  @Test("a list of readers goes back with one undo, and comes in again")
  func undone() throws {
    _ = try take("card,name,born\nA1,Lan,1987")
    let list = "card,name,born\nA1,Lan,1988\nA2,Minh,1990\n,Tư,1991"
    let report = try take(list, changesKnown: true)
    #expect(report.enrolled == 2 && report.changed == 1)
    let batch = try #require(try library.desk.batches().first)
    #expect(batch.id == report.batch && batch.kind == Batch.patronTable)
    #expect(batch.source == "patrons.csv" && batch.status == .closed)
    #expect(batch.counts.records == 2 && batch.counts.replaced == 1)
    #expect(try library.desk.undo().op != nil)
    #expect(try library.desk.patron("A2") == nil)
    #expect(try library.desk.patron("A1")?.patron.born == "1987")
    try library.expectFolded()
    #expect(try take(list, changesKnown: true).enrolled == 2)
  }

  @Test("a list is not taken back once one of its readers has borrowed, and all of it stays")
  func borrowedSince() throws {
    try library.addItem("VV.1")
    let report = try take("card,name\nA1,Lan\nA2,Minh")
    let loan = try #require(try library.desk.checkOut("VV.1", to: "A2").lent?.op)
    let closing = try #require(report.op)
    #expect(try library.desk.undo(closing) == .refused([.laterActions([loan])]))
    #expect(
      try library.desk.undoBatch(try #require(report.batch)) == .refused([.laterActions([loan])]))
    #expect(try library.desk.patron("A1") != nil)
    _ = try library.desk.undo(loan)
    #expect(try library.desk.undo(closing).op != nil)
    #expect(try library.desk.patron("A1") == nil)
    try library.expectFolded()
  }

  @Test("somebody enrolled already is left out as a twin, a namesake of the year is told")
  func twins() throws {
    _ = try take("card,name,born,class\nA1,Vũ Lan,2010-05-06,9A\nA2,Vũ Minh,2010,9A")
    let report = try take(
      """
      name,born,class
      Vũ Lan,6/5/2010,8B
      Vũ Lan,7/5/2010,9A
      Vũ Minh,2010,9A
      Vũ Minh,2010,9B
      Vũ Tư,2011,
      """)
    #expect(report.enrolled == 3 && report.twins == 2 && report.alike == 1)
    #expect(
      report.told.map(\.line) == [2, 4, 5] && report.told.map(\.needsEye) == [true, true, true])
    guard case .twin(.patron(let known)) = report.told[0].outcome,
      case .enrolled(.patron(let alike)?) = report.told[2].outcome
    else { throw TestFailure("\(report.told)") }
    #expect(known.card.text == "A1" && alike.card.text == "A2")
  }

  @Test("a preview tells each row as the import would take it, and writes nothing")
  func previewed() throws {
    _ = try take("card,name,born\nA1,Vũ Lan,1987\nA2,Lê Minh,1990")
    let list = """
      Số thẻ,Họ tên,Năm sinh,SĐT
      A1,Vũ Lan,1988,
      A2,Lê Minh,1990,
      A2,Người Khác,1990,
      A3,Trần Ba,2/3/2011,0912 345 678
      A3,Đỗ Tư,2012,
      ,Trần Ba,2/3/2011,
      ,,2012,abc
      """
    let before = try library.dump()
    let path = try write(list)
    guard
      case .imported(let shown) = try library.desk.previewPatrons(
        from: .file(path), changesKnown: true)
    else { throw TestFailure("no preview") }
    #expect(try library.dump().rows == before.rows)
    #expect(shown.batch == nil && shown.told.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    guard case .changed(let holder, let changes) = shown.told[0].outcome else {
      throw TestFailure("\(shown.told[0])")
    }
    #expect(holder.card.text == "A1")
    #expect(changes == [PatronRow.Change(.born, from: "1987", to: "1988")])
    #expect(shown.told[5].outcome == .twin(.row(5)))
    #expect(shown.columns.heading(ofField: "phone") == "SĐT")
    let taken = try take(list, changesKnown: true)
    #expect(taken.enrolled == shown.enrolled && taken.changed == shown.changed)
    #expect(taken.twins == shown.twins && taken.left == shown.left)
    #expect(taken.faults == shown.faults && shown.faultCount == 3)
  }

  @Test("columns are taken as was asked, and what cannot be is said before a row is taken")
  func mapped() throws {
    let path = try write("Mã,Tên em,Lớp\nA1,Vũ Lan,9A")
    func outcome(_ typed: String...) throws -> PatronImportOutcome {
      try library.desk.importPatrons(
        from: .file(path), mapping: .headings(typed.compactMap(PatronMapping.Wish.init(typed:))))
    }
    #expect(
      try outcome("Họ=name")
        == .badMapping(.unknownHeading("Họ", headings: ["Mã", "Tên em", "Lớp"])))
    #expect(try outcome("Mã=nhãn") == .badMapping(.unknownTarget("nhãn")))
    #expect(try outcome("Mã=name", "Tên em=name") == .badMapping(.repeated(.field(.name))))
    guard case .imported(let report) = try outcome("mã=card", "TÊN EM=name", "Lớp=-") else {
      throw TestFailure("not taken")
    }
    #expect(report.enrolled == 1 && report.unknownHeadings.isEmpty)
    let id = try #require(try library.desk.patron("A1")).patron.id
    #expect(try library.desk.patronDetails(id)?.className == nil)
  }

  @Test("what is no table of patrons is said to be none")
  func badFiles() throws {
    #expect(try outcome("") == .unreadable(.empty))
    #expect(try outcome("card,name\n\"open") == .unreadable(.openQuote(line: 2)))
    #expect(try outcome("số thẻ,năm sinh\n1,2") == .noNames(headings: ["số thẻ", "năm sinh"]))
    let path = library.folder + "/nothing.csv"
    #expect(throws: StoreFault.input(path: path, reason: "No such file or directory")) {
      try library.desk.importPatrons(from: .file(path))
    }
    #expect(throws: StoreFault.self) { try library.desk.importPatrons(from: .file(library.folder)) }
  }

  private func take(_ text: String, changesKnown: Bool = false) throws -> PatronImport {
    guard
      case .imported(let report) = try library.desk.importPatrons(
        from: .file(try write(text)), changesKnown: changesKnown)
    else { throw TestFailure("the table was not taken") }
    return report
  }

  private func outcome(_ text: String) throws -> PatronImportOutcome {
    try library.desk.importPatrons(from: .file(try write(text)))
  }

  private func write(_ text: String) throws -> String {
    let path = library.folder + "/patrons.csv"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}
