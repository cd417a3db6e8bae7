/// A due date that staff asks for instead of the rules' own.
public struct RequestedDue: Hashable, Sendable {
  public var day: CalendarDay
  /// Nil leaves the time of day to the rules; 24:00 asks for the whole day, whatever they say.
  public var time: TimeOfDay?

  /// How far ahead of the loan a due date is taken without a reason: two years, longer than any loan of a library's rules.
  public static let usualDays = 730

  /// The last day that is taken at all, whoever asks: 31 December 2100.
  public static let lastDay = CalendarDay(number: 47_846)

  public init(_ day: CalendarDay, at time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }

  /// Reads a day as either language writes it, with a time behind or before it where one is meant: `2026-12-03 15:00`,
  /// `3/12/2026 15h`, `15:00 3/12/2026`.
  public init?(_ text: String) {
    let parts = text.split { $0.isWhitespace || $0 == "T" }.map(String.init)
    guard (1...2).contains(parts.count) else { return nil }
    let days = parts.map { CalendarDay(iso: $0) ?? CalendarDay(vietnamese: $0) }
    guard let place = days.firstIndex(where: { $0 != nil }), let day = days[place] else {
      return nil
    }
    self.init(day)
    guard parts.count == 2 else { return }
    guard let time = TimeOfDay(parts[1 - place]) else { return nil }
    self.time = time
  }
}

extension CheckoutFacts {
  /// The due date that staff asked for; nil where nobody did.
  ///
  /// A day alone ends at the time at which the rules end loans, so that a loan of hours stays one that ends at a time.
  var chosenDue: DueDate? {
    guard let requestedDue else { return nil }
    let day = requestedDue.day
    var due = DueDate(
      day: day, counted: day, loanDays: today.days(until: day), bounds: [.chosen])
    if let time = requestedDue.time {
      due.time = Due(day, at: time).time
    } else if let time = ruledTime(on: day) {
      due.move(to: Due(day, at: time), .timeOfDay(time))
    }
    return due
  }

  /// The time of day at which the rules end loans, for a day that staff chose.
  ///
  /// Hours that would end while the library is closed on that day end when it closed before.
  private func ruledTime(on day: CalendarDay) -> TimeOfDay? {
    let ruled = ruledDue
    guard let time = ruled.time else { return nil }
    let counted = Due(day, at: time)
    guard ruled.hours != nil, rule(.hoursEnd).value != HoursEnd.ignore.rawValue,
      !calendar.isOpen(at: counted)
    else { return time }
    return calendar.lastClosing(after: Due(day, at: .startOfDay), through: counted)?.time ?? time
  }
}
