extension String {
  /// The text without white space at its ends.
  public var withoutBlankEnds: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let front = unicodeScalars.drop(while: isBlank)
    return String(String.UnicodeScalarView(front.reversed().drop(while: isBlank).reversed()))
  }
}
