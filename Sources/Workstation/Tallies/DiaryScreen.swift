import LibraryCore
import LibraryStore
import Terminal

/// The library diary of a month: visits and use, a line a day, the month's sum above them.
final class DiaryScreen: Screen {
  private struct Answer: Sendable {
    var month: Month
    var days: Result<[DiaryDay], any Error>
  }

  /// A month of the calendar.
  private struct Month: Equatable, Sendable {
    var first: CalendarDay

    /// The month that `day` lies in.
    init(of day: CalendarDay) { first = day.adding(days: 1 - day.day) }

    var last: CalendarDay { Month(of: first.adding(days: 31)).first.adding(days: -1) }
    var earlier: Month { Month(of: first.adding(days: -1)) }
    var later: Month { Month(of: first.adding(days: 31)) }
  }

  let context = "diary"
  let isOverlay = false
  private let workplace: Workplace
  private var month: Month
  private var days: [DiaryDay]?
  private var table = Table(columns: [])

  init(workplace: Workplace) {
    self.workplace = workplace
    month = Month(of: workplace.clock.now().day)
  }

  private var words: Wording { workplace.wording }

  func disabledReason(for command: CommandID) -> String? {
    workplace.missingRightOrUse(for: command)
  }

  func update(_ event: ScreenEvent) -> [Effect] {
    switch event {
    case .appeared, .returned: return read(month)
    case .message(let answer as Answer): return show(answer)
    case .input(.scan(let scan)): return [.handToDesk(scan)]
    case .command(.cancel): return [.close(nil)]
    case .command(.diaryEarlier): return read(month.earlier)
    case .command(.diaryLater): return read(month.later)
    default:
      guard case .opened(let row) = table.update(event), let days else { return [] }
      return [.push(page(days[row]))]
    }
  }

  private func read(_ month: Month) -> [Effect] {
    self.month = month
    days = nil
    let desk = workplace.desk
    return [
      .job(name: "diary") {
        Answer(month: month, days: Result { try desk.diary(from: month.first, to: month.last) })
      }
    ]
  }

  private func show(_ answer: Answer) -> [Effect] {
    guard answer.month == month else { return [] }
    switch answer.days {
    case .success(let days):
      self.days = days
      table.setCount(days.count)
    case .failure(let error): return workplace.bad(workplace.describe(error))
    }
    return []
  }

  private func page(_ day: DiaryDay) -> any Screen {
    TextScreen(
      workplace: workplace,
      title: words.say(vi: "NHẬT KÝ ", en: "DIARY ") + words.day(day.day),
      paragraphs: words.diaryPage(day, names: workplace.termName).map {
        StyledText($0, hangingIndent: 2)
      })
  }
}

// MARK: - Drawing

extension DiaryScreen {
  func draw(into surface: inout Surface) {
    workplace.drawTitle(words.say(vi: "NHẬT KÝ THƯ VIỆN", en: "LIBRARY DIARY"), into: &surface)
    let columns = surface.size.columns
    surface.write(
      words.say(
        vi: "Tháng \(month.first.month)/\(month.first.year)",
        en: "\(month.first.month)/\(month.first.year)"),
      at: Point(row: 1, column: 1), role: .heading)
    guard let days else {
      surface.write(
        words.say(vi: "Đang tính…", en: "Counting…"), at: Point(row: 3, column: 1), role: .muted)
      return
    }
    surface.write(
      words.diarySum(days), at: Point(row: 1, column: 16), role: .text, width: max(0, columns - 17))
    let names = words.diaryColumns
    table.columns =
      [TableColumn(names[0], width: .fixed(10))]
      + names.dropFirst().map { TableColumn($0, width: .fixed(8), alignment: .trailing) }
    table.emptyText = words.say(
      vi: "Tháng này chưa có gì", en: "Nothing happened in this month")
    table.draw(
      into: &surface,
      in: Rect(row: 2, column: 0, rows: max(0, surface.size.rows - 2), columns: columns)
    ) { range in range.map { TableRow(words.diaryRow(days[$0])) } }
  }
}
