extension CheckoutFacts {
  /// The due date that the rules give a loan begun today.
  var ruledDue: DueDate {
    if isOnSite { return DueDate(day: today, counted: today, loanDays: 0, bounds: [.onSite]) }
    var due = ruledDue(.loanDays, from: today, at: now)
    let from = rule(.shortLoanFrom).value
    if from > 0, demand.readers >= from {
      due.move(
        to: min(due.due, ruledDue(.shortLoanDays, from: today).due), .manyWait(demand.readers))
    }
    return due
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
