/// What reached the program from outside, whole: never half a sequence, never half a scan.
public enum InputEvent: Equatable, Sendable {
  /// Printable text typed by a person, or the beginning of a scan that has not ended yet.
  case text(String)
  case key(Key)
  case scan(Scan)
  /// A bracketed paste, with its line ends as `\n`.
  case paste(String)
  /// A sequence that no key of ours has: swallowed whole, never typed into a field.
  case unknown([UInt8])
  case resize(rows: Int, columns: Int)
  /// The terminal went away.
  case closed
}

/// One code from a barcode scanner, ended by its Enter or Tab.
public struct Scan: Equatable, Sendable {
  public enum Terminator: Equatable, Sendable {
    case enter
    case tab
  }

  public var code: String
  public var terminator: Terminator
  /// How many graphemes at the front of `code` were already delivered as `.text`.
  ///
  /// A field takes them back, so that the code arrives once and unaltered by an input method.
  public var alreadyTyped: Int

  /// Characters that follow each other faster than this were not typed by a person.
  static let gapMaximum: UInt64 = 35
  /// Shorter runs are text: people do type two or three letters at once.
  static let lengthMinimum = 6

  public init(code: String, terminator: Terminator = .enter, alreadyTyped: Int = 0) {
    self.code = code
    self.terminator = terminator
    self.alreadyTyped = alreadyTyped
  }
}
