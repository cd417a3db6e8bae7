/// Whether two profiles are of one edition, how sure that is, and why: the guard of sync design 3.3.
///
/// It asks the two profiles only and does not care which comes first. All is reckoned in whole numbers.
public struct DuplicateJudgement: Hashable, Sendable {
  /// What speaks for or against the two being one.
  public enum Reason: Hashable, Sendable {
    case sameISBN(String)
    case otherISBN
    /// How many of the words of both titles both have, in hundredths.
    case titleShared(percent: Int)
    /// Too little of the title is shared for what else is known.
    case titleTooUnlike(percent: Int)
    case sameYear(Int)
    /// At most one year apart, which a reprint or a slip explains.
    case nearYear(Int, Int)
    case otherYear(Int, Int)
    case sameAuthor
    case otherAuthor
    case samePublisher
    case otherPublisher
    case sameNationalNumber(String)
    case otherVolume(String, String)
    /// Both titles have numbers, and not the same ones: `Toán 5` is not `Toán 6`.
    case otherNumbers
    case otherMaterial

    /// Whether it alone says that the two are not one.
    public var isAgainst: Bool {
      switch self {
      case .otherISBN, .titleTooUnlike, .otherYear, .otherAuthor, .otherPublisher, .otherVolume,
        .otherNumbers, .otherMaterial:
        true
      default: false
      }
    }
  }

  /// Whether the two count as one.
  public let isSame: Bool
  /// From 0 to 100; 100 only where a valid ISBN is shared.
  public let score: Int
  public let reasons: [Reason]

  public init(_ one: DuplicateProfile, _ other: DuplicateProfile) {
    let evidence = Evidence(one, other)
    reasons = evidence.reasons
    isSame = evidence.isSame
    score = evidence.score
  }
}

/// What two texts of a kind say about each other.
private enum Agreement {
  case agree
  case unknown
  case contradict

  var points: Int {
    switch self {
    case .agree: 2
    case .unknown: 1
    case .contradict: 0
    }
  }
}

/// The comparison of two profiles, part by part.
private struct Evidence {
  /// With a shared ISBN these hundredths of the title's words are enough.
  private static let sharedWithISBN = 45
  private static let sharedAlone = 99
  private static let sharedWithAgreement = 60
  private static let shortTitle = 3

  let one: DuplicateProfile
  let other: DuplicateProfile
  let sharedISBN: String?
  let title: (shared: Int, all: Int)
  let author: Agreement
  let publisher: Agreement

  init(_ one: DuplicateProfile, _ other: DuplicateProfile) {
    self.one = one
    self.other = other
    sharedISBN = one.isbns.first { other.isbns.contains($0) }
    let (words, others) = (Set(one.title), Set(other.title))
    title = (words.intersection(others).count, words.union(others).count)
    author = Evidence.authors(one, other)
    publisher = Evidence.publishers(Set(one.publisherWords), Set(other.publisherWords))
  }

  var percent: Int { title.all == 0 ? 0 : title.shared * 100 / title.all }

  private var hasOtherISBN: Bool {
    sharedISBN == nil && !one.isbns.isEmpty && !other.isbns.isEmpty
  }

