import Testing
import VietnameseText

@Suite struct PersonNameTests {
  @Test(
    "a name comes apart into family, middle and given name",
    arguments: [
      ("Nguyễn Văn An", "Nguyễn", "Văn", "An"), ("Nguyễn  Trãi ", "Nguyễn", "", "Trãi"),
      ("Nguyễn, Thị Thu Thảo", "Nguyễn", "Thị Thu", "Thảo"),
      ("Hugo, Victor, 1802-1885", "Hugo", "", "Victor"),
      ("Tôn Nữ Thị Ninh", "Tôn Nữ", "Thị", "Ninh"), ("Tôn Thất Tùng", "Tôn Thất", "", "Tùng"),
      ("CÔNG TẰNG TÔN NỮ THỊ AN", "CÔNG TẰNG TÔN NỮ", "THỊ", "AN"), ("Tôn Nữ", "Tôn", "", "Nữ"),
      ("Khánh", "", "", "Khánh"), ("H'Hen Niê", "", "", "H'Hen Niê"), ("Y Moan", "", "", "Y Moan"),
      ("K\u{2019}Brêu", "", "", "K\u{2019}Brêu"), ("A Ma Bích", "", "", "A Ma Bích"),
      ("J. K. Rowling", "J.", "K.", "Rowling"), ("", "", "", ""), (",", "", "", ""),
      ("Lê,", "Lê", "", ""), ("Ton That Tung", "Ton That", "", "Tung"),
      ("Nguyễn Phước Vĩnh Tung", "Nguyễn Phước", "Vĩnh", "Tung"),
      ("Nguyễn Phước Hải", "Nguyễn", "Phước", "Hải"),
      ("Nguyễn Phước Thanh Hải", "Nguyễn", "Phước Thanh", "Hải"),
      ("Hoàng Phủ Ngọc Tường", "Hoàng Phủ", "Ngọc", "Tường"),
      ("Hoàng Phú An", "Hoàng", "Phú", "An"), ("Rơ Châm Phương", "Rơ Châm", "", "Phương"),
    ])
  func takesApart(fullName: String, family: String, middle: String, given: String) {
    let name = PersonName(fullName)
    #expect(name.family == family)
    #expect(name.middle == middle)
    #expect(name.given == given)
  }

  @Test("the parts joined are the name, word for word")
  func joins() {
    var random = SeededGenerator(seed: 44)
    let stock = [
      "Nguyễn", "Tôn", "Nữ", "Thất", "Công", "Tằng", "Huyền", "Phước", "Phúc", "Bửu", "Y", "H'Hen",
      "K\u{2019}Brêu", "A", "Ma", "Văn", "Thị", "AN", "hoà", "Âu", "Dương", "Rơ", "Châm", "J.",
      "O\u{31B}\u{301}", "日本", "-", "'", ".",
    ]
    for _ in 0..<5000 {
      let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        stock[Int.random(in: stock.indices, using: &random)]
      }
      let name = PersonName(words.joined(separator: "  "))
      #expect(name.direct == words.joined(separator: " ").nfc)
      #expect(words.isEmpty == name.given.isEmpty)
    }
  }

  @Test(
    "a name in capitals comes in ordinary letters",
    arguments: [
      ("NGUYỄN VĂN AN", "Nguyễn Văn An"), ("ĐỖ THỊ ÁNH", "Đỗ Thị Ánh"),
      ("H'HEN NIÊ", "H'Hen Niê"), ("K\u{2019}BRÊU", "K\u{2019}Brêu"), ("Y MOAN", "Y Moan"),
      ("A MA BÍCH", "A Ma Bích"), ("NIÊ KĐĂM", "Niê Kđăm"),
      ("NGUYỄN-PHÚC VĨNH", "Nguyễn-Phúc Vĩnh"),
      ("J.K. ROWLING", "J.K. Rowling"), ("MA'RUF", "Ma'ruf"), ("JOHN PAUL II", "John Paul II"),
      ("THPT XÃ", "THPT Xã"), ("  AN  ", "  An  "),
    ])
  func ordinaryLetters(capitals: String, name: String) {
    #expect(PersonName.fromCapitals(capitals) == name)
    #expect(name.uppercased() == capitals)
  }

  @Test(
    "a name with small letters stays as it is",
    arguments: ["Nguyễn Văn An", "NGUYỄN văn AN", "Y", "", "123", "THPT", "日本"])
  func stays(name: String) { #expect(PersonName.fromCapitals(name) == nil) }

  @Test("headings of one person have one key")
  func matchesHeadings() {
    for heading in [
      "Nguyễn, Trãi, 1380-1442", "Nguyễn Trãi", "NGUYỄN TRÃI", "Nguyễn, Trãi,",
      "Nguyễn Trãi (1380-1442)",
      "Nguyễn Trãi 1380-1442", "Nguyễn, Trãi, b. 1380.", "Nguyễn, Trãi, 1380-".nfd,
    ] { #expect(AuthorHeading.matchKey(heading) == "nguyễn trãi", "\(heading)") }
    #expect(AuthorHeading.matchKey("Lê Hòa") == AuthorHeading.matchKey("Lê, Hoà, 1950-"))
    #expect(AuthorHeading.matchKey("Nguyễn Trãi") != AuthorHeading.matchKey("Nguyễn Trai"))
    #expect(AuthorHeading.matchKey("1984") == "1984")
    #expect(AuthorHeading.matchKey("") == "")
  }
}
