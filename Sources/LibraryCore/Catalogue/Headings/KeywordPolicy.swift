/// Which keywords (653) a library takes.
public enum KeywordPolicy: String, CaseIterable, Sendable {
  /// Any; the list grows with what is written.
  case open
  /// Those of its list, the headings of topical, geographic and genre authorities; others are saved with a warning.
  case listed
}
