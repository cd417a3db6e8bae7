import LibraryCore
import LibraryStore
import MARC
import Testing

@Suite struct AuthorityTests {
  private let library: TestLibrary

  init() throws { library = try TestLibrary() }

  private var desk: Desk { library.desk }

  @discardableResult
  private func book(_ title: String, by author: String, link: String? = nil) throws -> EntityID {
    var parts = [Subfield("a", author)]
    if let link { parts.append(Subfield("0", link)) }
    let field = Field("100", "1", " ", parts)
    let title = Field("245", "1", "0", [Subfield("a", title)])
    return try desk.saveRecord(Record(leader: .newBook, fields: [field, title])).id()
  }

  @Test("the works of a pseudonym are found under the real name, and by it")
  func pseudonym() throws {
    try book("Truyện Kiều", by: "Nguyễn Du")
    try book("Văn chiêu hồn", by: "Nguyễn, Du, 1765-1820")
    try book("Thơ", by: "Tố Như")
    try book("Khác", by: "Nguyễn Dữ")
    let id = try desk.saveAuthority(
      Authorities.person("Nguyễn, Du, 1765-1820", see: ["Tố Như"], seeAlso: ["Thanh Hiên"])
    ).id()
    #expect(try desk.authority(id)?.uses == 3)
    for name in ["Tố Như", "Nguyễn Du", "Nguyễn, Du, 1765-1820"] {
      #expect(try desk.works(under: .person, name, limit: 9).count == 3, "\(name)")
    }
    let facts = try desk.heading(.person, "Tố Như")
    #expect(facts.uses == 1 && !facts.isEstablished)
    #expect(facts.preferred == "Nguyễn, Du, 1765-1820")
    let found = try CatalogueSearch(library.file).find("tố như", in: .author)
    #expect(found.hits.count == 3)
    #expect(try CatalogueSearch(library.file).find("to nhu").hits.count == 3)
    #expect(try CatalogueSearch(library.file).find("thanh hien").hits.isEmpty)
    #expect(try library.file.check().findings == [])
  }

  @Test("authority records stand in no drawer and no search, and a version follows the other")
  func apart() throws {
    let id = try desk.saveAuthority(Authorities.person("Xuân Diệu")).id()
    #expect(try CatalogueSearch(library.file).find("xuân diệu").hits.isEmpty)
    for drawer in Drawer.allCases {
      #expect(try desk.filed(in: drawer, .fromBeginning, limit: 9).isEmpty)
    }
    _ = try desk.saveAuthority(
      Authorities.person("Xuân Diệu, 1916-1985", see: ["Ngô Xuân Diệu"]), id: id
    ).op()
    #expect(try desk.recordHistory(id).count == 2)
    #expect(try desk.authorities(of: "ngô xuân diệu", .person).map(\.id) == [id])
    _ = try desk.undo()
    #expect(try desk.authorities(of: "ngô xuân diệu", .person) == [])
    #expect(try desk.authority(id)?.entry.text == "Xuân Diệu")
    _ = try desk.setAuthorityStatus(id, .removed).op()
    #expect(try desk.authorities(of: "Xuân Diệu", .person) == [])
    _ = try desk.undo()
    #expect(try desk.authorities(of: "Xuân Diệu", .person).map(\.id) == [id])
    #expect(try library.file.check().findings == [])
    try library.file.repairIndex()
    #expect(try library.file.check().findings == [])
  }

  @Test("a record of the catalogue is no authority record, nor is one without a heading")
  func refused() throws {
    let empty = Record(leader: Authorities.leader, fields: [])
    for record in [Books.book("Sách"), empty] {
      guard case .refused = try desk.saveAuthority(record) else {
        Issue.record("it was taken")
        continue
      }
    }
  }

  @Test("two persons of one name are told apart by their years")
  func years() throws {
    try book("Một", by: "Nguyễn, Văn Nam, 1950-")
    try book("Hai", by: "Nguyễn, Văn Nam, 1980-")
    try book("Ba", by: "Nguyễn Văn Nam")
    let id = try desk.saveAuthority(Authorities.person("Nguyễn, Văn Nam, 1950-")).id()
    #expect(try desk.authority(id)?.uses == 2)
    #expect(try desk.heading(.person, "Nguyễn, Văn Nam, 1980-").authorities == [])
  }

  @Test("a heading that names the number of an authority record is one of its works")
  func numbers() throws {
    try book("Kiều", by: "Kim Trọng", link: "(DLC)n  79021164")
    var record = Authorities.person("Nguyễn Du").editable
    record.insert(Field(control: "001", "n 79021164"))
    let id = try desk.saveAuthority(record.record).id()
    #expect(try desk.authority(id)?.uses == 1)
  }

