/// A reason for looking whether two records are one: records that have a key in common are compared.
///
/// The seven keys of sync design 3.3: K1 ISBN and volume · K2 title, volume, year · K3 title, volume, given name · K4 the first
/// four syllables, given name, volume · K5 the last four · K6 title and volume, from five syllables on · K7 a national number.
/// A key is kept as 64 bits of its text (FNV-1a, then mixed), the same on every machine and in every run.
public struct DuplicateKey: Hashable, Comparable, Sendable {
  public enum Kind: UInt8, CaseIterable, Sendable {
    case isbn = 1
    case titleYear
    case titleGiven
    case firstSyllables
    case lastSyllables
    case title
    case nationalNumber

    /// `K1` to `K7`.
    public var name: String { "K\(rawValue)" }

    public init?(name: String) {
      guard let kind = Kind.allCases.first(where: { $0.name == name.uppercased() }) else {
        return nil
      }
      self = kind
    }
  }

  /// A key that more profiles than this share, such as the title `Thơ`, is not looked at.
  public static let profilesMaximum = 300
  private static let syllablesOfPart = 4
  private static let syllablesMinimum = 5

  public let hash: UInt64

  private init(_ kind: Kind, _ parts: [String]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    add(kind.rawValue)
    for part in parts {
      for byte in part.utf8 { add(byte) }
      add(0x1F)
    }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    self.hash = hash ^ hash >> 33
  }

  /// The key as a word of thirteen letters and digits, as an index of words keeps it.
  public var word: String {
    let digits = String(hash, radix: 36)
    return String(repeating: "0", count: 13 - digits.utf8.count) + digits
  }

  public static func < (left: DuplicateKey, right: DuplicateKey) -> Bool { left.hash < right.hash }

  /// The keys of a profile of one kind; nearly always one or none.
  static func keys(_ kind: Kind, of profile: DuplicateProfile) -> [DuplicateKey] {
    let title = profile.title.joined(separator: " ")
    let (volume, count) = (profile.volume, profile.title.count)
    switch kind {
    case .isbn: return profile.isbns.map { DuplicateKey(kind, [$0, volume]) }
    case .nationalNumber: return profile.nationalNumbers.map { DuplicateKey(kind, [$0]) }
    case .titleYear:
      guard count > 0, let year = profile.year else { return [] }
      return [DuplicateKey(kind, [title, volume, String(year)])]
    case .titleGiven:
      guard count > 0, let given = profile.given else { return [] }
      return [DuplicateKey(kind, [title, volume, given])]
    case .firstSyllables, .lastSyllables:
      guard count >= syllablesOfPart, let given = profile.given else { return [] }
      let part =
        kind == .firstSyllables
        ? profile.title.prefix(syllablesOfPart) : profile.title.suffix(syllablesOfPart)
      return [DuplicateKey(kind, [part.joined(separator: " "), given, volume])]
    case .title: return count >= syllablesMinimum ? [DuplicateKey(kind, [title, volume])] : []
    }
  }
}

extension DuplicateProfile {
  /// All keys, sorted, each once.
  public var keys: [DuplicateKey] {
    Set(DuplicateKey.Kind.allCases.flatMap { DuplicateKey.keys($0, of: self) }).sorted()
  }

  public func keys(_ kind: DuplicateKey.Kind) -> [DuplicateKey] {
    DuplicateKey.keys(kind, of: self)
  }
}
