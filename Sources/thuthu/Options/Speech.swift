import ArgumentParser
import Foundation
import Terminal
import Workstation

/// The language the program speaks before a library is open: help, usage, faults.
///
/// `--lang` decides, then `THUTHU_LANG`, then the locale: English where it is one of English, Vietnamese everywhere else.
enum Speech {
  static let words = Wording(asked ?? ofLocale)

  /// The language somebody asked for; a library's own setting stands behind it.
  static let asked: Language? = Speech.language(
    asked: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  /// The language of messages about a library whose setting is `house`.
  static func words(house: String?) -> Wording {
    Wording(asked ?? house.flatMap(Language.init) ?? ofLocale)
  }

  static func language(asked arguments: [String], environment: [String: String]) -> Language? {
    for (place, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", place + 1 < arguments.count {
        return Language(rawValue: arguments[place + 1])
      }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
    }
    return environment["THUTHU_LANG"].flatMap(Language.init)
  }

  private static let ofLocale: Language = {
    let environment = ProcessInfo.processInfo.environment
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("en") ? .english : .vietnamese
  }()
}

extension String {
  /// The phrase in the program's language.
  static func say(vi: String, en: String) -> String { Speech.words.say(vi: vi, en: en) }
}

extension ArgumentHelp {
  static func say(vi: String, en: String) -> ArgumentHelp {
    ArgumentHelp(Speech.words.say(vi: vi, en: en))
  }

  /// Help for an option or argument whose value is called `value`.
  static func say(_ value: String, vi: String, en: String) -> ArgumentHelp {
    ArgumentHelp(Speech.words.say(vi: vi, en: en), valueName: value)
  }
}
