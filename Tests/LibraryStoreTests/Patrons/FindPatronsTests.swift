import GRDB
import LibraryCore
import LibraryStore
import Testing

@Suite struct FindPatronsTests {
  let library: TestLibrary

  static let people = [
    ("TV1", "Nguyễn Văn Ánh", "1987"), ("TV2", "Trần Thị Anh", "1987-05-02"),
    ("TV3", "Lê Ngọc Ảnh", "1990"), ("TV4", "Nguyễn Anh Tuấn", "1987"),
    ("TV5", "Đường Thị Kỳ", nil), ("TV6", "Dương Văn Kì", nil), ("TV7", "H'Hen Niê", nil),
    ("TV-0912", "Phạm Hoà", nil),
  ]

  init() throws {
    library = try TestLibrary()
    for (card, name, born) in Self.people {
      _ = try library.desk.enrol(PatronDraft(name: name, card: card, born: born))
    }
  }

  @Test("a number of before 2018 is found by either prefix, however it was stored")
  func oldPhones() throws {
    try library.append(
      .patronSaved([
        PatronField.card.set("TV20"), PatronField.name.set("Vũ Thị Nga"),
        PatronField.phone.set("0169 123 4567"),
      ]))
    _ = try library.desk.enrol(PatronDraft(name: "Vũ Nga", card: "TV21", phone: "0123 456 7890"))
    #expect(try library.desk.patron("TV21")?.patron.phone == "083 456 7890")
    for typed in ["0169 123 4567", "039 123 4567", "0391234567", "0169123", "039"] {
      let cards = try library.desk.findPatrons(typed).hits.map(\.patron.card.text)
      #expect(cards == ["TV20"], "\(typed)")
    }
    for typed in ["01234567890", "083 456 7890", "+84 83 456 7890"] {
      #expect(try library.desk.findPatrons(typed).hits.map(\.patron.card.text) == ["TV21"])
    }
  }

  @Test("a library of before names were taken apart so is put in order when it is opened")
  func olderKeys() throws {
    try library.file.pool.write { try $0.execute(sql: "UPDATE patron SET name_key = x'00'") }
    try library.forgetMigrations(behind: 1)
    let opened = try LibraryFile.open(in: library.folder, random: SeededRandom(seed: 3))
    let order = try Desk(file: opened, staff: EntityID(rawValue: 2), clock: library.clock)
      .findPatrons("").hits.map(\.patron.card.text)
    #expect(order == ["TV2", "TV3", "TV1", "TV7", "TV-0912", "TV6", "TV5", "TV4"])
    try library.expectFolded()
  }

  @Test(
    "words find names in any order, with tones or without, while they are typed",
    arguments: [
      ("anh nguyen", ["TV1", "TV4"]),
      ("anh 1987", ["TV2", "TV1", "TV4"]),
      ("nguyen v", ["TV1"]),
      ("ánh ", ["TV1", "TV2", "TV3", "TV4"]),
      ("duong", ["TV6", "TV5"]),
      ("đường", ["TV5", "TV6"]),
      ("dương", ["TV6", "TV5"]),
      ("ky", ["TV6", "TV5"]),
      ("hoà", ["TV-0912"]), ("hòa", ["TV-0912"]), ("hoa", ["TV-0912"]),
      ("h'hen", ["TV7"]),
      ("NGUYE\u{302}\u{303}N TUA\u{302}\u{301}N", ["TV4"]),
      ("xyz", []), ("\"; DROP", []), ("* OR", []), ("?", []),
    ])
  func words(typed: String, cards: [String]) throws {
    #expect(try library.desk.findPatrons(typed).hits.map(\.patron.card.text) == cards)
  }

  @Test("the holder of that very card comes first")
  func exactCard() throws {
    _ = try library.desk.enrol(PatronDraft(name: "Anh", card: "TV11"))
    let hits = try library.desk.findPatrons("tv1").hits
    #expect(hits.map(\.patron.card.text) == ["TV1", "TV11"])
    #expect(try library.desk.findPatrons("tv-0912").hits.map(\.patron.name) == ["Phạm Hoà"])
  }

  @Test("no words list everybody by given name, family name and the rest")
  func everybody() throws {
    let hits = try library.desk.findPatrons(" ")
    #expect(
      hits.hits.map(\.patron.name) == [
        "Trần Thị Anh", "Lê Ngọc Ảnh", "Nguyễn Văn Ánh", "H'Hen Niê", "Phạm Hoà", "Dương Văn Kì",
        "Đường Thị Kỳ", "Nguyễn Anh Tuấn",
      ])
    #expect(hits.total == 8)
  }

  @Test("pages follow one another without gap or double")
  func pages() throws {
    let whole = try library.desk.findPatrons("tv").hits.map(\.patron.card.text)
    let pages = try (0..<3).flatMap {
      try library.desk.findPatrons("tv", limit: 3, offset: $0 * 3).hits.map(\.patron.card.text)
    }
    #expect(whole.count == 8)
    #expect(pages == whole)
  }

  @Test("more matches than are put in order are said to be more")
  func tooMany() throws {
    for number in 1...PatronHits.countMaximum {
      _ = try library.desk.enrol(PatronDraft(name: "Hồ Thị \(number)"))
    }
    let hits = try library.desk.findPatrons("ho", limit: 5)
    #expect(hits.hits.count == 5)
    #expect(hits.total == PatronHits.countMaximum)
    #expect(!hits.isComplete)
  }
}
