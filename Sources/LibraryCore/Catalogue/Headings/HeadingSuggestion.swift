public import MARC

/// A value that a cataloguer may mean by what was typed so far.
public struct HeadingSuggestion: Hashable, Sendable {
  public var kind: HeadingKind
  /// The heading as it is written in the catalogue, or as its authority has it.
  public var text: String
  /// How many records have it.
  public var uses: Int
  /// The form that was typed, where the heading is reached by a see reference from it.
  public var reachedFrom: String?
  /// Whether an authority record stands behind it.
  public var isEstablished: Bool

  public init(
    kind: HeadingKind, text: String, uses: Int, reachedFrom: String? = nil,
    isEstablished: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.uses = uses
    self.reachedFrom = reachedFrom
    self.isEstablished = isEstablished
  }
}

extension HeadingKind {
  /// The kinds whose headings are suggested in a subfield, the nearest first; none where nothing is known of it.
  public static func suggested(in tag: Tag, _ code: Code) -> [HeadingKind] {
    switch (tag, code) {
    case ("100", "a"), ("600", "a"), ("700", "a"), ("800", "a"): [.person]
    case ("110", "a"), ("610", "a"), ("710", "a"), ("810", "a"): [.body]
    case ("111", "a"), ("611", "a"), ("711", "a"), ("811", "a"): [.meeting]
    case ("100", "e"), ("110", "e"), ("700", "e"), ("710", "e"), ("111", "j"), ("711", "j"): [.role]
    case ("130", "a"), ("240", "a"), ("630", "a"), ("730", "a"): [.title]
    case ("440", "a"), ("490", "a"), ("830", "a"): [.series]
    case ("648", "a"): [.period]
    case ("650", "a"): [.topic, .keyword]
    case ("651", "a"): [.place]
    case ("653", "a"): [.keyword, .topic, .place]
    case ("655", "a"): [.genre]
    case ("260", "a"), ("264", "a"): [.publicationPlace]
    case ("260", "b"), ("264", "b"): [.publisher]
    default: []
    }
  }
}
