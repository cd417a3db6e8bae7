import CTerminal

/// What the environment says about the letters that the line to the terminal carries.
public enum LineCharset: Equatable, Sendable {
  case utf8
  /// Another one, such as `ISO-8859-1`.
  case other(String)
  /// Nothing is said: no locale, or C.
  case unsaid

  /// Reads the locale that counts for letters: `LC_ALL`, `LC_CTYPE`, `LANG`, the first that is set.
  ///
  /// What a name says itself counts, installed here or not; `charsetOfLocale` is asked for one
  /// without a character set, such as `vi_VN`.
  public init(
    environment: (String) -> String?, charsetOfLocale: (String) -> String? = Self.charset(ofLocale:)
  ) {
    let name = Self.localeName(environment)
    if ["", "C", "POSIX"].contains(name) {
      self = .unsaid
    } else if let dot = name.firstIndex(of: ".") {
      self = Self.named(String(name[name.index(after: dot)...].prefix { $0 != "@" }))
    } else if let charset = charsetOfLocale(name) {
      self = Self.named(charset)
    } else {
      self = .unsaid
    }
  }

  public static func localeName(_ environment: (String) -> String?) -> String {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
  }

  private static func named(_ charset: String) -> LineCharset {
    let letters = charset.lowercased().filter { $0 != "-" }
    return letters == "utf8" ? .utf8 : .other(charset)
  }

  /// The character set of an installed locale.
  public static func charset(ofLocale name: String) -> String? {
    ct_locale_charset(name).map { String(cString: $0) }
  }

  /// Whether letters beyond ASCII are better not sent to a terminal of this name.
  ///
  /// A locale in UTF-8 is believed, and one in another character set too: we send no such letters.
  /// Where nothing is said, the Linux console and every emulator of this century read UTF-8, and
  /// the terminals with a case of their own do not.
  public func isSevenBit(terminal: String) -> Bool {
    switch self {
    case .utf8: false
    case .other: true
    case .unsaid: Self.hardware.contains { terminal.hasPrefix($0) }
    }
  }

  /// How terminfo names terminals that were machines; `vt220` and `vt102` are also what Linux calls
  /// an unknown terminal on a serial line.
  private static let hardware = [
    "vt1", "vt2", "vt3", "vt4", "vt5", "wy", "tvi", "adm", "hp", "h19", "ansi", "pcansi", "ibm",
    "qume", "att", "d2", "d4", "dm", "cons25", "dumb", "tty", "unknown",
  ]
}
