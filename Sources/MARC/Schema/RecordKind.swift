/// The three formats of MARC 21 that the library works with.
public enum RecordKind: String, CaseIterable, Hashable, Sendable {
  case bibliographic
  case authority
  case holdings

  /// The format that position 6 of a leader names; an unknown code is taken for a bibliographic one.
  public init(leader: Leader) {
    switch leader[6] {
    case UInt8(ascii: "z"): self = .authority
    case UInt8(ascii: "u"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "y"):
      self = .holdings
    default: self = .bibliographic
    }
  }
}

/// For which material positions of 006 and 008 are read.
public enum Material008: String, CaseIterable, Hashable, Sendable {
  case books
  case files
  case maps
  case music
  case continuing
  case visual
  case mixed

  /// The material that positions 6 and 7 of a bibliographic leader name; nil for an unknown code.
  public init?(leader: Leader) {
    let isContinuing = "bis".utf8.contains(leader[7])
    if leader[6] == UInt8(ascii: "a"), isContinuing {
      self = .continuing
    } else {
      self.init(code: leader[6])
    }
  }

  /// The material that position 0 of a 006 names.
  public init?(code: UInt8) {
    switch code {
    case UInt8(ascii: "a"), UInt8(ascii: "t"): self = .books
    case UInt8(ascii: "m"): self = .files
    case UInt8(ascii: "e"), UInt8(ascii: "f"): self = .maps
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "j"): self = .music
    case UInt8(ascii: "s"): self = .continuing
    case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "o"), UInt8(ascii: "r"): self = .visual
    case UInt8(ascii: "p"): self = .mixed
    default: return nil
    }
  }
}
