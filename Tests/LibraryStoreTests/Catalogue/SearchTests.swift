import Foundation
import LibraryCore
import LibraryStore
import MARC
import Testing
import VietnameseText

@Suite struct SearchTests {
  private let library: TestLibrary
  private let search: CatalogueSearch

  init() throws {
    library = try TestLibrary()
    search = CatalogueSearch(library.file)
  }

  @discardableResult
  private func save(_ record: Record) throws -> EntityID {
    try library.desk.saveRecord(record).id()
  }

  private func titles(_ text: String, in field: SearchField = .any) throws -> [String] {
    try search.find(text, in: field).hits.map(\.title)
  }

  @Test(
    "words find titles with and without marks, in any order and spelling",
    arguments: [
      "tiếng việt", "tieng viet", "TIENG VIET ", "việt tiếng", "Tiê\u{301}ng Viê\u{323}t",
      "tieng v",
      "ngu phap", "ngữ pháp tiếng việt", "nguyen van a", "kỹ thuật", "kĩ thuật",
      "ki thuat", "duong", "đường", "tieng dtthu",
    ])
  func words(text: String) throws {
    try save(
      Books.book(
        "Ngữ pháp tiếng Việt", by: "Nguyễn, Văn A", subjects: ["Kỹ thuật", "Đường sắt"]))
    try save(Books.book("Hoá học", by: "Trần Thị B"))
    #expect(try titles(text) == (text == "tieng dtthu" ? [] : ["Ngữ pháp tiếng Việt"]))
  }

  @Test("whoever types marks sees the titles with those marks first")
  func exactFirst() throws {
    for title in ["Dương Văn Minh", "Dưỡng sinh", "Đường sắt Việt Nam", "Con đường"] {
      try save(Books.book(title))
    }
    #expect(try titles("đường").prefix(2) == ["Đường sắt Việt Nam", "Con đường"])
    #expect(try titles("dương").first == "Dương Văn Minh")
    #expect(try titles("duong").count == 4)
    #expect(try search.find("đường").total == .exactly(4))
  }

  @Test("the whole title comes first, then its beginning, then the phrase, then the words")
  func order() throws {
    let wanted = [
      "Truyện Kiều", "Truyện Kiều và thời đại", "Tìm hiểu Truyện Kiều", "Kiều: một truyện dài",
    ]
    for title in wanted.reversed() { try save(Books.book(title)) }
    try save(Books.book("Văn học cổ điển", subjects: ["Truyện Kiều"]))
    #expect(try titles("truyen kieu") == wanted + ["Văn học cổ điển"])
    #expect(try titles("truyện kiều ") == wanted + ["Văn học cổ điển"])
  }

  @Test("among equal titles those with copies come first")
  func copiesFirst() throws {
    let wanted = Books.book("Số đỏ", control: "2")
    try save(Books.book("Số đỏ", control: "1"))
    let id = try save(wanted)
    _ = try library.desk.addItem(ItemDraft(record: id, barcode: "VV.1")).id()
    _ = try library.desk.addItem(ItemDraft(record: id, barcode: "VV.2")).id()
    _ = try library.desk.editItem("VV.2", [.status: "lost"]).id()
    let hits = try search.find("số đỏ").hits
    #expect(hits.first?.id == id)
    #expect(hits.map(\.copies) == [2, 0])
    #expect(hits.map(\.copiesIn) == [1, 0])
  }

  @Test("a word may be a beginning until a blank follows it")
  func beginnings() throws {
    try save(Books.book("Thư viện học"))
    #expect(try titles("thu vi") == ["Thư viện học"])
    #expect(try titles("thu vi ").isEmpty)
    #expect(try titles("t") == ["Thư viện học"])
    #expect(try titles("ky").isEmpty)
    try save(Books.book("Kyoto"))
    try save(Books.book("Kỷ luật"))
    #expect(try Set(titles("ky")) == ["Kyoto", "Kỷ luật"])
  }

  @Test("words between quotes stand together, and the last of them may go on")
  func phrases() throws {
    for title in ["Lịch sử Việt Nam", "Việt Nam: lịch sử giản yếu", "Sử học và lịch đại"] {
      try save(Books.book(title))
    }
    #expect(try titles("lich su").count == 3)
    #expect(try titles("\"lịch sử\"").count == 2)
    #expect(try titles("\"lich su viet nam\"") == ["Lịch sử Việt Nam"])
    #expect(try titles("“su viet n") == ["Lịch sử Việt Nam"])
    #expect(try titles("\"lịch s\"").isEmpty)
    #expect(try titles("\"viet nam\" yeu gian") == ["Việt Nam: lịch sử giản yếu"])
    #expect(try titles("\"su lich\"", in: .title).isEmpty)
  }

