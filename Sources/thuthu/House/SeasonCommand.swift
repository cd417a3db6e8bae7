import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// The parts of the year with opening hours of their own.
struct SeasonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "season",
    abstract: .say(vi: "Giờ mở cửa theo mùa.", en: "Opening hours of seasons."),
    subcommands: [Save.self, Remove.self])

  struct Save: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "save",
      abstract: .say(
        vi: "Đặt giờ mở cửa của một mùa, hằng năm hoặc một lần.",
        en: "Set the opening hours of a season, every year or once."))

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: .say(
        "period", vi: "1/6-31/8 là hằng năm, 1/6/2027-31/8/2027 là một lần.",
        en: "1/6-31/8 is every year, 1/6/2027-31/8/2027 is once."))
    var period: String

    @Argument(
      help: .say(
        "hours",
        vi: "Như \"12345=7:30-11:30, 13:30-17:00\"; \"7=-\" là nghỉ; thứ không nêu thì như cả năm.",
        en:
          "As in \"12345=7:30-11:30, 13:30-17:00\"; \"7=-\" is closed; other days are as all year.")
    )
    var hours: [String]

    @Option(help: .say("text", vi: "Tên, như «Hè thiếu nhi».", en: "A name, such as “Summer”."))
    var name = ""

    @Option(
      help: .say(
        "number", vi: "Sửa mùa mang số này, kể cả ngày của nó.",
        en: "Change the season of this number, also its days."))
    var id: EntityID?

    func run(in session: LibrarySession) throws -> ExitStatus {
      let words = session.words
      guard let when = SeasonPeriod(typed: period) else {
        throw CommandFault.usage(words.refusal(.invalidValue(field: "period", typed: period)))
      }
      guard let week = SeasonWeek(typed: hours) else {
        throw CommandFault.usage(
          words.refusal(
            .invalidValue(field: "sessions", typed: hours.joined(separator: " "))))
      }
      return session.answer(
        try session.desk.saveSeason(when, name: name, week: week, id: id), .season,
        done: words.say(vi: "Đã ghi giờ mở cửa", en: "Saved the opening hours"))
    }
  }

  struct Remove: LibraryCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: .say(
        vi: "Bỏ một mùa: giờ cả năm lại có hiệu lực.",
        en: "Remove a season: the hours of the whole year hold again."))

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: .say(
        "number", vi: "Số của mùa trong calendar list.", en: "Its number in calendar list.")
    )
    var id: EntityID

    func run(in session: LibrarySession) throws -> ExitStatus {
      session.answer(
        try session.desk.removeSeason(id), .season,
        done: session.words.say(vi: "Đã bỏ", en: "Removed"))
    }
  }
}

extension JSONValue {
  init(_ season: OpeningSeason) {
    self = [
      "season": .entity(season.id), "name": .text(season.name),
      "period": .text(season.period.encoded), "yearly": .bool(season.period.isYearly),
      "hours": .text(season.week.encoded),
    ]
  }
}

extension Wording {
  fileprivate func number(_ season: OpeningSeason) -> String {
    say(vi: "số \(season.id)", en: "number \(season.id)")
  }

  func line(_ season: OpeningSeason) -> String {
    "\(self.season(season)): \(seasonWeek(season.week)) [\(number(season))]"
  }
}
