/// What a reader is reminded of.
public enum ReminderKind: String, CaseIterable, Sendable {
  case overdue
  case dueSoon = "due-soon"
  /// A copy waits on the hold shelf.
  case holdReady = "hold-ready"
  /// A copy lost, or overdue for so long that it counts as lost, is to be made good.
  case lost

  /// The template of the letter and that of the message.
  public var letter: SlipKind {
    switch self {
    case .overdue: .overdue
    case .dueSoon: .dueSoon
    case .holdReady: .holdReady
    case .lost: .lost
    }
  }

  public var message: SlipKind {
    switch self {
    case .overdue: .overdueMessage
    case .dueSoon: .dueSoonMessage
    case .holdReady: .holdReadyMessage
    case .lost: .lostMessage
    }
  }
}

/// How a reminder went out.
public enum ReminderWay: String, CaseIterable, Sendable {
  case letter
  /// With the letter to the teacher of the class.
  case classLetter = "class"
  case message
  case phone
}

/// That a reader was reminded, as an op keeps it; the op is on the patron.
public struct ReminderSent: Equatable, Sendable {
  public var kind: ReminderKind
  public var way: ReminderWay
  public var matters: [Matter]
  /// When it went out, if not at the op's own moment (`--at`).
  public var sentAt: Int64?
  /// The op that noted the reminders of many readers at once, and takes them back at once.
  public var cause: OpID?

  /// One loan or hold the reader was reminded of, and which reminder of it this was.
  public struct Matter: Equatable, Sendable {
    /// The number of the loan or of the hold.
    public var number: Int64
    public var level: Int

    public init(number: Int64, level: Int) {
      self.number = number
      self.level = level
    }
  }

  public init(
    _ kind: ReminderKind, by way: ReminderWay, _ matters: [Matter], sentAt: Int64? = nil,
    cause: OpID? = nil
  ) {
    self.cause = cause
    self.kind = kind
    self.way = way
    self.matters = matters
    self.sentAt = sentAt
  }

  /// The highest level among its loans.
  public var level: Int { matters.map(\.level).max() ?? 1 }
}

/// From how many days after the due date on each notice is due: the first, the second, the third.
///
/// Days are days of the calendar, because a letter is written by the calendar; what being late costs is counted in open days.
public struct ReminderSteps: Equatable, Sendable {
  public let days: [Int]

  /// What holds where the house says nothing.
  public static let usual = ReminderSteps(days: [7, 14, 30])

  public static let stepsMaximum = 3

  private init(days: [Int]) { self.days = days }

  /// Reads days with commas between them, each greater than the one before; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Int(String($0).trimmed) }
    let days = parts.compactMap(\.self)
    guard !days.isEmpty, days.count == parts.count, days.count <= Self.stepsMaximum,
      days.allSatisfy({ (1...999).contains($0) }), days == Array(Set(days)).sorted()
    else { return nil }
    self.days = days
  }

  public var text: String { days.map(String.init).joined(separator: ",") }

  /// Which notice a loan is due for; 0 before the first.
  ///
  /// A late loan that is counted in hours is due for its first as soon as it is late: the next reader waits for it today.
  public func level(daysLate: Int, isOfHours: Bool = false) -> Int {
    max(isOfHours ? 1 : 0, days.count { $0 <= daysLate })
  }
}

/// A reader to be reminded, with everything a letter says.
public struct ReminderReader: Equatable, Sendable {
  public var kind: ReminderKind
  public var patron: PatronLine
  /// The class of a pupil; the name of the category for anybody else.
  public var group: String
  public var phone: String?
  /// Whose telephone that is.
  public var phoneHolder: PhoneHolder
  public var email: String?
  public var address: String?
  public var matters: [ReminderMatter]

