/// What the matrix can say; the raw value is the name on the command line and in files.
public enum RuleParameter: String, CaseIterable, Sendable {
  /// Whether a copy may leave the house: a `Lendability`.
  case lendable
  case loanDays
  /// Hours of a loan, counted on the clock; 0 stands for a loan of `loanDays`.
  case loanHours
  /// What becomes of a loan of hours that would end while the library is closed: a `HoursEnd`.
  case hoursEnd
  /// The time of day at which loans of days end, in minutes since midnight; 0 stands for the end of the day.
  case dueTime
  /// How closed days count in a due date: a `CalendarMode`.
  case calendarMode
  /// A date that bounds due dates, such as the end of a school year; 0 stands for none. It counts until it has passed.
  case hardDue
  /// What `hardDue` means: a `HardDueMode`.
  case hardDueMode
  /// 1 when nothing is due after the day on which the card expires.
  case dueWithinCard
  /// Loans a patron may hold at once, over all item types.
  case loansMaximum
  /// Loans of this one item type a patron may hold at once.
  case loansOfTypeMaximum
  case renewalsMaximum
  /// Days a renewal adds.
  case renewalDays
  /// From which day a renewal counts: a `RenewalStart`.
  case renewalFrom
  /// How many days before the due date a renewal is possible at the earliest.
  case renewalNotBefore
  /// Open days late before a fine or a suspension begins; the days within it then count too.
  case graceDays
  /// Đồng for each full period of open days late.
  case finePerDay
  /// Đồng for each full hour late of a loan that ends at a time of day, counting hours in which the library is open.
  case finePerHour
  /// Open days in such a period.
  case finePeriod
  /// Đồng; the fine of one loan never exceeds it. 0 stands for no limit.
  case fineMaximum
  /// 1 when the fine of one loan never exceeds the price of the copy, where that is known.
  case fineUpToPrice
  /// Days without the right to borrow for each open day late, from the day of the return.
  case suspensionDays
  /// The most days one late return suspends for. 0 stands for no limit.
  case suspensionMaximum
  /// What a lost copy costs, in hundredths of its price.
  case lostPercent
  /// Đồng for the work that a lost copy makes.
  case processingFee
  /// What is given back when a lost copy turns up: a `LostRefund`.
  case lostRefund
  /// 1 when the fee is given back too.
  case refundFee
  /// Days after which an overdue loan counts as long overdue, and as lost; 0 stands for never.
  case longOverdueDays
  case lostDays
  /// Lost copies that have not turned up with which a patron may still borrow.
  case lostMaximum
  /// Overdue loans a patron may have and still borrow.
  case overduesMaximum
  /// Đồng a patron may owe and still borrow.
  case owedMaximum
  /// Đồng that the family of a patron, guardian and whoever has the same one, may owe and the patron still borrow.
  case familyOwedMaximum
  /// The age in full years from which a patron may borrow this; 0 stands for any.
  case ageMinimum
  /// The age in full years up to which a patron may borrow this.
  case ageMaximum
  /// Whether a copy may be asked for: a `HoldPolicy`.
  case holdPolicy
  /// Holds a patron may have at once, over all item types.
  case holdsMaximum
  /// Open days a copy waits on the hold shelf.
  case pickupDays
  /// So many readers waiting for a title make its loans as short as `shortLoanDays`; 0 stands for never.
  case shortLoanFrom
  /// Days of a loan while many wait.
  case shortLoanDays
  /// Renewals beside `renewalsMaximum` while nobody waits for the title.
  case renewalsExtra
  /// Loans for reading on the spot a patron may hold at once, over all item types.
  case onSiteMaximum
  /// Copies of one title a patron may hold at once.
  case copiesOfTitleMaximum
  /// Đồng of deposit (tiền cược) that the library has to hold for each copy on loan.
  case deposit
  /// The same in hundredths of the copy's price, where that is known; the larger of the two counts.
  case depositPercent
  /// Months for which a card is good when it is given or renewed; 0 stands for no end.
  case membershipMonths

  /// How a value is written.
  public enum Form: Equatable, Sendable {
    case count
    case days
    /// A time of day, or nothing.
    case time
    case dong
    case years
    case flag
    /// A date, or nothing.
    case day
    /// One of some words, numbered from 0 on.
    case word([String])
  }

  public var form: Form {
    switch self {
    case .lendable: .word(Lendability.words)
    case .calendarMode: .word(CalendarMode.words)
    case .hardDueMode: .word(HardDueMode.words)
    case .renewalFrom: .word(RenewalStart.words)
    case .holdPolicy: .word(HoldPolicy.words)
    case .lostRefund: .word(LostRefund.words)
    case .hardDue: .day
    case .dueTime: .time
    case .hoursEnd: .word(HoursEnd.words)
    case .dueWithinCard, .fineUpToPrice, .refundFee: .flag
    case .loansMaximum, .loansOfTypeMaximum, .renewalsMaximum, .overduesMaximum, .holdsMaximum,
      .shortLoanFrom, .lostPercent, .lostMaximum, .renewalsExtra, .onSiteMaximum,
      .copiesOfTitleMaximum, .membershipMonths, .depositPercent, .loanHours:
      .count
    case .loanDays, .renewalDays, .renewalNotBefore, .graceDays, .finePeriod, .suspensionDays,
      .suspensionMaximum, .pickupDays, .shortLoanDays, .longOverdueDays, .lostDays:
      .days
    case .finePerDay, .finePerHour, .fineMaximum, .owedMaximum, .familyOwedMaximum,
      .processingFee, .deposit:
      .dong
    case .ageMinimum, .ageMaximum: .years
    }
  }

