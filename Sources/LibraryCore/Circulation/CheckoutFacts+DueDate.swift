extension CheckoutFacts {
  /// The due date that the rules give a loan begun today.
  var ruledDue: DueDate {
    if isOnSite { return DueDate(day: today, counted: today, loanDays: 0, bounds: [.onSite]) }
    return shortened(ruledDue(.loanDays, from: today, at: now), from: today)
  }

  /// As short as the rules ask for where so many readers wait for the title, counted from `day`; never longer.
  func shortened(_ due: DueDate, from day: CalendarDay) -> DueDate {
    let from = rule(.shortLoanFrom).value
    guard from > 0, demand.readers >= from else { return due }
    var short = due
    short.move(
      to: min(due.due, ruledDue(.shortLoanDays, from: day).due), .manyWait(demand.readers))
    return short
  }

  /// The due date after the days that `length` allows, counted from `day`, and after everything that bounds it; where the rules
  /// count hours, after those from `start`.
  func ruledDue(_ length: RuleParameter, from day: CalendarDay, at start: Moment? = nil) -> DueDate
  {
    var due = countedDue(length, from: day, at: start)
    let hard = rule(.hardDue).value
    if hard > ruledOn.number {
      let day = CalendarDay(number: hard)
      let mode = HardDueMode(rawValue: rule(.hardDueMode).value) ?? .before
      switch mode {
      case .before: due.move(to: min(due.day, day), .hardDue(day, mode))
      case .on: due.move(to: day, .hardDue(day, mode))
      case .after: due.move(to: max(due.day, day), .hardDue(day, mode))
      }
    }
    if rule(.dueWithinCard).value == 1, let expiry = patron.patron.expiresOn, expiry >= today {
      due.move(to: min(due.day, expiry), .cardExpiry(expiry))
    }
    if due.hours == nil, let time = TimeOfDay(minutes: rule(.dueTime).value), time.minutes > 0 {
      due.move(to: Due(due.day, at: time), .timeOfDay(time))
    }
    return due
  }

  private func countedDue(_ length: RuleParameter, from day: CalendarDay, at start: Moment?)
    -> DueDate
  {
    let hours = rule(.loanHours).value
    if let start, hours > 0 {
      return calendar.dueTime(
        from: start, hours: hours, end: HoursEnd(rawValue: rule(.hoursEnd).value) ?? .closing)
    }
    return calendar.dueDate(
      from: day, loanDays: rule(length).value,
      mode: CalendarMode(rawValue: rule(.calendarMode).value) ?? .rollForward)
  }
}
