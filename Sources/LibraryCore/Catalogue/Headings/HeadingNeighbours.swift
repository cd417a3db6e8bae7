public import MARC

/// Finds headings that are nearly one wherever in a list they stand: by hashes that such headings share, never pair by pair.
///
/// Takes about eighty bytes for each heading. The work is bounded: of headings that share a hash with very many others only
/// those are compared that stand near each other from A to Z, read forwards or backwards.
public struct HeadingNeighbours: Sendable {
  public struct Pair: Hashable, Sendable {
    /// The places of the headings in the order in which they were added.
    public let first: Int
    public let second: Int
    public let likeness: SimilarHeadings.Likeness
  }

  /// In a larger bucket only so many neighbours are compared, in each of two orders.
  private static let neighboursMaximum = 8
  private static let bucketMaximum = 32
  /// Shorter headings differ in a letter because they are different.
  private static let lettersMinimum = 8

  private struct Entry {
    var hash: UInt64
    var place: UInt32
    /// Which word is left out of the hash.
    var word: UInt32
  }

  private let comparesInitials: Bool
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var entries: [Entry] = []
  /// How many pairs were looked at letter by letter.
  public private(set) var comparisons = 0

  public init(kind: HeadingKind) { comparesInitials = kind == .person }

  public var count: Int { ends.count }

  /// Takes the next heading, as its key has it without marks; each key once.
  public mutating func add(_ folded: some StringProtocol) {
    bytes += folded.utf8
    ends.append(bytes.count)
  }

  private func folded(_ place: Int) -> ArraySlice<UInt8> {
    bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  private func words(_ place: Int) -> [ArraySlice<UInt8>] {
    folded(place).split(separator: UInt8(ascii: " "))
  }

  /// Gives the pairs likeness by likeness; `take` ends it by answering false.
  public mutating func eachPair(_ take: (Pair) throws -> Bool) rethrows {
    let searches: [(SimilarHeadings.Likeness, (inout Self, Range<Int>) -> [(Int, Int)])] =
      [
        (.words, { $0.wordPairs(in: $1) }), (.blanks, { $0.blankPairs(in: $1) }),
        (.letter, { $0.letterPairs(in: $1) }),
      ] + (comparesInitials ? [(.initials, { $0.initialPairs(in: $1) })] : [])
    for (likeness, pairs) in searches {
      fill(likeness)
      for bucket in buckets() {
        for (first, second) in pairs(&self, bucket) {
          let pair = Pair(first: min(first, second), second: max(first, second), likeness: likeness)
          guard try take(pair) else { return }
        }
      }
    }
    entries = []
  }

  // MARK: - Buckets

  private mutating func fill(_ likeness: SimilarHeadings.Likeness) {
    entries.removeAll(keepingCapacity: true)
    for place in 0..<count {
      let words = words(place)
      func add(_ hash: UInt64, word: Int = 0) {
        entries.append(Entry(hash: hash, place: UInt32(place), word: UInt32(word)))
      }
      switch likeness {
      case .words where words.count > 1:
        add(HeadingNeighbours.hash(words.sorted { $0.lexicographicallyPrecedes($1) }))
      case .blanks: add(HeadingNeighbours.hash([folded(place).filter { $0 != 0x20 }[...]]))
      case .letter where folded(place).count >= HeadingNeighbours.lettersMinimum:
        for left in words.indices {
          var rest = words
          rest[left] = []
          add(HeadingNeighbours.hash(rest), word: left)
        }
      case .initials where words.count > 1:
        var initials = words.map { $0.prefix(1) }
        initials[words.count - 1] = words[words.count - 1]
        add(HeadingNeighbours.hash(initials))
      default: break
      }
    }
    entries.sort { $0.hash == $1.hash ? $0.place < $1.place : $0.hash < $1.hash }
  }

  /// The runs of entries that share a hash, where there are two and more.
  private func buckets() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for next in entries.indices.dropFirst() where entries[next].hash != entries[start].hash {
      if next - start > 1 { found.append(start..<next) }
      start = next
    }
    if entries.count - start > 1 { found.append(start..<entries.count) }
    return found
  }

