import VietnameseText

/// What a column of a table of patrons is taken as.
public enum PatronColumnTarget: Hashable, Sendable {
  case field(PatronField)
  /// Family and middle name, where the given name has a column of its own.
  case familyName
  /// Left out, because that was asked for.
  case ignored

  /// The field that `name` names on the command line; `-` leaves the column out.
  public init?(name: String) {
    guard let target = PatronColumnTarget.all.first(where: { $0.name == name }) else { return nil }
    self = target
  }

  public var name: String {
    switch self {
    case .field(let field): field.key
    case .familyName: "familyName"
    case .ignored: "-"
    }
  }

  /// Everything a column may be, in the order in which it is offered.
  public static let all: [PatronColumnTarget] =
    PatronField.entered.flatMap { field -> [PatronColumnTarget] in
      field == .name ? [.field(.name), .familyName] : [.field(field)]
    } + [.ignored]
}

/// What somebody asks the columns of a table of patrons to be taken as.
public enum PatronMapping: Equatable, Sendable {
  /// Some headings by their text; the others are guessed.
  case headings([Wish])
  /// Each column in its place; nil leaves it out as unknown.
  case columns([PatronColumnTarget?])

  /// Every column is guessed.
  public static let guessed = PatronMapping.headings([])

  /// A heading and the name of what it is taken as.
  public struct Wish: Equatable, Sendable {
    public var heading: String
    public var target: String

    public init(heading: String, target: String) {
      self.heading = heading
      self.target = target
    }

    /// Reads `Họ và tên học sinh=name`; a heading may have the sign itself, so the last one parts.
    public init?(typed: String) {
      guard let sign = typed.lastIndex(of: "=") else { return nil }
      let (heading, target) = (typed[..<sign], typed[typed.index(after: sign)...])
      guard !heading.isEmpty, !target.isEmpty else { return nil }
      self.init(heading: String(heading), target: String(target))
    }
  }

  /// Why a table cannot be taken as it is asked.
  public enum Fault: Error, Equatable, Sendable {
    case unknownHeading(String, headings: [String])
    case unknownTarget(String)
    /// Two columns were to be the same field.
    case repeated(PatronColumnTarget)
  }

  /// What was asked for, by column.
  func targets(of headings: [String]) throws(Fault) -> [Int: PatronColumnTarget?] {
    var asked: [Int: PatronColumnTarget?] = [:]
    switch self {
    case .columns(let targets):
      for column in headings.indices {
        asked[column] = .some(targets.indices.contains(column) ? targets[column] : nil)
      }
    case .headings(let wishes):
      let folded = headings.map(\.folded)
      for wish in wishes {
        guard let column = folded.firstIndex(of: wish.heading.folded) else {
          throw .unknownHeading(wish.heading, headings: headings)
        }
        guard let target = PatronColumnTarget(name: wish.target) else {
          throw .unknownTarget(wish.target)
        }
        asked[column] = .some(target)
      }
    }
    var seen: Set<PatronColumnTarget> = []
    for target in asked.sorted(by: { $0.key < $1.key }).compactMap(\.value)
    where target != .ignored && !seen.insert(target).inserted {
      throw .repeated(target)
    }
    return asked
  }
}
