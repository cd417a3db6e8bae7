import Foundation
import Testing

/// What session tests read off the desk's screen.
extension VirtualTerminal {
  func shows(_ words: String) -> Bool { text.contains(words) }

  /// Expects all of `words` on the screen, and shows the screen where one is missing.
  func expect(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    for words in words where !shows(words) {
      Issue.record("“\(words)” is not on the screen:\n\(text)", sourceLocation: sourceLocation)
    }
  }

  /// Expects `words` not to be on the screen.
  func expectNo(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if shows(words) {
      Issue.record("“\(words)” is on the screen:\n\(text)", sourceLocation: sourceLocation)
    }
  }

  /// How many loans the screen says the reader at the desk has.
  var loansShown: Int? {
    let label = "Đang mượn "
    guard let line = lines.first(where: { $0.contains(label) }),
      let place = line.range(of: label)
    else { return nil }
    return Int(line[place.upperBound...].prefix { $0.isNumber })
  }

  /// The copies that today's list shows, from the top.
  var copiesListed: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard words.count > 2, words[0].count == 5, words[0].contains(":") else { return nil }
      return words.first { $0.count == 6 && $0.first == "B" }.map(String.init)
    }
  }

  /// Leaves with F10 and expects a clean end.
  func leave(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try write(Keys.f10)
    let status = try waitForEnd()
    #expect(status == 0, "\(text)", sourceLocation: sourceLocation)
    #expect(isLineCooked, sourceLocation: sourceLocation)
    #expect(!isOnAlternateScreen, sourceLocation: sourceLocation)
  }
}

extension Sequence<String> {
  /// The codes as a scanner sends them.
  var scanned: String { map { $0 + "\r" }.joined() }
}