  @Test("a star lets a word go on anywhere")
  func stars() throws {
    try save(Books.book("Nguyễn Trãi toàn tập"))
    #expect(try titles("nguy* tr* tap ") == ["Nguyễn Trãi toàn tập"])
    #expect(try titles("nguy tr* tap ").isEmpty)
    #expect(try titles("nguyễ* tra*") == ["Nguyễn Trãi toàn tập"])
  }

  @Test(
    "both spellings with y and i and both places of a tone lead to the same titles",
    arguments: [
      ("kĩ thuật", "kỹ thuật"), ("lí luận", "lý luận"), ("quí I", "quý I"), ("mĩ học", "mỹ học"),
      ("hòa bình", "hoà bình"), ("thúy kiều", "thuý kiều"), ("khỏe mạnh", "khoẻ mạnh"),
    ])
  func spellings(one: String, other: String) throws {
    for title in [one, other] {
      try save(Books.book(title))
      try save(Books.book(title.folded))
    }
    for typed in [one, other, one.folded, other.folded] {
      #expect(try titles(typed).count == 4, "\(typed)")
    }
    for typed in [one, other] {
      #expect(try Set(titles(typed).prefix(2)) == [one, other], "\(typed)")
    }
  }

  @Test("found titles can be put in the order of title, author or year")
  func sorted() throws {
    for (title, author, year) in [
      ("Bà Nà", "Trần B", "2001"), ("Ba Vì", "Lê A", "2020"), ("The Ba Vì park", "Đỗ C", "2010"),
      ("Ba bể, tập 10", nil, "1999"), ("Ba bể, tập 2", "Lê A", nil),
    ] as [(String, String?, String?)] {
      var fields = [Field("650", [Subfield("a", "Du lịch")])]
      if let author { fields.append(Field("100", "1", " ", [Subfield("a", author)])) }
      let article: Code = title.hasPrefix("The ") ? "4" : "0"
      fields.append(Field("245", "1", article, [Subfield("a", title)]))
      if let year { fields.append(Field("260", [Subfield("c", year)])) }
      try save(Record(leader: .newBook, fields: fields))
    }
    func sorted(_ order: HitOrder, _ filing: FilingOrder? = nil) throws -> [String] {
      try search.find("du lich", sortedBy: order, filing: filing).hits.map(\.title)
    }
    #expect(
      try sorted(.title) == [
        "Ba bể, tập 2", "Ba bể, tập 10", "Ba Vì", "The Ba Vì park", "Bà Nà",
      ])
    #expect(
      try sorted(.title, .cldr) == [
        "Ba bể, tập 2", "Ba bể, tập 10", "Bà Nà", "Ba Vì", "The Ba Vì park",
      ])
    #expect(
      try sorted(.author) == [
        "The Ba Vì park", "Ba bể, tập 2", "Ba Vì", "Bà Nà", "Ba bể, tập 10",
      ])
    #expect(
      try sorted(.year) == [
        "Ba Vì", "The Ba Vì park", "Bà Nà", "Ba bể, tập 10", "Ba bể, tập 2",
      ])
    #expect(
      try search.find("du lich", sortedBy: .title, limit: 2, offset: 1).hits.map(\.title)
        == Array(sorted(.title)[1...2]))
  }

  @Test("a rare word with its marks is found behind a thousand titles that only fold alike")
  func exactBehindMany() throws {
    let records =
      (1...1_100).map { Books.book("Con dương số \($0)", control: "\($0)") }
      + [Books.book("Con đường làng", control: "d"), Books.book("Đặc san", control: "e")]
    _ = try library.desk.importRecords([try library.write(records)])
    let found = try search.find("con đường")
    #expect(found.hits.first?.title == "Con đường làng")
    #expect(found.total == .moreThan(1000))
    #expect(try titles("đường ").first == "Con đường làng")
    #expect(try titles("đ").contains("Đặc san"))
  }

  @Test("a field narrows the search")
  func fields() throws {
    try save(Books.book("Nam Cao", by: "Hà Minh Đức", subjects: ["Phê bình"]))
    try save(Books.book("Chí Phèo", by: "Nam Cao", subjects: ["Truyện ngắn"]))
    try save(Books.book("Văn học", by: "Lê A", subjects: ["Nam Cao"]))
    #expect(try titles("nam cao", in: .title) == ["Nam Cao"])
    #expect(try titles("nam cao", in: .author) == ["Chí Phèo"])
    #expect(try titles("nam cao", in: .subject) == ["Văn học"])
    #expect(try titles("nam cao").count == 3)
  }

  @Test("a number leads straight to its title")
  func numbers() throws {
    let id = try save(
      Books.book("Số đỏ", control: "VTN-77", isbn: "9786042109444", classMark: "895.9223"))
    try save(Books.book("Khác", isbn: "9786041234563", classMark: "895.92"))
    let item = ItemDraft(
      record: id, barcode: "VV.0042", callNumber: "895.9223 VU-PH", location: "Kho")
    _ = try library.desk.addItem(item).id()
    for text in ["9786042109444", "978-604-2-10944-4", "VV.0042", "vv.0042 ", "VTN-77"] {
      #expect(try titles(text) == ["Số đỏ"], "\(text)")
    }
    for text in ["9786042109444", "978604210", "604210"] {
      #expect(try titles(text, in: .isbn) == ["Số đỏ"], "\(text)")
    }
    #expect(try titles("895.92", in: .callNumber) == ["Số đỏ", "Khác"])
    #expect(try titles("895.9223 vu", in: .callNumber) == ["Số đỏ"])
    #expect(try titles("896", in: .callNumber).isEmpty)
  }

  @Test("counts are exact up to a thousand, and pages do not overlap")
  func counts() throws {
    let records = (1...1_200).map { Books.book("Tuyển tập truyện \($0)", control: "\($0)") }
    _ = try library.desk.importRecords([try library.write(records)])
    let first = try search.find("tuyen tap")
    #expect(first.total == .moreThan(1000))
    #expect(!first.isComplete)
    #expect(first.hits.count == 20)
    var seen: Set<EntityID> = []
    for offset in stride(from: 0, to: 1000, by: 100) {
      for hit in try search.find("tuyen tap", limit: 100, offset: offset).hits {
        #expect(seen.insert(hit.id).inserted)
      }
    }
    #expect(seen.count == 1000)
    #expect(try search.find("tuyen tap 1 ").total == .exactly(1))
    #expect(try search.find("tuyen tap", limit: 5, offset: 5000).hits.isEmpty)
  }

  @Test("nothing that is typed breaks the search", arguments: 1...40)
  func hostileText(seed: UInt64) throws {
    try save(Books.book("Số đỏ", by: "Vũ Trọng Phụng"))
    let random = SeededRandom(seed: seed)
    let parts = [
      "\"", "*", " ", "AND", "NEAR(", ")", "{title}:", "^", "-", "'", "đỏ", "\u{0}", "\u{301}",
      "\u{1F4DA}", "số", "NOT", ":", "%", ";", "x", "7",
    ]
    for _ in 0..<20 {
      let text = (0...Int(random.next() % 9)).map { _ in parts[Int(random.next() % 21)] }.joined()
      for field in SearchField.allCases { _ = try search.find(text, in: field) }
    }
    #expect(try search.find(String(repeating: "số ", count: 5_000)).hits.count == 1)
    #expect(try search.find("").hits.isEmpty)
    #expect(try search.find(" \u{301} ;").total == .exactly(0))
  }

  @Test("the Vietnamese records of the Library of Congress are found with and without marks")
  func realRecords() throws {
    let file = RealRecords.path("loc-vietnamese-40/vie.utf8.mrc")
    guard FileManager.default.fileExists(atPath: file) else {
      print("real records: 0 searched, the folder of test data is absent")
      return
    }
    guard case .imported(let report) = try library.desk.importRecords([file]) else {
      Issue.record("not imported")
      return
    }
    #expect(report.counts.records == 40)
    let marked = try search.find("văn học việt", limit: 50)
    let plain = try search.find("van hoc viet", limit: 50)
    #expect(!marked.hits.isEmpty)
    #expect(marked.total == plain.total)
    #expect(try titles("nguyen huy tuong").contains { $0.hasPrefix("Nhật ký chiến dịch") })
    #expect(try titles("Nguyễn Huy Tưởng", in: .author).count == 1)
    #expect(try titles("nghien cuu van ban", in: .title).count == 1)
  }
}

/// Public records beside the project, which tests read where they are.
enum RealRecords {
  static func path(_ name: String, _ file: String = #filePath) -> String {
    let root = file.components(separatedBy: "/Tests/")[0]
    return (root as NSString).deletingLastPathComponent + "/shared/data/" + name
  }
}
