public import MARC
import VietnameseText

/// How one kind of file is taken in: when a record counts as known, and what becomes of its fields.
///
/// Kept in the library by name as text, one rule a line; `ImportProfile.init(parsing:)` tells the form.
public struct ImportProfile: Equatable, Sendable {
  /// What two records may have in common, and how many points it is worth.
  public struct Point: Equatable, Sendable {
    public var match: MatchPoint
    public var weight: Int

    public init(_ match: MatchPoint, _ weight: Int) {
      self.match = match
      self.weight = weight
    }
  }

  public var points: [Point]
  /// So many points make a match; a record of the library that has fewer is another book.
  public var threshold: Int
  public var fields: FieldRules
  public var onMatch: ImportOptions.OnMatch
  public var onNone: ImportOptions.OnNone
  public var onSeveral: ImportOptions.OnSeveral
  public var copies: ImportOptions.Copies

  public init(
    points: [Point] = [], threshold: Int = 100, fields: FieldRules = .usual,
    onMatch: ImportOptions.OnMatch = .merge, onNone: ImportOptions.OnNone = .add,
    onSeveral: ImportOptions.OnSeveral = .skip, copies: ImportOptions.Copies = .all
  ) {
    self.points = points
    self.threshold = threshold
    self.fields = fields
    self.onMatch = onMatch
    self.onNone = onNone
    self.onSeveral = onSeveral
    self.copies = copies
  }

  /// What a new profile begins with.
  public static let usual = ImportProfile(
    points: [
      Point(.control, 100), Point(.isbn, 70), Point(.key(.titleGiven), 50),
      Point(.key(.titleYear), 50), Point(.title, 30),
    ])
}

/// One thing that two records may have in common.
public enum MatchPoint: Hashable, Sendable {
  /// The control number together with whose it is (001, 003).
  case control
  case isbn
  case issn
  /// The whole title without marks.
  case title
  /// A key of the duplicates, K1 to K7.
  case key(DuplicateKey.Kind)
  case subfield(MatchSubfield)
}

/// A subfield whose text two records may have in common, and how it is read.
public struct MatchSubfield: Hashable, Sendable {
  public enum Reading: String, CaseIterable, Sendable {
    /// Letter for letter.
    case exact
    /// Its words without case, marks and punctuation.
    case words
    /// Its digits alone.
    case digits
  }

  public let tag: Tag
  public let code: Code
  public let reading: Reading

  public init(tag: Tag, code: Code, reading: Reading) {
    self.tag = tag
    self.code = code
    self.reading = reading
  }

  /// The values of a record, each once; empty ones match nothing.
  public func values(of record: Record) -> Set<String> {
    var values: Set<String> = []
    for field in record.fields(tag) {
      let texts = field.isControl ? [field.text] : field.subfields(code).map(\.text)
      for text in texts { values.insert(read(text)) }
    }
    values.remove("")
    return values
  }

  private func read(_ text: String) -> String {
    switch reading {
    case .exact: text.nfc
    case .words: text.folded(.lettersAndSpelling)
    case .digits: String(text.filter { $0.isASCII && $0.isNumber })
    }
  }
}

/// What becomes of the fields of a record that is known when another one comes for it: the first rule that fits a tag counts.
public struct FieldRules: Equatable, Sendable {
  public enum Action: String, CaseIterable, Sendable {
    /// What the library has stays; what it has nothing of comes in.
    case keep
    /// What comes takes the place of what the library has, if anything comes.
    case replace
    /// What comes stands beside what the library has, unless it says the same.
    case add
    /// What the library has stays, and nothing comes in.
    case protect
  }

  public struct Rule: Equatable, Sendable {
    public var pattern: TagPattern
    public var action: Action

    public init(_ pattern: TagPattern, _ action: Action) {
      self.pattern = pattern
      self.action = action
    }
  }

  public var rules: [Rule]
  /// What becomes of the leader: kept or replaced.
  public var replacesLeader: Bool

  public init(_ rules: [Rule], replacesLeader: Bool = false) {
    self.rules = rules
    self.replacesLeader = replacesLeader
  }

  /// Numbers, subjects, names and notes are gathered, local fields stay, the rest is as it comes.
  public static let usual = FieldRules(
    [
      ("00X", .keep), ("020", .add), ("022", .add), ("024", .add), ("035", .add), ("5XX", .add),
      ("6XX", .add), ("7XX", .add), ("852", .protect), ("856", .add), ("9XX", .protect),
    ].compactMap { pattern, action in TagPattern(pattern).map { Rule($0, action) } }
      + [Rule(.all, .replace)])

  public func action(for tag: Tag) -> Action {
    rules.first { $0.pattern.matches(tag) }?.action ?? .keep
  }

  /// The record of the library with what the other one brings; the very one where nothing changes.
  public func merged(_ current: Record, with incoming: Record) -> Record {
    var merged = current.editable
    if replacesLeader { merged.leader = incoming.leader }
    let tags = incoming.fields.reduce(into: [Tag]()) { tags, field in
      if !tags.contains(field.tag) { tags.append(field.tag) }
    }
    for tag in tags {
      let (old, new) = (Array(current.fields(tag)), Array(incoming.fields(tag)))
      switch action(for: tag) {
      case .protect: continue
      case .keep: if old.isEmpty { for field in new { merged.insert(field) } }
      case .replace: if old != new { merged.replace(tag, with: new) }
      case .add:
        var known = Set(old.map(FieldLikeness.init))
        for field in new where known.insert(FieldLikeness(field)).inserted { merged.insert(field) }
      }
    }
    return merged.record
  }
}

extension EditableRecord {
  /// Puts fields of a tag where the first of those it had stood, or where they belong.
  fileprivate mutating func replace(_ tag: Tag, with new: [Field]) {
    guard let place = fields.firstIndex(where: { $0.tag == tag }) else {
      for field in new { insert(field) }
      return
    }
    removeFields(tag)
    fields.insert(contentsOf: new, at: place)
  }
}
