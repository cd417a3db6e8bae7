import Foundation
import Testing
import VietnameseText

/// Keys and texts from the tests of two other engines, read from `../shared` where it is.
@Suite("Typing: the samples of other engines", .enabled(if: Syllables.dictionary != nil))
struct TypingSampleTests {
  private func rows(_ name: String) throws -> [[String]] {
    let path = Syllables.shared + "/typing-sample/" + name
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private func type(
    _ keys: String, _ method: TypingMethod = .telex, checksSpelling: Bool = true
  ) -> [String] {
    [TonePlacement.traditional, .modern].map { placement in
      var typing = VietnameseTyping(
        TypingRules(method, placement: placement, checksSpelling: checksSpelling))
      return typing.text(of: keys)
    }
  }

  @Test("the cases of both engines, each with the check of spelling that its engine has")
  func cases() throws {
    // One engine undoes the horn where this one takes the second w for what it is in cuwongwf;
    // the other knows a tơng; and `x` belongs behind letters that the case does not say.
    let known: Set = ["duwongwj", "tongw", "x"]
    var count = 0
    var wrong: Set<String> = []
    for row in try rows("typing_cases.tsv") {
      count += 1
      let method = try #require(TypingMethod(rawValue: row[1]))
      let texts = type(row[3], method, checksSpelling: row[0] != "bamboo-core")
      let last = texts.map { $0.split(separator: " ").last.map(String.init) ?? "" }
      if !last.contains(row[4]) { wrong.insert(row[3]) }
    }
    #expect(count == 413)
    #expect(wrong == known)
  }

  @Test("the pairs of keys and syllables")
  func pairs() throws {
    // quoạng and quoắt are old spellings of quạng and quắt.
    let known: Set = ["quoajng", "quoawts"]
    let rows = try rows("telex_pairs_10pct.tsv")
    #expect(rows.count == 3_022)
    #expect(Set(rows.filter { !type($0[0]).contains($0[1]) }.map { $0[0] }) == known)
  }

  @Test("the words with every order of their keys")
  func orders() throws {
    let rows = try rows("telex_orders_10pct.tsv")
    #expect(rows.count == 572)
    for row in rows {
      for keys in row[1].split(separator: ",") {
        #expect(type(String(keys)).contains(row[0]), "\(keys)")
      }
    }
  }
}
