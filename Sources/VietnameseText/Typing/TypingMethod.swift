/// A way to type Vietnamese on a keyboard that has none of its letters.
///
/// | | sắc huyền hỏi ngã nặng | none | â ê ô | ơ ư | ă | đ | itself |
/// |---|---|---|---|---|---|---|---|
/// | Telex | s f r x j | z | aa ee oo | ow uw, w, [ ] | aw | dd | again |
/// | Simple Telex | s f r x j | z | aa ee oo | ow uw | aw | dd | again |
/// | VNI | 1 2 3 4 5 | 0 | a6 e6 o6 | o7 u7 | a8 | d9 | again |
/// | VIQR | ' \` ? ~ . | 0 | a^ e^ o^ | o+ u+ or o* u* | a( | dd | \\ before |
///
/// The tables are those that the users of the common engines know; VIQR is RFC 1456.
public enum TypingMethod: String, CaseIterable, Sendable {
  case telex
  /// Telex in which w alone, [ and ] stand for themselves.
  case simpleTelex = "simple-telex"
  case vni
  case viqr
}

/// What a key asks for; whether the word can take it is another question.
enum TypingKey {
  /// A tone; the level one takes the tone away.
  case tone(Tone)
  case mark(VowelMark)
  /// The bar of đ.
  case bar
  /// A whole letter: ơ or ư.
  case letter(rank: UInt8)
}

/// The vowels that a key changes, each with the rank it gives them.
struct VowelMark {
  var a: UInt8?
  var e: UInt8?
  var o: UInt8?
  var u: UInt8?

  /// The rank that a vowel with this base gets.
  func rank(for base: UInt8) -> UInt8? {
    switch base {
    case UInt8(ascii: "a"): a
    case UInt8(ascii: "e"): e
    case UInt8(ascii: "o"): o
    case UInt8(ascii: "u"): u
    default: nil
    }
  }

  static let circumflexA = VowelMark(a: Alphabet.ranks["â"])
  static let circumflexE = VowelMark(e: Alphabet.ranks["ê"])
  static let circumflexO = VowelMark(o: Alphabet.ranks["ô"])
  static let circumflex = VowelMark(
    a: Alphabet.ranks["â"], e: Alphabet.ranks["ê"], o: Alphabet.ranks["ô"])
  static let horn = VowelMark(o: Alphabet.ranks["ơ"], u: Alphabet.ranks["ư"])
  static let breve = VowelMark(a: Alphabet.ranks["ă"])
  static let hornOrBreve = VowelMark(
    a: Alphabet.ranks["ă"], o: Alphabet.ranks["ơ"], u: Alphabet.ranks["ư"])
}

extension TypingMethod {
  /// What `key`, an ASCII character in lower case, asks for; nil for one that stands for itself.
  func meaning(of key: UInt8) -> TypingKey? {
    switch self {
    case .telex: Self.telexTable[Int(key)]
    case .simpleTelex: Self.simpleTelexTable[Int(key)]
    case .vni: Self.vniTable[Int(key)]
    case .viqr: Self.viqrTable[Int(key)]
    }
  }

  /// Whether w alone is ư.
  var hasLoneHorn: Bool { self == .telex }

  private static let simpleTelexTable = table([
    ("z", .tone(.ngang)), ("s", .tone(.sac)), ("f", .tone(.huyen)), ("r", .tone(.hoi)),
    ("x", .tone(.nga)), ("j", .tone(.nang)), ("a", .mark(.circumflexA)),
    ("e", .mark(.circumflexE)), ("o", .mark(.circumflexO)), ("w", .mark(.hornOrBreve)),
    ("d", .bar),
  ])

  private static let telexTable: [TypingKey?] = {
    var keys = simpleTelexTable
    for (key, letter) in [("[", "ơ"), ("{", "ơ"), ("]", "ư"), ("}", "ư")]
      as [(Unicode.Scalar, Unicode.Scalar)]
    {
      keys[Int(key.value)] = Alphabet.ranks[letter].map { .letter(rank: $0) }
    }
    return keys
  }()

  private static let vniTable = table([
    ("0", .tone(.ngang)), ("1", .tone(.sac)), ("2", .tone(.huyen)), ("3", .tone(.hoi)),
    ("4", .tone(.nga)), ("5", .tone(.nang)), ("6", .mark(.circumflex)), ("7", .mark(.horn)),
    ("8", .mark(.breve)), ("9", .bar),
  ])

  private static let viqrTable = table([
    ("0", .tone(.ngang)), ("'", .tone(.sac)), ("`", .tone(.huyen)), ("?", .tone(.hoi)),
    ("~", .tone(.nga)), (".", .tone(.nang)), ("^", .mark(.circumflex)), ("+", .mark(.horn)),
    ("*", .mark(.horn)), ("(", .mark(.breve)), ("d", .bar),
  ])

  private static func table(_ keys: [(Unicode.Scalar, TypingKey)]) -> [TypingKey?] {
    var table = [TypingKey?](repeating: nil, count: 128)
    for (key, meaning) in keys { table[Int(key.value)] = meaning }
    return table
  }
}
