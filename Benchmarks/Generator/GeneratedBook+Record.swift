import MARC

extension GeneratedBook {
  /// The book as a catalogue would describe it, with one copy; `number` tells it from all others.
  func record(number: Int) -> Record {
    let (mark, subject) = GeneratedBook.subjects[number % GeneratedBook.subjects.count]
    let shelf = GeneratedBook.shelves[number % GeneratedBook.shelves.count]
    let letters = author.split(separator: " ").last?.prefix(3) ?? ""
    return Record(
      leader: .newBook,
      fields: [
        Field(control: "001", "gen\(number)"),
        Field(control: "003", "VN-GEN"),
        Field(control: "008", "250101s\(year)    vm            000 0 vie d"),
        Field("020", [Subfield("a", GeneratedBook.isbn(number)), Subfield("c", "85.000đ")]),
        Field("041", "0", .blank, [Subfield("a", "vie")]),
        Field("082", "0", "4", [Subfield("2", "23"), Subfield("a", mark)]),
        Field("100", "1", .blank, [Subfield("a", author + ",")]),
        Field("245", "1", "0", [Subfield("a", title + " /"), Subfield("c", author)]),
        Field(
          "260",
          [
            Subfield("a", "Hà Nội :"), Subfield("b", publisher + ","), Subfield("c", "\(year)"),
          ]),
        Field("300", [Subfield("a", "\(80 + number % 600) tr. ;"), Subfield("c", "21 cm")]),
        Field("650", .blank, "4", [Subfield("a", subject)]),
        Field(
          "852",
          [
            Subfield("b", shelf), Subfield("h", mark), Subfield("i", letters.uppercased()),
            Subfield("p", GeneratedBook.barcode(number)),
          ]),
      ])
  }

  /// The label of the copy of book `number`.
  static func barcode(_ number: Int) -> String {
    let digits = String(number)
    return "VN" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  /// The book number of book `number`.
  static func isbn(_ number: Int) -> String {
    let front = String(604_000_000_000 + number).suffix(9)
    let digits = [9, 7, 8] + front.compactMap(\.wholeNumberValue)
    let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
    return digits.map(String.init).joined() + String((10 - sum % 10) % 10)
  }

  private static let shelves = ["VN", "VV", "VV", "TN", "KD"]

  private static let subjects = [
    ("895.9223", "Văn học hiện đại"), ("895.9221", "Thơ"), ("005.1", "Lập trình máy tính"),
    ("959.7", "Lịch sử Việt Nam"), ("330.9597", "Kinh tế Việt Nam"), ("510.71", "Toán học"),
    ("495.922", "Tiếng Việt"), ("428", "Tiếng Anh"), ("615.88", "Y học cổ truyền"),
    ("398.209597", "Văn học dân gian"), ("635", "Trồng trọt"), ("636", "Chăn nuôi"),
    ("340.9597", "Pháp luật Việt Nam"), ("181.07", "Triết học phương Đông"),
    ("372.21", "Giáo dục mầm non"), ("641.59597", "Món ăn Việt Nam"), ("720", "Kiến trúc"),
  ]
}
