import Foundation
import VietnameseText

/// Keys that type a syllable, in one of the many orders in which people do.
///
/// Each mark and the tone come somewhere behind the letter that carries it.
struct KeyOrders {
  let method: TypingMethod

  func keys(for syllable: String, using random: inout some RandomNumberGenerator) -> String {
    var keys: [Character] = []
    var late: [(after: Int, key: Character)] = []
    var previous: [Unicode.Scalar] = []
    let letters = Array(syllable)
    for (index, letter) in letters.enumerated() {
      let parts = Array(String(letter).nfd.unicodeScalars)
      let base = letter == "đ" ? "d" : letter == "Đ" ? "D" : Character(parts[0])
      keys.append(base)
      if letter == "đ" || letter == "Đ" { late.append((keys.count, method == .vni ? "9" : "d")) }
      for part in parts.dropFirst() {
        guard let key = key(for: part, on: base) else { continue }
        let isPair = part == "\u{31B}" && base.lowercased() == "u" && index + 1 < letters.count
        if isPair, String(letters[index + 1]).nfd.unicodeScalars.contains("\u{31B}") {
          // One key may stand for both horns of ươ, otherwise each comes with its letter.
          if Bool.random(using: &random) { keys.append(key) }
        } else {
          late.append((keys.count, key))
        }
      }
      // A vowel that is really double is typed with one more: xoong.
      if method != .vni, method != .viqr, Self.isDouble(previous, parts) { keys.append(base) }
      previous = parts
    }
    for (after, key) in late.sorted(by: { $0.after > $1.after }) {
      let place = Int.random(in: after...keys.count, using: &random)
      keys.insert(key, at: place)
    }
    return String(keys)
  }

  private static func isDouble(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
    let marks: Set<Unicode.Scalar> = ["\u{302}", "\u{31B}"]
    return ["o", "O"].contains(first.first) && ["o", "O"].contains(second.first)
      && marks.isDisjoint(with: first + second)
  }

  private func key(for mark: Unicode.Scalar, on base: Character) -> Character? {
    let isTelex = method == .telex || method == .simpleTelex
    return switch mark {
    case "\u{301}": isTelex ? "s" : method == .vni ? "1" : "'"
    case "\u{300}": isTelex ? "f" : method == .vni ? "2" : "`"
    case "\u{309}": isTelex ? "r" : method == .vni ? "3" : "?"
    case "\u{303}": isTelex ? "x" : method == .vni ? "4" : "~"
    case "\u{323}": isTelex ? "j" : method == .vni ? "5" : "."
    case "\u{302}": isTelex ? Character(base.lowercased()) : method == .vni ? "6" : "^"
    case "\u{31B}": isTelex ? "w" : method == .vni ? "7" : "+"
    case "\u{306}": isTelex ? "w" : method == .vni ? "8" : "("
    default: nil
    }
  }
}

/// Syllables to type: those of a spelling dictionary where it is at hand, and those of the grammar.
enum Syllables {
  /// The 6,600 syllables of `../shared/data/vn-words`, nil where the folder is absent.
  static let dictionary: [String]? = {
    let list = shared + "/vn-words/vi_VN.dic"
    guard let text = try? String(contentsOfFile: list, encoding: .utf8) else { return nil }
    return text.split(separator: "\n").dropFirst().map(String.init)
  }()

  static let shared: String = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<5 { folder.deleteLastPathComponent() }
    return folder.path() + "shared/data"
  }()

  /// Every syllable of the grammar, in both habits of placing the tone where they differ.
  static let grammatical: [String] = {
    let initials =
      " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(
        separator: " ", omittingEmptySubsequences: false)
    let vowels =
      "a ă â e ê i ia iê o oo ô ơ u ua uô ư ưa ươ y yê oa oă oe uâ uê uơ uy uya uyê ya".split(
        separator: " ")
    let codas =
      " c ch i m n ng nh o p t u y".split(separator: " ", omittingEmptySubsequences: false)
    var syllables: [String] = []
    for initial in initials {
      for shape in vowels.flatMap({ vowel in codas.map { initial + vowel + $0 } }) {
        syllables += Tone.allCases.compactMap { Syllable(shape: String(shape), tone: $0)?.text() }
      }
    }
    return syllables
  }()
}
