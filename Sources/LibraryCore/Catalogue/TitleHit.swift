/// Where words are looked for.
public enum SearchField: String, CaseIterable, Sendable {
  case any
  case title
  case author
  case subject
  case isbn
  case callNumber = "callno"
}

/// In which order found titles are shown.
public enum HitOrder: String, CaseIterable, Sendable {
  /// The best first.
  case relevance
  case title
  case author
  /// The newest first.
  case year
}

/// One title that a search found.
public struct TitleHit: Equatable, Sendable {
  public var id: EntityID
  public var brief: RecordBrief
  /// How many copies the library has, withdrawn ones left out.
  public var copies: Int
  /// How many of them are in the house.
  public var copiesIn: Int

  public init(id: EntityID, brief: RecordBrief, copies: Int, copiesIn: Int) {
    self.id = id
    self.brief = brief
    self.copies = copies
    self.copiesIn = copiesIn
  }

  public var title: String { brief.title }
  public var author: String? { brief.author }
  public var year: String? { brief.year }
  public var publisher: String? { brief.publisher }
  public var classMark: String? { brief.classMark }
}

/// How many titles a search would find.
public enum SearchTotal: Equatable, Sendable {
  case exactly(Int)
  /// Counting stops here, because nobody reads so many.
  case moreThan(Int)

  public var count: Int {
    switch self {
    case .exactly(let count), .moreThan(let count): count
    }
  }
}

/// A part of what a search found, the best first.
public struct SearchPage: Equatable, Sendable {
  public var hits: [TitleHit]
  public var total: SearchTotal
  /// Whether all that was found has been put in order; of very many only the first are.
  public var isComplete: Bool

  public init(hits: [TitleHit] = [], total: SearchTotal = .exactly(0), isComplete: Bool = true) {
    self.hits = hits
    self.total = total
    self.isComplete = isComplete
  }
}
