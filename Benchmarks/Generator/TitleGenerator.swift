import VietnameseText

/// One made-up book.
public struct GeneratedBook: Hashable, Sendable {
  public var title: String
  public var author: String
  public var publisher: String
  public var year: Int
}

/// Makes up books whose words are spread as in a Vietnamese catalogue, the same for every seed.
///
/// Titles have 3 to 14 syllables: ready-made phrases of the trade, and syllables from a vocabulary
/// of some thousands in which the commonest stand first (Zipf's law). About 38 % of the authors
/// are named Nguyễn. Nothing here is the title of a real book but by chance.
public struct TitleGenerator: Sendable {
  /// Every syllable that titles are made of, the commonest first.
  public let vocabulary: [String]

  private let vocabularySums: [Double]
  private let surnameSums: [Double]
  private var random: Random

  /// A generator that always makes the same books for `seed`.
  public init(seed: UInt64) {
    random = Random(state: seed)
    vocabulary = Self.makeVocabulary()
    vocabularySums = Self.runningSums((1...vocabulary.count).map { 1 / Double($0) })
    surnameSums = Self.runningSums(GeneratorWords.surnames.map(\.weight))
  }

  /// The next book.
  public mutating func next() -> GeneratedBook {
    GeneratedBook(
      title: nextTitle(), author: nextAuthor(), publisher: pick(GeneratorWords.publishers),
      year: nextYear())
  }

  /// The next title.
  public mutating func nextTitle() -> String {
    let wanted = 3 + min(random.below(7) + random.below(6), 11)
    var syllables: [Substring] = []
    while syllables.count < wanted {
      if random.below(100) < 45 {
        syllables += pick(GeneratorWords.phrases).split(separator: " ")
      } else {
        syllables.append(vocabulary[draw(vocabularySums)][...])
      }
    }
    var title = syllables.prefix(14).joined(separator: " ")
    if random.below(12) == 0 { title += ". Tập \(1 + random.below(12))" }
    return Self.capitalised(title)
  }

  /// The next author, in direct order.
  public mutating func nextAuthor() -> String {
    let surname = GeneratorWords.surnames[draw(surnameSums)].name
    let middle = random.below(10) < 8 ? pick(GeneratorWords.middleNames) + " " : ""
    return "\(surname) \(middle)\(pick(GeneratorWords.givenNames))"
  }

  /// A year of publication; most books of a library are of the last twenty years.
  private mutating func nextYear() -> Int {
    let age = min(random.below(70), random.below(70), random.below(70))
    return 2025 - age
  }

  private mutating func pick(_ words: [String]) -> String {
    words[random.below(words.count)]
  }

  /// An index drawn by the weights that `sums` adds up.
  private mutating func draw(_ sums: [Double]) -> Int {
    let wanted = random.fraction() * (sums.last ?? 0)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func runningSums(_ weights: [Double]) -> [Double] {
    var sum = 0.0
    return weights.map { weight in
      sum += weight
      return sum
    }
  }

  private static func capitalised(_ title: String) -> String {
    title.prefix(1).uppercased() + title.dropFirst()
  }

  /// The words of the phrases first, then legal syllables in an order that looks like chance.
  private static func makeVocabulary() -> [String] {
    var seen: Set<String> = []
    var words: [String] = []
    for phrase in GeneratorWords.commonSyllables + GeneratorWords.phrases {
      for syllable in phrase.split(separator: " ").map({ $0.lowercased() })
      where seen.insert(syllable).inserted { words.append(syllable) }
    }
    var random = Random(state: 0x7475_7468_7563)
    var others: [String] = []
    for initial in GeneratorWords.initials {
      for rime in GeneratorWords.rimes {
        for tone in Tone.allCases where random.below(5) < 2 {
          let syllable = Syllable(shape: initial + rime, tone: tone)
          guard let text = syllable?.text(), seen.insert(text).inserted else { continue }
          others.append(text)
        }
      }
    }
    others.shuffle(using: &random)
    return words + others.prefix(4_000)
  }
}

/// A small generator with a fixed sequence (SplitMix64).
private struct Random: RandomNumberGenerator, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  mutating func fraction() -> Double {
    Double(next() >> 11) / Double(1 << 53)
  }
}
