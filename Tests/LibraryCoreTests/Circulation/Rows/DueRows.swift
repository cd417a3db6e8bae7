import LibraryCore

/// When a loan is due: by its length, the calendar, dates that bound it, the card, who waits, and a renewal.
enum DueRows {
  static let all = lengths + chosenTimes + modes + bounds + waiting + renewals + redated

  /// The due date of a loan begun on Monday 23 November 2026, in a house closed on Sundays and on 1 December.
  private static func due(
    _ expected: String, _ name: String, _ values: [RuleParameter: Int] = [:],
    _ change: @escaping @Sendable (inout CheckoutFacts) -> Void = { _ in }
  ) -> ValueRow {
    ValueRow(name: "due, \(name)", expected: expected) {
      var facts = Sample.facts(values)
      facts.calendar = Sample.calendar(closed: ["2026-12-01"], [.sunday])
      change(&facts)
      if case .lend(let due, _, _) = facts.decide() { return due.day.iso }
      return "refused"
    }
  }

  private static let lengths = [
    due("2026-12-07", "by what is built in"),
    due("2026-11-23", "no days", [.loanDays: 0]),
    due("2026-11-24", "a day", [.loanDays: 1]),
    due("2026-12-02", "8 days, closed on the last", [.loanDays: 8]),
    due("2026-11-30", "6 days, to a Sunday", [.loanDays: 6]),
    due("2027-09-20", "a school year", [.loanDays: 300]),
    due("2036-11-20", "ten years", [.loanDays: 3650]),
    due("2026-11-23", "read here", [.loanDays: 30]) { $0.isOnSite = true },
    due("2026-11-29", "chosen, though a Sunday") { $0.requestedDue = "2026-11-29" },
    due("2026-12-01", "chosen, though closed", [.loanDays: 3]) { $0.requestedDue = "2026-12-01" },
  ]

  /// When a loan lent on Monday 23 November 2026 at 9:15 is due, where staff asked for `requested`; mornings and afternoons.
  private static func chosen(
    _ expected: String, _ name: String, _ requested: RequestedDue,
    _ values: [RuleParameter: Int] = [:],
    _ change: @escaping @Sendable (inout CheckoutFacts) -> Void = { _ in }
  ) -> ValueRow {
    ValueRow(name: "due, \(name)", expected: expected) {
      var facts = Sample.facts(values)
      facts.calendar.hours =
        OpeningHours(encoded: "1=7:30-11:30,13:30-17:00;4=8:00-11:00") ?? facts.calendar.hours
      facts.now = Moment(iso: "2026-11-23T09:15:00") ?? facts.now
      facts.requestedDue = requested
      change(&facts)
      switch facts.decide() {
      case .lend(let due, _, _): return due.day.iso + (due.time.map { " " + $0.text } ?? "")
      case .refuse(let reasons): return reasons.map(\.code).joined(separator: " ")
      }
    }
  }

  private static let chosenTimes = [
    chosen("2026-12-03", "a day alone, no times", "2026-12-03"),
    chosen(
      "2026-12-03 17:00", "a day alone, at the time of the rules", "2026-12-03", [.dueTime: 1020]),
    chosen("2026-12-03 15:00", "a day with a time", "2026-12-03 15:00", [.dueTime: 1020]),
    chosen("2026-12-03", "the whole day", "2026-12-03 24:00", [.dueTime: 1020]),
    chosen("2026-11-30 10:15", "a day alone of a loan of hours", "2026-11-30", [.loanHours: 1]),
    chosen("2026-12-03 11:00", "hours that end after closing", "2026-12-03", [.loanHours: 5]),
    chosen(
      "2026-12-03 14:15", "hours that closing does not end", "2026-12-03",
      [.loanHours: 5, .hoursEnd: 2]),
    chosen("2026-11-30 14:15", "hours over noon", "2026-11-30", [.loanHours: 5]),
    chosen("2026-12-03", "read here", "2026-12-03", [.loanHours: 5]) { $0.isOnSite = true },
    chosen("2026-11-23 09:15", "this minute", "2026-11-23 9:15"),
    chosen("dueDateInThePast", "a minute ago", "2026-11-23 9:14"),
    chosen(
      "dueDateInThePast", "today, when the time of the rules is over", "2026-11-23", [.dueTime: 540]
    ),
    chosen("2026-11-23", "the rest of today all the same", "2026-11-23 24:00", [.dueTime: 540]),
  ]