  public var builtIn: Int {
    switch self {
    case .lendable, .finePeriod, .holdPolicy: 1
    case .loanDays, .renewalDays: 14
    case .loansMaximum, .holdsMaximum: 5
    case .pickupDays, .onSiteMaximum: 3
    case .shortLoanDays: 7
    case .loansOfTypeMaximum, .lostMaximum, .copiesOfTitleMaximum: 1000
    case .lostPercent: 100
    case .renewalsMaximum: 2
    case .renewalNotBefore: 3650
    case .ageMaximum: 200
    case .owedMaximum: 50_000
    case .familyOwedMaximum: 1_000_000_000
    case .membershipMonths: 12
    default: 0
    }
  }

  /// The values a row may give.
  public var range: ClosedRange<Int> {
    switch form {
    case .word(let words): 0...words.count - 1
    case .flag: 0...1
    case .day: 0...100_000
    case .time: TimeOfDay.range
    case .years: 0...200
    case .count:
      switch self {
      case .renewalsMaximum: 0...1000
      case .membershipMonths: 0...1200
      case .depositPercent: 0...1000
      case .loanHours: 0...240
      default: 0...100_000
      }
    case .dong: 0...1_000_000_000
    case .days:
      switch self {
      case .finePeriod: 1...1000
      case .graceDays: 0...1000
      default: 0...3650
      }
    }
  }
}

/// Whether a copy may leave the house.
public enum Lendability: Int, CaseIterable, Sendable {
  /// On the spot only.
  case onSite
  case home
  /// Not at all, not even to be read on the spot.
  case no
}

/// How closed days count in a due date.
public enum CalendarMode: Int, CaseIterable, Sendable {
  /// Every day counts; a closed last day moves to the next open one.
  case rollForward
  /// Every day counts, closed or not.
  case countAll
  /// Only open days count.
  case skipClosed
  /// Every day counts; a closed last day moves back to an open one, or forward where there is none.
  case rollBack
  /// Every day counts; a closed last day of whole weeks moves by weeks, any other to the next open day.
  case weekly
}

/// What becomes of a loan of hours that would end while the library is closed.
public enum HoursEnd: Int, CaseIterable, Sendable {
  /// It ends when the library closes.
  case closing
  /// It ends when the library opens again.
  case opening
  /// It ends when its hours are full.
  case ignore
}

/// What a hard due date does to the due date that was counted.
public enum HardDueMode: Int, CaseIterable, Sendable {
  /// Nothing is due later.
  case before
  /// Everything is due on that day.
  case on
  /// Nothing is due earlier.
  case after
}

/// From which day a renewal counts.
public enum RenewalStart: Int, CaseIterable, Sendable {
  case today
  case due
}

/// Which copies readers may ask to be kept for them.
public enum HoldPolicy: Int, CaseIterable, Sendable {
  case none
  case any
  /// Only what stands on the shelf, to be fetched for the reader: closed stacks (kho đóng).
  case onShelf
  /// Only when every copy of the title is out.
  case allOut
}

extension RawRepresentable where Self: CaseIterable, RawValue == Int {
  /// The names of all cases, in the order of their numbers.
  static var words: [String] { allCases.map { "\($0)" } }
}

// MARK: - Writing and reading

extension RuleParameter {
  /// A value as files and the command line write it: a number, a word, or a date; a date of none is `none`.
  public func text(of value: Int) -> String {
    switch form {
    case .word(let words) where words.indices.contains(value): words[value]
    case .day: value == 0 ? "none" : CalendarDay(number: value).iso
    case .time: value == 0 ? "none" : TimeOfDay(minutes: value)?.text ?? String(value)
    default: String(value)
    }
  }

  /// The value that `text` names: a number always, and whatever the parameter's form allows; nil when it names none.
  public func value(of text: some StringProtocol) -> Int? {
    let text = String(text)
    switch form {
    case .word(let words):
      if let place = words.firstIndex(where: { $0.lowercased() == text.lowercased() }) {
        return place
      }
    case .day:
      if text == "none" { return 0 }
      if let day = CalendarDay(iso: text) ?? CalendarDay(vietnamese: text) { return day.number }
    case .time:
      if text == "none" { return 0 }
      if let time = TimeOfDay(text) { return time.minutes }
    case .flag:
      if let place = ["no", "yes"].firstIndex(of: text.lowercased()) { return place }
    default: break
    }
    return Int(text)
  }
}
