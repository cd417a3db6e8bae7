import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Counts by hand what no barcode tells.
struct TallyCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: .say(
      vi: "Đếm lượt: bạn đọc, đọc tại chỗ, câu hỏi, chuyến lưu động.",
      en: "Count visits, reading on the spot, questions and mobile trips."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "kind", vi: "Đếm gì: visit, onSite, reference hoặc trip.",
      en: "What to count: visit, onSite, reference or trip."))
  var kind: TallyKind

  @Argument(help: .say("count", vi: "Bao nhiêu.", en: "How many."))
  var count = 1

  @Option(help: .say("who", vi: "Cho ai: adult hoặc child.", en: "For whom: adult or child."))
  var audience: Audience = .adult

  @Option(
    help: .say(
      "digit", vi: "Môn loại của tài liệu đọc tại chỗ, 0–9.",
      en: "The class of what was read on the spot, 0–9."))
  var group: Int?

  @Option(help: .say("day", vi: "Của ngày khác hôm nay.", en: "Of another day than today."))
  var on: CalendarDay?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let tally = Tally(kind, count: count, audience: audience, group: group, day: on)
    let totals = { try session.desk.tallies(on: on ?? session.desk.today).count(kind) }
    let outcome = try session.desk.tally(tally)
    let total = try totals()
    let words = session.words
    return session.answer(
      outcome, .tally, ["total": .count(total)],
      done: words.say(
        vi: "Đã đếm \(words.tally(tally)); cả ngày \(total)",
        en: "Counted \(words.tally(tally)); \(total) on that day"))
  }
}

/// The library diary of some days.
struct DiaryCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "diary",
    abstract: .say(
      vi: "Nhật ký thư viện: lượt bạn đọc, lượt tài liệu từng ngày.",
      en: "The library diary: visits and use, day by day."))

  @OptionGroup var global: GlobalOptions

  @Option(
    help: .say(
      "day", vi: "Từ ngày; mặc định đầu tháng này.", en: "From; by default this month's first."))
  var from: CalendarDay?

  @Option(help: .say("day", vi: "Đến hết ngày; mặc định hôm nay.", en: "Until; by default today."))
  var to: CalendarDay?

  @Flag(help: .say(vi: "Đầy đủ từng ngày, theo môn loại.", en: "Each day in full, by class."))
  var full = false

  func run(in session: LibrarySession) throws -> ExitStatus {
    let today = session.desk.today
    let days = try session.desk.diary(
      from: from ?? today.adding(days: 1 - today.day), to: to ?? today)
    if session.isJSON {
      for day in days { session.output.line(JSONValue(day)) }
      return .done
    }
    let words = session.words
    if full {
      for day in days {
        session.output.line(words.day(day.day))
        for line in words.diaryPage(day) { session.output.line(line) }
      }
    } else {
      var table = TextTable(
        words.diaryColumns.enumerated().map { TextTable.Column(heading: $1, isNumber: $0 > 0) })
      table.rows = days.map(words.diaryRow)
      for line in table.lines() { session.output.line(line) }
    }
    session.output.line(words.diarySum(days))
    return .done
  }
}

extension JSONValue {
  init(_ day: DiaryDay) {
    func both(_ count: (Audience?) -> Int) -> JSONValue {
      ["all": .count(count(nil)), "adult": .count(count(.adult)), "child": .count(count(.child))]
    }
    self = [
      "day": .day(day.day), "newCards": .count(day.newCards), "visits": both(day.visits),
      "served": .count(day.served.values.reduce(0, +)), "use": both(day.circulation),
      "lent": both(day.lent), "onSite": both { day.tallies.count(.onSite, $0) },
      "magazines": .count(day.magazines),
      "groups": .object(
        (0...9).map { (group: Int) in
          Member(key: String(group), value: .count(day.circulation(group: group)))
        }
          + [Member(key: "none", value: .count(day.circulation(group: nil)))]),
      "reference": .count(day.tallies.count(.reference)), "trips": .count(day.tallies.count(.trip)),
    ]
  }
}
