public import MARC

/// The kind of thing a record describes, as the leader says it.
public enum Material: String, CaseIterable, Sendable {
  case book
  case serial
  case article
  case thesis
  case map
  case music
  case sound
  case video
  case picture
  case electronic
  case kit
  case mixed
  case other

  public init(_ record: Record) {
    let leader = record.leader
    switch leader.recordType {
    case "a", "t":
      switch leader.bibliographicLevel {
      case "s", "i": self = .serial
      case "a", "b": self = .article
      default: self = record.first("502") == nil ? .book : .thesis
      }
    case "e", "f": self = .map
    case "c", "d": self = .music
    case "i", "j": self = .sound
    case "g": self = .video
    case "k", "r": self = .picture
    case "m": self = .electronic
    case "o": self = .kit
    case "p": self = .mixed
    default: self = .other
    }
  }

  /// Whether a record describes something a library lends or shows: no authority, holdings or classification record.
  public static func isTitle(_ record: Record) -> Bool {
    switch record.leader.recordType {
    case "z", "q", "w", "u", "v", "x", "y": false
    default: true
    }
  }
}
