/// The parts of a Vietnamese name: họ, chữ đệm and tên.
///
/// Lists of people go by the given name, which is said last and by which people are addressed.
/// A name may lack the family name (Y Moan, H'Hen Niê, Khánh): then all of it is the given name.
public struct PersonName: Hashable, Sendable {
  /// The family name (họ), of one word or of several as in Tôn Nữ; may be empty.
  public let family: String

  /// The words between (chữ đệm); may be empty.
  public let middle: String

  /// The given name (tên): the last word, or the whole name where there is no family name.
  public let given: String

  /// Takes a full name apart, in direct order or with a comma behind the family name.
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

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// How many words the family name takes; at least one word is left for the given name.
  private static func familyWordCount(_ words: [String]) -> Int {
    guard words.count > 1, !isParticle(words[0]), !isAma(words) else { return 0 }
    let folded = words.map(\.folded)
    for compound in compoundFamilies where compound.count < words.count {
      if folded.starts(with: compound) { return compound.count }
    }
    return 1
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

  /// Family names of several words, folded, the longest first.
  private static let compoundFamilies = [
    "cong tang ton nu", "cong huyen ton nu", "huyen ton nu", "tang ton nu", "cong ton nu",
    "ton nu", "ton that", "au duong",
  ].map { $0.split(separator: " ").map(String.init) }
}
