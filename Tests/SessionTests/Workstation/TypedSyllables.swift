import Foundation

/// Syllables and keys that type them, in an order that some hand might take.
enum TypedSyllables {
  /// The 6,600 syllables of the spelling dictionary where it is at hand, otherwise some hundred made from initials and rimes.
  static let all: [String] = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    let list = folder.path() + "shared/data/vn-words/vi_VN.dic"
    if let text = try? String(contentsOfFile: list, encoding: .utf8) {
      return text.split(separator: "\n").dropFirst().map(String.init).filter(isNative)
    }
    let rimes = [
      "a", "ài", "ảnh", "ãng", "ác", "ạch", "ăn", "ằm", "ắt", "ân", "ầu", "ấp", "e", "ẽo", "ết",
      "ênh", "iên", "iếp", "iều", "o", "ong", "oài", "oắt", "ô", "ối", "ộc", "ơ", "ời", "ớp", "u",
      "uân", "uôn", "uốc", "uồi", "uyên", "uyệt", "ư", "ừng", "ửi", "ưa", "ương", "ườn", "ước",
      "ượu",
    ]
    return ["b", "ch", "d", "đ", "h", "kh", "l", "nh", "t", "th", "tr", "x"].flatMap { initial in
      rimes.map { initial + $0 }
    }
  }()

  /// Loan words that are spelt with letters for which Telex has another use.
  private static func isNative(_ word: String) -> Bool {
    let foreign: Set = [
      "basoi", "email", "gen", "gip", "gram", "internet", "intranet", "ka", "palăng", "ping", "têt",
      "quoàng", "quoạng", "quoắt", "tivi", "tout", "v", "web", "xit",
    ]
    return word == word.lowercased() && !foreign.contains(word)
  }

  /// The Telex keys for a syllable, marks and tone at `turn`'s choice of places behind their letters.
  static func telex(_ syllable: String, turn: Int) -> String {
    var keys = ""
    var marks = ""
    var tone = ""
    var last: [Unicode.Scalar] = []
    for letter in syllable {
      let scalars = Array(String(letter).decomposedStringWithCanonicalMapping.unicodeScalars)
      let base = letter == "đ" ? "d" : String(scalars[0])
      keys += base
      let isOO =
        base == "o" && last.first == "o" && !(scalars + last).contains { Self.marks[$0] != nil }
      if isOO { keys += "o" }
      if letter == "đ" { marks += "d" }
      for scalar in scalars.dropFirst() {
        if let key = tones[scalar] { tone = key }
        guard let key = Self.marks[scalar] else { continue }
        // One w stands for both horns of ươ.
        if key == "w", marks.hasSuffix("w") { continue }
        marks += key.isEmpty ? base : key
      }
      if turn % 3 == 0 {
        keys += marks
        marks = ""
      }
      last = scalars
    }
    return turn % 2 == 0 ? keys + marks + tone : keys + tone + marks
  }

  private static let tones: [Unicode.Scalar: String] = [
    "\u{301}": "s", "\u{300}": "f", "\u{309}": "r", "\u{303}": "x", "\u{323}": "j",
  ]
  private static let marks: [Unicode.Scalar: String] = [
    "\u{302}": "", "\u{306}": "w", "\u{31B}": "w",
  ]
}
