import ArgumentParser
import LibraryCore
import LibraryStore
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
      let house = try session.desk.houseConfiguration()
      for name in HouseSetting.all {
        session.answer(
          .setting(name, in: house),
          "\(name)=\(house.settings[name] ?? "")  (\(session.words.settingName(name)))")
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
      guard let value, let choices = HouseSetting.choices(name), !choices.contains(value) else {
        return
      }
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
  }
}