  private static let modes = [
    due("2026-11-29", "6 days, all count", [.loanDays: 6, .calendarMode: 1]),
    due("2026-12-01", "8 days, all count", [.loanDays: 8, .calendarMode: 1]),
    due("2026-11-28", "5 open days", [.loanDays: 5, .calendarMode: 2]),
    due("2026-11-30", "6 open days", [.loanDays: 6, .calendarMode: 2]),
    due("2026-12-02", "7 open days", [.loanDays: 7, .calendarMode: 2]),
    due("2026-11-23", "no open days", [.loanDays: 0, .calendarMode: 2]),
    due("2026-11-28", "6 days, rolled back", [.loanDays: 6, .calendarMode: 3]),
    due("2026-11-30", "8 days, rolled back", [.loanDays: 8, .calendarMode: 3]),
    due("2026-11-30", "a week, by weeks", [.loanDays: 7, .calendarMode: 4]),
    due("2026-12-08", "a week from Tuesday, by weeks", [.loanDays: 7, .calendarMode: 4]) {
      $0.today = "2026-11-24"
    },
    due("2026-12-02", "8 days are no weeks", [.loanDays: 8, .calendarMode: 4]),
    due("2026-12-14", "two weeks, two Mondays closed", [.loanDays: 7, .calendarMode: 4]) {
      $0.calendar = Sample.calendar(closed: ["2026-11-30", "2026-12-07"])
    },
    due("2026-12-07", "never open", [.calendarMode: 0]) {
      $0.calendar = Sample.calendar(closed: [], Set(Weekday.allCases))
    },
    due("2026-12-07", "never open, open days", [.calendarMode: 2]) {
      $0.calendar = Sample.calendar(closed: [], Set(Weekday.allCases))
    },
  ]

  /// 30 November and 20 December 2026, as the matrix keeps a date.
  private static let early = ("2026-11-30" as CalendarDay).number
  private static let late = ("2026-12-20" as CalendarDay).number
  private static let past = Sample.today.number

  private static let bounds = [
    due("2026-11-30", "not after a day", [.hardDue: early]),
    due("2026-12-07", "long before a day", [.hardDue: late]),
    due("2026-12-07", "that day is today", [.hardDue: past]),
    due("2026-11-24", "that day is tomorrow", [.hardDue: past + 1]),
    due("2026-11-30", "on a day", [.hardDue: early, .hardDueMode: 1]),
    due("2026-12-20", "on a later day", [.hardDue: late, .hardDueMode: 1]),
    due("2026-12-07", "on a day that passed", [.hardDue: past, .hardDueMode: 1]),
    due("2026-12-07", "not before a day", [.hardDue: early, .hardDueMode: 2]),
    due("2026-12-20", "not before a later day", [.hardDue: late, .hardDueMode: 2]),
    due("2026-11-28", "within the card", [.dueWithinCard: 1]) { $0.expires("2026-11-28") },
    due("2026-12-07", "beyond the card", [.dueWithinCard: 0]) { $0.expires("2026-11-28") },
    due("2026-11-23", "the card ends today", [.dueWithinCard: 1]) { $0.expires("2026-11-23") },
    due("2026-12-07", "the card ends that day", [.dueWithinCard: 1]) { $0.expires("2026-12-07") },
    due("2026-12-06", "the card ends before", [.dueWithinCard: 1]) { $0.expires("2026-12-06") },
    due("2026-12-07", "the card never ends", [.dueWithinCard: 1]) { $0.expires(nil) },
    due("2026-11-28", "card and day", [.dueWithinCard: 1, .hardDue: early]) {
      $0.expires("2026-11-28")
    },
  ]

  private static func waits(_ readers: Int) -> TitleDemand {
    TitleDemand(waiting: 0, readers: readers, spare: 0)
  }

  private static let waiting = [
    due("2026-12-07", "one of two waits", [.shortLoanFrom: 2]) { $0.demand = waits(1) },
    due("2026-11-30", "two of two wait", [.shortLoanFrom: 2]) { $0.demand = waits(2) },
    due("2026-12-07", "many wait, no rule", [.shortLoanFrom: 0]) { $0.demand = waits(50) },
    due("2026-11-26", "three days", [.shortLoanFrom: 1, .shortLoanDays: 3]) {
      $0.demand = waits(1)
    },
    due("2026-12-07", "never longer", [.shortLoanFrom: 1, .shortLoanDays: 90]) {
      $0.demand = waits(1)
    },
  ]

