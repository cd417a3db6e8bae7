import CTerminal

/// How many columns text takes on a terminal; it agrees with glibc's `wcwidth`, as ncurses does.
public enum DisplayWidth {
  /// 0 for combining marks, 2 for wide scalars, 1 for others and for the sign shown for controls.
  public static func of(_ scalar: Unicode.Scalar) -> Int { shown(scalar) ?? 1 }

  /// The columns of a scalar, or nil for one a terminal cannot show or must not be sent.
  static func shown(_ scalar: Unicode.Scalar) -> Int? {
    if let width = familiarWidth(scalar.value) { return width < 0 ? nil : width }
    guard !isFormatControl(scalar.value) else { return nil }
    let width = Int(ct_scalar_width(scalar.value))
    return width < 0 ? nil : width
  }

  public static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue, ascii != 0x0A { return 1 }
    return of(character.unicodeScalars)
  }

  public static func of(_ text: String) -> Int { of(text.unicodeScalars) }

  public static func of(_ text: Substring) -> Int { of(text.unicodeScalars) }

  /// The longest part from the start that fits into `columns`, in whole graphemes.
  public static func prefix(_ text: String, columns: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    for character in text {
      used += of(character)
      if used > columns { break }
      end = text.index(after: end)
    }
    return text[..<end]
  }

  /// Text cut to `columns`, its last column a sign that something is missing.
  public static func shortened(_ text: String, columns: Int, ellipsis: String = "…") -> String {
    guard of(text) > columns else { return text }
    let room = columns - of(ellipsis)
    return room < 0
      ? String(prefix(text, columns: columns)) : prefix(text, columns: room) + ellipsis
  }

  /// A mark with nothing before it stands on a blank of its own, as `Surface` draws it.
  private static func of(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    var columns = 0
    for scalar in scalars {
      let width = of(scalar)
      columns += width == 0 && columns == 0 ? 1 : width
    }
    return columns
  }

  /// ASCII, Latin, Vietnamese and the combining marks, without asking the C library.
  @inline(__always)
  private static func familiarWidth(_ value: UInt32) -> Int? {
    switch value {
    case ..<0x20, 0x7F..<0xA0: -1
    case ..<0x300: 1
    case ..<0x370: 0
    case 0x1E00...0x1EFF: 1
    default: nil
    }
  }

  /// Invisible marks that turn text round or hide between letters: shown, never sent.
  private static func isFormatControl(_ value: UInt32) -> Bool {
    switch value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
