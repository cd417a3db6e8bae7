import Foundation

@testable import VietnameseText

/// Makes sentences of valid syllables: those of the spelling dictionary beside the project where
/// it is there, and those the grammar builds everywhere else.
struct Sentences {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Three to twelve syllables, mostly as a sentence, sometimes as a name, in capitals or small.
  mutating func next() -> String {
    var words = (0..<Int.random(in: 3...12, using: &random)).map { _ in
      Self.syllables[Int.random(in: Self.syllables.indices, using: &random)]
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: words = words.map(\.capitalized)
    case 1: words = words.map { $0.uppercased() }
    case 2: break
    default: words[0] = words[0].capitalized
    }
    return words.joined(separator: " ")
  }

  static let syllables: [String] = dictionary ?? built

  private static let dictionary: [String]? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let list = root.appending(path: "shared/data/vn-words/vi_VN.dic")
    guard let content = try? String(contentsOf: list, encoding: .utf8) else { return nil }
    return content.split(whereSeparator: \.isNewline).dropFirst()
      .compactMap { $0.split(separator: "/").first.map { String($0).nfc } }
      .filter { $0 == $0.lowercased() && Syllable($0) != nil }
  }()

  private static let built: [String] = {
    var syllables: [String] = []
    for onset in Onset.kinds.keys {
      for rime in Rime.all.keys {
        for tone in Tone.allCases {
          guard let syllable = Syllable(shape: onset.text + rime.text, tone: tone) else { continue }
          syllables.append(syllable.text())
        }
      }
    }
    return Set(syllables).sorted()
  }()
}
