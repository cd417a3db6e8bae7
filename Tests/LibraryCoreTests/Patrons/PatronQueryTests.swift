import LibraryCore
import Testing

@Suite struct PatronQueryTests {
  @Test("only the last word is a beginning, and a blank behind it ends it")
  func prefixes() {
    #expect(PatronQuery("nguyen van a").words.map(\.isPrefix) == [false, false, true])
    #expect(PatronQuery("nguyen van a ").words.map(\.isPrefix) == [false, false, false])
    #expect(PatronQuery("?!").isEmpty)
  }

  @Test("tones are kept only where they were typed")
  func tones() {
    #expect(PatronQuery("nguyen ánh").words.map(\.exact) == [nil, "ánh"])
    #expect(!PatronQuery("anh 1987").hasTones)
  }

  @Test("a telephone number with blanks is one word")
  func phone() {
    #expect(PatronQuery("+84 912 345 678").words.map(\.folded) == [["0912345678"]])
    #expect(PatronQuery("anh 0912").words.count == 2)
  }

  @Test("a thousand words cost no more than a name")
  func manyWords() {
    let typed = String(repeating: "an ", count: 1000)
    #expect(PatronQuery(typed).words.count == PatronQuery.wordsMaximum)
  }
}
