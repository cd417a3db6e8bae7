import ArgumentParser
import LibraryCore
import LibraryStore
import Terminal
import Workstation

/// The settings of the house, by the names that the journal gives them.
struct SettingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "setting",
    abstract: .say(vi: "Thiết lập của thư viện.", en: "The library's settings."),
    subcommands: [List.self, Set.self])

  struct List: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: .say(
        vi: "Mọi thiết lập với giá trị của nó; chưa đặt thì để trống.",
        en: "Every setting with its value; empty where it was never set."))

    @OptionGroup var global: GlobalOptions

    func run(in session: LibrarySession) throws -> ExitStatus {
      let values = try session.desk.houseConfiguration().settings
      for name in HouseSetting.all {
        session.answer(
          ["name": .text(name), "value": .optional(values[name])],
          "\(name)=\(values[name] ?? "")  (\(session.words.settingName(name)))")
      }
      return .done
    }
  }

  struct Set: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: .say(
        vi: "Đặt một thiết lập; không có giá trị thì bỏ nó.",
        en: "Change a setting; without a value it is cleared."))

    @OptionGroup var global: GlobalOptions

    @Argument(help: .say("name", vi: "Tên, như screen.theme.", en: "The name, as screen.theme."))
    var name: String

    @Argument(help: .say("value", vi: "Giá trị.", en: "The value."))
    var value: String?

    func validate() throws {
      guard HouseSetting.all.contains(name) else {
        let known = HouseSetting.all.joined(separator: ", ")
        throw ValidationError(
          .say(
            vi: "không có thiết lập «\(name)»; có \(known)",
            en: "there is no setting “\(name)”; there are \(known)"))
      }
      guard let value, let choices = Self.choices(name), !choices.contains(value) else { return }
      throw ValidationError(
        .say(
          vi: "\(name) chỉ có thể là \(choices.joined(separator: ", "))",
          en: "\(name) can only be \(choices.joined(separator: ", "))"))
    }

    func run(in session: LibrarySession) throws -> ExitStatus {
      let label = session.words.settingName(name)
      return session.answer(
        try session.desk.setSetting(name, value), .setting,
        done: value.map { session.words.say(vi: "Đã đặt \(label): \($0)", en: "\(label) is \($0)") }
          ?? session.words.say(vi: "Đã bỏ thiết lập \(label)", en: "\(label) is cleared"))
    }

    /// What a setting may be where only a few things make sense.
    private static func choices(_ name: String) -> [String]? {
      switch name {
      case HouseSetting.filingOrder: FilingOrder.allCases.map(\.rawValue)
      case HouseSetting.keywords: KeywordPolicy.allCases.map(\.rawValue)
      case HouseSetting.shelfMarkScheme: ShelfMarkScheme.allCases.map(\.rawValue)
      case HouseSetting.shelfMarkEnding: NameCode.Ending.allCases.map(\.rawValue)
      case HouseSetting.language: Language.allCases.map(\.rawValue)
      case HouseSetting.keyMap: SettingPlaces.here.keyMaps
      case HouseSetting.theme: SettingPlaces.here.themes
      case HouseSetting.consoleFont: ConsoleFontChoice.allCases.map(\.rawValue)
      case HouseSetting.letters: LetterChoice.allCases.map(\.rawValue)
      case HouseSetting.wantedByItself, HouseSetting.countReturns, HouseSetting.borrowedBefore,
        HouseSetting.previousBorrower:
        ["yes", "no"]
      default: nil
      }
    }
  }
}