  private var hasOtherNumbers: Bool {
    let numbers = [one, other].map { Set($0.title.filter { $0.utf8.allSatisfy(isDigit) }) }
    return numbers.allSatisfy { !$0.isEmpty } && numbers[0] != numbers[1]
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private var yearsApart: Int? {
    one.year.flatMap { year in other.year.map { abs(year - $0) } }
  }

  private var nationalNumber: String? {
    one.nationalNumbers.first { other.nationalNumbers.contains($0) }
  }

  var isSame: Bool {
    guard one.volume == other.volume, one.material == other.material else { return false }
    if sharedISBN != nil { return percent >= Evidence.sharedWithISBN }
    guard !hasOtherISBN, !hasOtherNumbers, yearsApart ?? 0 <= 1, author != .contradict,
      publisher != .contradict
    else { return false }
    return isTitleEnough
  }

  /// Whether as much of the title is shared as the rest demands; a short title needs author or publisher beside it.
  private var isTitleEnough: Bool {
    let agrees = author == .agree || publisher == .agree && yearsApart == 0
    if percent >= Evidence.sharedAlone {
      let isShort = min(one.title.count, other.title.count) <= Evidence.shortTitle
      return !isShort || agrees || nationalNumber != nil
    }
    return percent >= Evidence.sharedWithAgreement
      && (author == .agree || publisher == .agree || nationalNumber != nil)
  }

  /// Points out of those that could be had: title 40, ISBN 40, author 10, year 6, publisher 4.
  var score: Int {
    let years =
      switch yearsApart {
      case nil: 3
      case 0?: 6
      case 1?: 3
      default: 0
      }
    let points = percent * 40 / 100 + author.points * 5 + years + publisher.points * 2
    guard sharedISBN == nil else { return points + 40 }
    let share = points * 97 / 60
    return isSame ? share : min(share, 50)
  }

  var reasons: [DuplicateJudgement.Reason] {
    var reasons: [DuplicateJudgement.Reason] = []
    if one.material != other.material { reasons.append(.otherMaterial) }
    if one.volume != other.volume {
      reasons.append(.otherVolume(min(one.volume, other.volume), max(one.volume, other.volume)))
    }
    if let sharedISBN { reasons.append(.sameISBN(sharedISBN)) }
    if hasOtherISBN { reasons.append(.otherISBN) }
    if let nationalNumber { reasons.append(.sameNationalNumber(nationalNumber)) }
    let isEnough = sharedISBN == nil ? isTitleEnough : percent >= Evidence.sharedWithISBN
    reasons.append(isEnough ? .titleShared(percent: percent) : .titleTooUnlike(percent: percent))
    if author == .agree { reasons.append(.sameAuthor) }
    if publisher == .agree { reasons.append(.samePublisher) }
    if let year = one.year, let second = other.year {
      let (first, last) = (min(year, second), max(year, second))
      switch last - first {
      case 0: reasons.append(.sameYear(year))
      case 1: reasons.append(.nearYear(first, last))
      default: if sharedISBN == nil { reasons.append(.otherYear(first, last)) }
      }
    }
    if sharedISBN == nil {
      if hasOtherNumbers { reasons.append(.otherNumbers) }
      if author == .contradict { reasons.append(.otherAuthor) }
      if publisher == .contradict { reasons.append(.otherPublisher) }
    }
    return reasons
  }

  /// One given name, or the same words in any order, agree; names of which neither has the other's given name contradict.
  private static func authors(_ one: DuplicateProfile, _ other: DuplicateProfile) -> Agreement {
    guard let given = one.given, let second = other.given else { return .unknown }
    if given == second || one.authorWords == other.authorWords { return .agree }
    let isNamed = one.authorWords.contains(second) || other.authorWords.contains(given)
    return isNamed ? .unknown : .contradict
  }

  private static func publishers(_ one: Set<String>, _ other: Set<String>) -> Agreement {
    guard !one.isEmpty, !other.isEmpty else { return .unknown }
    if one.isSubset(of: other) || other.isSubset(of: one) { return .agree }
    return one.isDisjoint(with: other) ? .contradict : .unknown
  }
}

extension DuplicateJudgement.Reason {
  /// The name of the reason for programs; never renamed.
  public var code: String {
    switch self {
    case .sameISBN: "sameISBN"
    case .otherISBN: "otherISBN"
    case .titleShared: "titleShared"
    case .titleTooUnlike: "titleTooUnlike"
    case .sameYear: "sameYear"
    case .nearYear: "nearYear"
    case .otherYear: "otherYear"
    case .sameAuthor: "sameAuthor"
    case .otherAuthor: "otherAuthor"
    case .samePublisher: "samePublisher"
    case .otherPublisher: "otherPublisher"
    case .sameNationalNumber: "sameNationalNumber"
    case .otherVolume: "otherVolume"
    case .otherNumbers: "otherNumbers"
    case .otherMaterial: "otherMaterial"
    }
  }
}
