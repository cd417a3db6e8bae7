import VietnameseText

/// What is shown for a letter on a terminal that has none for it: its base letter, or a sign like it.
public enum PlainLetters {
  /// The one letter that stands for `letter` and its marks among those that `isShown`.
  ///
  /// The same letter in one piece is best, since consoles show marks apart; then Latin letters lose
  /// their marks and keep their case: ế as e, Đ as D. Nil where nothing comes near.
  @Sendable public static func standIn(
    for letter: String, _ isShown: (Unicode.Scalar) -> Bool
  ) -> Unicode.Scalar? {
    let composed = letter.nfc.unicodeScalars
    if composed.count == 1, let whole = composed.first, isShown(whole) { return whole }
    guard let base = letter.nfd.unicodeScalars.first else { return nil }
    return base.isASCII ? base : signs[base]
  }

  /// Letters that do not come apart, and signs; one column for one column.
  private static let signs: [Unicode.Scalar: Unicode.Scalar] = {
    var signs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (scalars, sign) in table {
      for scalar in scalars.unicodeScalars { signs[scalar] = sign }
    }
    return signs
  }()

  private static let table: [(String, Unicode.Scalar)] = [
    ("đ₫ð", "d"), ("ĐÐƉ", "D"), ("ł", "l"), ("Ł", "L"), ("ø", "o"), ("Ø", "O"), ("æ", "a"),
    ("Æ", "A"), ("œ", "o"), ("Œ", "O"), ("ß", "s"), ("ı", "i"), ("þ", "t"), ("Þ", "T"),
    ("\u{A0}\u{2002}\u{2003}\u{2007}\u{2009}\u{202F}", " "), ("\u{AD}‐‑‒–—―−", "-"), ("…·", "."),
    ("“”„«»″", "\""), ("‘’‚′ʼ", "'"), ("‹←◄◀≤", "<"), ("›→►▶≥", ">"), ("↑▲", "^"), ("↓▼", "v"),
    ("•●★", "*"), ("○°º", "o"), ("×", "x"), ("÷", ":"), ("±", "+"), ("≠", "#"), ("‖¦", "|"),
    ("█▓■", "#"), ("▒", ":"), ("░", "."), ("─━═", "-"), ("│┃║▌▐", "|"), ("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", "+"),
    ("€", "E"), ("£", "L"), ("©", "c"), ("№", "N"), ("§", "S"), ("¿", "?"), ("¡", "!"),
  ]
}
