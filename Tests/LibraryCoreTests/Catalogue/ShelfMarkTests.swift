import LibraryCore
import MARC
import Testing

struct ShelfMarkTests {
  /// The table that the program carries.
  private let rhymes: RhymeTable

  init() throws { rhymes = try RhymeTable(tsv: ProjectData.bytes("shelf-mark-rhymes.tsv")) }

  @Test(
    "the marks that are strongly remembered come out",
    arguments: [
      ("Lịch sử", "L302S"), ("Truyện Kiều", "TR527K"), ("Phương pháp", "PH561PH"),
      ("Khoa học", "KH401H"), ("Kinh tế", "K312T"), ("Tìm hiểu", "T310H"), ("Luật", "L504"),
      ("Hướng dẫn", "H561D"), ("Giáo trình", "GI108TR"), ("Ứng dụng", "Ư556D"),
      ("Quản lý", "QU105L"), ("Toán", "T406"), ("Việt Nam", "V308N"), ("Một số", "M458S"),
      ("Sức khỏe", "S552KH"), ("Sức khoẻ", "S552KH"), ("Nghiên cứu", "NGH305C"),
      ("Hồ Chí Minh", "H450CH"), ("Người", "NG558"), ("Những", "NH556"),
    ])
  func remembered(words: String, mark: String) {
    #expect(NameCode(words, isName: false, rhymes)?.text == mark)
  }

  @Test("the end of a name's mark is the library's choice")
  func endings() {
    func mark(_ ending: NameCode.Ending) -> String? {
      NameCode("Nguyễn Nhật Ánh", isName: true, rhymes, ending: ending)?.text
    }
    #expect(mark(.given) == "NG527A")
    #expect(mark(.second) == "NG527NH")
    #expect(mark(.letter) == "NG527N")
    #expect(mark(.none) == "NG527")
    #expect(NameCode("Truyện Kiều", isName: false, rhymes, ending: .given)?.text == "TR527K")
  }

  @Test("the parse of a mark shows its parts, and a rhyme without a number gives none")
  func parse() throws {
    let code = try #require(NameCode("Yêu người", isName: false, rhymes))
    #expect((code.initial, code.rhyme, code.ending) == ("Y", "yêu", "NG"))
    #expect(code.text == nil)
    #expect(NameCode("Harry Potter", isName: false, rhymes) == nil)
    #expect(NameCode("", isName: true, rhymes) == nil)
    let own = rhymes.laying(["yêu": 603])
    #expect(NameCode("Yêu người", isName: false, own)?.text == "Y603NG")
    #expect(ParsedMark("895.92234 NG527A 2009") == ParsedMark("ng527a"))
    #expect(ParsedMark("005.1 NGU 2020") == nil)
  }

  private let book = ShelfMarkFacts(
    title: "Cho tôi xin một vé", author: "Nguyễn Nhật Ánh", classNumber: "895.92234", year: "2009",
    height: 20)

  @Test("each scheme makes its mark")
  func schemes() throws {
    let cutter = CutterTable(tsv: "Ng\t576\nNguyen\t573\nNo\t600\n")
    func text(_ scheme: ShelfMarkScheme) -> String {
      let marking = ShelfMarking(
        scheme: scheme, ending: .given, rhymes: rhymes, cutter: cutter)
      var facts = book
      facts.nextNumbers = ["VV": 124]
      let proposal = marking.propose(facts)
      #expect(proposal.isWhole)
      return proposal.text
    }
    #expect(text(.runningNumber) == "VV.124")
    #expect(text(.threeLetters) == "895.92234 NGU 2009")
    #expect(text(.nameCode) == "895.92234 NG527A")
    #expect(text(.initials) == "895.92234 NNA.CT 2009")
    #expect(text(.cutter) == "895.92234 N573")
  }