  public init(
    _ kind: ReminderKind, patron: PatronLine, group: String, phone: String? = nil,
    phoneHolder: PhoneHolder = .reader, email: String? = nil, address: String? = nil,
    matters: [ReminderMatter] = []
  ) {
    self.kind = kind
    self.patron = patron
    self.group = group
    self.phone = phone
    self.phoneHolder = phoneHolder
    self.email = email
    self.address = address
    self.matters = matters
  }

  /// Which notice the reader is due for: that of the copy longest overdue.
  public var level: Int { matters.map(\.level).max() ?? 0 }

  public var charge: Money { matters.map(\.charge).reduce(.zero, +) }

  /// Whether some copy is due for a notice that was not sent yet.
  public var isDue: Bool { matters.contains { $0.level > $0.sent } }

  /// What an op keeps of having reminded this reader: every copy that the letter names.
  public func sent(by way: ReminderWay, at moment: Int64? = nil) -> ReminderSent {
    ReminderSent(
      kind, by: way,
      matters.map { ReminderSent.Matter(number: $0.number, level: max($0.level, $0.sent, 1)) },
      sentAt: moment)
  }
}

/// Whose telephone a reader is called on.
public enum PhoneHolder: Equatable, Sendable {
  case reader
  /// The guardian of a reader who has none; with the name, where it is known.
  case guardian(String?)

  /// The guardian's name, where the telephone is the guardian's and the name is known.
  public var name: String? { if case .guardian(let name) = self { name } else { nil } }
}

/// One loan or hold of a reader to be reminded.
public struct ReminderMatter: Equatable, Sendable {
  /// The number of the loan or of the hold.
  public var number: Int64
  public var item: ItemLine
  /// When the loan is due; the whole last day on the hold shelf.
  public var due: Due
  /// Days of the calendar after the due date.
  public var daysLate: Int
  /// Minutes after the due time, for a loan late on the very day on which it was due.
  public var minutesLate: Int
  /// What the loan would cost if it came back today.
  public var charge: Money
  /// The highest notice sent already; 0 for none.
  public var sent: Int
  /// The notice it is due for now.
  public var level: Int
  /// What makes the copy good, where it is lost.
  public var demand: LossDemand?

  public init(
    number: Int64, item: ItemLine, due: Due, lateAt now: Moment? = nil, charge: Money = .zero,
    sent: Int = 0, level: Int = 1, demand: LossDemand? = nil
  ) {
    self.demand = demand
    self.number = number
    self.item = item
    self.due = due
    daysLate = now.map { max(0, due.day.days(until: $0.day)) } ?? 0
    minutesLate =
      if daysLate == 0, let now, let time = due.time, due.isPast(at: now) {
        TimeOfDay(now).minutes - time.minutes
      } else {
        0
      }
    self.charge = charge
    self.sent = sent
    self.level = level
  }
}

/// What came of writing down that readers were reminded.
public enum RemindersOutcome: Equatable, Sendable {
  /// An op for each reader, and the one that is taken back to take all of them back; nil where there was nobody.
  case recorded([OpID], together: OpID?)
  case refused([Refusal])
}

extension ReminderSent {
  func write(to writer: inout BodyWriter) {
    writer.text(1, kind.rawValue)
    writer.text(2, way.rawValue)
    for matter in matters {
      writer.nested(3) { nested in
        nested.integer(1, matter.number)
        nested.integer(2, Int64(matter.level))
      }
    }
    writer.integer(4, sentAt)
    writer.integer(5, cause?.rawValue)
  }

  init?(_ reader: BodyReader) {
    guard let kind = reader.text(1).flatMap(ReminderKind.init),
      let way = reader.text(2).flatMap(ReminderWay.init)
    else { return nil }
    let matters = reader.nested(3).compactMap { nested in
      nested.integer(1).map { Matter(number: $0, level: Int(nested.integer(2) ?? 1)) }
    }
    self.init(
      kind, by: way, matters, sentAt: reader.integer(4),
      cause: reader.integer(5).map { OpID(rawValue: $0) })
  }
}