  /// FNV-1a of the words, each parted from the next.
  private static func hash(_ words: [ArraySlice<UInt8>]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x20) &* 0x100_0000_01B3
    }
    return hash
  }

  // MARK: - Pairs of a bucket

  private mutating func wordPairs(in bucket: Range<Int>) -> [(Int, Int)] {
    comparisons += bucket.count - 1
    return chain(bucket) { one, other in
      words(one).sorted { $0.lexicographicallyPrecedes($1) }
        == words(other).sorted { $0.lexicographicallyPrecedes($1) }
    }
  }

  private mutating func blankPairs(in bucket: Range<Int>) -> [(Int, Int)] {
    comparisons += bucket.count - 1
    return chain(bucket) { one, other in
      folded(one).filter { $0 != 0x20 } == folded(other).filter { $0 != 0x20 }
    }
  }

  /// Each heading with the one before it, which is enough where all of a bucket are alike.
  private func chain(
    _ bucket: Range<Int>, _ areAlike: (Int, Int) -> Bool
  ) -> [(Int, Int)] {
    zip(bucket, bucket.dropFirst()).compactMap { one, other in
      let pair = (Int(entries[one].place), Int(entries[other].place))
      return areAlike(pair.0, pair.1) ? pair : nil
    }
  }

  private mutating func letterPairs(in bucket: Range<Int>) -> [(Int, Int)] {
    let all = entries[bucket].map { entry in
      (place: Int(entry.place), word: words(Int(entry.place))[Int(entry.word)], at: entry.word)
    }
    var found: [(Int, Int)] = []
    func compare(_ order: [Int], _ reach: Int) {
      for (number, one) in order.enumerated() {
        for other in order.dropFirst(number + 1).prefix(reach) {
          comparisons += 1
          let (left, right) = (all[one], all[other])
          guard left.at == right.at,
            SimilarHeadingFinder.differInOneLetter(left.word, right.word)
          else { continue }
          found.append((left.place, right.place))
        }
      }
    }
    guard all.count > HeadingNeighbours.bucketMaximum else {
      compare(Array(all.indices), all.count)
      return found
    }
    let reach = HeadingNeighbours.neighboursMaximum
    compare(all.indices.sorted { all[$0].word.lexicographicallyPrecedes(all[$1].word) }, reach)
    compare(
      all.indices.sorted {
        all[$0].word.reversed().lexicographicallyPrecedes(all[$1].word.reversed())
      }, reach)
    var seen: Set<[Int]> = []
    return found.filter { seen.insert([min($0.0, $0.1), max($0.0, $0.1)]).inserted }
  }

  /// A name with initials beside the whole names that it may stand for: `N. V. Nam` and `Nguyễn Văn Nam`.
  private mutating func initialPairs(in bucket: Range<Int>) -> [(Int, Int)] {
    let places = entries[bucket].map { Int($0.place) }
    let short = places.filter { hasInitials($0) }
    let whole = places.filter { !hasInitials($0) }
    var found: [(Int, Int)] = []
    for one in short {
      for other in whole.prefix(HeadingNeighbours.neighboursMaximum) {
        comparisons += 1
        if standsFor(words(one), words(other)) { found.append((one, other)) }
      }
    }
    return found
  }

  private func hasInitials(_ place: Int) -> Bool { words(place).contains { $0.count == 1 } }

  private func standsFor(_ short: [ArraySlice<UInt8>], _ whole: [ArraySlice<UInt8>]) -> Bool {
    short.count == whole.count
      && zip(short, whole).allSatisfy { $0 == $1 || ($0.count == 1 && $1.first == $0.first) }
  }
}
