import LibraryStore
import VietnameseText

extension Measurements {
  /// Type-ahead in the whole catalogue: the first twenty titles and how many there are.
  static func search(_ house: BenchHouse) throws -> [BenchRow] {
    let search = CatalogueSearch(try BenchHouse.desk(in: house.bigLibrary()).file)
    _ = try search.find("viet nam")
    return try queries().map { name, queries, limit in
      var samples = Samples()
      for query in queries {
        samples += [try microseconds { _ = try search.find(query) } / 1000]
      }
      return BenchRow(
        name: "search, \(name)", unit: "ms", ours: samples.p99, median: samples.median,
        goal: .atMost(limit))
    }
  }

  /// What people type, taken from titles and authors of the library itself.
  private static func queries() -> [(name: String, queries: [String], limit: Double)] {
    var generator = TitleGenerator(seed: 1)
    var titles: [[Substring]] = []
    for number in 0..<40_000 {
      let words = generator.next().title.lowercased().split(separator: " ")
      if number % 100 == 0, words.count > 4 { titles.append(words) }
    }
    func words(_ count: Int, from start: Int = 0) -> [String] {
      titles.map { $0[start..<start + count].joined(separator: " ") }
    }
    func prefixes(_ length: Int) -> [String] {
      titles.map { String(String($0[2]).folded.prefix(length)) }
    }
    func alone(_ texts: [String]) -> [String] { texts.map { $0 + " " } }
    let opened = titles.map { "\($0[0]) \($0[2].prefix(2))" }
    let typed = titles.prefix(20).flatMap { words in
      let text = words.joined(separator: " ")
      return (1...text.count).map { String(text.prefix($0)) }
    }
    let namesakes = ["van", "thị", "minh", "đức", "h", "thanh ho"]
    return [
      ("1 word", alone(words(1, from: 1)).map(\.foldedKeepingBlank), 10),
      ("1 word with tones", alone(words(1, from: 1)), 10),
      ("2 words", words(2).map(\.folded), 10), ("2 words with tones", words(2), 10),
      ("3 words", words(3, from: 1).map(\.folded), 10),
      ("3 words with tones", words(3, from: 1), 10),
      ("prefix of 1 letter", prefixes(1), 10), ("prefix of 2 letters", prefixes(2), 10),
      ("prefix of 3 letters", prefixes(3), 10), ("word and prefix", opened.map(\.folded), 10),
      ("word and prefix with tones", opened, 10),
      ("a title, each key", typed.map(\.foldedKeepingBlank), 10),
      ("a title with tones, each key", typed, 10),
      ("nguyen, nguyễn", (0..<100).map { $0 % 2 == 0 ? "nguyen" : "nguyễn" }, 30),
      ("nguyen and another name", namesakes.flatMap { ["nguyen \($0)", "nguyễn \($0)"] }, 30),
    ]
  }
}

extension String {
  /// Folded, with the blank at the end that says the last word is whole.
  fileprivate var foldedKeepingBlank: String { last == " " ? folded + " " : folded }
}
