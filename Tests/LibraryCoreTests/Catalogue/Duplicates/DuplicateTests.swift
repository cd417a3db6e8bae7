import LibraryCore
import MARC
import Testing

/// Records, and noise of the kinds that catalogues have, from a seeded generator.
struct DuplicateCases {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private static let syllables = [
    "truyện", "kiều", "đường", "về", "nhà", "mùa", "thu", "sông", "núi", "biển", "trời", "đất",
    "người", "lịch", "sử", "việt", "nam", "văn", "học", "tiếng",
  ]
  private static let names = [
    "Nguyễn Du", "Tô Hoài", "Nguyễn Nhật Ánh", "Nam Cao", "Rowling, J. K.",
  ]
  private static let publishers = ["Kim Đồng,", "NXB. Kim Đồng", "Nhà xuất bản Trẻ", "Văn học"]
  private static let isbns = ["9786042109444", "9786041234567", "9780306406157"]

  mutating func record() -> Record {
    let title = (0...next(6)).map { _ in DuplicateCases.syllables[next(20)] }
      .joined(separator: " ")
    return DuplicateCases.record(
      title, by: next(4) == 0 ? nil : DuplicateCases.names[next(5)],
      volume: next(3) == 0 ? "Tập \(next(3) + 1)" : nil,
      publisher: next(3) == 0 ? nil : DuplicateCases.publishers[next(4)],
      year: next(4) == 0 ? nil : 2000 + next(4),
      isbn: next(2) == 0 ? nil : DuplicateCases.isbns[next(3)])
  }

  static func record(
    _ title: String, by author: String? = nil, volume: String? = nil, publisher: String? = nil,
    year: Int? = nil, isbn: String? = nil, leader: Leader = .newBook, more: [Field] = []
  ) -> Record {
    var fields: [Field] = more
    if let isbn { fields.append(Field("020", [Subfield("a", isbn)])) }
    if let author { fields.append(Field("100", "1", " ", [Subfield("a", author)])) }
    let name = [Subfield("a", title)] + (volume.map { [Subfield("n", $0)] } ?? [])
    fields.append(Field("245", "1", "0", name))
    let statement =
      (publisher.map { [Subfield("b", $0)] } ?? []) + (year.map { [Subfield("c", "\($0).")] } ?? [])
    if !statement.isEmpty { fields.append(Field("260", statement)) }
    return Record(leader: leader, fields: fields)
  }

  static func profile(
    _ title: String, by author: String? = nil, volume: String? = nil, publisher: String? = nil,
    year: Int? = nil, isbn: String? = nil
  ) -> DuplicateProfile {
    DuplicateProfile(
      record(title, by: author, volume: volume, publisher: publisher, year: year, isbn: isbn))
  }
}

@Suite struct DuplicateTests {
  private func same(_ one: DuplicateProfile, _ other: DuplicateProfile) -> Bool {
    DuplicateJudgement(one, other).isSame
  }

  private func profile(
    _ title: String, by author: String? = nil, volume: String? = nil, publisher: String? = nil,
    year: Int? = nil, isbn: String? = nil
  ) -> DuplicateProfile {
    DuplicateCases.profile(
      title, by: author, volume: volume, publisher: publisher, year: year, isbn: isbn)
  }

  @Test("the guard does not care which record comes first", arguments: 1...8)
  func symmetry(seed: UInt64) {
    var cases = DuplicateCases(seed: seed)
    for _ in 0..<300 {
      let (one, other) = (DuplicateProfile(cases.record()), DuplicateProfile(cases.record()))
      let judgement = DuplicateJudgement(one, other)
      #expect(judgement == DuplicateJudgement(other, one))
      #expect((0...100).contains(judgement.score))
      #expect(!judgement.isSame || !judgement.reasons.contains(where: \.isAgainst))
    }
  }

  @Test("the pairs of a bucket do not depend on the order of its members", arguments: 1...8)
  func order(seed: UInt64) {
    var cases = DuplicateCases(seed: seed)
    var members = (1...60).map { number in
      (id: EntityID(rawValue: Int64(number)), profile: DuplicateProfile(cases.record()))
    }
    let pairs = DuplicateBucket(members).pairs()
    for _ in 0..<5 {
      for place in members.indices { members.swapAt(place, cases.next(members.count)) }
      #expect(DuplicateBucket(members).pairs() == pairs)
    }
  }

  @Test("a key that more than 300 profiles share says nothing, and one that 300 share does")
  func limit() {
    func members(_ count: Int) -> [(id: EntityID, profile: DuplicateProfile)] {
      (0..<count).map { number in
        (
          EntityID(rawValue: Int64(number + 1)),
          profile("Thơ tình tuyển chọn hay nhất", publisher: "Văn học \(number)", year: 2000)
        )
      }
    }
    #expect(DuplicateBucket(members(300)).isActive)
    #expect(!DuplicateBucket(members(301)).isActive)
    #expect(DuplicateBucket(members(301)).pairs().isEmpty)
    // The same profile often is one profile.
    let copies = (1...400).map {
      (id: EntityID(rawValue: $0), profile: profile("Truyện Kiều", by: "Nguyễn Du", year: 1999))
    }
    #expect(DuplicateBucket(copies).isActive)
  }

