import LibraryCore
import Testing

@Suite struct TextPatternTests {
  @Test(
    "patterns find what they say",
    arguments: [
      ("a+b", "xaab", true), ("^ab", "xab", false), ("b$", "ab", true), ("a|bc", "xbc", true),
      ("[0-9]{4}", "năm 1999", true), ("[0-9]{5}", "năm 1999", false), ("[^a-z]", "abc", false),
      ("\\d\\s\\w", "1 ă", true), ("\\bnam\\b", "việt nam", true), ("\\bnam\\b", "namm", false),
      ("(ab)*c", "ababc", true), ("(?:a|b)+?c", "abac", true), ("\\.", "a.b", true),
      ("x?", "", true),
      ("[]a]", "]", true), ("[a\\]]", "]", true), ("", "bất cứ", true), ("a{2,3}", "aa", true),
      ("()*", "a", true), ("(a*)*b", "aaab", true),
    ])
  func found(pattern: String, text: String, isFound: Bool) throws {
    #expect(try TextPattern(pattern).isFound(in: text) == isFound)
  }

  @Test("composed and decomposed letters are one, and what is not replaced keeps its form")
  func forms() throws {
    let decomposed = "tie\u{302}\u{301}ng Vie\u{323}\u{302}t"
    let replaced = try TextPattern("tiếng").replacing(in: decomposed, with: "chữ")
    #expect(replaced.count == 1)
    #expect(Array(replaced.text.unicodeScalars) == Array("chữ Vie\u{323}\u{302}t".unicodeScalars))
  }

  @Test(
    "groups stand in the replacement",
    arguments: [
      ("(\\d+)-(\\d+)", "12-34 5-6", "$2-$1", "34-12 6-5"), ("a", "aaa", "$$", "$$$"),
      ("x*", "abc", "-", "-a-b-c-"), ("(a)|b", "ab", "[$1]", "[a][]"), ("a", "a", "$0$0$9", "aa"),
      ("\\s+$", "chữ  ", "", "chữ"), ("(.*?),", "a,b,", "<$1>", "<a><b>"),
    ])
  func replaced(pattern: String, text: String, template: String, result: String) throws {
    #expect(try TextPattern(pattern).replacing(in: text, with: template).text == result)
  }

  @Test("case is ignored when asked, also of letters with marks")
  func ignoringCase() throws {
    #expect(try TextPattern("VIỆT", ignoresCase: true).isFound(in: "tiếng việt"))
    #expect(try !TextPattern("VIỆT").isFound(in: "tiếng việt"))
    #expect(try TextPattern("[A-C]", ignoresCase: true).isFound(in: "b"))
  }

  @Test(
    "a pattern that would run for years is given up",
    arguments: ["(a+)+b", "(a|aa)+b", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)b"])
  func bounded(pattern: String) throws {
    let text = String(repeating: "a", count: 2000)
    #expect(throws: TextPattern.TooMuchWork.self) { try TextPattern(pattern).isFound(in: text) }
  }

  @Test("a long text is gone through without trouble")
  func long() throws {
    let text = String(repeating: "chữ ", count: 20_000)
    #expect(try TextPattern("\\s+$").replacing(in: text + "!", with: "").count == 0)
    #expect(try TextPattern("chữ").replacing(in: text, with: "c").count == 20_000)
  }

  @Test(
    "what is no pattern is said to be none, with its place",
    arguments: [
      ("(a", 2), ("a)", 1), ("[a", 2), ("*a", 0), ("a{3,1}", 5), ("\\q", 1), ("a**", 2),
      ("[z-a]", 3),
      ("(?=a)", 2), ("\\", 1),
    ])
  func faults(pattern: String, place: Int) {
    let fault = #expect(throws: TextPattern.Fault.self) { try TextPattern(pattern) }
    #expect(fault?.place == place)
  }

  @Test("rubbish is a pattern or is none, and never a crash", arguments: 1...4)
  func rubbish(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let letters = Array("ab(|)*+?[]^$\\dw{1,}.-")
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<10 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        text.append(letters[Int(state % UInt64(letters.count))])
      }
      guard let pattern = try? TextPattern(text) else { continue }
      let replaced = try? pattern.replacing(in: "abba (ab) 11", with: "$1x")
      #expect(replaced == nil || replaced?.count ?? 0 >= 0)
    }
  }
}
