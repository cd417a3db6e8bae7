import ArgumentParser
import LibraryCore
import LibraryStore
import Workstation

/// Counts by hand what no barcode tells.
struct TallyCommand: LibraryCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: .say(
      vi: "Đếm lượt: bạn đọc, đọc tại chỗ, câu hỏi, chuyến lưu động, luân chuyển, sự kiện.",
      en: "Count visits, reading on the spot, questions, mobile trips, uses of boxes, events."))

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: .say(
      "kind", vi: "Đếm gì: visit, onSite, reference, trip, outside hoặc event.",
      en: "What to count: visit, onSite, reference, trip, outside or event."))
  var kind: TallyKind

  @Argument(help: .say("count", vi: "Bao nhiêu.", en: "How many."))
  var count = 1

  @Option(help: .say("who", vi: "Cho ai: adult hoặc child.", en: "For whom: adult or child."))
  var audience: Audience = .adult

  @Option(
    help: .say(
      "digit", vi: "Môn loại của tài liệu đọc tại chỗ hoặc luân chuyển, 0–9.",
      en: "The class of what was read on the spot or out of a box, 0–9."))
  var group: Int?

  @Option(help: .say("day", vi: "Của ngày khác hôm nay.", en: "Of another day than today."))
  var on: CalendarDay?

  @Option(
    help: .say(
      "box", vi: "Thùng luân chuyển mà cơ sở báo lượt (với outside).",
      en: "The box whose uses were reported (with outside)."))
  var box: EntityID?

  @Option(
    help: .say(
      "code", vi: "Hình thức sự kiện (với event).", en: "The kind of event (with event)."))
  var form: String?

  @Option(
    help: .say("count", vi: "Số người dự (với event).", en: "How many people came (with event)."))
  var attendance: Int?

  func run(in session: LibrarySession) throws -> ExitStatus {
    let tally = Tally(
      kind, count: count, audience: audience, group: group, day: on, box: box, form: form,
      attendance: attendance)
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
    let house = try session.desk.houseConfiguration()
    if full {
      for day in days {
        session.output.line(words.day(day.day))
        for line in words.diaryPage(day, names: house.name) { session.output.line(line) }
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
      "outside": both { day.tallies.count(.outside, $0) }, "boxed": .count(day.boxed),
      "occupations": .counts(day.servedByOccupation), "languages": .counts(day.readByLanguage),
      "events": .list(
        day.tallies.events.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { form, events in
          [
            "form": .optional(form), "count": .count(events.count),
            "attendance": .count(events.attendance),
          ]
        }),
    ]
  }
}

extension JSONValue {
  /// Counts by code; what has none stands under `none`.
  fileprivate static func counts(_ counts: [String?: Int]) -> JSONValue {
    .object(
      counts.sorted { ($0.key ?? "~") < ($1.key ?? "~") }.map {
        Member(key: $0.key ?? "none", value: .count($0.value))
      })
  }
}
