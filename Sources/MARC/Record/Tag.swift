/// The tag of a field: three bytes in every sound record, up to seven in what other formats let in.
public struct Tag: Hashable, Sendable {
  /// The bytes from the top down, the count in the lowest byte: tags order as their bytes do.
  let packed: UInt64

  /// The longest tag that can be held.
  public static let bytesMaximum = 7

  init(packed: UInt64) {
    self.packed = packed
  }

  /// A tag of these bytes, or `nil` if there are more than `bytesMaximum`.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count <= Tag.bytesMaximum else { return nil }
    var packed: UInt64 = 0
    var shift: UInt64 = 56
    for byte in bytes {
      packed |= UInt64(byte) << shift
      shift -= 8
    }
    self.packed = packed | UInt64(bytes.count)
  }

  /// A tag of the first of these bytes, as many as can be held.
  init(prefixOf bytes: some Collection<UInt8>) {
    self = Tag(bytes: bytes.prefix(Tag.bytesMaximum)) ?? Tag(packed: 0)
  }

  /// A tag of this text, or `nil` if it is longer than `bytesMaximum` bytes of UTF-8.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: text.utf8)
  }

  init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    packed = UInt64(first) << 56 | UInt64(second) << 48 | UInt64(third) << 40 | 3
  }

  public var count: Int { Int(packed & 0xFF) }

  public subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count, "a tag is asked for a byte it does not have")
    return UInt8(truncatingIfNeeded: packed >> (56 - 8 * UInt64(position)))
  }

  public var bytes: [UInt8] { (0..<count).map { self[$0] } }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the tag is one of `00X`, which hold plain data without subfields.
  public var isControl: Bool { packed >> 48 == 0x3030 && count == 3 }

  /// Whether the tag is three digits.
  public var isNumber: Bool {
    count == 3 && isDigit(self[0]) && isDigit(self[1]) && isDigit(self[2])
  }

  /// Whether the tag is three digits and begins with `digit`, as the `6XX` begin with 6.
  public func isInBlock(_ digit: Int) -> Bool {
    isNumber && Int(self[0]) == 0x30 + digit
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension Tag: ExpressibleByStringLiteral {
  public init(stringLiteral text: StaticString) {
    precondition(
      text.utf8CodeUnitCount <= Tag.bytesMaximum,
      "a tag written in the source is at most seven bytes long")
    var packed = UInt64(text.utf8CodeUnitCount)
    for index in 0..<text.utf8CodeUnitCount {
      packed |= UInt64(text.utf8Start[index]) << (56 - 8 * UInt64(index))
    }
    self.packed = packed
  }
}

extension Tag: Comparable, CustomStringConvertible {
  public static func < (left: Tag, right: Tag) -> Bool { left.packed < right.packed }

  public var description: String { text }
}