  @Test("marks, case, spelling and punctuation do not part two records")
  func folding() {
    let one = profile(
      "Đường về : kỷ niệm", by: "Nguyễn, Nhật Ánh,", publisher: "NXB. Trẻ,", year: 2001)
    let other = profile(
      "DUONG VE KI NIEM", by: "Nguyen Nhat Anh", publisher: "Nhà xuất bản Trẻ", year: 2002)
    #expect(same(one, other))
    #expect(one.given == "anh")
    #expect(!Set(one.keys).isDisjoint(with: other.keys))
  }

  @Test(
    "volumes are told apart wherever they are written",
    arguments: [
      ("Sông Đông êm đềm tập 2", nil, "2"), ("Sông Đông êm đềm. T.2", nil, "2"),
      ("Sông Đông êm đềm", "Tập II", "2"), ("Sông Đông êm đềm", "Q. 1, t. 3", "1.3"),
      ("Sông Đông êm đềm", "Thượng", "thuong"), ("Tập 2", nil, ""), ("Vitamin t 4 và em", nil, ""),
    ] as [(String, String?, String)])
  func volumes(title: String, part: String?, volume: String) {
    #expect(profile(title, volume: part).volume == volume)
  }

  @Test("what speaks against two records being one stands above all likeness")
  func against() {
    let book = profile("Lịch sử Việt Nam phổ thông", by: "Lê Văn A", year: 2001)
    #expect(same(book, book))
    #expect(
      !same(book, profile("Lịch sử Việt Nam phổ thông", by: "Lê Văn A", volume: "2", year: 2001)))
    #expect(!same(book, profile("Lịch sử Việt Nam phổ thông", by: "Lê Văn B", year: 2001)))
    #expect(!same(book, profile("Lịch sử Việt Nam phổ thông", by: "Lê Văn A", year: 2003)))
    #expect(same(book, profile("Lịch sử Việt Nam phổ thông", by: "Lê Văn A", year: 2002)))
    #expect(same(book, profile("Lịch sử Việt Nam phổ thông", by: "Lê Văn A")))
    #expect(
      !same(
        profile("Tiếng Anh lớp 10 nâng cao", by: "Lê Văn A"),
        profile("Tiếng Anh lớp 11 nâng cao", by: "Lê Văn A")))
    let map = Leader(bytes: Array("00000nem a2200000 a 4500".utf8)) ?? .newBook
    let sheet = DuplicateCases.record(
      "Lịch sử Việt Nam phổ thông", by: "Lê Văn A", year: 2001, leader: map)
    #expect(
      DuplicateJudgement(book, DuplicateProfile(sheet)).reasons.contains(.otherMaterial))
  }

  @Test("one ISBN joins two records though half of the title differs; two ISBNs part them")
  func isbns() {
    let (first, second) = ("9786042109444", "9780306406157")
    let one = profile(
      "Dế Mèn phiêu lưu ký truyện thiếu nhi", by: "Tô Hoài", year: 1990, isbn: first)
    let other = profile("Dế Mèn phiêu lưu ký", by: "Nguyễn Sen", year: 2010, isbn: first)
    #expect(same(one, other))
    #expect(DuplicateJudgement(one, one).score == 98)
    #expect(!same(one, profile("Toán lớp ba", isbn: first)))
    #expect(
      !same(
        one,
        profile("Dế Mèn phiêu lưu ký truyện thiếu nhi", by: "Tô Hoài", year: 1990, isbn: second)))
  }

  @Test("a short title alone does not make two records one")
  func shortTitles() {
    #expect(!same(profile("Thơ", year: 2001), profile("Thơ", year: 2001)))
    #expect(
      same(profile("Thơ", by: "Tố Hữu", year: 2001), profile("Thơ", by: "Tố Hữu", year: 2001)))
    #expect(
      same(
        profile("Thơ", publisher: "Văn học", year: 2001),
        profile("Thơ", publisher: "NXB Văn học", year: 2001)))
    #expect(
      !same(
        profile("Thơ", publisher: "Văn học", year: 2001), profile("Thơ", publisher: "Văn học")))
  }

  @Test("keys are the same on every machine and in every run")
  func stable() {
    let words = profile(
      "Truyện Kiều tân chú bản mới", by: "Nguyễn Du", year: 1999, isbn: "9786042109444"
    ).keys.map(\.word)
    #expect(words.count == 6)
    #expect(words == words.sorted())
    #expect(words.allSatisfy { $0.utf8.count == 13 })
    #expect(
      profile("Truyện Kiều", isbn: "9786042109444").keys(.isbn).map(\.word) == ["0yj39ebuyjzvy"])
  }

  @Test("a subtitle that was left out or a wrong number leaves a key in common", arguments: 1...4)
  func noise(seed: UInt64) {
    let full = profile(
      "Cho tôi xin một vé đi tuổi thơ truyện dài", by: "Nguyễn Nhật Ánh", publisher: "Trẻ",
      year: 2008, isbn: "9786041234567")
    let noisy = [
      profile(
        "Cho tôi xin một vé đi tuổi thơ", by: "Nguyễn Nhật Ánh", publisher: "Trẻ", year: 2008),
      profile("Xin một vé đi tuổi thơ truyện dài", by: "Nguyễn Nhật Ánh", year: 2008),
      profile("Cho tôi xin một vé đi tuổi thơ truyện dài", year: 2008),
      profile("Cho toi xin mot ve di tuoi tho truyen dai", by: "Anh", year: 2009),
    ][Int(seed) - 1]
    #expect(!Set(full.keys).isDisjoint(with: noisy.keys))
    #expect(same(full, noisy))
  }
}
