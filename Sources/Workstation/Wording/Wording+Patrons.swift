public import LibraryCore

extension Wording {
  /// A birth as people read it: a day, or only a year; empty where nothing is known.
  public func birth(_ stored: String?) -> String {
    guard let stored else { return "" }
    return CalendarDay(iso: stored).map(day) ?? stored
  }

  /// How long a loan is overdue, or how long it still runs.
  public func timeLeft(until due: CalendarDay, from today: CalendarDay) -> String {
    let days = today.days(until: due)
    if days < 0 { return say(vi: "quá \(-days) ngày", en: "\(counted(-days, "day")) late") }
    if days == 0 { return say(vi: "hôm nay", en: "today") }
    return say(vi: "còn \(days) ngày", en: "\(counted(days, "day")) left")
  }

  /// What came of a renewal, in one line.
  public func renewal(_ outcome: RenewOutcome) -> String {
    switch outcome {
    case .renewed(let renewed):
      say(
        vi: "\(renewed.item.title): gia hạn đến \(due(renewed.due.due))",
        en: "\(renewed.item.title): renewed until \(due(renewed.due.due))")
        + renewed.notices.map { "; " + notice($0) }.joined()
    case .refused(let reasons, let item, _):
      "\(item.title): \(reasons.map(refusal).joined(separator: "; "))"
    case .unknownItem(let code):
      say(vi: "Không có bản \(code)", en: "There is no copy \(code)")
    }
  }
}