  @Test("what is missing is said, and the rest of the mark is made")
  func gaps() {
    let marking = ShelfMarking(scheme: .nameCode, ending: .second, rhymes: rhymes)
    let foreign = marking.propose(ShelfMarkFacts(author: "Rowling, J. K."))
    #expect(foreign.gaps == [.noClass, .notVietnamese("Rowling, J. K.")])
    let unknown = marking.propose(ShelfMarkFacts(title: "Yêu", classNumber: "152.4"))
    #expect(unknown.gaps == [.unknownRhyme("yêu")])
    #expect(unknown.text == "152.4")
    let numbered = ShelfMarking(scheme: .runningNumber, ending: .second, rhymes: rhymes)
    #expect(numbered.propose(ShelfMarkFacts(title: "A")).gaps == [.noSize])
    let cutter = ShelfMarking(scheme: .cutter, ending: .second, rhymes: rhymes)
    #expect(cutter.propose(book).gaps == [.noCutterTable])
  }

  @Test("what a cataloguer decided once is proposed the next time")
  func learned() {
    let marking = ShelfMarking(
      scheme: .nameCode, ending: .given, rhymes: rhymes,
      learned: [ShelfMarking.key("Rowling, J. K."): "R435J"])
    let facts = ShelfMarkFacts(title: "Harry Potter", author: "ROWLING, J.K.", classNumber: "823")
    #expect(marking.propose(facts).text == "823 R435J")
  }

  @Test("books stand by size: 19 cm is small, 27 is middling")
  func sizes() {
    let stacks = [19, 20, 27, 28].map { ShelfMarkFacts(height: $0).stackBySize }
    #expect(stacks == ["VN", "VV", "VV", "VL"])
    let record = Record(
      leader: .newBook,
      fields: [
        Field("082", "0", "4", [Subfield("a", "895.922/34")]),
        Field("100", "1", " ", [Subfield("a", "Tô Hoài.")]),
        Field("245", "1", "0", [Subfield("a", "Dế mèn :"), Subfield("b", "truyện")]),
        Field("260", [Subfield("c", "1941")]), Field("300", [Subfield("c", "13 x 19 cm")]),
      ])
    let facts = ShelfMarkFacts(record)
    #expect(facts.classNumber == "895.92234")
    #expect((facts.author, facts.year, facts.stackBySize) == ("Tô Hoài", "1941", "VN"))
  }

  @Test("a library's own marks tell the numbers of its rhymes")
  func inference() {
    var inference = MarkInference(rhymes)
    for title in ["Yêu người", "Yêu đời", "Yêu nước"] {
      inference.take("895.92214 Y603NG", author: nil, title: title)
    }
    inference.take("V308N", author: "Nguyễn Du", title: "Việt Nam sử lược")
    inference.take("không phải ký hiệu", author: nil, title: "Yêu")
    let findings = inference.findings
    #expect(findings.map(\.rhyme) == ["iêt", "yêu"])
    #expect(findings.map(\.isNew) == [false, true])
    #expect(findings.map(\.isClear) == [false, true])
    #expect(inference.markCount == 4)
  }

  @Test("the 19 classes and Dewey lead to each other as far as the table goes")
  func crosswalk() throws {
    let text = String(decoding: try ProjectData.bytes("class-crosswalk.tsv"), as: UTF8.self)
    let table = ClassCrosswalk(tsv: text)
    #expect(table.lines.count == 19)
    #expect(table.line(national: "63.1")?.dewey == "630")
    #expect(table.line(national: "3K5H")?.dewey == "335.4")
    #expect(table.line(dewey: "895.92234")?.national == "V")
    #expect(table.line(dewey: "512")?.national == "5")
    #expect(table.line(dewey: "616.1")?.national == "61")
    #expect(table.line(national: "Đ")?.dewey == nil)
    let own = table.laying(["V": "895.9223", "ĐC": ""])
    #expect(own.line(national: "V2")?.dewey == "895.9223")
    #expect(own.line(national: "ĐC")?.dewey == nil)
  }
}
