/// What a keyboard sends, in the spelling of `xterm-256color`.
enum Keys {
  static let f2 = "\u{1B}OQ"
  static let f3 = "\u{1B}OR"
  static let f4 = "\u{1B}OS"
  static let f7 = "\u{1B}[18~"
  static let f8 = "\u{1B}[19~"
  static let f9 = "\u{1B}[20~"
  static let f10 = "\u{1B}[21~"
  static let f12 = "\u{1B}[24~"
  static let escape = "\u{1B}"
  static let backspace = "\u{7F}"
  static let down = "\u{1B}OB"
  static let right = "\u{1B}OC"
  /// Ctrl+U empties a field, Ctrl+V gives a word back as typed, Ctrl+Space switches typing.
  static let clear = "\u{15}"
  static let giveBack = "\u{16}"
  static let typingSwitch = "\u{0}"
  static let undo = "\u{1A}"
  static let enter = "\r"

  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
}
