import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite("The number of an authority record in a heading's $0")
struct AuthorityLinkTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private var desk: Desk { library.desk }

  private func book(_ fields: [Field]) throws -> EntityID {
    let title = Field("245", "1", "0", [Subfield("a", "Sách")])
    return try desk.saveRecord(Record(leader: .newBook, fields: fields + [title])).id()
  }

  private func person(_ name: String, _ links: String...) -> Field {
    Field("100", "0", " ", [Subfield("a", name)] + links.map { Subfield("0", $0) })
  }

  private func links(_ id: EntityID) throws -> [String] {
    try #require(try desk.record(id)).record.fields.flatMap { $0.subfields("0").map(\.text) }
  }

  private func numbered(_ number: String, _ source: String, _ record: Record) -> Record {
    let numbers = [Field(control: "001", number), Field(control: "003", source)]
    return Record(leader: record.leader, fields: numbers + Array(record.fields))
  }

  @Test("it is the record's own number with the code of who gave it, or the library's")
  func form() throws {
    _ = try desk.setSetting(HouseSetting.libraryCode, "VN-TP")
    let own = try desk.saveAuthority(Authorities.person("Nam Cao")).id()
    _ = try desk.saveAuthority(numbered("n 79021164", "DLC", Authorities.person("Tô Hoài")))
    #expect(try desk.authorityLink(.person, "Nam Cao")?.text == "(VN-TP)\(own)")
    #expect(try desk.authorityLink(.person, "Tô Hoài")?.text == "(DLC)n 79021164")
    #expect(try desk.authorityLink(.person, "nam cao") == nil)
    #expect(try desk.authorityLink(.publisher, "Nam Cao") == nil)
    _ = try desk.saveAuthority(Authorities.person("Nam Cao"))
    #expect(try desk.authorityLink(.person, "Nam Cao") == nil)
  }

  @Test("a title that names an authority record counts as one of its titles")
  func counted() throws {
    let authority = try desk.saveAuthority(Authorities.person("Nam Cao")).id()
    _ = try book([person("Trần Hữu Tri", "\(authority)")])
    #expect(try desk.authority(authority)?.uses == 1)
  }

  @Test("merging two authorities puts the number of the kept one, also where the heading differs")
  func merged() throws {
    let lost = try desk.saveAuthority(Authorities.person("Tố Như")).id()
    let kept = try desk.saveAuthority(Authorities.person("Nguyễn Du")).id()
    let plain = try book([person("Tố Như", "\(lost)", "(DLC)n1")])
    let odd = try book([person("Nguyen Du (Tố Như)", "\(lost)")])
    let before = try [plain, odd].map(links)
    let renaming = HeadingRenaming(
      kind: .person, from: "Tố Như", to: "Nguyễn Du", keepsReference: true)
    guard case .changed(let report) = try desk.changeHeading(renaming) else {
      Issue.record("not changed")
      return
    }
    #expect(report.records == 2)
    let link = try #require(try desk.authorityLink(.person, "Nguyễn Du")).text
    #expect(link.hasSuffix("\(kept)"))
    #expect(try links(plain) == [link, "(DLC)n1"])
    #expect(try links(odd) == [link])
    #expect(try desk.linkProblems(in: #require(try desk.record(plain)).record.editable).count == 1)
    _ = try desk.undo()
    #expect(try [plain, odd].map(links) == before)
    #expect(try library.file.check().findings == [])
  }

  @Test("a heading that is renamed keeps its authority record and its number")
  func renamed() throws {
    let authority = try desk.saveAuthority(Authorities.person("Tố Như")).id()
    let id = try book([person("Tố Như", "\(authority)")])
    _ = try desk.changeHeading(
      HeadingRenaming(kind: .person, from: "Tố Như", to: "Nguyễn Du, 1765-1820"))
    #expect(try links(id) == ["\(authority)"])
    #expect(try desk.linkProblems(in: #require(try desk.record(id)).record.editable) == [])
  }

  @Test("a form that becomes another heading loses the old number, or gets that of the new record")
  func moved() throws {
    let authority = try desk.saveAuthority(Authorities.person("Nguyễn Du", see: ["Thanh Hiên"]))
      .id()
    let first = try book([person("Thanh Hiên", "\(authority)")])
    _ = try desk.changeHeading(
      HeadingRenaming(kind: .person, from: "Thanh Hiên", to: "Hồng Sơn"))
    #expect(try links(first) == [])
    _ = try desk.undo()
    _ = try desk.changeHeading(
      HeadingRenaming(
        kind: .person, from: "Thanh Hiên", to: "Lê Thanh Hiên", keepsReference: true))
    let link = try #require(try desk.authorityLink(.person, "Lê Thanh Hiên")).text
    #expect(try links(first) == [link])
    #expect(!link.hasSuffix(")\(authority)"))
  }

  @Test("a number that names nothing is told, and mended where the heading has a record")
  func unknown() throws {
    _ = try desk.setSetting(HouseSetting.libraryCode, "VN-TP")
    let authority = try desk.saveAuthority(Authorities.person("Nam Cao")).id()
    let other = try desk.saveAuthority(Authorities.person("Tô Hoài")).id()
    func problems(_ field: Field) throws -> [RecordProblem] {
      try desk.linkProblems(in: EditableRecord(fields: [field]))
    }
    let wrong = try problems(person("Nam Cao", "(VN-TP)999999"))
    #expect(wrong.map(\.kind) == [.authorityUnknown("(VN-TP)999999")])
    #expect(wrong[0].severity == .warning)
    var record = EditableRecord(fields: [person("Nam Cao", "(VN-TP)999999")])
    let isMended = wrong[0].mend?.apply(to: &record)
    #expect(isMended == true)
    #expect(record.fields == [person("Nam Cao", "(VN-TP)\(authority)")])
    #expect(try problems(record.fields[0]) == [])
    let foreign = try problems(person("Nam Cao", "(DLC)n1"))
    #expect(foreign.map(\.severity) == [.advice] && foreign[0].mend == nil)
    let differs = try problems(person("Nam Cao", "(VN-TP)\(other)"))
    #expect(
      differs.map(\.kind) == [.authorityDiffers("(VN-TP)\(other)", heading: "Tô Hoài")])
    _ = try desk.setAuthorityStatus(authority, .removed)
    #expect(
      try problems(record.fields[0]).map(\.kind) == [.authorityUnknown("(VN-TP)\(authority)")])
  }
}