  @Test("the list from A to Z has headings, unused authorities and forms that lead to them")
  func list() throws {
    try book("Một", by: "Bà Nà")
    try book("Hai", by: "Đặng Thai Mai")
    _ = try desk.saveAuthority(Authorities.person("Đặng Thai Mai", see: ["An Bình"])).id()
    _ = try desk.saveAuthority(Authorities.person("Chế Lan Viên")).id()
    func texts(_ walk: DrawerWalk, limit: Int = 9) throws -> [String] {
      try desk.headings(.person, walk, limit: limit).map { "\($0.facts.text) \($0.facts.uses)" }
    }
    let all = ["An Bình 0", "Bà Nà 1", "Chế Lan Viên 0", "Đặng Thai Mai 1"]
    #expect(try texts(.fromBeginning) == all)
    #expect(try texts(.backFromEnd) == all)
    #expect(try texts(.backFromEnd, limit: 2) == Array(all.suffix(2)))
    #expect(try texts(.from("dang")) == [all[3]])
    #expect(try texts(.from("che l")) == Array(all.suffix(2)))
    var walked: [String] = []
    var next = try desk.headings(.person, .fromBeginning, limit: 1)
    while let row = next.first {
      walked.append("\(row.facts.text) \(row.facts.uses)")
      next = try desk.headings(.person, .behind(row.place), limit: 1)
    }
    #expect(walked == all)
    let last = try #require(desk.headings(.person, .backFromEnd, limit: 1).first)
    #expect(try texts(.backFrom(last.place)) == Array(all.prefix(3)))
    #expect(try desk.heading(.person, "An Bình").preferred == "Đặng Thai Mai")
  }

  @Test("an unused heading of an authority record is suggested, also by a form that leads to it")
  func suggested() throws {
    _ = try desk.saveAuthority(Authorities.person("Nguyễn, Du", see: ["Thanh Hiên"])).id()
    let found = try desk.headingSuggestions(tag: "700", code: "a", typed: "thanh h")
    #expect(found.map(\.text) == ["Nguyễn, Du"])
    #expect(found.first?.reachedFrom == "Thanh Hiên" && found.first?.isEstablished == true)
    #expect(try desk.headingSuggestions(tag: "700", code: "a", typed: "nguyên").isEmpty == false)
  }

  @Test("a keyword is settled by a topical authority")
  func keyword() throws {
    _ = try desk.saveRecord(Books.book("Sách", subjects: ["Khí hậu học"])).id()
    var topic = EditableRecord(leader: Authorities.leader)
    topic.insert(Field("150", [Subfield("a", "Khí hậu")]))
    topic.insert(Field("450", [Subfield("a", "Khí hậu học")]))
    _ = try desk.saveAuthority(topic.record).id()
    #expect(try desk.heading(.keyword, "Khí hậu học").preferred == "Khí hậu")
    #expect(
      try desk.headingSuggestions(tag: "653", code: "a", typed: "khi hau hoc").first?.text
        == "Khí hậu")
  }

  @Test("keywords outside the list are told where the house keeps to one")
  func listedKeywords() throws {
    let heading = Field("150", [Subfield("a", "Khí hậu")])
    let see = Field("450", [Subfield("a", "Thời tiết")])
    _ = try desk.saveAuthority(Record(leader: Authorities.leader, fields: [heading, see])).id()
    let book = Books.book("Sách", subjects: ["Khí hậu", "Thời tiết", "Mây"])
    #expect(try desk.unlistedKeywords(in: book) == [])
    _ = try desk.setSetting(HouseSetting.keywords, KeywordPolicy.listed.rawValue).op()
    #expect(
      try desk.unlistedKeywords(in: book).map { [$0.text, $0.preferred] }
        == [["Mây", nil], ["Thời tiết", "Khí hậu"]])
    guard case .refused = try desk.setSetting(HouseSetting.keywords, "khác") else {
      Issue.record("an unknown policy was taken")
      return
    }
  }
}

/// Authority records for tests.
enum Authorities {
  static let leader = Leader.newAuthority

  static func person(_ heading: String, see: [String] = [], seeAlso: [String] = []) -> Record {
    var record = EditableRecord(leader: leader)
    record.insert(Field("100", "1", " ", [Subfield("a", heading)]))
    for form in see { record.insert(Field("400", "1", " ", [Subfield("a", form)])) }
    for form in seeAlso { record.insert(Field("500", "1", " ", [Subfield("a", form)])) }
    return record.record
  }
}
