import Workstation

/// The headings that the argument parser puts into its help, in the language of the help itself.
enum HelpWording {
  static func translated(_ help: String) -> String {
    Speech.words.say(
      vi: headings.reduce(help) { $0.replacing($1.english, with: $1.vietnamese) }, en: help)
  }

  private static let headings: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:", "THAM SỐ:"),
    ("OPTIONS:", "TUỲ CHỌN:"), (" SUBCOMMANDS:", ":"), ("SUBCOMMANDS:", "LỆNH CON:"),
    ("Show help information.", "Hiện trợ giúp này."), ("(default: ", "(mặc định: "),
    ("(values: ", "(giá trị: "), ("; default: ", "; mặc định: "), ("<options>", "<tuỳ chọn>"),
    ("<subcommand>", "<lệnh>"), ("  See 'thuthu", "  Xem 'thuthu"),
    ("' for detailed help.", "' để biết chi tiết."),
  ]
}
