/// What a heading names: the lists in which headings of a catalogue are kept.
///
/// Publishers, places of publication and roles are no headings in MARC's sense; they are kept as lists beside them because
/// cataloguers choose them from what was written before.
public enum HeadingKind: UInt8, CaseIterable, Hashable, Sendable {
  case person = 1
  case body = 2
  case meeting = 3
  /// A uniform title.
  case title = 4
  case topic = 5
  case place = 6
  /// An uncontrolled or controlled keyword (653).
  case keyword = 7
  case genre = 8
  case period = 9
  case series = 10
  case publisher = 11
  case publicationPlace = 12
  /// What a person did for the work, in words (`$e`).
  case role = 13

  /// The name on the command line, never changed.
  public var name: String {
    switch self {
    case .person: "person"
    case .body: "body"
    case .meeting: "meeting"
    case .title: "title"
    case .topic: "topic"
    case .place: "place"
    case .keyword: "keyword"
    case .genre: "genre"
    case .period: "period"
    case .series: "series"
    case .publisher: "publisher"
    case .publicationPlace: "publicationPlace"
    case .role: "role"
    }
  }

  public init?(name: String) {
    guard let kind = HeadingKind.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }

  /// The kind of what an authority record under this tag is about (1XX of MARC 21 Authority).
  public init?(authorityTag tag: Tag) {
    switch tag {
    case "100": self = .person
    case "110": self = .body
    case "111": self = .meeting
    case "130": self = .title
    case "148": self = .period
    case "150": self = .topic
    case "151": self = .place
    case "155": self = .genre
    default: return nil
    }
  }

  /// The kind whose authority records speak for headings of this one; nil for what has no authorities.
  ///
  /// A keyword is settled by a topical authority and a series by that of its title.
  public var authorityKind: HeadingKind? {
    switch self {
    case .person, .body, .meeting, .title, .topic, .place, .genre, .period: self
    case .keyword: .topic
    case .series: .title
    case .publisher, .publicationPlace, .role: nil
    }
  }

  /// The tag of the heading in an authority record; nil for what has no authorities.
  public var authorityTag: Tag? {
    switch self {
    case .person: "100"
    case .body: "110"
    case .meeting: "111"
    case .title, .series: "130"
    case .period: "148"
    case .topic, .keyword: "150"
    case .place: "151"
    case .genre: "155"
    case .publisher, .publicationPlace, .role: nil
    }
  }
}
