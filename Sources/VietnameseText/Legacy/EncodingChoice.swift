/// What a person says of the encoding of a text.
public enum EncodingChoice: Hashable, Sendable {
  /// The text is what it says it is.
  case asDeclared
  /// To be found out, field by field.
  case automatic
  case named(LegacyEncoding)

  /// All that can be chosen: `utf8`, `auto` and the names of the encodings.
  public static let all: [EncodingChoice] =
    [.automatic, .asDeclared] + LegacyEncoding.allCases.map { .named($0) }

  public var name: String {
    switch self {
    case .asDeclared: "utf8"
    case .automatic: "auto"
    case .named(let encoding): encoding.rawValue
    }
  }

  public init?(name: String) {
    guard let choice = EncodingChoice.all.first(where: { $0.name == name.lowercased() }) else {
      return nil
    }
    self = choice
  }

  /// The reading of one field of these parts; nil leaves it as it stands.
  ///
  /// A named encoding is read into every part that is not plain ASCII, but for parts that cannot be
  /// in it, because they hold letters that none of its bytes show as.
  public func reading(of parts: [ReceivedText]) -> LegacyReading? {
    readings(of: [parts])[0]
  }

  /// The readings of the fields of one record, which are decided together.
  ///
  /// `usual` is the encoding that most of the file is in, for records that leave it open.
  public func readings(
    of fields: [[ReceivedText]], usual: LegacyEncoding? = nil
  ) -> [LegacyReading?] {
    switch self {
    case .asDeclared: fields.map { _ in nil }
    case .automatic: LegacyDetector().decide(fields, usual: usual)
    case .named(let encoding):
      fields.map { LegacyDetector().readings(of: $0, only: encoding) }
    }
  }
}
