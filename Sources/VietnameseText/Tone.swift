/// One of the six tones of Vietnamese, in dictionary order.
///
/// The order (ngang, huyền, hỏi, ngã, sắc, nặng) is the one of Vietnamese dictionaries, of the
/// Unicode CLDR tailoring for `vi` and of glibc's `vi_VN` locale.
public enum Tone: UInt8, CaseIterable, Comparable, Sendable {
  /// The level tone, written without a mark: a.
  case ngang
  /// The falling tone, a grave accent: à.
  case huyen
  /// The dipping tone, a hook above: ả.
  case hoi
  /// The broken rising tone, a tilde: ã.
  case nga
  /// The rising tone, an acute accent: á.
  case sac
  /// The heavy tone, a dot below: ạ.
  case nang

  /// The combining mark that writes the tone, absent for the level tone.
  public var combiningMark: Unicode.Scalar? {
    switch self {
    case .ngang: nil
    case .huyen: "\u{300}"
    case .hoi: "\u{309}"
    case .nga: "\u{303}"
    case .sac: "\u{301}"
    case .nang: "\u{323}"
    }
  }

  /// The tone written by `combiningMark`, if that scalar writes one.
  public init?(combiningMark: Unicode.Scalar) {
    switch combiningMark {
    case "\u{300}", "\u{340}": self = .huyen
    case "\u{309}": self = .hoi
    case "\u{303}": self = .nga
    case "\u{301}", "\u{341}": self = .sac
    case "\u{323}": self = .nang
    default: return nil
    }
  }

  public static func < (left: Tone, right: Tone) -> Bool {
    left.rawValue < right.rawValue
  }
}
