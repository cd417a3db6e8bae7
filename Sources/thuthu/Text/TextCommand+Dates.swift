import ArgumentParser
import LibraryCore
import VietnameseText
import Workstation

extension TextCommand {
  /// Days in one of the forms of the trade.
  struct Date: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "date",
      abstract: .say(
        vi: "Đổi cách viết ngày: 21/11/2026, 21.XI.2026, 2026-11-21.",
        en: "Write days in another form: 21/11/2026, 21.XI.2026, 2026-11-21."))

    enum Form: String, ExpressibleByArgument, CaseIterable {
      case slashes
      case roman
      case iso

      func text(_ day: CalendarDay) -> String {
        switch self {
        case .slashes: day.vietnamese
        case .roman: day.roman
        case .iso: day.iso
        }
      }

      static let choices = allCases.map(\.rawValue).joined(separator: ", ")
    }

    @OptionGroup var global: GlobalOptions

    @Option(help: .say("form", vi: Form.choices, en: Form.choices))
    var form = Form.slashes

    @Argument(help: .say("day", vi: "Các ngày; không có thì đọc từng dòng.", en: TextAnswers.given))
    var days: [String] = []

    func run() throws {
      try TextAnswers(global).each(of: days) { line in
        guard let day = CalendarDay(argument: line) else { return .fault(TextCommand.noDay) }
        return .answer(
          [
            "text": .text(line), "day": .day(day), "slashes": .text(day.vietnamese),
            "roman": .text(day.roman),
          ], form.text(day))
      }
    }
  }

  /// Days of the lunar calendar, there and back.
  struct Lunar: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lunar",
      abstract: .say(
        vi: "Đổi ngày dương lịch sang âm lịch, hoặc ngược lại với --solar.",
        en: "The lunar date of days, or with --solar the day of lunar dates."))

    @OptionGroup var global: GlobalOptions

    @Flag(
      help: .say(
        vi: "Đổi từ âm lịch sang dương lịch; tháng nhuận viết như 15/6n/2025.",
        en: "Read lunar dates and give the day; a leap month is written as in 15/6n/2025."))
    var solar = false

    @Argument(help: .say("day", vi: "Các ngày; không có thì đọc từng dòng.", en: TextAnswers.given))
    var days: [String] = []

    func run() throws {
      try TextAnswers(global).each(of: days) { line in
        solar ? day(ofLunar: line) : lunar(ofDay: line)
      }
    }

    private func lunar(ofDay line: String) -> TextAnswers.Answer {
      guard let day = CalendarDay(argument: line) else { return .fault(TextCommand.noDay) }
      guard let lunar = LunarDate(day) else { return .fault(Speech.words.noLunarTable) }
      return .answer(json(line, day, lunar), "\(lunar.text) \(lunar.yearName)")
    }

    private func day(ofLunar line: String) -> TextAnswers.Answer {
      guard let lunar = LunarDate(lunar: line) else {
        return .fault(
          .say(
            vi: "âm lịch không có ngày này, hoặc ngoài bảng (\(Speech.words.noLunarTable))",
            en: "no such lunar date, or none the table has (\(Speech.words.noLunarTable))"))
      }
      return .answer(json(line, lunar.calendarDay, lunar), lunar.calendarDay.vietnamese)
    }

    private func json(_ line: String, _ day: CalendarDay, _ lunar: LunarDate) -> JSONValue {
      [
        "text": .text(line), "day": .day(day), "lunar": .text(lunar.text),
        "lunarYear": .count(lunar.year), "lunarMonth": .count(lunar.month),
        "lunarDay": .count(lunar.day), "leapMonth": .bool(lunar.isLeapMonth),
        "yearName": .text(lunar.yearName),
      ]
    }
  }

  fileprivate static var noDay: String {
    .say(vi: "không đọc được ngày", en: "this is no day")
  }
}
