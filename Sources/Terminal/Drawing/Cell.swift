extension Surface {
  /// One place on the screen: a base letter with up to four marks, and its role, in sixteen bytes.
  ///
  /// Packed so that filling and comparing whole screens stays cheap: five scalars of 21 bits, the
  /// role's number, and whether this is the first or the second column of a wide letter.
  public struct Cell: Equatable, Sendable {
    private var low: UInt64
    private var high: UInt64

    static let marksMaximum = 4
    private static let scalarMask: UInt64 = 0x1F_FFFF
    private static let roleShift: UInt64 = 42
    private static let wideBit: UInt64 = 1 << 62
    private static let continuationBit: UInt64 = 1 << 63

    init(_ base: Unicode.Scalar, role: Role, isWide: Bool = false) {
      low = UInt64(base.value)
      high = UInt64(role.index) << Self.roleShift | (isWide ? Self.wideBit : 0)
    }

    /// The empty second column of a wide letter.
    init(continuationIn role: Role) {
      low = 0
      high = UInt64(role.index) << Self.roleShift | Self.continuationBit
    }

    /// The first letter of `text` with its marks.
    public init(text: String, role: Role) {
      var scalars = text.unicodeScalars.makeIterator()
      guard let base = scalars.next() else {
        self.init(continuationIn: role)
        return
      }
      self.init(base, role: role, isWide: DisplayWidth.of(base) == 2)
      while let mark = scalars.next() { add(mark: mark) }
    }

    /// One grapheme; empty in the second column of a wide one.
    public var text: String {
      guard !isContinuation else { return "" }
      var text = String.UnicodeScalarView()
      for index in 0...Self.marksMaximum {
        guard let scalar = scalar(index) else { break }
        text.append(scalar)
      }
      return String(text)
    }

    public var role: Role {
      get { Role(index: UInt16(truncatingIfNeeded: high >> Self.roleShift)) }
      set {
        high &= ~(0xFFFF << Self.roleShift)
        high |= UInt64(newValue.index) << Self.roleShift
      }
    }

    public var isWide: Bool { high & Self.wideBit != 0 }
    public var isContinuation: Bool { high & Self.continuationBit != 0 }
    var isBlank: Bool { low == 0x20 && high & Self.scalarMask == 0 }

    /// The base is number 0; nil behind the last mark.
    func scalar(_ index: Int) -> Unicode.Scalar? {
      let value =
        index < 3
        ? low >> UInt64(21 * index) & Self.scalarMask
        : high >> UInt64(21 * (index - 3)) & Self.scalarMask
      return value == 0 ? nil : Unicode.Scalar(UInt32(value))
    }

    /// Puts a mark on the letter; a fifth one is not shown.
    mutating func add(mark: Unicode.Scalar) {
      guard let index = (1...Self.marksMaximum).first(where: { scalar($0) == nil }) else { return }
      if index < 3 {
        low |= UInt64(mark.value) << UInt64(21 * index)
      } else {
        high |= UInt64(mark.value) << UInt64(21 * (index - 3))
      }
    }
  }
}
