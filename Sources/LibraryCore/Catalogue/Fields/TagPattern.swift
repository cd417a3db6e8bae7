public import MARC

/// A tag, or a group of tags with `X` where any digit may stand: `245`, `6XX`; `*` is all.
public struct TagPattern: Hashable, Sendable, CustomStringConvertible {
  /// The three places; nil is any digit.
  private let places: [UInt8?]

  /// Nil unless it is three digits or `X`, or `*`.
  public init?(_ text: some StringProtocol) {
    if text == "*" {
      places = [nil, nil, nil]
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 3 else { return nil }
    var places: [UInt8?] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): places.append(byte)
      case UInt8(ascii: "X"), UInt8(ascii: "x"): places.append(nil)
      default: return nil
      }
    }
    self.places = places
  }

  public static let all = TagPattern(places: [nil, nil, nil])

  private init(places: [UInt8?]) { self.places = places }

  public func matches(_ tag: Tag) -> Bool {
    tag.count == 3
      && places.enumerated().allSatisfy { place, wanted in wanted == nil || wanted == tag[place] }
  }

  /// The tag, where no place is left open.
  public var tag: Tag? {
    let bytes = places.compactMap { $0 }
    return bytes.count == 3 ? Tag(bytes: bytes) : nil
  }

  public var description: String {
    String(decoding: places.map { $0 ?? UInt8(ascii: "X") }, as: UTF8.self)
  }
}
