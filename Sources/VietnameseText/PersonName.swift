/// The parts of a Vietnamese name: họ, chữ đệm and tên.
///
/// Lists of people go by the given name, which is said last and by which people are addressed.
/// A name may lack the family name (Y Moan, H'Hen Niê, Khánh): then all of it is the given name.
///
/// ```swift
/// let name = PersonName("Công Tằng Tôn Nữ Thị An")
/// name.family  // "Công Tằng Tôn Nữ"
/// name.middle  // "Thị"
/// name.given   // "An"
/// name.direct  // "Công Tằng Tôn Nữ Thị An"
/// ```
public struct PersonName: Hashable, Sendable {
  /// The family name (họ), of one word or of several as in Tôn Nữ; may be empty.
  public let family: String

  /// The words between (chữ đệm); may be empty.
  public let middle: String

  /// The given name (tên): the last word, or the whole name where there is no family name.
  public let given: String

  /// Takes a full name apart, in direct order or with a comma behind the family name.
  ///
  /// A second family name behind the first (Trần Lê) counts as chữ đệm, as it does in registers.
  public init(_ fullName: String) {
    let composed = fullName.nfc
    if let comma = composed.firstIndex(of: ",") {
      let behind = composed[composed.index(after: comma)...].prefix { $0 != "," }
      let words = Self.words(String(behind))
      family = Self.words(String(composed[..<comma])).joined(separator: " ")
      middle = words.dropLast().joined(separator: " ")
      given = words.last ?? ""
      return
    }
    let words = Self.words(composed)
    let familyCount = Self.familyWordCount(words)
    let rest = words.dropFirst(familyCount)
    family = words.prefix(familyCount).joined(separator: " ")
    middle = familyCount == 0 ? "" : rest.dropLast().joined(separator: " ")
    given = familyCount == 0 ? words.joined(separator: " ") : rest.last ?? ""
  }

  /// The name as it is said, family name first, its parts joined by single blanks.
  public var direct: String {
    [family, middle, given].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// How many words the family name takes; at least one word is left for the given name.
  private static func familyWordCount(_ words: [String]) -> Int {
    guard words.count > 1, !isParticle(words[0]), !isAma(words) else { return 0 }
    let spellings = words.map(Spelling.init)
    for compound in compoundFamilies where compound.count < words.count {
      if zip(spellings, compound).allSatisfy({ $0.isWritten($1) }) { return compound.count }
    }
    return isImperial(spellings) ? 2 : 1
  }

  /// Whether the word starts with a particle of the Central Highlands (Y, H', K').
  ///
  /// Such a name has no family name in front. `J.` is an initial, no particle.
  private static func isParticle(_ word: String) -> Bool {
    guard let first = word.first, first.isASCII, first.isLetter else { return false }
    let rest = word.dropFirst()
    return rest.isEmpty || rest.first == "'" || rest.first == "\u{2019}"
  }

  private static func isAma(_ words: [String]) -> Bool {
    let beginning = words.prefix(2).map { $0.lowercased() }
    return beginning == ["a", "ma"] || beginning.first == "ama"
  }

  /// Whether the name is one of the imperial family: Nguyễn Phước or Nguyễn Phúc, a word that tells the
  /// generation, and a given name.
  ///
  /// Without such a word Phước is the chữ đệm of somebody called Nguyễn.
  private static func isImperial(_ words: [Spelling]) -> Bool {
    guard words.count >= 4, words[0].isWritten("nguyễn"),
      words[1].isWritten("phước") || words[1].isWritten("phúc")
    else { return false }
    return generations.contains { words[2].isWritten($0) }
  }
}

extension PersonName {
  /// A word as it is compared with a known one: with its marks, or without where it has none.
  private struct Spelling {
    let token: SearchToken?

    init(_ word: String) {
      let tokens = word.searchTokens
      token = tokens.count == 1 ? tokens.first : nil
    }

    /// Whether this is `known`, written with all its marks or, as on old machines, with none.
    func isWritten(_ known: String) -> Bool {
      guard let token, let other = known.searchTokens.first else { return false }
      return token.hasMarks ? token.exact == other.exact : token.folded == other.folded
    }
  }

  /// Family names of several words, the longest first.
  ///
  /// Those of the imperial house's descendants, those of Chinese origin, and those of the Gia Rai.
  private static let compoundFamilies = [
    "công tằng tôn nữ", "công huyền tôn nữ", "huyền tôn nữ", "tằng tôn nữ", "công tôn nữ",
    "tôn nữ", "tôn thất", "âu dương", "hoàng phủ", "rơ châm", "rơ chăm", "rơ mah", "rơ lan",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The twenty words of Minh Mạng's poem (Đế hệ thi) that name the generations of the imperial family.
  private static let generations = [
    "miên", "hồng", "hường", "ưng", "bửu", "bảo", "vĩnh", "quý", "định", "long", "trường", "hiền",
    "năng", "kham", "kế", "thuật", "thế", "thoại", "thụy", "quốc", "gia", "xương",
  ]
}
