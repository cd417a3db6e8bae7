public import MARC
import VietnameseText

/// What two records are compared by, read from one record alone.
///
/// Workstation and hub make the same profile of the same bytes (sync design 3.3): all texts are folded (case, marks and punctuation
/// gone, đ as d, y as i where both are current), lists are sorted, and nothing depends on what else a library has.
/// A change of any rule in this folder raises `rulesVersion`, and all keys are made anew.
public struct DuplicateProfile: Hashable, Sendable {
  public static let rulesVersion = 1

  /// The syllables of title, remainder and part (245 $a $b $p), without number and word of the volume.
  public let title: [String]
  /// Which volume it is, as numbers (`2`, `1.3`) or the folded words of 245 $n; empty for a work of one.
  public let volume: String
  public let year: Int?
  /// All valid numbers in thirteen digits.
  public let isbns: [String]
  /// The main author's given name: the last syllable of a name, also where the heading turns it round.
  public let given: String?
  public let authorWords: [String]
  /// The publisher's own words, without `NXB`, `Press` and their like.
  public let publisherWords: [String]
  public let material: Material
  /// Numbers of national bibliographies and legal deposit (010, 015, 017), each behind its tag.
  public let nationalNumbers: [String]

  public init(_ record: Record) {
    let bibliography = Bibliography(record)
    let field = record.first("245")
    var syllables = DuplicateProfile.words(field, "abp")
    let stated = DuplicateProfile.words(field, "n")
    volume =
      stated.isEmpty
      ? VolumeNumber.cut(from: &syllables) ?? "" : VolumeNumber.joined(stated)
    title = syllables
    year = bibliography.year
    isbns = Set(bibliography.isbns.map(\.digits)).sorted()
    material = Material(record)
    let name =
      bibliography.mainContributor?.name
      ?? bibliography.title?.responsibility.map {
        // Several names, or what they did: the first name is the one to compare by.
        String($0.prefix { $0 != ";" && $0 != "," })
      }
    given = name.flatMap(DuplicateProfile.given)
    authorWords = name.map { Set(DuplicateProfile.words($0)).sorted() } ?? []
    publisherWords =
      Set(DuplicateProfile.words(bibliography.publication?.publisher ?? ""))
      .subtracting(DuplicateProfile.publishingWords).sorted()
    nationalNumbers = DuplicateProfile.nationalNumbers(record)
  }

  private static func words(_ text: String) -> [String] {
    text.folded(.lettersAndSpelling).split(separator: " ").map(String.init)
  }

  private static func words(_ field: Field?, _ codes: String) -> [String] {
    guard let field else { return [] }
    return field.subfields.filter { codes.utf8.contains($0.code.byte) }.flatMap {
      words(CatalogueEntry.readable($0.text))
    }
  }

  private static func given(_ name: String) -> String? {
    let parts = name.split(separator: ",", maxSplits: 2).map { words(String($0)) }
    guard let first = parts.first else { return nil }
    return (parts.count > 1 ? parts[1].last : nil) ?? first.last
  }

  private static func nationalNumbers(_ record: Record) -> [String] {
    var numbers: Set<String> = []
    for field in record.fields where nationalTags.contains(field.tag) {
      guard let number = field.text("a")?.folded, !number.isEmpty else { continue }
      numbers.insert("\(field.tag) \(number)")
    }
    return numbers.sorted()
  }

  private static let nationalTags: Set<Tag> = ["010", "015", "017"]

  /// What the names of publishers have in common.
  private static let publishingWords: Set<String> = [
    "nha", "xuat", "ban", "nxb", "cong", "ti", "tnhh", "press", "publisher", "publishers",
    "publishing", "books", "co", "inc", "ltd", "editions", "verlag", "the", "and",
  ]
}

/// Finds which volume of a work a title speaks of.
enum VolumeNumber {
  private static let words: Set<String> = [
    "tap", "quien", "quyen", "phan", "vol", "volume", "tome", "tom", "band", "part",
  ]
  /// They mean a volume only where number and title end.
  private static let letters: Set<String> = ["t", "q", "p", "v", "bd"]

  /// Takes the last word and number of a volume out of the syllables of a title.
  static func cut(from syllables: inout [String]) -> String? {
    guard syllables.count > 2 else { return nil }
    for place in stride(from: syllables.count - 2, through: 1, by: -1) {
      guard let number = number(syllables[place + 1]) else { continue }
      let isLast = place + 2 == syllables.count
      let word = syllables[place]
      guard words.contains(word) || isLast && letters.contains(word) else { continue }
      syllables.removeSubrange(place...place + 1)
      return number
    }
    return nil
  }

  /// The numbers of a stated volume; its words where it has none.
  static func joined(_ stated: [String]) -> String {
    let numbers = stated.compactMap(number)
    return numbers.isEmpty
      ? stated.joined(separator: " ") : numbers.joined(separator: ".")
  }

  private static func number(_ word: String) -> String? {
    if word.utf8.count <= 4, let number = Int(word) { return String(number) }
    return roman[word]
  }

  private static let roman: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
      "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ].enumerated().map { ($0.element, String($0.offset + 1)) })
}