  /// The new due date of a loan due on Tuesday 24 November 2026.
  private static func renewed(
    _ expected: String, _ name: String, _ values: [RuleParameter: Int] = [:],
    due: CalendarDay = "2026-11-24", waiting readers: Int = 0
  ) -> ValueRow {
    ValueRow(name: "renewed, \(name)", expected: expected) {
      var checkout = Sample.facts(values)
      checkout.calendar = Sample.calendar(closed: ["2026-12-01"], [.sunday])
      checkout.demand = waits(readers)
      let facts = RenewalFacts(checkout: checkout, loan: Sample.ownLoan(due: due))
      if case .lend(let due, _, _) = facts.decide() { return due.day.iso }
      return "refused"
    }
  }

  private static let renewals = [
    renewed("2026-12-07", "from today"),
    renewed("2026-12-08", "from the due date", [.renewalFrom: 1]),
    renewed("2026-12-15", "from a later due date", [.renewalFrom: 1], due: "2026-12-01"),
    renewed("2026-11-28", "5 days from today", [.renewalDays: 5]),
    renewed("refused", "no day more", [.renewalDays: 0]),
    renewed("refused", "never shorter, though closed", [.renewalDays: 1], due: "2026-12-01"),
    renewed("2026-12-07", "overdue, from today", due: "2026-11-20"),
    renewed("refused", "due later already", due: "2026-12-15"),
    renewed("2026-12-02", "to a closed day", [.renewalDays: 8]),
    renewed("2026-11-30", "bounded", [.hardDue: early]),
    renewed("2026-12-07", "loan days mean nothing", [.loanDays: 60]),
    renewed("2026-12-07", "one of two waits", [.shortLoanFrom: 2], waiting: 1),
    renewed("2026-11-30", "two of two wait", [.shortLoanFrom: 2], waiting: 2),
    renewed("2026-12-07", "many wait, no rule", [.shortLoanFrom: 0], waiting: 50),
    renewed(
      "2026-11-28", "four days from the due date while one waits",
      [.shortLoanFrom: 1, .shortLoanDays: 4, .renewalFrom: 1], waiting: 1),
    renewed(
      "2026-12-07", "never longer, though one waits", [.shortLoanFrom: 1, .shortLoanDays: 90],
      waiting: 1),
    renewed(
      "refused", "short to the day it is due", [.shortLoanFrom: 1], due: "2026-11-30", waiting: 1),
    renewed(
      "2026-11-30", "short to the day after", [.shortLoanFrom: 1], due: "2026-11-28", waiting: 1),
  ]

  /// Where a due date goes when days are closed after all, asked on 23 November 2026.
  private static func moved(
    _ expected: String, _ name: String, _ due: CalendarDay, _ mode: CalendarMode = .rollForward,
    wholeWeeks: Bool = false
  ) -> ValueRow {
    ValueRow(name: "closed after all, \(name)", expected: expected) {
      Sample.calendar(closed: ["2026-11-23", "2026-11-30", "2026-12-01"])
        .redated(due, mode: mode, wholeWeeks: wholeWeeks, today: Sample.today).iso
    }
  }

  private static let redated = [
    moved("2026-11-29", "an open day stays", "2026-11-29"),
    moved("2026-12-02", "over two closed days", "2026-11-30"),
    moved("2026-12-02", "over one", "2026-12-01"),
    moved("2026-11-29", "back", "2026-12-01", .rollBack),
    moved("2026-11-24", "today, not back", "2026-11-23", .rollBack),
    moved("2026-11-22", "what is past stays", "2026-11-22"),
    moved("2026-11-30", "where all days count it stays", "2026-11-30", .countAll),
    moved("2026-12-02", "open days", "2026-11-30", .skipClosed),
    moved("2026-12-07", "whole weeks by weeks", "2026-11-30", .weekly, wholeWeeks: true),
    moved("2026-12-02", "other lengths as forward", "2026-11-30", .weekly),
  ]
}
