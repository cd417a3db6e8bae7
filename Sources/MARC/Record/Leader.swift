/// The 24 bytes that open a record, as received.
///
/// The lengths in it (positions 0–4 and 12–16) are those of the file it came from; writers compute their own.
public struct Leader: Hashable, Sendable {
  public static let length = 24

  public private(set) var bytes: ArraySlice<UInt8>

  init(slice: ArraySlice<UInt8>) {
    precondition(slice.count == Leader.length, "a leader is 24 bytes long")
    bytes = slice
  }

  /// A leader of these bytes, or `nil` unless they are exactly 24.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Leader.length else { return nil }
    self.bytes = ArraySlice(bytes)
  }

  /// The leader of a new book in Unicode.
  public static let newBook = Leader(slice: ArraySlice("00000nam a2200000 a 4500".utf8))

  public subscript(position: Int) -> UInt8 {
    get { bytes[bytes.startIndex + position] }
    set { bytes[bytes.startIndex + position] = newValue }
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Position 6: what is described, `a` being printed text.
  public var recordType: Code { Code(byte: self[6]) }

  /// Position 7: how it is issued, `m` being a single work and `s` a serial.
  public var bibliographicLevel: Code { Code(byte: self[7]) }

  /// Position 9: whether the record says that its text is Unicode.
  public var declaresUnicode: Bool { self[9] == Leader.unicodeMark }

  static let unicodeMark: UInt8 = 0x61

  /// Whether two leaders agree in all that a cataloguer decides, lengths apart.
  public func describesSame(as other: Leader) -> Bool {
    (0..<Leader.length).allSatisfy { position in
      Leader.isComputed(position) || self[position] == other[position]
    }
  }

  private static func isComputed(_ position: Int) -> Bool {
    position < 5 || (12...16).contains(position)
  }
}
