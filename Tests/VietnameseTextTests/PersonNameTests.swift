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
      ("Lê,", "Lê", "", ""),
    ])
  func takesApart(fullName: String, family: String, middle: String, given: String) {
    let name = PersonName(fullName)
    #expect(name.family == family)
    #expect(name.middle == middle)
    #expect(name.given == given)
  }

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
