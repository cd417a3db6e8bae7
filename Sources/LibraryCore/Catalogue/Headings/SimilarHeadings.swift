public import MARC
import VietnameseText

/// Headings that may be one and the same, the one to keep first.
public struct SimilarHeadings: Equatable, Sendable {
  /// What they have in common, and in what they differ.
  public enum Likeness: String, CaseIterable, Sendable {
    /// Dates, commas, capitals or where a tone is placed.
    case form
    /// One of them has no marks.
    case marks
    /// One letter.
    case letter
    /// The given name is in front, as in `Phụng, Vũ Trọng`; `suggestion` has the name said as it is.
    case order
    /// The same words in another order.
    case words
    /// The same letters, parted into words in another way.
    case blanks
    /// One of them has initials for some words.
    case initials
  }

  public var kind: HeadingKind
  public var likeness: Likeness
  public var headings: [HeadingChangeReport.Replaced]
  /// The heading that the others should become.
  public var suggestion: String
  /// How likely they are one, from 0 to 100.
  public var score: Int

  public init(
    kind: HeadingKind, likeness: Likeness, headings: [HeadingChangeReport.Replaced],
    suggestion: String? = nil
  ) {
    let sorted = headings.sorted { $0.uses == $1.uses ? $0.text < $1.text : $0.uses > $1.uses }
    self.kind = kind
    self.likeness = likeness
    self.headings = sorted
    self.suggestion = suggestion ?? sorted.first?.text ?? ""
    score = SimilarHeadings.score(likeness, sorted.map(\.text))
  }

  /// A letter says less in a short heading; words that only changed places, the last to the front, are one name.
  private static func score(_ likeness: Likeness, _ texts: [String]) -> Int {
    let letters = texts.map(\.count).min() ?? 0
    switch likeness {
    case .form: return 95
    case .blanks: return 90
    case .marks: return 85
    case .order: return 75
    case .letter: return min(80, 50 + 2 * letters)
    case .words:
      let folded = texts.prefix(2).map { $0.folded.split { !$0.isLetter && !$0.isNumber } }
      guard folded.count == 2, let last = folded[1].last else { return 55 }
      return folded[0] == [last] + folded[1].dropLast()
        || folded[1] == folded[0].suffix(1) + folded[0].dropLast() ? 80 : 55
    case .initials: return 50
    }
  }
}

/// Finds headings of one key that may be one, among headings that come in the order of their keys.
///
/// Looks at headings with the same letters only, so that a list of any length is walked once in little memory; those that
/// differ in letters or words are found by `HeadingNeighbours`.
public struct SimilarHeadingFinder {
  private struct Group {
    var folded: String
    var members: [(key: HeadingKey, heading: HeadingChangeReport.Replaced)]
  }

  private let kind: HeadingKind
  private var group: Group?

  public init(kind: HeadingKind) { self.kind = kind }

  /// Takes the next heading; gives what its coming shows to be alike.
  public mutating func add(key: HeadingKey, text: String, uses: Int) -> [SimilarHeadings] {
    let heading = HeadingChangeReport.Replaced(text: text, uses: uses)
    let folded = String(key.folded)
    let isSameGroup = group?.folded == folded
    var found = isSameGroup ? [] : finish()
    if kind == .person, let direct = AuthorHeading.directForm(ofInverted: text) {
      found.append(
        SimilarHeadings(kind: kind, likeness: .order, headings: [heading], suggestion: direct))
    }
    if isSameGroup {
      group?.members.append((key, heading))
    } else {
      group = Group(folded: folded, members: [(key, heading)])
    }
    return found
  }

  /// Gives what the last headings have alike.
  public mutating func finish() -> [SimilarHeadings] {
    guard let group else { return [] }
    self.group = nil
    return forms(of: group) + marks(of: group)
  }

  /// Headings of one key, as far as their years let them be one.
  private func forms(of group: Group) -> [SimilarHeadings] {
    Dictionary(grouping: group.members, by: \.key).values
      .sorted { $0[0].key.text < $1[0].key.text }
      .flatMap { compatible($0.map(\.heading)) }
      .map { SimilarHeadings(kind: kind, likeness: .form, headings: $0) }
  }

  /// Parts headings by the years that tell two persons apart; those without years go with the first.
  private func compatible(
    _ headings: [HeadingChangeReport.Replaced]
  ) -> [[HeadingChangeReport.Replaced]] {
    var parts: [[HeadingChangeReport.Replaced]] = []
    for heading in headings.sorted(by: { $0.text > $1.text }) {
      let place = parts.firstIndex { part in
        part.allSatisfy { HeadingLink.mayBeSame($0.text, heading.text, kind) }
      }
      if let place { parts[place].append(heading) } else { parts.append([heading]) }
    }
    return parts.filter { $0.count > 1 }
  }

  /// A heading without marks beside one that has them.
  private func marks(of group: Group) -> [SimilarHeadings] {
    let plain = group.members.filter { $0.key.isUnmarked }
    let marked = group.members.filter { !$0.key.isUnmarked }
    guard let bare = plain.first?.heading,
      let best = marked.map(\.heading).max(by: { $0.uses < $1.uses })
    else { return [] }
    return [
      SimilarHeadings(
        kind: kind, likeness: .marks, headings: [bare, best], suggestion: best.text)
    ]
  }

  /// Whether the words that differ are good Vietnamese in both: `Nguyễn Du` is no slip for `Nguyễn Duy`.
  public static func areTwoNames(_ one: String, _ other: String) -> Bool {
    let words = [one, other].map { $0.split { !$0.isLetter }.map(String.init) }
    guard words[0].count == words[1].count else { return false }
    return zip(words[0], words[1]).allSatisfy { left, right in
      left == right || (Syllable(left) != nil && Syllable(right) != nil)
    }
  }

  /// Whether one text becomes the other by changing, adding or leaving out one letter; numbers that differ are no slip.
  static func differInOneLetter(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    let (left, right) = (Array(one), Array(other))
    guard abs(left.count - right.count) <= 1, left != right else { return false }
    var front = 0
    while front < min(left.count, right.count), left[front] == right[front] { front += 1 }
    var back = 0
    while back < min(left.count, right.count) - front,
      left[left.count - 1 - back] == right[right.count - 1 - back]
    { back += 1 }
    let rest = left[front..<left.count - back] + right[front..<right.count - back]
    let isLetter = rest.allSatisfy { (0x61...0x7A).contains($0) }
    return isLetter && max(left.count, right.count) - front - back <= 1
  }
}
