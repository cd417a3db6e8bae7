import Testing
import VietnameseText

@Suite struct FuzzyMatchTests {
  @Test("letters are found in order, without marks, case and blanks")
  func findsLetters() {
    #expect(FuzzyText("Mượn sách").match("ms")?.offsets == [0, 5])
    #expect(FuzzyText("Mượn sách").match("MUON SACH")?.offsets == [0, 1, 2, 3, 5, 6, 7, 8])
    #expect(FuzzyText("Đăng xuất").match("đx")?.offsets == [0, 5])
    #expect(FuzzyText("Tie\u{302}\u{301}ng").match("ng")?.offsets == [3, 4])
    #expect(FuzzyText("Mượn sách").match("sm") == nil)
    #expect(FuzzyText("").match("a") == nil)
    #expect(FuzzyText("abc").match(" ")?.offsets == [])
    #expect(FuzzyText("Æsop 日本").match("es日")?.offsets == [0, 1, 5, 5, 5])
  }

  @Test(
    "the better fit scores more",
    arguments: [
      ("ms", "Mượn sách", "Xem số liệu"), ("ms", "Mượn sách", "Tìm sách"),
      ("tra", "Trả sách", "Tải lại trang"), ("sach", "Trả sách", "Sửa ảnh chụp"),
      ("in", "In phiếu", "Tìm bạn đọc in"), ("ks", "Kiểm kê sách", "Mục sách"),
    ])
  func prefersWordStarts(pattern: String, better: String, worse: String) {
    let scores = (FuzzyMatch.score(pattern, in: better), FuzzyMatch.score(pattern, in: worse))
    #expect((scores.0 ?? 0) > (scores.1 ?? 0))
  }

  @Test("it finds what a plain search for a subsequence finds, never less, never more")
  func agreesWithSubsequence() {
    var random = SeededGenerator(seed: 7)
    let letters = Array("aăbđ e")
    func text(_ count: Int) -> String {
      String((0..<count).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
    }
    for _ in 0..<3_000 {
      let (pattern, text) = (text(Int.random(in: 0...4, using: &random)), text(10))
      var wanted = pattern.folded.filter { $0 != " " }[...]
      for character in text.folded where character == wanted.first { wanted = wanted.dropFirst() }
      let match = FuzzyText(text).match(pattern)
      #expect((match != nil) == wanted.isEmpty, "\(pattern) in \(text)")
      if let match {
        let found = match.offsets.map { Array(text)[$0] }
        #expect(String(found).folded == pattern.folded.filter { $0 != " " })
        #expect(match.offsets == match.offsets.sorted())
      }
    }
  }
}
