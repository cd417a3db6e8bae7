import Workstation

/// The words that the argument parser puts into its help, in the language of the help itself.
enum HelpWording {
  static func translated(_ help: String) -> String {
    Speech.words.say(
      vi: words.reduce(help) { $0.replacing($1.english, with: $1.vietnamese) }, en: help)
  }

  /// The parser breaks its lines at blanks, so none of these may need one at its end.
  private static let words: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", ""), ("USAGE:", "CÁCH DÙNG:"), ("ARGUMENTS:", "THAM SỐ:"),
    ("OPTIONS:", "TUỲ CHỌN:"), (" SUBCOMMANDS:", ":"), ("SUBCOMMANDS:", "LỆNH CON:"),
    ("Show help information.", "Hiện trợ giúp này."), ("(values:", "(giá trị:"),
    ("default:", "mặc định:"), ("(default)  ", "(mặc định) "), ("(default)", "(mặc định)"),
    ("<options>", "<tuỳ chọn>"),
    ("<subcommand>", "<lệnh>"), ("  See 'thuthu", "  Xem 'thuthu"),
    ("' for detailed help.", "' để biết chi tiết."),
  ]
}
